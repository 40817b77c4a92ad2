package vn.haiphong.hotline1022.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a due date came about: when a limit began, and what has moved it since, in order. Counted again with the calendar that
 * was in force it gives the stored date, always; that is how a due date is computed in the first place. Instants in UTC.
 *
 * @param warnShare the share of the time after which its people are reminded
 */
public record DeadlineTrace(Instant start, Limit limit, double warnShare, List<Move> moves) {

    /** What moved a due date, or stopped and restarted its clock. */
    public sealed interface Move {

        Instant at();

        /** We wait for the citizen (Giả định A-09). */
        record Paused(Instant at) implements Move {}

        /** The clock goes on with what was left when it stopped. */
        record Resumed(Instant at) implements Move {}

        /** A person grants a later date (Giả định A-16). */
        record Extended(Instant at, Instant to) implements Move {}
    }

    /** When a step must be done, and when its people are reminded. */
    public record Due(Instant dueAt, Instant warnAt) {}

    public DeadlineTrace {
        moves = List.copyOf(moves);
    }

    public static DeadlineTrace started(Instant start, Limit limit, double warnShare) {
        return new DeadlineTrace(start, limit, warnShare, List.of());
    }

    public DeadlineTrace with(Move move) {
        var more = new ArrayList<>(moves);
        more.add(move);
        return new DeadlineTrace(start, limit, warnShare, more);
    }

    /** The date these moves give with that calendar. */
    public Due due(WorkingCalendar calendar) {
        var due = calendar.after(start, limit);
        var warn = calendar.warnAt(start, due, limit, warnShare);
        var countedFrom = calendar.countedFrom(start, limit);
        Instant pausedAt = null;
        for (var move : moves) {
            if (move instanceof Move.Paused paused) {
                pausedAt = pausedAt == null ? paused.at() : pausedAt;
            } else if (move instanceof Move.Resumed resumed && pausedAt != null) {
                due = calendar.resumed(due, limit, countedFrom, pausedAt, resumed.at());
                warn = calendar.resumed(warn, limit, countedFrom, pausedAt, resumed.at());
                pausedAt = null;
            } else if (move instanceof Move.Extended extended) {
                due = calendar.kept(extended.to());
                warn = calendar.warnAt(extended.at(), due, limit, warnShare);
            }
        }
        return new Due(due, warn);
    }

    /** Every stretch from the start to the date these moves give, without a gap; while the clock stands, up to that moment. */
    public List<Stretch> explain(WorkingCalendar calendar) {
        var count = calendar.count(start, limit);
        var due = count.due();
        var countedFrom = calendar.countedFrom(start, limit);
        var stretches = new ArrayList<>(count.stretches());
        Instant pausedAt = null;
        for (var move : moves) {
            if (move instanceof Move.Paused paused) {
                pausedAt = pausedAt == null ? paused.at() : pausedAt;
            } else if (move instanceof Move.Resumed resumed && pausedAt != null) {
                if (due.isAfter(pausedAt)) {
                    var before = due;
                    due = calendar.resumed(due, limit, countedFrom, pausedAt, resumed.at());
                    cut(stretches, pausedAt);
                    stretches.add(Stretch.of(pausedAt, resumed.at(), Stretch.Kind.pause));
                    stretches.addAll(
                            between(calendar, resumed.at(), due.equals(before) ? countedFrom : resumed.at(), due));
                }
                pausedAt = null;
            } else if (move instanceof Move.Extended extended) {
                var before = due;
                due = calendar.kept(extended.to());
                if (due.isAfter(before)) {
                    stretches.addAll(extension(calendar, before, due));
                } else {
                    cut(stretches, due);
                }
            }
        }
        if (pausedAt != null) {
            cut(stretches, pausedAt);
        }
        stretches.removeIf(stretch -> !stretch.to().isAfter(stretch.from()));
        return List.copyOf(stretches);
    }

    /** How often a person has granted a later date. */
    public int extensions() {
        return (int) moves.stream().filter(Move.Extended.class::isInstance).count();
    }

    /** How long the clock stood in all, of the pauses that are over. */
    public Duration paused() {
        var total = Duration.ZERO;
        Instant pausedAt = null;
        for (var move : moves) {
            if (move instanceof Move.Paused paused) {
                pausedAt = pausedAt == null ? paused.at() : pausedAt;
            } else if (move instanceof Move.Resumed resumed && pausedAt != null) {
                total = total.plus(Duration.between(pausedAt, resumed.at()));
                pausedAt = null;
            }
        }
        return total;
    }

    private List<Stretch> between(WorkingCalendar calendar, Instant from, Instant countedFrom, Instant to) {
        return limit.clock() == Limit.Clock.wall
                ? List.of(Stretch.of(from, to, Stretch.Kind.counted))
                : calendar.stretches(from, countedFrom, to);
    }

    private List<Stretch> extension(WorkingCalendar calendar, Instant from, Instant to) {
        return between(calendar, from, from, to).stream()
                .map(stretch -> stretch.kind() == Stretch.Kind.counted
                        ? Stretch.of(stretch.from(), stretch.to(), Stretch.Kind.extension)
                        : stretch)
                .toList();
    }

    private static void cut(List<Stretch> stretches, Instant end) {
        stretches.removeIf(stretch -> !stretch.from().isBefore(end));
        if (!stretches.isEmpty()) {
            var last = stretches.get(stretches.size() - 1);
            if (last.to().isAfter(end)) {
                stretches.set(stretches.size() - 1, last.until(end));
            }
        }
    }
}
