package vn.haiphong.hotline1022.process.engine.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.springframework.beans.factory.ObjectProvider;
import vn.haiphong.hotline1022.application.escalate.FollowDeadlines;
import vn.haiphong.hotline1022.process.DeadlineStep;

/**
 * Answers the two clocks of the models: {@code ${nextDeadlineMark}}, when the limits of the step at hand must be looked at
 * again, and {@code ${newDayCycle}}, five past midnight. The engine asks again each time such a timer fires.
 */
class DeadlineClockResolver extends ReadOnlyResolver {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ObjectProvider<FollowDeadlines> followDeadlines;
    private final Clock clock;

    DeadlineClockResolver(ObjectProvider<FollowDeadlines> followDeadlines, Clock clock) {
        this.followDeadlines = followDeadlines;
        this.clock = clock;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null) {
            return null;
        }
        if ("nextDeadlineMark".equals(property)) {
            var step = DeadlineStep.of((VariableScope) context.getContext(VariableScope.class));
            context.setPropertyResolved(true);
            return cycle(followDeadlines.getObject().nextMark(step.code(), step.agency(), step.lead()), "P1000D");
        }
        if ("newDayCycle".equals(property)) {
            context.setPropertyResolved(true);
            var tomorrow = clock.instant().atZone(OFFICE).toLocalDate().plusDays(1);
            return cycle(tomorrow.atTime(0, 5).atZone(OFFICE).toInstant(), "P1D");
        }
        return null;
    }

    private static String cycle(Instant first, String period) {
        // A timer knows whole seconds; one second later rather than before the mark.
        var at = first.truncatedTo(ChronoUnit.SECONDS);
        return "R/" + (at.equals(first) ? at : at.plusSeconds(1)) + "/" + period;
    }
}
