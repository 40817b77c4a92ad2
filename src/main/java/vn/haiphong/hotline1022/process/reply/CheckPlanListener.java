package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLANNED_UNTIL;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLAN_STANDS;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.KeepPlan;

/** Qua ngày đã hẹn: whether there is still something to ask. */
@Component
class CheckPlanListener implements ExecutionListener {

    private final KeepPlan keepPlan;

    CheckPlanListener(KeepPlan keepPlan) {
        this.keepPlan = keepPlan;
    }

    @Override
    public void notify(DelegateExecution execution) {
        PLAN_STANDS.set(execution, keepPlan.stands(PETITION_CODE.from(execution), PLANNED_UNTIL.from(execution)));
    }
}
