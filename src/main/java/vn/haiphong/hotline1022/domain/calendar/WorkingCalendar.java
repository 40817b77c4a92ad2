package vn.haiphong.hotline1022.domain.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.DayEnd;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.EventDay;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.HoursStart;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy.OffDayReceipt;
import vn.haiphong.hotline1022.domain.calendar.Stretch.Kind;

/**
 * Office hours of the city: weekdays with their hours, days off, make-up working days, and how limits are counted. Instants
 * are UTC, office time is Asia/Ho_Chi_Minh. As delivered, a limit in days does not count the day of the event and ends at
 * close of business of its last day; a limit in hours starts at the stated moment, or the next working one (BLDS 2015 Điều
 * 147, 148; Giả định A-15). Hours and policy are dated: those valid on a day rule that day, the policy of the first day the
 * whole limit.
 */
public final class WorkingCalendar {

    public static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    // A calendar without a single working day for this long is a mistake in the data, not a long holiday.
    private static final int LONGEST_REST = 366;

    private final NavigableMap<LocalDate, Map<DayOfWeek, List<Hours>>> weeks;
    private final NavigableMap<LocalDate, CountingPolicy> policies;
    private final Map<LocalDate, SpecialDay> specialDays;

    /** One stretch of office hours within a day. */
    public record Hours(LocalTime opens, LocalTime closes) {

        public Hours {
            if (!closes.isAfter(opens)) {
                throw new IllegalArgumentException("Office hours must close after they open: " + opens + "-" + closes);
            }
        }
    }

    /** When a limit is over, and what lies between: the stretches follow each other without a gap from start to due date. */
    public record Count(Instant due, List<Stretch> stretches) {}

