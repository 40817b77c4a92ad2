package vn.haiphong.hotline1022.domain.calendar;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * How long a step may take, on the wall clock (urgent cases, day and night) or in working time: so many minutes and hours,
 * or so many days. Written as in the table of limits: {@code wall PT4H}, {@code working PT8H}, {@code working P3D}.
 */
public record Limit(Clock clock, Duration time, int days) {

    private static final Pattern DAYS = Pattern.compile("P(\\d{1,3})D");

    /** Which hours count. */
    public enum Clock {
        wall,
        working
    }

    public Limit {
        if (time.isNegative() || days < 0 || !time.isZero() && days > 0) {
            throw new IllegalArgumentException("A limit is either days or hours, and not negative");
        }
    }

    /** @throws IllegalArgumentException if the text is not a limit */
    public static Limit parse(String clock, String length) {
        try {
            var days = DAYS.matcher(length);
            return days.matches()
                    ? new Limit(Clock.valueOf(clock), Duration.ZERO, Integer.parseInt(days.group(1)))
                    : new Limit(Clock.valueOf(clock), Duration.parse(length), 0);
        } catch (DateTimeParseException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "Not a limit: \"" + clock + " " + length + "\"; expected wall or working, then PT30M, PT8H or P3D",
                    e);
        }
    }

    public static Limit parse(String text) {
        var parts = text == null ? new String[0] : text.strip().split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a limit: \"" + text + "\"; expected e.g. \"working P3D\"");
        }
        return parse(parts[0], parts[1]);
    }

    /** Half of it, at least one day or half the hours (Giả định A-14: a reopened case). */
    public Limit halved() {
        return days > 0
                ? new Limit(clock, Duration.ZERO, Math.max(1, days / 2))
                : new Limit(clock, time.dividedBy(2), 0);
    }

    @Override
    public String toString() {
        return clock + " " + (days > 0 ? "P" + days + "D" : time.toString());
    }
}
