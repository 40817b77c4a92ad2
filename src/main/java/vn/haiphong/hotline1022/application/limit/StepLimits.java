package vn.haiphong.hotline1022.application.limit;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.application.port.Deadlines.NewDeadline;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/** Starts, moves, pauses and ends the limits of the steps: every due date is computed here, once, and kept. */
@Component
public class StepLimits {

    /** A share of a limit after which a reminder goes out (Giả định A-08). */
    public static final double DEFAULT_WARN_SHARE = 0.75;

    private final Deadlines deadlines;
    private final Calendars calendars;
    private final Clock clock;

    StepLimits(Deadlines deadlines, Calendars calendars, Clock clock) {
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** When a step must be done, and when its people are reminded; instants in UTC. */
    public record Due(Instant dueAt, Instant warnAt) {}

    /** Starts the limit of a step, unless it runs already: a step done twice does not get its time twice. */
    public Due start(
            String code, String step, String agency, Limit limit, String urgency, double warnShare, String ground) {
        var running = deadlines.find(code, step, agency);
        if (running.isPresent()) {
            return new Due(running.get().dueAt(), running.get().warnAt());
        }
        var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var due = due(now, limit, warnShare);
        deadlines.open(
                new NewDeadline(code, step, agency, limit.toString(), urgency, now, due.warnAt(), due.dueAt(), ground));
        return due;
    }

    public void end(String code, String step, String agency) {
        deadlines.end(code, step, agency, clock.instant());
    }

    public void endAll(String code, String agency) {
        deadlines.endAll(code, agency, clock.instant());
    }

    /** The step was not done after all: its limit goes on, with the due date it had. */
    public void resumeEnded(String code, String step, String agency) {
        deadlines.resumeEnded(code, step, agency);
    }

    /** While we wait for the citizen the clock stands (Giả định A-09). */
    public void pause(String code, String step, String agency) {
        deadlines
                .find(code, step, agency)
                .filter(running -> running.pausedAt() == null)
                .ifPresent(
                        running -> deadlines.moved(running.id(), running.warnAt(), running.dueAt(), clock.instant()));
    }

    /** The clock goes on with what was left when it stopped. */
    public Optional<Due> resume(String code, String step, String agency) {
        return deadlines.find(code, step, agency).map(running -> {
            if (running.pausedAt() == null) {
                return new Due(running.dueAt(), running.warnAt());
            }
            var now = clock.instant();
            var calendar = calendars.current();
            var limit = Limit.parse(running.limit());
            var due = new Due(
                    calendar.resumed(running.dueAt(), limit, running.pausedAt(), now),
                    calendar.resumed(running.warnAt(), limit, running.pausedAt(), now));
            deadlines.moved(running.id(), due.warnAt(), due.dueAt(), null);
            return due;
        });
    }

    /** A new due date decided by a person; the original one stays visible. */
    public Due extend(String code, String step, String agency, Instant newDue) {
        var running = deadlines
                .find(code, step, agency)
                .orElseThrow(() -> new IllegalStateException("No limit runs for " + step + " of " + code));
        var warn =
                calendars.current().warnAt(clock.instant(), newDue, Limit.parse(running.limit()), DEFAULT_WARN_SHARE);
        deadlines.moved(running.id(), warn, newDue, null);
        return new Due(newDue, warn);
    }

    private Due due(Instant start, Limit limit, double warnShare) {
        var calendar = calendars.current();
        var due = calendar.after(start, limit);
        return new Due(due, calendar.warnAt(start, due, limit, warnShare));
    }
}
