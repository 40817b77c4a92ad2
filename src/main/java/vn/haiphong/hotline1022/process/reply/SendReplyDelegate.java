package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.CALLERS;
import static vn.haiphong.hotline1022.process.PetitionVariables.CALL_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.LETTER;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.CallPetitioner;
import vn.haiphong.hotline1022.application.reply.PetitionerUnreachable;
import vn.haiphong.hotline1022.application.reply.SendReply;
import vn.haiphong.hotline1022.process.engine.Groups;

/** Gửi thư. Who cannot be reached in writing is called, by somebody who may know of the case (ADR 0009). */
@Component
class SendReplyDelegate implements JavaDelegate {

    private static final String PETITIONER_UNREACHABLE = "petitionerUnreachable";

    private final SendReply sendReply;
    private final CallPetitioner call;

    SendReplyDelegate(SendReply sendReply, CallPetitioner call) {
        this.sendReply = sendReply;
        this.call = call;
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
            CALL_REASON.set(execution, unreachable.getMessage());
            CALLERS.set(
                    execution,
                    call.isConfidential(PETITION_CODE.from(execution))
                            ? Groups.COORDINATORS
                            : Groups.OPERATORS + "," + Groups.COORDINATORS);
            throw new BpmnError(PETITIONER_UNREACHABLE, unreachable.getMessage(), unreachable);
        }
    }
}
