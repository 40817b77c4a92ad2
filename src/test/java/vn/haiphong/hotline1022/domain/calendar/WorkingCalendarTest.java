package vn.haiphong.hotline1022.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.haiphong.hotline1022.domain.calendar.Office.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.DayEnd;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.EventDay;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.HoursStart;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.OffDayReceipt;
import vn.haiphong.hotline1022.domain.calendar.Stretch.Kind;

class WorkingCalendarTest {

    private static final Map<LocalDate, SpecialDay> SPRING_2025 = Map.of(
            LocalDate.parse("2025-04-26"), new SpecialDay(true, "Làm bù 02/5", "TB 6150/TB-BLĐTBXH"),
            LocalDate.parse("2025-04-30"), new SpecialDay(false, "Ngày Chiến thắng", "BLLĐ 2019 Điều 112"),
            LocalDate.parse("2025-05-01"), new SpecialDay(false, "Quốc tế Lao động", "BLLĐ 2019 Điều 112"),
            LocalDate.parse("2025-05-02"), new SpecialDay(false, "Nghỉ bù", "TB 6150/TB-BLĐTBXH"));

    private final WorkingCalendar calendar = Office.calendar(SPRING_2025);

    @ParameterizedTest
    @CsvSource({
        // DOMAIN 7, BLDS 2015 Điều 147, 148
        "2024-09-16T16:00, working P3D,  2024-09-19T17:00",
        "2024-09-16T16:00, working PT8H, 2024-09-17T16:00",
        // the last minute of a week
        "2024-09-20T16:59, working PT30M, 2024-09-23T07:59",
        // Saturday night: one working day ends on Monday
        "2024-09-21T23:00, working P1D,  2024-09-23T17:00",
        // a make-up Saturday counts, the days it pays for do not
        "2025-04-25T10:00, working P1D,  2025-04-26T17:00",
        "2025-04-29T10:00, working P1D,  2025-05-05T17:00",
        "2025-04-26T16:00, working PT2H, 2025-04-28T08:30",
        // urgent: through the night and the holiday
        "2025-04-30T23:00, wall PT4H,    2025-05-01T03:00",
        // noon
        "2024-09-16T11:00, working PT1H, 2024-09-16T13:30",
        "2024-09-16T12:00, working PT1H, 2024-09-16T14:00"
    })
    void a_limit_ends_when_the_law_says(String start, String limit, String due) {
        assertThat(calendar.after(at(start), Limit.parse(limit))).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        // hours: what was left is left
        "2024-09-16T08:00, working PT8H, 2024-09-16T10:00, 2024-09-20T16:00, 2024-09-23T14:00",
        // days: what was left of the days that count
        "2024-09-16T16:00, working P1D,  2024-09-17T10:00, 2024-09-18T10:00, 2024-09-18T17:00",
        // nothing of the day of the event counts, so a pause on that day takes nothing and adds nothing
        "2024-09-16T08:00, working P1D,  2024-09-16T09:00, 2024-09-16T14:00, 2024-09-17T17:00",
        "2024-09-16T08:00, working P1D,  2024-09-16T09:00, 2024-09-17T07:30, 2024-09-17T17:00",
        // the wall clock stands, too
        "2024-09-16T08:00, wall PT4H,    2024-09-16T09:00, 2024-09-17T09:00, 2024-09-17T12:00",
        // it was over before
        "2024-09-16T08:00, wall PT4H,    2024-09-16T13:00, 2024-09-17T09:00, 2024-09-16T12:00"
    })
    void what_was_left_before_a_pause_is_left_after_it(
            String start, String limit, String paused, String resumed, String due) {
        var trace = DeadlineTrace.started(at(start), Limit.parse(limit), 0.75)
                .with(new DeadlineTrace.Move.Paused(at(paused)))
                .with(new DeadlineTrace.Move.Resumed(at(resumed)));

        assertThat(trace.due(calendar).dueAt()).isEqualTo(at(due));
    }

    @Test
    void every_stretch_on_the_way_has_its_reason() {
        var count = calendar.count(at("2025-04-25T16:00"), Limit.parse("working P2D"));

        assertThat(count.due()).isEqualTo(at("2025-04-28T17:00"));
        assertThat(count.stretches())
                .extracting(stretch -> stretch.kind() + " "
                        + Duration.between(stretch.from(), stretch.to()).toMinutes()
                        + (stretch.name().isEmpty() ? "" : " " + stretch.name() + ", " + stretch.source()))
                .containsExactly(
                        "event_day 60",
                        "outside_office_hours 870",
                        "make_up_day 240 Làm bù 02/5, TB 6150/TB-BLĐTBXH",
                        "outside_office_hours 90",
                        "make_up_day 240 Làm bù 02/5, TB 6150/TB-BLĐTBXH",
                        "outside_office_hours 420",
                        "weekend 1440",
                        "outside_office_hours 450",
                        "counted 240",
                        "outside_office_hours 90",
                        "counted 240");
    }

    @Test
    void days_off_in_a_row_are_one_stretch_for_each_reason() {
        var count = calendar.count(at("2025-04-29T10:00"), Limit.parse("working P1D"));

        assertThat(count.stretches())
                .filteredOn(stretch -> !stretch.kind().counts() && stretch.kind() != Kind.outside_office_hours)
                .extracting(stretch -> stretch.kind() + " " + stretch.name())
                .containsExactly(
                        "event_day ",
                        "event_day ",
                        "holiday Ngày Chiến thắng",
                        "holiday Quốc tế Lao động",
                        "holiday Nghỉ bù",
                        "weekend ");
    }

    /** Two cities whose software was run side by side disagree on every petition that comes in on a weekend. */
    @ParameterizedTest
    @CsvSource({
        // "count from the next working day": Saturday's first day is Monday
        "as_received,      2024-09-21T10:00, working P1D, 2024-09-23T10:00",
        "as_received,      2024-09-20T10:00, working P1D, 2024-09-23T10:00",
        "as_received,      2024-09-21T10:00, working P3D, 2024-09-25T10:00",
        // "a weekend receipt starts on Monday": its first day is over on Tuesday
        "next_working_day, 2024-09-21T10:00, working P1D, 2024-09-24T07:30",
        "next_working_day, 2024-09-20T10:00, working P1D, 2024-09-23T10:00",
        "next_working_day, 2024-09-21T10:00, working P3D, 2024-09-26T07:30"
    })
    void another_citys_way_of_counting_is_a_row(OffDayReceipt receipt, String start, String limit, String due) {
        var policy =
                new CountingPolicy(HoursStart.next_working_moment, receipt, EventDay.not_counted, DayEnd.same_time);

        assertThat(Office.calendar(policy, Map.of()).after(at(start), Limit.parse(limit)))
                .isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-16T10:00, 2024-09-16T17:00",
        "2024-09-16T16:59, 2024-09-16T17:00",
        "2024-09-16T17:00, 2024-09-17T17:00",
        "2024-09-21T10:00, 2024-09-23T17:00"
    })
    void where_the_day_of_the_event_counts_it_must_not_be_over(String start, String due) {
        var policy = new CountingPolicy(
                HoursStart.next_working_moment, OffDayReceipt.as_received, EventDay.counted, DayEnd.close_of_business);

        assertThat(Office.calendar(policy, Map.of()).after(at(start), Limit.parse("working P1D")))
                .isEqualTo(at(due));
    }

    @Test
    void hours_may_start_on_the_next_working_day() {
        var policy = new CountingPolicy(
                HoursStart.next_working_day, OffDayReceipt.as_received, EventDay.not_counted, DayEnd.close_of_business);

        var count = Office.calendar(policy, Map.of()).count(at("2024-09-20T10:00"), Limit.parse("working PT2H"));

        assertThat(count.due()).isEqualTo(at("2024-09-23T09:30"));
        assertThat(count.stretches()).extracting(Stretch::kind).contains(Kind.event_day, Kind.weekend);
    }

    @Test
    void hours_and_ways_of_counting_change_on_their_day() {
        var winter = new HashMap<>(Office.week());
        winter.put(DayOfWeek.MONDAY, List.of(Office.hours("08:00", "12:00")));
        var changing = new WorkingCalendar(
                Map.of(Office.EVER, Office.week(), LocalDate.parse("2024-09-23"), winter),
                Map.of(Office.EVER, CountingPolicy.CIVIL_CODE),
                Map.of());

        assertThat(changing.closeOfBusiness(LocalDate.parse("2024-09-16"))).isEqualTo(at("2024-09-16T17:00"));
        assertThat(changing.closeOfBusiness(LocalDate.parse("2024-09-23"))).isEqualTo(at("2024-09-23T12:00"));
    }

    @Test
    void a_calendar_that_cannot_count_is_refused() {
        assertThatThrownBy(() -> new WorkingCalendar(
                        Map.of(Office.EVER, Map.of(DayOfWeek.TUESDAY, List.of(Office.hours("08:00", "12:00")))),
                        Map.of(Office.EVER, CountingPolicy.CIVIL_CODE),
                        Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingCalendar.Hours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CountingPolicy(
                        HoursStart.next_working_moment, OffDayReceipt.as_received, EventDay.counted, DayEnd.same_time))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
