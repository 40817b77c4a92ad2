package vn.haiphong.hotline1022.domain.calendar;

import java.time.Instant;

/**
 * One stretch of time between the start of a limit and its end, and whether it counts.
 *
 * @param from inclusive, UTC
 * @param to exclusive, UTC
 * @param name of the holiday or make-up day; empty for an ordinary stretch
 * @param source the decision a holiday or make-up day rests on; empty for an ordinary stretch
 */
public record Stretch(Instant from, Instant to, Kind kind, String name, String source) {

    /** Why it counts or does not. */
    public enum Kind {
        /** Working time, or any time for a limit on the wall clock. */
        counted(true),
        /** Working time on a day that would be off. */
        make_up_day(true),
        /** The rest of the day of the event (BLDS 2015 Điều 147 khoản 2), or until counting may begin. */
        event_day(false),
        /** Night, early morning or lunch of a working day. */
        outside_office_hours(false),
        weekend(false),
        holiday(false),
        /** We wait for the citizen. */
        pause(false),
        /** Granted on top by a person. */
        extension(true);

        private final boolean counts;

        Kind(boolean counts) {
            this.counts = counts;
        }

        public boolean counts() {
            return counts;
        }
    }

    static Stretch of(Instant from, Instant to, Kind kind) {
        return new Stretch(from, to, kind, "", "");
    }

    Stretch until(Instant end) {
        return new Stretch(from, end, kind, name, source);
    }

    boolean continues(Stretch before) {
        return before.to.equals(from)
                && before.kind == kind
                && before.name.equals(name)
                && before.source.equals(source)
                && kind != Kind.counted
                && kind != Kind.make_up_day;
    }
}
