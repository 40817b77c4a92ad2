package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.APPROVED;
import static vn.haiphong.hotline1022.process.PetitionVariables.DECISION;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REFUSAL_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;
import static vn.haiphong.hotline1022.process.PetitionVariables.SEND_BACK_REASON;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.CloseRefused;
import vn.haiphong.hotline1022.application.reply.AnswerJoined;

/** Duyệt từ chối, hướng dẫn: nobody is turned away by one person alone. */
@Component
class ApproveRefusalListener implements TaskListener {

    private final CloseRefused closeRefused;
    private final AnswerJoined answerJoined;

    ApproveRefusalListener(CloseRefused closeRefused, AnswerJoined answerJoined) {
        this.closeRefused = closeRefused;
        this.answerJoined = answerJoined;
    }

    @Override
    public void notify(DelegateTask task) {
        closeRefused.decide(
                PETITION_CODE.from(task),
                DECISION.from(task),
                REFUSAL_REASON.from(task),
                APPROVED.from(task),
                REPLY_TEXT.from(task),
                SEND_BACK_REASON.from(task));
        if (APPROVED.isTrue(task)) {
            answerJoined.to(PETITION_CODE.from(task), "refusal", REPLY_TEXT.from(task));
        }
    }
}
