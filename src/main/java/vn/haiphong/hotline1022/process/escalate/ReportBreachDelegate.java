package vn.haiphong.hotline1022.process.escalate;

import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD;
import static vn.haiphong.hotline1022.process.PetitionVariables.LIMIT_STEP;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.STEP_AGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.FollowDeadlines;

/** Ghi nhận, lập thông báo: one notice for each person and level. */
@Component
class ReportBreachDelegate implements JavaDelegate {

    private final FollowDeadlines follow;

    ReportBreachDelegate(FollowDeadlines follow) {
        this.follow = follow;
    }

    @Override
    public void execute(DelegateExecution execution) {
        follow.report(
                PETITION_CODE.from(execution),
                STEP_AGENCY.from(execution),
                LEAD.isTrue(execution),
                LIMIT_STEP.from(execution),
                Ladder.from(execution),
                execution.getProcessInstanceId());
    }
}
