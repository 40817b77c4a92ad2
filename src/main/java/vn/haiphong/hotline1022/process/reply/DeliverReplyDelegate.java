package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;

/** Chuyển trả lời: the letter goes its own way; the citizen may rate meanwhile. */
@Component
class DeliverReplyDelegate implements JavaDelegate {

    private final Petitions petitions;
    private final PetitionProcess process;

    DeliverReplyDelegate(Petitions petitions, PetitionProcess process) {
        this.petitions = petitions;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.deliver(petitions.get(PETITION_CODE.from(execution)), "reply", REPLY_TEXT.from(execution));
    }
}
