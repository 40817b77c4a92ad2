package vn.haiphong.hotline1022.process.resolve;

import static vn.haiphong.hotline1022.process.PetitionVariables.CO_OPINIONS;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.resolve.ResolvePetition;

/** Ý kiến phối hợp: the officer reads while drafting what the others have said; what comes later is added as it comes. */
@Component
class ShowOpinionsListener implements TaskListener {

    private final ResolvePetition resolve;

    ShowOpinionsListener(ResolvePetition resolve) {
        this.resolve = resolve;
    }

    @Override
    public void notify(DelegateTask task) {
        var opinions = resolve.opinions(PETITION_CODE.from(task));
        if (!opinions.equals(CO_OPINIONS.from(task))) {
            CO_OPINIONS.set(task, opinions);
        }
    }
}
