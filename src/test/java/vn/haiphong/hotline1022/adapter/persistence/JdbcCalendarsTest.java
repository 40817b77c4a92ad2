package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

class JdbcCalendarsTest {

    private static FilledRegister register;
    private static WorkingCalendar calendar;

    @BeforeAll
    static void fill() {
        register = FilledRegister.create();
        calendar = register.calendars().current();
    }

    @Test
    void every_row_of_the_calendar_is_kept() {
        assertThat(register.count("calendar_day")).isEqualTo(80);
        assertThat(register.count("calendar_day where working")).isEqualTo(4);
        assertThat(register.count("office_hours")).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"})
    void make_up_Saturdays_are_worked(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @Test
    void nobody_works_through_Tet_2026() {
        for (var day = LocalDate.parse("2026-02-14");
                !day.isAfter(LocalDate.parse("2026-02-22"));
                day = day.plusDays(1)) {
            assertThat(calendar.isWorkingDay(day)).as(day.toString()).isFalse();
        }
        assertThat(calendar.after(at("2026-02-13T16:00"), Limit.parse("working PT8H")))
                .isEqualTo(at("2026-02-23T16:00"));
        assertThat(calendar.after(at("2026-02-13T16:00"), Limit.parse("working P1D")))
                .isEqualTo(at("2026-02-23T17:00"));
    }

    @Test
    void a_holiday_that_needs_a_law_is_a_working_day_until_it_has_one() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-11-24"))).isTrue();
        var own = FilledRegister.create();
        own.jdbc()
                .sql("update calendar_day set status = 'official' where day = '2026-11-24'")
                .update();
        assertThat(own.calendars().current().isWorkingDay(LocalDate.parse("2026-11-24")))
                .isFalse();
    }

    @Test
    void the_office_rests_at_noon_and_closes_at_five() {
        assertThat(calendar.after(at("2026-11-23T11:00"), Limit.parse("working PT1H")))
                .isEqualTo(at("2026-11-23T13:30"));
        assertThat(calendar.closeOfBusiness(LocalDate.parse("2026-11-21"))).isEqualTo(at("2026-11-23T17:00"));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00").toInstant();
    }
}
