package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUPPLEMENT_WHAT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;

/** Gửi yêu cầu bổ sung: the letter goes its own way; the citizen may answer by any channel meanwhile. */
@Component
class DeliverRequestDelegate implements JavaDelegate {

    private final Petitions petitions;
    private final PetitionProcess process;

    DeliverRequestDelegate(Petitions petitions, PetitionProcess process) {
        this.petitions = petitions;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.deliver(petitions.get(PETITION_CODE.from(execution)), "supplement", SUPPLEMENT_WHAT.from(execution));
    }
}
