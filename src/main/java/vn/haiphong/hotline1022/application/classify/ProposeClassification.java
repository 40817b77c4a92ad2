package vn.haiphong.hotline1022.application.classify;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.ClientRequests;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** What the tables need to know to propose a classification. */
@Service
public class ProposeClassification {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Petitions petitions;
    private final Areas areas;
    private final ClientRequests requests;
    private final Clock clock;
    private final Duration duplicateWindow;

    ProposeClassification(
            Petitions petitions,
            Areas areas,
            ClientRequests requests,
            Clock clock,
            @Value("${hotline.limits.duplicate-window}") Duration duplicateWindow) {
        this.petitions = petitions;
        this.areas = areas;
        this.requests = requests;
        this.clock = clock;
        this.duplicateWindow = duplicateWindow;
    }

    /** Facts by the input names of the tables. */
    public Map<String, Object> factsOf(String code) {
        var petition = petitions.get(code);
        var text = PetitionText.of(petition.content()).inFull();
        var day = petition.receivedAt().atZone(OFFICE).toLocalDate();
        var unit = Optional.ofNullable(petition.areaCode()).flatMap(area -> areas.handlingUnit(area, day));
        var facts = new LinkedHashMap<String, Object>();
        facts.put("plainText", text.plain());
        facts.put("text", text.accented());
        facts.put("hasPlace", petition.areaCode() != null || petition.address() != null || text.namesAPlace());
        facts.put("hasContact", petitions.petitionerOf(code).isReachable());
        facts.put("outsideTerritory", petition.outsideTerritory());
        facts.put("mentionsCode", text.mentionedCode().isPresent());
        facts.put("areaKind", unit.map(Area::kind).orElse(""));
        facts.put("receivedOn", day);
        return facts;
    }

    /** The petition the text itself names, if another can still be joined to it; a confidential one is as good as unknown. */
    private Optional<String> mentionedIn(Petition petition, PetitionText text) {
        return text.mentionedCode()
                .flatMap(petitions::find)
                .filter(found -> !found.code().equals(petition.code()) && found.takesDoubles())
                .map(Petition::code);
    }

    /** The petition its sender takes for the same matter, as it stands now: one joined meanwhile stands for its parent. */
    private Optional<String> wishedBy(Petition petition) {
        return petitions
                .wishedParentOf(petition.code())
                .map(wished -> petitions.parentOf(wished).orElse(wished))
                .flatMap(petitions::find)
                .filter(Petition::takesDoubles)
                .map(Petition::code);
    }

    /**
     * The petition its sender chose to join (Giả định A-58), the one the text itself names, or an open one about the same thing
     * at the same place (Giả định A-10).
     */
    public Optional<Twin> duplicateOf(String code, String field) {
        var petition = petitions.get(code);
        var mentioned = wishedBy(petition).or(() -> mentionedIn(petition, PetitionText.of(petition.content())));
        if (mentioned.isPresent()) {
            return mentioned.map(twin -> new Twin(twin, true));
        }
        if (field == null) {
            return Optional.empty();
        }
        var words = PetitionText.of(petition.content() + " " + orEmpty(petition.address()));
        return petitions.recent(field, petition, petition.receivedAt().minus(duplicateWindow)).stream()
                .filter(Petition::takesDoubles)
                .filter(other -> {
                    var others = PetitionText.of(other.content() + " " + orEmpty(other.address()));
                    return petition.areaCode() == null || other.areaCode() == null
                            ? words.saysNearlyTheSameAs(others)
                            : words.isAboutTheSamePlaceAs(others);
                })
                .map(other -> new Twin(other.code(), isSurely(petition, words, other)))
                // All doubles join the one that came first, of those that are surely the same if there are any.
                .reduce((later, earlier) -> later.surely() && !earlier.surely() ? later : earlier);
    }

    /** The lamp before number 7 is not the one before number 5, though every other word recurs. */
    private static boolean isSurely(Petition petition, PetitionText words, Petition other) {
        return petition.areaCode() != null
                && petition.areaCode().equals(other.areaCode())
                && words.namesTheSameNumbersAs(PetitionText.of(other.content() + " " + orEmpty(other.address())));
    }

    /** @param surely whether it may be proposed to join them; else an operator is told, and nothing is chosen */
    public record Twin(String code, boolean surely) {}

    /** The field of the service the sender chose, where a program offered a choice: a proposal (Giả định A-61). */
    public Optional<ClientRequests.Choice> chosenBySender(String code) {
        return requests.choice(code);
    }

    /** So that the next one finds it, whoever decides when. */
    public void remember(String code, String field) {
        petitions.proposed(code, field);
    }

    /** The area as the register has it, which a supplement may have named. */
    public Optional<Area> areaOf(String code) {
        return Optional.ofNullable(petitions.get(code).areaCode())
                .flatMap(area -> areas.find(area, clock.instant().atZone(OFFICE).toLocalDate()));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
