package vn.haiphong.hotline1022.process.escalate;

import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.FollowDeadlines;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.process.DeadlineStep;

/** Đến mốc thời hạn: the report runs beside the work and never in its way. */
@Component
class ReportDeadlineDelegate implements JavaDelegate {

    private final FollowDeadlines follow;
    private final PetitionProcess process;

    ReportDeadlineDelegate(FollowDeadlines follow, PetitionProcess process) {
        this.follow = follow;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = DeadlineStep.of(execution);
        if (follow.isMarkReached(step.code(), step.agency(), step.lead(), step.only())) {
            process.escalate(step.code(), step.agency(), step.lead(), step.only(), URGENCY.from(execution));
        }
    }
}