    /**
     * @param weeks hours per weekday by the day from which they are valid; a weekday without hours is a day off, and a
     *     make-up day keeps Monday's hours; before the first of them the first holds
     * @param policies how limits are counted, by the day from which it holds; before the first of them the first holds
     * @throws IllegalArgumentException if a Monday has no hours or there is no policy
     */
    public WorkingCalendar(
            Map<LocalDate, Map<DayOfWeek, List<Hours>>> weeks,
            Map<LocalDate, CountingPolicy> policies,
            Map<LocalDate, SpecialDay> specialDays) {
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("No counting policy");
        }
        this.weeks = new TreeMap<>();
        weeks.forEach((from, week) -> this.weeks.put(from, sorted(week)));
        if (this.weeks.isEmpty()) {
            throw new IllegalArgumentException("No office hours");
        }
        this.policies = new TreeMap<>(policies);
        this.specialDays = Map.copyOf(specialDays);
    }

    private static Map<DayOfWeek, List<Hours>> sorted(Map<DayOfWeek, List<Hours>> week) {
        if (week.getOrDefault(DayOfWeek.MONDAY, List.of()).isEmpty()) {
            throw new IllegalArgumentException("Monday has no office hours");
        }
        return week.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        day -> day.getValue().stream()
                                .sorted(Comparator.comparing(Hours::opens))
                                .toList()));
    }

    /** The same calendar with other special days; an ordinary day has none. */
    public WorkingCalendar with(Map<LocalDate, Optional<SpecialDay>> changes) {
        var changed = new HashMap<>(specialDays);
        changes.forEach((day, special) ->
                special.ifPresentOrElse(changedTo -> changed.put(day, changedTo), () -> changed.remove(day)));
        return new WorkingCalendar(weeks, policies, changed);
    }

    public boolean isWorkingDay(LocalDate day) {
        return !hoursOf(day).isEmpty();
    }

    public Optional<SpecialDay> specialDay(LocalDate day) {
        return Optional.ofNullable(specialDays.get(day));
    }

    public CountingPolicy policyOn(LocalDate day) {
        return inForce(policies, day);
    }

    /** When a limit that starts then is over. */
    public Instant after(Instant start, Limit limit) {
        if (limit.clock() == Limit.Clock.wall) {
            return start.plus(limit.time()).plus(Duration.ofDays(limit.days()));
        }
        var event = event(start, limit);
        return limit.days() > 0 ? endOfDays(event, limit.days()) : afterWorking(event, limit.time());
    }

    /** The same, with every stretch on the way. */
    public Count count(Instant start, Limit limit) {
        var due = after(start, limit);
        if (limit.clock() == Limit.Clock.wall) {
            return new Count(due, start.equals(due) ? List.of() : List.of(Stretch.of(start, due, Kind.counted)));
        }
        return new Count(due, stretches(start, countedFrom(start, limit), due));
    }

    /** Close of business of that day, or of the next working day if nobody works on it. */
    public Instant closeOfBusiness(LocalDate day) {
        var working = nextWorkingDay(day);
        var hours = hoursOf(working);
        return moment(working, hours.get(hours.size() - 1).closes());
    }

    /** Working time between two instants; zero if the second is not later. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        var total = Duration.ZERO;
        var last = dayOf(to);
        for (var day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (var hours : hoursOf(day)) {
                var opens = later(from, moment(day, hours.opens()));
                var closes = earlier(to, moment(day, hours.closes()));
                if (closes.isAfter(opens)) {
                    total = total.plus(Duration.between(opens, closes));
                }
            }
        }
        return total;
    }

    /** The moment at which that share of the time is used up, on the clock of the limit. */
    public Instant warnAt(Instant start, Instant due, Limit limit, double share) {
        if (!due.isAfter(start)) {
            return due;
        }
        var whole = limit.clock() == Limit.Clock.wall ? Duration.between(start, due) : workingTimeBetween(start, due);
        var used = Duration.ofSeconds((long) (whole.toSeconds() * share));
        var warn = limit.clock() == Limit.Clock.wall ? start.plus(used) : afterWorking(start, used);
        return earlier(warn, due);
    }

    /**
     * A due date moved by a pause: what was left of the limit when the clock stopped is left when it goes on. A pause never
     * brings a date forward.
     *
     * @param countedFrom the first moment that counts: a day that does not count is nothing that could be left
     */
    public Instant resumed(Instant due, Limit limit, Instant countedFrom, Instant pausedAt, Instant resumedAt) {
        if (!due.isAfter(pausedAt)) {
            return due;
        }
        return later(
                due,
                limit.clock() == Limit.Clock.wall
                        ? due.plus(Duration.between(pausedAt, resumedAt))
                        : afterWorking(resumedAt, workingTimeBetween(later(pausedAt, countedFrom), due)));
    }

    /** The first moment that counts for a limit that starts then. */
    public Instant countedFrom(Instant start, Limit limit) {
        if (limit.clock() == Limit.Clock.wall) {
            return start;
        }
        var event = event(start, limit);
        var policy = policyOn(dayOf(event));
        // With a same-time end a day is a span from moment to moment, so its first hours count.
        return limit.days() == 0 || policy.dayEnd() == DayEnd.same_time
                ? event
                : later(event, opening(firstDay(event, policy)));
    }

    /** A day somebody has promised stays that day; if nobody works on it any more, it is the next working day. */
    public Instant kept(Instant promised) {
        return isWorkingDay(dayOf(promised)) ? promised : closeOfBusiness(dayOf(promised));
    }

    /** What lies between two moments: office hours count from {@code countFrom} on. */
    List<Stretch> stretches(Instant start, Instant countFrom, Instant end) {
        var found = new ArrayList<Stretch>();
        var until = start;
        for (var day = dayOf(start); until.isBefore(end); day = day.plusDays(1)) {
            var dayEnds = earlier(end, moment(day.plusDays(1), LocalTime.MIDNIGHT));
            var off = offStretch(day, until, dayEnds);
            if (off.isPresent()) {
                add(found, off.get());
            } else {
                workingDay(day, until, countFrom, dayEnds, found);
            }
            until = dayEnds;
        }
        return List.copyOf(found);
    }

    private void workingDay(LocalDate day, Instant from, Instant countFrom, Instant end, List<Stretch> found) {
        var special = specialDays.get(day);
        var until = from;
        for (var hours : hoursOf(day)) {
            var opens = later(from, moment(day, hours.opens()));
            var closes = earlier(end, moment(day, hours.closes()));
            if (!closes.isAfter(opens)) {
                continue;
            }
            add(found, Stretch.of(until, opens, Kind.outside_office_hours));
            var counts = later(opens, earlier(countFrom, closes));
            add(found, Stretch.of(opens, counts, Kind.event_day));
            add(
                    found,
                    special != null && special.working()
                            ? new Stretch(counts, closes, Kind.make_up_day, special.name(), special.source())
                            : Stretch.of(counts, closes, Kind.counted));
            until = closes;
        }
        add(found, Stretch.of(until, end, Kind.outside_office_hours));
    }

    private Optional<Stretch> offStretch(LocalDate day, Instant from, Instant end) {
        if (isWorkingDay(day)) {
            return Optional.empty();
        }
        var special = specialDays.get(day);
        return Optional.of(
                special == null || special.working()
                        ? Stretch.of(from, end, Kind.weekend)
                        : new Stretch(from, end, Kind.holiday, special.name(), special.source()));
    }

    private static void add(List<Stretch> found, Stretch next) {
        if (!next.to().isAfter(next.from())) {
            return;
        }
        var last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && next.continues(last)) {
            found.set(found.size() - 1, last.until(next.to()));
        } else {
            found.add(next);
        }
    }

    /** The event as the policy sees it: one on a day off may count as one of the next working day. */
    private Instant event(Instant start, Limit limit) {
        var policy = policyOn(dayOf(start));
        var event = policy.offDayReceipt() == OffDayReceipt.next_working_day && !isWorkingDay(dayOf(start))
                ? opening(nextWorkingDay(dayOf(start)))
                : start;
        return limit.days() == 0 && policy.hoursStart() == HoursStart.next_working_day
                ? opening(nextWorkingDay(dayOf(event).plusDays(1)))
                : event;
    }

    private Instant endOfDays(Instant from, int days) {
        var policy = policyOn(dayOf(from));
        var day = firstDay(from, policy);
        for (var left = days - 1; left > 0; left--) {
            day = nextWorkingDay(day.plusDays(1));
        }
        return policy.dayEnd() == DayEnd.close_of_business ? closeOfBusiness(day) : insideOfficeHours(day, from);
    }

    private LocalDate firstDay(Instant from, CountingPolicy policy) {
        var day = dayOf(from);
        var counted = policy.eventDay() == EventDay.counted && isWorkingDay(day) && from.isBefore(closeOfBusiness(day));
        return counted ? day : nextWorkingDay(day.plusDays(1));
    }

    private Instant insideOfficeHours(LocalDate day, Instant timeOfDay) {
        var time = timeOfDay.atZone(OFFICE).toLocalTime();
        var hours = hoursOf(day);
        var reached = hours.get(0).opens();
        for (var stretch : hours) {
            if (!time.isBefore(stretch.opens())) {
                reached = time.isBefore(stretch.closes()) ? time : stretch.closes();
            }
        }
        return moment(day, reached);
    }

    private Instant opening(LocalDate workingDay) {
        return moment(workingDay, hoursOf(workingDay).get(0).opens());
    }

    Instant afterWorking(Instant start, Duration time) {
        var left = time;
        var day = dayOf(start);
        while (true) {
            day = nextWorkingDay(day);
            for (var hours : hoursOf(day)) {
                var opens = later(start, moment(day, hours.opens()));
                var closes = moment(day, hours.closes());
                if (closes.isAfter(opens)) {
                    var stretch = Duration.between(opens, closes);
                    if (stretch.compareTo(left) >= 0) {
                        return opens.plus(left);
                    }
                    left = left.minus(stretch);
                }
            }
            day = day.plusDays(1);
        }
    }

    private LocalDate nextWorkingDay(LocalDate from) {
        for (var day = from; day.isBefore(from.plusDays(LONGEST_REST)); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                return day;
            }
        }
        throw new IllegalStateException("No working day within a year after " + from);
    }

    private List<Hours> hoursOf(LocalDate day) {
        var week = inForce(weeks, day);
        var own = week.getOrDefault(day.getDayOfWeek(), List.of());
        var special = specialDays.get(day);
        if (special == null) {
            return own;
        }
        if (!special.working()) {
            return List.of();
        }
        return own.isEmpty() ? week.get(DayOfWeek.MONDAY) : own;
    }

    private static <T> T inForce(NavigableMap<LocalDate, T> dated, LocalDate day) {
        var found = dated.floorEntry(day);
        return (found == null ? dated.firstEntry() : found).getValue();
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(OFFICE).toLocalDate();
    }

    private static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(OFFICE).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
