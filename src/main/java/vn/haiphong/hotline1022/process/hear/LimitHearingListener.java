package vn.haiphong.hotline1022.process.hear;

import static vn.haiphong.hotline1022.process.PetitionVariables.HEAR_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.LIMIT_STEP;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.hear.HearCitizen;

/** Xem lời nhắn has a limit of its own. */
@Component
class LimitHearingListener implements ExecutionListener {

    private final HearCitizen hearCitizen;

    LimitHearingListener(HearCitizen hearCitizen) {
        this.hearCitizen = hearCitizen;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var code = PETITION_CODE.from(execution);
        HEAR_DUE_AT.set(execution, hearCitizen.asked(code).dueAt());
        URGENCY.set(execution, hearCitizen.urgencyOf(code));
        LIMIT_STEP.set(execution, "hear");
    }
}
