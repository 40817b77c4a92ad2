package vn.haiphong.hotline1022.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.DayEnd;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.EventDay;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.HoursStart;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.OffDayReceipt;
import vn.haiphong.hotline1022.domain.calendar.Stretch.Kind;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar.Hours;

/** What holds for every calendar, every way of counting and every moment. */
class DeadlinePropertiesTest {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    // --- properties

    /** Not so where a day is a span from moment to moment and days off are skipped: Saturday 10:00 ends after Sunday 09:00. */
    @Property
    void a_later_start_never_ends_earlier(
            @ForAll("calendarsInOrder") WorkingCalendar calendar,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other,
            @ForAll("limits") Limit limit) {
        var first = one.isBefore(other) ? one : other;
        var second = one.isBefore(other) ? other : one;

        assertThat(calendar.after(first, limit)).isBeforeOrEqualTo(calendar.after(second, limit));
    }

    @Property
    void nothing_is_over_before_it_began_or_on_a_day_off(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll("limits") Limit limit) {
        var due = calendar.after(start, limit);

        assertThat(due).isAfterOrEqualTo(start);
        if (limit.clock() == Limit.Clock.working) {
            assertThat(calendar.isWorkingDay(due.atZone(WorkingCalendar.OFFICE).toLocalDate()))
                    .isTrue();
        }
    }

