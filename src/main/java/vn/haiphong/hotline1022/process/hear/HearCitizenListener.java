package vn.haiphong.hotline1022.process.hear;

import static vn.haiphong.hotline1022.process.PetitionVariables.HEAR_NOTE;
import static vn.haiphong.hotline1022.process.PetitionVariables.HEAR_OUTCOME;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REOPENING_ASKED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.hear.HearCitizen;

/** Xem lời nhắn: answered, or the case has to be looked at again. */
@Component
class HearCitizenListener implements TaskListener {

    private final HearCitizen hearCitizen;

    HearCitizenListener(HearCitizen hearCitizen) {
        this.hearCitizen = hearCitizen;
    }

    @Override
    public void notify(DelegateTask task) {
        REOPENING_ASKED.set(
                task, hearCitizen.decide(PETITION_CODE.from(task), HEAR_OUTCOME.from(task), HEAR_NOTE.from(task)));
    }
}
