package vn.haiphong.hotline1022.application.rehearse;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.directory.Area;

/** Agencies and areas as they are on a day, each found once: a hundred thousand petitions name a few hundred of them. */
final class RealAgencies {

    private final AgencyChoice agencies;
    private final Areas areas;
    private final Map<Asked, AgencyChoice.Choice> choices = new ConcurrentHashMap<>();
    private final Map<Where, Optional<Area>> units = new ConcurrentHashMap<>();
    private final Map<Map<String, Object>, Map<String, Object>> shorter = new ConcurrentHashMap<>();

    RealAgencies(AgencyChoice agencies, Areas areas) {
        this.agencies = agencies;
        this.areas = areas;
    }

    private record Asked(String lead, String coordinating, String area, LocalDate day) {}

    private record Where(String area, LocalDate day) {}

    AgencyChoice.Choice of(String lead, String coordinating, ProposalChain.Place place) {
        return choices.computeIfAbsent(
                new Asked(lead, coordinating, place.code(), place.day()),
                asked -> agencies.fromTable(
                        asked.lead(),
                        asked.coordinating(),
                        asked.area(),
                        asked.day().atStartOfDay(WorkingCalendar.OFFICE).toInstant()));
    }

    Optional<Area> unit(String area, LocalDate day) {
        return area == null
                ? Optional.empty()
                : units.computeIfAbsent(new Where(area, day), where -> areas.handlingUnit(where.area(), where.day()));
    }

    /** A row without what is only said beside it. */
    Map<String, Object> without(Map<String, Object> row, String column) {
        return shorter.computeIfAbsent(row, whole -> {
            var rest = new LinkedHashMap<>(whole);
            rest.remove(column);
            return rest;
        });
    }
}
