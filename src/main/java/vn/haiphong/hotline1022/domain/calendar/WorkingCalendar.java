package vn.haiphong.hotline1022.domain.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Office hours of the city: weekdays with their hours, days off, make-up working days. Instants are UTC, office time is
 * Asia/Ho_Chi_Minh. A limit in days does not count the day of the event and ends at close of business of its last day; a
 * limit in hours starts at the stated moment, or the next working one (BLDS 2015 Điều 147, 148; Giả định A-15).
 */
public final class WorkingCalendar {

    public static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    // A calendar without a single working day for this long is a mistake in the data, not a long holiday.
    private static final int LONGEST_REST = 366;

    private final Map<DayOfWeek, List<Hours>> week;
    private final Set<LocalDate> daysOff;
    private final Set<LocalDate> makeUpDays;

    /** One stretch of office hours within a day. */
    public record Hours(LocalTime opens, LocalTime closes) {

        public Hours {
            if (!closes.isAfter(opens)) {
                throw new IllegalArgumentException("Office hours must close after they open: " + opens + "-" + closes);
            }
        }
    }

    /**
     * @param week hours per weekday; a weekday without hours is a day off, and a make-up day keeps Monday's hours
     * @throws IllegalArgumentException if Monday has no hours
     */
    public WorkingCalendar(Map<DayOfWeek, List<Hours>> week, Set<LocalDate> daysOff, Set<LocalDate> makeUpDays) {
        if (week.getOrDefault(DayOfWeek.MONDAY, List.of()).isEmpty()) {
            throw new IllegalArgumentException("Monday has no office hours");
        }
        this.week = week.entrySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        day -> day.getValue().stream()
                                .sorted(Comparator.comparing(Hours::opens))
                                .toList()));
        this.daysOff = Set.copyOf(daysOff);
        this.makeUpDays = Set.copyOf(makeUpDays);
    }

    public boolean isWorkingDay(LocalDate day) {
        return !hoursOf(day).isEmpty();
    }

    /** When a limit that starts then is over. */
    public Instant after(Instant start, Limit limit) {
        if (limit.clock() == Limit.Clock.wall) {
            return start.plus(limit.time()).plus(Duration.ofDays(limit.days()));
        }
        if (limit.days() > 0) {
            var day = start.atZone(OFFICE).toLocalDate();
            for (var left = limit.days(); left > 0; left--) {
                day = nextWorkingDay(day.plusDays(1));
            }
            return closeOfBusiness(day);
        }
        return afterWorking(start, limit.time());
    }

    /** Close of business of that day, or of the next working day if nobody works on it. */
    public Instant closeOfBusiness(LocalDate day) {
        var working = nextWorkingDay(day);
        var hours = hoursOf(working);
        return working.atTime(hours.get(hours.size() - 1).closes())
                .atZone(OFFICE)
                .toInstant();
    }

    /** Working time between two instants; zero if the second is not later. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        var total = Duration.ZERO;
        var last = to.atZone(OFFICE).toLocalDate();
        for (var day = from.atZone(OFFICE).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (var hours : hoursOf(day)) {
                var opens = later(from, day.atTime(hours.opens()).atZone(OFFICE).toInstant());
                var closes =
                        earlier(to, day.atTime(hours.closes()).atZone(OFFICE).toInstant());
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

    /** A due date moved by a pause: what was left of the limit when the clock stopped is left when it goes on. */
    public Instant resumed(Instant due, Limit limit, Instant pausedAt, Instant resumedAt) {
        if (!due.isAfter(pausedAt)) {
            return due;
        }
        if (limit.clock() == Limit.Clock.wall) {
            return due.plus(Duration.between(pausedAt, resumedAt));
        }
        return afterWorking(resumedAt, workingTimeBetween(pausedAt, due));
    }

    private Instant afterWorking(Instant start, Duration time) {
        var left = time;
        var day = start.atZone(OFFICE).toLocalDate();
        while (true) {
            day = nextWorkingDay(day);
            for (var hours : hoursOf(day)) {
                var opens =
                        later(start, day.atTime(hours.opens()).atZone(OFFICE).toInstant());
                var closes = day.atTime(hours.closes()).atZone(OFFICE).toInstant();
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
        if (makeUpDays.contains(day)) {
            var own = week.getOrDefault(day.getDayOfWeek(), List.of());
            return own.isEmpty() ? week.get(DayOfWeek.MONDAY) : own;
        }
        return daysOff.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
