package vn.haiphong.hotline1022.process.resolve;

import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.OUTCOME;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLACED_BY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.resolve.ResolvePetition;

/** Bàn giao hồ sơ: what the agency had begun is closed; whoever takes over begins anew. */
@Component
class CloseHandlingDelegate implements JavaDelegate {

    private final ResolvePetition resolve;

    CloseHandlingDelegate(ResolvePetition resolve) {
        this.resolve = resolve;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var successor = resolve.replaced(PETITION_CODE.from(execution), HANDLING_AGENCY.from(execution));
        OUTCOME.set(execution, "replaced");
        REPLACED_BY.set(execution, successor.orElse(null));
        HANDLING_AGENCY.set(execution, successor.orElse(""));
    }
}
