package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.CALLERS;
import static vn.haiphong.hotline1022.process.PetitionVariables.CALL_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.CALL_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.INSTEAD_OF;
import static vn.haiphong.hotline1022.process.PetitionVariables.LETTER;
import static vn.haiphong.hotline1022.process.PetitionVariables.LIMIT_STEP;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

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
            if (CALL_REASON.from(execution) != null) { // it was sent and did not arrive
                sendReply.instead(INSTEAD_OF.from(execution), CALL_REASON.from(execution));
            } else {
                sendReply.letter(
                        PETITION_CODE.from(execution),
                        LETTER.from(execution),
                        execution.getProcessInstanceId(),
                        REPLY_TEXT.from(execution));
            }
        } catch (PetitionerUnreachable unreachable) {
            var code = PETITION_CODE.from(execution);
            CALL_REASON.set(execution, unreachable.getMessage());
            CALL_DUE_AT.set(execution, call.needed(code).dueAt());
            URGENCY.set(execution, call.urgencyOf(code));
            LIMIT_STEP.set(execution, "call"); // the case itself goes on elsewhere, with limits of its own
            CALLERS.set(
                    execution,
                    call.isConfidential(code) ? Groups.COORDINATORS : Groups.OPERATORS + "," + Groups.COORDINATORS);
            throw new BpmnError(PETITIONER_UNREACHABLE, unreachable.getMessage(), unreachable);
        }
    }
}
