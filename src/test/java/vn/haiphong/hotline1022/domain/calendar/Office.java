package vn.haiphong.hotline1022.domain.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar.Hours;

/** Calendars as the city has them, and dates as people write them. */
final class Office {

    static final LocalDate EVER = LocalDate.EPOCH;

    private Office() {}

    static Map<DayOfWeek, List<Hours>> week() {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.getValue() <= 5)
                .collect(
                        Collectors.toMap(day -> day, day -> List.of(hours("07:30", "11:30"), hours("13:00", "17:00"))));
    }

    static Hours hours(String opens, String closes) {
        return new Hours(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    static WorkingCalendar calendar(Map<LocalDate, SpecialDay> specialDays) {
        return calendar(CountingPolicy.CIVIL_CODE, specialDays);
    }

    static WorkingCalendar calendar(CountingPolicy policy, Map<LocalDate, SpecialDay> specialDays) {
        return new WorkingCalendar(Map.of(EVER, week()), Map.of(EVER, policy), specialDays);
    }

    /** Office time, to the minute: "2024-09-16T16:00". */
    static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00").toInstant();
    }
}
