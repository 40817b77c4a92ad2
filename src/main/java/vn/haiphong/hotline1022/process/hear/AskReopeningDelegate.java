package vn.haiphong.hotline1022.process.hear;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.hear.HearCitizen;

/** Đề nghị xét mở lại. */
@Component
class AskReopeningDelegate implements JavaDelegate {

    private final HearCitizen hearCitizen;

    AskReopeningDelegate(HearCitizen hearCitizen) {
        this.hearCitizen = hearCitizen;
    }

    @Override
    public void execute(DelegateExecution execution) {
        hearCitizen.askReopening(PETITION_CODE.from(execution));
    }
}
