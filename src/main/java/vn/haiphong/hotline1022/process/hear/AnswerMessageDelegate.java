package vn.haiphong.hotline1022.process.hear;

import static vn.haiphong.hotline1022.process.PetitionVariables.HEAR_NOTE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REOPENING_ASKED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.hear.HearCitizen;

/** Trả lời người đã nhắn: the letter goes its own way. */
@Component
class AnswerMessageDelegate implements JavaDelegate {

    private final HearCitizen hearCitizen;

    AnswerMessageDelegate(HearCitizen hearCitizen) {
        this.hearCitizen = hearCitizen;
    }

    @Override
    public void execute(DelegateExecution execution) {
        hearCitizen.answer(PETITION_CODE.from(execution), HEAR_NOTE.from(execution), REOPENING_ASKED.from(execution));
    }
}
