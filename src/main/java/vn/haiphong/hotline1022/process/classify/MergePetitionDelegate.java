package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.MERGE_INTO;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.MergePetition;

/** Gộp phản ánh: both senders are told. */
@Component
class MergePetitionDelegate implements JavaDelegate {

    private final MergePetition merge;

    MergePetitionDelegate(MergePetition merge) {
        this.merge = merge;
    }

    @Override
    public void execute(DelegateExecution execution) {
        merge.into(PETITION_CODE.from(execution), MERGE_INTO.from(execution));
    }
}
