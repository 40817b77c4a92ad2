package vn.haiphong.hotline1022.process.resolve;

import static vn.haiphong.hotline1022.process.PetitionVariables.APPROVED;
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

/** Duyệt trả lời: the leader answers for it. */
@Component
class ApproveReplyListener implements TaskListener {

    private final ResolvePetition resolve;
    private final ChooseEnding chooseEnding;

    ApproveReplyListener(ResolvePetition resolve, ChooseEnding chooseEnding) {
        this.resolve = resolve;
        this.chooseEnding = chooseEnding;
    }

    @Override
    public void notify(DelegateTask task) {
        resolve.decideReply(
                PETITION_CODE.from(task),
                HANDLING_AGENCY.from(task),
                APPROVED.from(task),
                REPLY_TEXT.from(task),
                SEND_BACK_REASON.from(task));
        if (APPROVED.isTrue(task)) {
            EndingVariables.set(
                    task,
                    chooseEnding.of(
                            PETITION_CODE.from(task),
                            HANDLING_AGENCY.from(task),
                            EndingVariables.given(task),
                            REPLY_TEXT.from(task)));
        }
    }
}
