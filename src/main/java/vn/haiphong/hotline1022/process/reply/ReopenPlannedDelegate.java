package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.KeepPlan;

/** Mở lại hồ sơ: what was promised was not done. */
@Component
class ReopenPlannedDelegate implements JavaDelegate {

    private final KeepPlan keepPlan;

    ReopenPlannedDelegate(KeepPlan keepPlan) {
        this.keepPlan = keepPlan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        keepPlan.reopen(PETITION_CODE.from(execution));
    }
}
