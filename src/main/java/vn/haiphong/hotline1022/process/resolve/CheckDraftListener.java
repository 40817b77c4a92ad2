package vn.haiphong.hotline1022.process.resolve;

import static vn.haiphong.hotline1022.process.PetitionVariables.APPROVED;
import static vn.haiphong.hotline1022.process.PetitionVariables.DRAFTED_BY;
import static vn.haiphong.hotline1022.process.PetitionVariables.DRAFT_CHECKED;
import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;
import static vn.haiphong.hotline1022.process.PetitionVariables.SEND_BACK_REASON;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.resolve.ChooseEnding;
import vn.haiphong.hotline1022.application.resolve.ResolvePetition;
import vn.haiphong.hotline1022.process.EndingVariables;

/** Kiểm tra dự thảo: four eyes inside the agency, where the agency wants them. */
@Component
class CheckDraftListener implements TaskListener {

    private final ResolvePetition resolve;
    private final ChooseEnding chooseEnding;

    CheckDraftListener(ResolvePetition resolve, ChooseEnding chooseEnding) {
        this.resolve = resolve;
        this.chooseEnding = chooseEnding;
    }

    @Override
    public void notify(DelegateTask task) {
        var approved = APPROVED.from(task);
        resolve.checkDraft(
                PETITION_CODE.from(task),
                HANDLING_AGENCY.from(task),
                DRAFTED_BY.from(task),
                approved,
                REPLY_TEXT.from(task),
                SEND_BACK_REASON.from(task));
        if (Boolean.TRUE.equals(approved)) {
            EndingVariables.set(
                    task,
                    chooseEnding.of(
                            PETITION_CODE.from(task),
                            HANDLING_AGENCY.from(task),
                            EndingVariables.given(task),
                            REPLY_TEXT.from(task)));
        }
        DRAFT_CHECKED.set(task, approved);
        APPROVED.set(task, null); // the leader begins with an open question
    }
}
