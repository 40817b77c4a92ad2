package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import vn.haiphong.hotline1022.application.escalate.FollowDeadlines;
import vn.haiphong.hotline1022.application.escalate.FollowDeadlines.Sight;
import vn.haiphong.hotline1022.process.DeadlineStep;

/**
 * A clock that fires is asked for its next mark and then reports, in one command: both go by the same sight of the limits, so
 * that no level falls between two looks, and none is looked up twice.
 */
public final class SeenLimits implements Session {

    private DeadlineStep step;
    private Sight sight;

    private SeenLimits() {}

    /** What the clock that fires in this command has seen; if none does, a look of its own. */
    public static Sight by(VariableScope scope, FollowDeadlines follow) {
        var here = DeadlineStep.of(scope);
        var seen = ofThisCommand();
        return here.equals(seen.step) ? seen.sight : look(here, follow);
    }

    static Sight remember(VariableScope scope, FollowDeadlines follow) {
        var seen = ofThisCommand();
        seen.step = DeadlineStep.of(scope);
        seen.sight = look(seen.step, follow);
        return seen.sight;
    }

    static Sight look(DeadlineStep step, FollowDeadlines follow) {
        return follow.look(step.code(), step.agency(), step.lead(), step.only());
    }

    private static SeenLimits ofThisCommand() {
        return Context.getCommandContext().getSession(SeenLimits.class);
    }

    @Override
    public void flush() {
        // nothing of it is kept
    }

    @Override
    public void close() {
        // it ends with the command
    }

    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return SeenLimits.class;
        }

        @Override
        public Session openSession() {
            return new SeenLimits();
        }
    }
}
