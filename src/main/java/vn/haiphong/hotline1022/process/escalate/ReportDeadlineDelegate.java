package vn.haiphong.hotline1022.process.escalate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.FollowDeadlines;
import vn.haiphong.hotline1022.process.engine.internal.LateSteps;
import vn.haiphong.hotline1022.process.engine.internal.SeenLimits;

/** Báo theo cấp: who must know is written down beside the work; nothing here waits for a mail server. */
@Component
class ReportDeadlineDelegate implements JavaDelegate {

    private final FollowDeadlines follow;

    ReportDeadlineDelegate(FollowDeadlines follow) {
        this.follow = follow;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var sight = SeenLimits.by(execution, follow);
        follow.report(sight).ifPresent(late -> LateSteps.mark(execution, sight.agency(), sight.at(), late));
    }
}
