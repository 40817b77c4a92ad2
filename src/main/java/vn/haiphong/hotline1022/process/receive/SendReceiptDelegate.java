package vn.haiphong.hotline1022.process.receive;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.PetitionerUnreachable;
import vn.haiphong.hotline1022.application.reply.SendReply;

/** Gửi giấy báo nhận. Who cannot be written to has heard or seen the code already: nothing more is owed. */
@Component
class SendReceiptDelegate implements JavaDelegate {

    private final SendReply sendReply;

    SendReceiptDelegate(SendReply sendReply) {
        this.sendReply = sendReply;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            sendReply.letter(PETITION_CODE.from(execution), "receipt", "1", "");
        } catch (PetitionerUnreachable unreachable) {
            return;
        }
    }
}
