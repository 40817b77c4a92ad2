package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.CALL_NOTE;
import static vn.haiphong.hotline1022.process.PetitionVariables.LETTER;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.PetitionerUnreachable;
import vn.haiphong.hotline1022.application.reply.SendReply;

/** Gửi thư. Who cannot be reached in writing is called. */
@Component
class SendReplyDelegate implements JavaDelegate {

    private static final String PETITIONER_UNREACHABLE = "petitionerUnreachable";

    private final SendReply sendReply;

    SendReplyDelegate(SendReply sendReply) {
        this.sendReply = sendReply;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            sendReply.letter(
                    PETITION_CODE.from(execution),
                    LETTER.from(execution),
                    execution.getProcessInstanceId(),
                    REPLY_TEXT.from(execution));
        } catch (PetitionerUnreachable unreachable) {
            CALL_NOTE.set(execution, unreachable.getMessage());
            throw new BpmnError(PETITIONER_UNREACHABLE, unreachable.getMessage(), unreachable);
        }
    }
}
