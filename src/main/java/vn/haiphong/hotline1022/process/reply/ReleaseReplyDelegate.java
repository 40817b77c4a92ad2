package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.RATING_ENDS_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.ReleaseReply;

/** Công bố trả lời: from now on the citizen sees the answer and may rate it. */
@Component
class ReleaseReplyDelegate implements JavaDelegate {

    private final ReleaseReply release;

    ReleaseReplyDelegate(ReleaseReply release) {
        this.release = release;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RATING_ENDS_AT.set(execution, release.release(PETITION_CODE.from(execution), REPLY_TEXT.from(execution)));
    }
}
