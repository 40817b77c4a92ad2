package vn.haiphong.hotline1022.process.resolve;

import static vn.haiphong.hotline1022.process.PetitionVariables.EXTENSION_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;

/** Trả lời tạm: the citizen is told until when, and why later. */
@Component
class SendInterimReplyDelegate implements JavaDelegate {

    private final Petitions petitions;
    private final PetitionProcess process;

    SendInterimReplyDelegate(Petitions petitions, PetitionProcess process) {
        this.petitions = petitions;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.deliver(petitions.get(PETITION_CODE.from(execution)), "interim", EXTENSION_REASON.from(execution));
    }
}
