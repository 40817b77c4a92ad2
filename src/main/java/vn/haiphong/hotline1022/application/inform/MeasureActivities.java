package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.ActivityFigures;
import vn.haiphong.hotline1022.application.port.ActivityFigures.Stay;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.FigureSettings;

/** Where in a process work stays long, is waiting now, and is late (ADR 0012). */
@Service
public class MeasureActivities {

    private final ActivityFigures figures;
    private final FigureSettings settings;
    private final FigureNames names;
    private final Clock clock;

    MeasureActivities(ActivityFigures figures, FigureSettings settings, FigureNames names, Clock clock) {
        this.figures = figures;
        this.settings = settings;
        this.names = names;
        this.clock = clock;
    }

    public record Activities(
            Instant at,
            LocalDate from,
            LocalDate to,
            int smallNumber,
            List<Activity> rows,
            Map<String, String> definitions) {}

    public record Activity(
            String id, long finished, Long medianSeconds, Long ninetiethSeconds, boolean small, long open, long late) {}

    public record Place(
            String code,
            boolean confidential,
            String agency,
            String agencyName,
            Instant since,
            boolean late,
            String instance) {}

    public record Places(Instant at, long total, int page, int size, List<Place> rows) {}

    public Activities of(String process, LocalDate from, LocalDate to) {
        var now = clock.instant();
        var small = settings.smallNumber();
        return new Activities(
                now,
                from,
                to,
                small,
                figures.of(process, RateAnswers.period(from, to), now).stream()
                        .map(one -> new Activity(
                                one.id(),
                                one.finished(),
                                one.medianSeconds(),
                                one.ninetiethSeconds(),
                                one.finished() < small,
                                one.open(),
                                one.late()))
                        .toList(),
                names.definitions(List.of("dwell", "openHere", "lateHere", "small")));
    }

    /** The cases behind the two numbers of an activity. */
    public Places at(String process, String activity, boolean lateOnly, Part part) {
        var now = clock.instant();
        var agencies = names.agencies();
        var found = figures.stays(process, activity, lateOnly, now, part);
        return new Places(
                now,
                found.total(),
                part.page(),
                part.size(),
                found.rows().stream().map(stay -> place(stay, agencies)).toList());
    }

    private static Place place(Stay stay, Map<String, String> agencies) {
        return new Place(
                stay.code(),
                stay.confidential(),
                FigureNames.toReader(stay.agency()),
                agencies.getOrDefault(stay.agency(), stay.agency()),
                stay.since(),
                stay.late(),
                stay.instance());
    }
}
