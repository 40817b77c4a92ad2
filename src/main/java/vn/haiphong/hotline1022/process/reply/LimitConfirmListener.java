package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.CONFIRM_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.LIMIT_STEP;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.KeepPlan;

/** Hỏi việc đã hẹn has a limit of its own. */
@Component
class LimitConfirmListener implements ExecutionListener {

    private final KeepPlan keepPlan;

    LimitConfirmListener(KeepPlan keepPlan) {
        this.keepPlan = keepPlan;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var code = PETITION_CODE.from(execution);
        CONFIRM_DUE_AT.set(execution, keepPlan.asked(code).dueAt());
        URGENCY.set(execution, keepPlan.urgencyOf(code));
        LIMIT_STEP.set(execution, "confirm");
    }
}
