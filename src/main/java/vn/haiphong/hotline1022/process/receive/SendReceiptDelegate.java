package vn.haiphong.hotline1022.process.receive;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;

/** Báo nhận: the letter goes its own way, so that no mail server stands between a petition and its operator. */
@Component
class SendReceiptDelegate implements JavaDelegate {

    private final Petitions petitions;
    private final PetitionProcess process;

    SendReceiptDelegate(Petitions petitions, PetitionProcess process) {
        this.petitions = petitions;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.deliver(petitions.get(PETITION_CODE.from(execution)), "receipt", "");
    }
}
