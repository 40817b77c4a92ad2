package vn.haiphong.hotline1022.application.rehearse;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.haiphong.hotline1022.application.port.RehearsedPetitions.Seen;
import vn.haiphong.hotline1022.application.rehearse.ProposalChain.Place;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** What the first table finds when a petition begins its way, as {@code ProposeClassification} lays it out. */
record Facts(Map<String, Object> values, Place place) {

    static Facts of(Seen petition, RealAgencies agencies) {
        var text = PetitionText.of(petition.content()).inFull();
        var day = petition.receivedAt().atZone(WorkingCalendar.OFFICE).toLocalDate();
        var facts = new LinkedHashMap<String, Object>(24);
        facts.put("petitionCode", petition.code());
        facts.put("channel", petition.channel());
        facts.put("areaCode", petition.areaCode());
        facts.put("plainText", text.plain());
        facts.put("text", text.accented());
        facts.put("hasPlace", petition.areaCode() != null || petition.address() != null || text.namesAPlace());
        facts.put("hasContact", petition.reachable());
        facts.put("outsideTerritory", petition.outsideTerritory());
        facts.put("mentionsCode", text.mentionedCode().isPresent());
        facts.put(
                "areaKind",
                agencies.unit(petition.areaCode(), day).map(Area::kind).orElse(""));
        facts.put("receivedOn", day);
        return new Facts(facts, new Place(petition.areaCode(), day, petition.doubled(), petition.asked()));
    }

    /** The same, for agencies as they are on another day. */
    Facts on(LocalDate day) {
        return new Facts(values, new Place(place.code(), day, place.doubled(), place.asked()));
    }
}
