package vn.haiphong.hotline1022.application.inform;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.calendar.Stretch;
import vn.haiphong.hotline1022.domain.calendar.Stretch.Kind;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/** Limits and their stretches of time in Vietnamese. */
final class DeadlineWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.forLanguageTag("vi"));
    private static final Map<Kind, String> REASONS = Map.of(
            Kind.event_day, "ngày gửi, không tính",
            Kind.weekend, "nghỉ cuối tuần",
            Kind.pause, "tạm dừng, chờ người dân",
            Kind.outside_office_hours, "ngoài giờ làm việc");

    private DeadlineWords() {}

    static String of(Limit limit) {
        var days = limit.clock() == Limit.Clock.wall ? " ngày" : " ngày làm việc";
        var hours = limit.clock() == Limit.Clock.wall ? " (kể cả đêm và ngày nghỉ)" : " làm việc";
        return limit.days() > 0 ? limit.days() + days : of(limit.time()) + hours;
    }

    static String of(Duration time) {
        var hours = time.toHours();
        var minutes = time.toMinutesPart();
        if (hours == 0) {
            return minutes + " phút";
        }
        return minutes == 0 ? hours + " giờ" : hours + " giờ " + minutes + " phút";
    }

    /** "21/09", or "21/09–22/09" for more than one day. */
    static String days(Stretch stretch) {
        var first = dayOf(stretch.from());
        var last = dayOf(stretch.to().minusSeconds(1));
        return first.equals(last) ? DAY.format(first) : DAY.format(first) + "–" + DAY.format(last);
    }

    /**
     * One line for each day or row of days off; nights and noons are left out, since what is not said to count does not. What
     * the auditor wants to see to the minute is in the times of the lines.
     */
    static List<ExplainedDeadline.Line> lines(DeadlineTrace trace, WorkingCalendar calendar) {
        var lines = new ArrayList<ExplainedDeadline.Line>();
        var days = trace.limit().clock() == Limit.Clock.working
                && trace.limit().days() > 0
                && trace.moves().isEmpty();
        var number = 0;
        Stretch first = null;
        var time = Duration.ZERO;
        Instant until = null;
        var stretches = trace.explain(calendar).stream()
                .filter(stretch -> stretch.kind() != Kind.outside_office_hours)
                .toList();
        for (var i = 0; i < stretches.size(); i++) {
            var stretch = stretches.get(i);
            first = first == null ? stretch : first;
            time = time.plus(Duration.between(stretch.from(), stretch.to()));
            until = stretch.to();
            var next = i + 1 < stretches.size() ? stretches.get(i + 1) : null;
            if (next != null
                    && next.kind() == first.kind()
                    && dayOf(next.from()).equals(dayOf(first.from()))) {
                continue; // the afternoon of the same day
            }
            var counts = first.kind().counts();
            number += counts ? 1 : 0;
            lines.add(new ExplainedDeadline.Line(
                    first.from(),
                    until,
                    weekdays(first, until) + ": "
                            + reason(first, days && counts ? "ngày thứ " + number : "tính " + of(time)),
                    counts));
            first = null;
            time = Duration.ZERO;
        }
        return lines;
    }

    private static String reason(Stretch stretch, String counted) {
        var name = stretch.name().isEmpty()
                ? ""
                : stretch.name() + (stretch.source().isEmpty() ? "" : " (" + stretch.source() + ")");
        return switch (stretch.kind()) {
            case counted -> counted;
            case make_up_day -> counted + ", " + name;
            case extension -> "gia hạn, " + counted;
            case holiday -> "nghỉ " + name;
            default -> REASONS.get(stretch.kind());
        };
    }

    private static String weekdays(Stretch first, Instant until) {
        var from = dayOf(first.from());
        var to = dayOf(until.minusSeconds(1));
        return from.equals(to)
                ? WEEKDAY.format(from) + " " + DAY.format(from)
                : WEEKDAY.format(from) + " " + DAY.format(from) + " – " + WEEKDAY.format(to) + " " + DAY.format(to);
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(WorkingCalendar.OFFICE).toLocalDate();
    }
}
