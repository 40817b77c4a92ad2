package vn.haiphong.hotline1022.process.resolve;

import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.OPINION;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.resolve.ResolvePetition;

/** Xử lý phần phối hợp. */
@Component
class GiveOpinionListener implements TaskListener {

    private final ResolvePetition resolve;

    GiveOpinionListener(ResolvePetition resolve) {
        this.resolve = resolve;
    }

    @Override
    public void notify(DelegateTask task) {
        resolve.giveOpinion(PETITION_CODE.from(task), HANDLING_AGENCY.from(task), OPINION.from(task));
    }
}
