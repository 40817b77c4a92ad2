package vn.haiphong.hotline1022.application.limit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.application.port.Deadlines.Move;
import vn.haiphong.hotline1022.application.port.Deadlines.NewDeadline;
import vn.haiphong.hotline1022.application.port.Deadlines.OpenDeadline;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/**
 * Starts, moves, pauses and ends the limits of the steps: every due date is computed here, once, and kept with the trace
 * that gives it.
 */
@Component
public class StepLimits {

    /** A share of a limit after which a reminder goes out (Giả định A-08). */
    public static final double DEFAULT_WARN_SHARE = 0.75;

    private final Deadlines deadlines;
    private final Calendars calendars;
    private final RecountLimits recountLimits;
    private final Actor actor;
    private final Clock clock;

    StepLimits(Deadlines deadlines, Calendars calendars, RecountLimits recountLimits, Actor actor, Clock clock) {
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.recountLimits = recountLimits;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * How long a step may take, and who says so.
     *
     * @param ground the rule's ground: letter, law or assumption
     * @param rule the row of the table that set it; null: the row that set the limit of the whole case
     */
    public record Allowance(Limit limit, double warnShare, String ground, String rule) {

        public static Allowance of(Limit limit, String ground) {
            return new Allowance(limit, DEFAULT_WARN_SHARE, ground, null);
        }

        /** For a reopened case (Giả định A-14). */
        public Allowance halved() {
            return new Allowance(limit.halved(), warnShare, ground + "; Giả định A-14: một nửa thời hạn", rule);
        }
    }

    /** Starts the limit of a step, unless it runs already: a step done twice does not get its time twice. */
    public Due start(String code, String step, String agency, Allowance allowance, String urgency) {
        var running = deadlines.find(code, step, agency);
        if (running.isPresent()) {
            return new Due(running.get().dueAt(), running.get().warnAt());
        }
        var start = now();
        var calendar = calendars.latest();
        var due = DeadlineTrace.started(start, allowance.limit(), allowance.warnShare())
                .due(calendar.calendar());
        deadlines.open(new NewDeadline(
                code,
                step,
                agency,
                allowance.limit().toString(),
                urgency,
                start,
                due,
                allowance.warnShare(),
                allowance.ground(),
                allowance.rule(),
                calendar.number()));
        return due;
    }

    /**
     * Starts the limit of a step that has as long as the whole case: with its beginning, its length, and the later date it
     * may have been granted. An extension of the case that comes afterwards does not move it.
     */
    public Due startWithTheCase(String code, String step, String agency, String ground) {
        var ofTheCase = deadlines
                .latest(code, "handle", "")
                .orElseThrow(() -> new IllegalStateException("No limit of " + code + " as a whole"));
        var trace = deadlines.traceOf(ofTheCase.id());
        var calendar = calendars.latest();
        var due = DeadlineTrace.started(trace.start(), trace.limit(), trace.warnShare())
                .due(calendar.calendar());
        deadlines.open(new NewDeadline(
                code,
                step,
                agency,
                trace.limit().toString(),
                ofTheCase.urgency(),
                trace.start(),
                due,
                trace.warnShare(),
                ground,
                null,
                calendar.number()));
        return trace.extensions() == 0
                ? due
                : extend(code, step, agency, ofTheCase.dueAt(), "Theo hạn đã gia hạn của cả hồ sơ");
    }

    public void end(String code, String step, String agency) {
        deadlines.end(code, step, agency, clock.instant());
    }

    public void endAll(String code, String agency) {
        deadlines.endAll(code, agency, clock.instant());
    }

    /** The step was not done after all: its limit goes on, with the due date it would have had. */
    public void resumeEnded(String code, String step, String agency) {
        deadlines.resumeEnded(code, step, agency);
        deadlines.find(code, step, agency).ifPresent(recountLimits::resumed);
    }

    /** While we wait for the citizen the clock stands (Giả định A-09). */
    public void pause(String code, String step, String agency, String reason) {
        deadlines
                .find(code, step, agency)
                .filter(running -> running.pausedAt() == null)
                .ifPresent(running -> {
                    var at = now();
                    move(running, Move.Kind.paused, at, reason, null, new DeadlineTrace.Move.Paused(at));
                });
    }

    /** The clock goes on with what was left when it stopped. */
    public Optional<Due> resume(String code, String step, String agency, String reason) {
        return deadlines.find(code, step, agency).map(running -> {
            if (running.pausedAt() == null) {
                return new Due(running.dueAt(), running.warnAt());
            }
            var at = now();
            return move(running, Move.Kind.resumed, at, reason, null, new DeadlineTrace.Move.Resumed(at));
        });
    }

    /** A new due date decided by a person; the original one stays visible. */
    public Due extend(String code, String step, String agency, Instant newDue, String reason) {
        var running = deadlines
                .find(code, step, agency)
                .orElseThrow(() -> new IllegalStateException("No limit runs for " + step + " of " + code));
        var at = now();
        return move(running, Move.Kind.extended, at, reason, newDue, new DeadlineTrace.Move.Extended(at, newDue));
    }

    private Due move(
            OpenDeadline running,
            Move.Kind kind,
            Instant at,
            String reason,
            Instant extendedTo,
            DeadlineTrace.Move counted) {
        var calendar = calendars.latest();
        var due = deadlines.traceOf(running.id()).with(counted).due(calendar.calendar());
        deadlines.move(running.id(), new Move(kind, at, actor.current(), reason, extendedTo, due, calendar.number()));
        return due;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
