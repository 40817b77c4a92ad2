package vn.haiphong.hotline1022.application.inform;

import java.time.Instant;
import java.util.List;

/**
 * The limit of one step in the office's words, with how it came about.
 *
 * @param startedBy what started it
 * @param limit how long it is, in words
 * @param rule the row of the table that set it, in words; empty if a setting did
 * @param originalDueAt null if the limit was never moved
 * @param recomputed what the trace gives, counted again just now; the same as {@code dueAt} or something is wrong
 * @param lines day by day, what counts and what does not and why
 * @param moves who moved it, when and why
 */
public record ExplainedDeadline(
        String step,
        String who,
        String startedBy,
        Instant startedAt,
        String limit,
        String rule,
        String ground,
        String counting,
        Instant dueAt,
        Instant originalDueAt,
        Instant endedAt,
        boolean paused,
        boolean breached,
        int level,
        Instant recomputed,
        List<Line> lines,
        List<Move> moves) {

    /** @param counts whether this time is part of the limit */
    public record Line(Instant from, Instant to, String text, boolean counts) {}

    /** @param dueAt what holds after it */
    public record Move(Instant at, String what, String who, String reason, Instant dueAt) {}
}
