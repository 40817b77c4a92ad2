package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.APPROVED;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;
import static vn.haiphong.hotline1022.process.PetitionVariables.REVISION;
import static vn.haiphong.hotline1022.process.PetitionVariables.SEND_BACK_REASON;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.ReleaseReply;
import vn.haiphong.hotline1022.application.resolve.ChooseEnding;
import vn.haiphong.hotline1022.process.EndingVariables;

/** Kiểm tra trả lời: form and privacy, not substance. */
@Component
class CheckReplyListener implements TaskListener {

    private final ReleaseReply release;
    private final ChooseEnding chooseEnding;

    CheckReplyListener(ReleaseReply release, ChooseEnding chooseEnding) {
        this.release = release;
        this.chooseEnding = chooseEnding;
    }

    @Override
    public void notify(DelegateTask task) {
        release.decide(
                PETITION_CODE.from(task), APPROVED.from(task), REPLY_TEXT.from(task), SEND_BACK_REASON.from(task));
        if (APPROVED.isTrue(task)) {
            EndingVariables.set(
                    task,
                    chooseEnding.of(
                            PETITION_CODE.from(task), null, EndingVariables.given(task), REPLY_TEXT.from(task)));
        }
        REVISION.set(task, !APPROVED.isTrue(task));
    }
}
