package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.springframework.beans.factory.ObjectProvider;
import vn.haiphong.hotline1022.application.escalate.FollowDeadlines;
import vn.haiphong.hotline1022.process.DeadlineStep;

/**
 * Answers the clock of the models, {@code ${nextDeadlineMark}}: when the limits of the step at hand must be looked at
 * again. The engine asks again each time such a timer fires.
 */
class DeadlineClockResolver extends ReadOnlyResolver {

    private final ObjectProvider<FollowDeadlines> followDeadlines;

    DeadlineClockResolver(ObjectProvider<FollowDeadlines> followDeadlines) {
        this.followDeadlines = followDeadlines;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null) {
            return null;
        }
        if ("nextDeadlineMark".equals(property)) {
            var scope = (VariableScope) context.getContext(VariableScope.class);
            context.setPropertyResolved(true);
            var follow = followDeadlines.getObject();
            return DeadlineMarks.at(
                    isFiring()
                            ? follow.nextMark(SeenLimits.remember(scope, follow))
                            : follow.firstMark(SeenLimits.look(DeadlineStep.of(scope), follow)));
        }
        return null;
    }

    /** A clock that fires is asked for its next mark before the present one is reported; else a step begins. */
    private static boolean isFiring() {
        return Context.getCommandContext().getCurrentJob() instanceof TimerEntity timer && timer.getRepeat() != null;
    }
}
