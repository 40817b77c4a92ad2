package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLAN_NOTE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.KeepPlan;

/** Báo người dân what became of what was planned. */
@Component
class TellOfPlanDelegate implements JavaDelegate {

    private final KeepPlan keepPlan;

    TellOfPlanDelegate(KeepPlan keepPlan) {
        this.keepPlan = keepPlan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        keepPlan.tell(PETITION_CODE.from(execution), PLAN_NOTE.from(execution));
        PLAN_NOTE.set(execution, ""); // the next one begins with an open question
    }
}