    @Property
    void hours_in_two_parts_are_the_hours_in_one(
            @ForAll("plainCalendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(max = 3000) int some,
            @ForAll @IntRange(min = 1, max = 3000) int more) {
        var half = calendar.after(start, working(some));

        assertThat(calendar.after(half, working(more))).isEqualTo(calendar.after(start, working(some + more)));
        assertThat(calendar.workingTimeBetween(start, half)).isEqualTo(Duration.ofMinutes(some));
    }

    @Property
    void working_time_adds_up(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant two,
            @ForAll("moments") Instant three) {
        var sorted = List.of(one, two, three).stream().sorted().toList();

        assertThat(calendar.workingTimeBetween(sorted.get(0), sorted.get(1))
                        .plus(calendar.workingTimeBetween(sorted.get(1), sorted.get(2))))
                .isEqualTo(calendar.workingTimeBetween(sorted.get(0), sorted.get(2)));
    }

    /** Somebody who counts the minutes one by one, knowing no more than who works when. */
    @Property(tries = 200)
    void hours_end_where_somebody_ends_who_counts_minute_by_minute(
            @ForAll("plainCalendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 1500) int minutes) {
        var at = start;
        var left = minutes;
        while (left > 0) {
            if (!calendar.workingTimeBetween(at, at.plusSeconds(60)).isZero()) {
                left--;
            }
            at = at.plusSeconds(60);
        }

        assertThat(calendar.after(start, working(minutes))).isEqualTo(at);
    }

    @Property
    void days_end_at_the_close_of_the_day_that_is_so_many_working_days_on(
            @ForAll("plainCalendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 20) int days) {
        var day = start.atZone(WorkingCalendar.OFFICE).toLocalDate();
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= calendar.isWorkingDay(day) ? 1 : 0;
        }

        assertThat(calendar.after(start, new Limit(Limit.Clock.working, Duration.ZERO, days)))
                .isEqualTo(calendar.closeOfBusiness(day));
    }

    @Property
    void the_stretches_lead_from_the_start_to_the_due_date_without_a_gap(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll("limits") Limit limit) {
        var count = calendar.count(start, limit);

        assertGapless(start, count.due(), count.stretches());
        assertThat(count.due()).isEqualTo(calendar.after(start, limit));
    }

    @Property
    void what_counts_in_the_stretches_is_the_limit(
            @ForAll("plainCalendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll("limits") Limit limit) {
        var counted = calendar.count(start, limit).stretches().stream()
                .filter(stretch -> stretch.kind().counts())
                .toList();

        if (limit.days() == 0 || limit.clock() == Limit.Clock.wall) {
            assertThat(sum(counted)).isEqualTo(limit.time().plus(Duration.ofDays(limit.days())));
        } else {
            assertThat(counted.stream()
                            .map(stretch -> stretch.from()
                                    .atZone(WorkingCalendar.OFFICE)
                                    .toLocalDate())
                            .distinct())
                    .hasSize(limit.days());
        }
    }

    @Property
    void a_trace_counted_again_gives_its_date_and_its_stretches_lead_there(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("traces") DeadlineTrace trace) {
        var due = trace.due(calendar);

        assertThat(trace.due(calendar)).isEqualTo(due);
        assertThat(due.warnAt()).isBeforeOrEqualTo(due.dueAt());
        var stretches = trace.explain(calendar);
        if (!stretches.isEmpty()) {
            assertGapless(trace.start(), stretches.get(stretches.size() - 1).to(), stretches);
        }
        if (!isPaused(trace) && due.dueAt().isAfter(trace.start())) {
            assertThat(stretches.get(stretches.size() - 1).to()).isEqualTo(due.dueAt());
        }
    }

    @Property
    void pauses_take_nothing_from_the_hours_of_a_limit(
            @ForAll("plainCalendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 60, max = 3000) int minutes,
            @ForAll @IntRange(min = 1, max = 59) int worked,
            @ForAll @IntRange(max = 20_000) int waited) {
        var pausedAt = calendar.after(start, working(worked));
        var trace = DeadlineTrace.started(start, working(minutes), 0.75)
                .with(new DeadlineTrace.Move.Paused(pausedAt))
                .with(new DeadlineTrace.Move.Resumed(pausedAt.plusSeconds(60L * waited)));

        assertThat(sum(trace.explain(calendar).stream()
                        .filter(stretch -> stretch.kind().counts())
                        .toList()))
                .isEqualTo(Duration.ofMinutes(minutes));
        assertThat(trace.paused()).isEqualTo(Duration.ofMinutes(waited));
    }

    /** Not so after an extension: its date is a promise, and a pause on a day off takes nothing from it. */
    @Property
    void a_day_off_more_never_brings_a_date_forward(
            @ForAll("specialDays") Map<LocalDate, SpecialDay> days,
            @ForAll("tracesWithoutExtension") DeadlineTrace trace,
            @ForAll @IntRange(max = 60) int dayOfYear) {
        var more = new HashMap<>(days);
        more.put(FIRST.plusDays(dayOfYear), new SpecialDay(false, "Nghỉ thêm", "thử"));

        assertThat(trace.due(Office.calendar(more)).dueAt())
                .isAfterOrEqualTo(trace.due(Office.calendar(days)).dueAt());
    }

    // --- what they are tried on

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Combinators.combine(weeks(), policies(), specialDays())
                .as((week, policy, days) ->
                        new WorkingCalendar(Map.of(Office.EVER, week), Map.of(Office.EVER, policy), days));
    }

    @Provide
    Arbitrary<WorkingCalendar> calendarsInOrder() {
        return Combinators.combine(
                        weeks(),
                        policies()
                                .filter(policy -> policy.dayEnd() == DayEnd.close_of_business
                                        || policy.offDayReceipt() == OffDayReceipt.next_working_day),
                        specialDays())
                .as((week, policy, days) ->
                        new WorkingCalendar(Map.of(Office.EVER, week), Map.of(Office.EVER, policy), days));
    }

    /** Counting as the Civil Code does. */
    @Provide
    Arbitrary<WorkingCalendar> plainCalendars() {
        return Combinators.combine(weeks(), specialDays())
                .as((week, days) -> new WorkingCalendar(
                        Map.of(Office.EVER, week), Map.of(Office.EVER, CountingPolicy.CIVIL_CODE), days));
    }

    private static Arbitrary<CountingPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(HoursStart.values()),
                        Arbitraries.of(OffDayReceipt.values()),
                        Arbitraries.of(EventDay.values()),
                        Arbitraries.of(DayEnd.values()))
                .filter((hours, receipt, day, end) -> day == EventDay.not_counted || end == DayEnd.close_of_business)
                .as(CountingPolicy::new);
    }

    /** Mornings and afternoons of all lengths; some offices work on Saturdays, some rest on Wednesdays. */
    private static Arbitrary<Map<DayOfWeek, List<Hours>>> weeks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(DayOfWeek.values()).set())
                .as((opens, morning, noon, afternoon, rest) -> {
                    var start = LocalTime.of(7, 0).plusMinutes(15L * opens);
                    var closes = start.plusMinutes(30L * morning);
                    var again = closes.plusMinutes(30L * noon);
                    var hours = noon == 0
                            ? List.of(new Hours(start, again.plusMinutes(30L * afternoon)))
                            : List.of(new Hours(start, closes), new Hours(again, again.plusMinutes(30L * afternoon)));
                    var week = new TreeMap<DayOfWeek, List<Hours>>();
                    for (var day : DayOfWeek.values()) {
                        if (day == DayOfWeek.MONDAY || !rest.contains(day)) {
                            week.put(day, hours);
                        }
                    }
                    return week;
                });
    }

    @Provide
    Arbitrary<Map<LocalDate, SpecialDay>> specialDays() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 120).map(FIRST::plusDays),
                        Arbitraries.of(true, false)
                                .map(working -> new SpecialDay(working, working ? "Làm bù" : "Nghỉ lễ", "thử")))
                .ofMaxSize(25);
    }

    /** Whole minutes and odd seconds of four months. */
    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers()
                .between(0, 100 * 24 * 60)
                .map(minute ->
                        FIRST.atStartOfDay(WorkingCalendar.OFFICE).toInstant().plusSeconds(60L * minute));
    }

    @Provide
    Arbitrary<Limit> limits() {
        return Arbitraries.of(Limit.Clock.values())
                .flatMap(clock -> Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 30).map(days -> new Limit(clock, Duration.ZERO, days)),
                        Arbitraries.integers()
                                .between(1, 5000)
                                .map(minutes -> new Limit(clock, Duration.ofMinutes(minutes), 0))));
    }

    @Provide
    Arbitrary<DeadlineTrace> tracesWithoutExtension() {
        return traces().map(trace -> new DeadlineTrace(
                trace.start(),
                trace.limit(),
                trace.warnShare(),
                trace.moves().stream()
                        .filter(move -> !(move instanceof DeadlineTrace.Move.Extended))
                        .toList()));
    }

    /** Moves in any number, each after the one before; a pause that nothing ends is one of them. */
    @Provide
    Arbitrary<DeadlineTrace> traces() {
        return Combinators.combine(
                        moments(),
                        limits(),
                        Arbitraries.integers().between(1, 4000).list().ofMaxSize(6),
                        Arbitraries.integers().between(0, 2).list().ofSize(6))
                .as((start, limit, waits, kinds) -> {
                    var trace = DeadlineTrace.started(start, limit, 0.75);
                    var at = start;
                    for (var i = 0; i < waits.size(); i++) {
                        at = at.plusSeconds(60L * waits.get(i));
                        trace = trace.with(
                                switch (kinds.get(i)) {
                                    case 0 -> new DeadlineTrace.Move.Paused(at);
                                    case 1 -> new DeadlineTrace.Move.Resumed(at);
                                    default -> new DeadlineTrace.Move.Extended(at, at.plus(Duration.ofDays(40)));
                                });
                    }
                    return trace;
                });
    }

    private static boolean isPaused(DeadlineTrace trace) {
        var paused = false;
        for (var move : trace.moves()) {
            paused = move instanceof DeadlineTrace.Move.Paused
                    || paused && !(move instanceof DeadlineTrace.Move.Resumed);
        }
        return paused;
    }

    private static void assertGapless(Instant start, Instant end, List<Stretch> stretches) {
        var at = start;
        for (var stretch : stretches) {
            assertThat(stretch.from()).isEqualTo(at);
            assertThat(stretch.to()).isAfter(at);
            assertThat(stretch.kind() == Kind.holiday || stretch.kind() == Kind.make_up_day)
                    .isEqualTo(!stretch.name().isEmpty());
            at = stretch.to();
        }
        assertThat(at).isEqualTo(end);
    }

    private static Duration sum(List<Stretch> stretches) {
        return stretches.stream()
                .map(stretch -> Duration.between(stretch.from(), stretch.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Limit working(int minutes) {
        return new Limit(Limit.Clock.working, Duration.ofMinutes(minutes), 0);
    }
}
