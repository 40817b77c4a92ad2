package vn.haiphong.hotline1022.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar.Hours;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = new WorkingCalendar(
            week(),
            Set.of(LocalDate.parse("2025-05-01"), LocalDate.parse("2025-05-02"), LocalDate.parse("2025-04-30")),
            Set.of(LocalDate.parse("2025-04-26")));

    @Test
    void three_working_days_from_Monday_16h00_end_on_Thursday_at_close_of_business() {
        assertThat(calendar.after(at("2024-09-16T16:00"), Limit.parse("working P3D")))
                .isEqualTo(at("2024-09-19T17:00"));
    }

    @Test
    void eight_working_hours_from_Monday_16h00_end_on_Tuesday_16h00() {
        assertThat(calendar.after(at("2024-09-16T16:00"), Limit.parse("working PT8H")))
                .isEqualTo(at("2024-09-17T16:00"));
    }

    @Test
    void half_an_hour_from_Friday_16h59_ends_on_Monday_morning() {
        assertThat(calendar.after(at("2024-09-20T16:59"), Limit.parse("working PT30M")))
                .isEqualTo(at("2024-09-23T07:59"));
    }

    @Test
    void a_make_up_Saturday_counts_and_the_days_off_it_pays_for_do_not() {
        assertThat(calendar.after(at("2025-04-25T10:00"), Limit.parse("working P1D")))
                .isEqualTo(at("2025-04-26T17:00"));
        assertThat(calendar.after(at("2025-04-29T10:00"), Limit.parse("working P1D")))
                .isEqualTo(at("2025-05-05T17:00"));
    }

    @Test
    void an_urgent_limit_runs_through_the_night() {
        assertThat(calendar.after(at("2025-04-30T23:00"), Limit.parse("wall PT4H")))
                .isEqualTo(at("2025-05-01T03:00"));
    }

    @Test
    void what_was_left_before_a_pause_is_left_after_it() {
        var due = calendar.after(at("2024-09-16T08:00"), Limit.parse("working PT8H"));
        assertThat(calendar.resumed(due, Limit.parse("working PT8H"), at("2024-09-16T10:00"), at("2024-09-20T16:00")))
                .isEqualTo(at("2024-09-23T14:00"));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00").toInstant();
    }

    private static Map<DayOfWeek, List<Hours>> week() {
        var week = new HashMap<DayOfWeek, List<Hours>>();
        for (var day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            week.put(
                    day,
                    List.of(
                            new Hours(LocalTime.of(7, 30), LocalTime.of(11, 30)),
                            new Hours(LocalTime.of(13, 0), LocalTime.of(17, 0))));
        }
        return week;
    }
}
