package vn.haiphong.hotline1022.process.resolve;

import static vn.haiphong.hotline1022.process.PetitionVariables.BECOMES_LEAD;
import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD;
import static vn.haiphong.hotline1022.process.PetitionVariables.OUTCOME;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLACED_BY;
import static vn.haiphong.hotline1022.process.PetitionVariables.REROUTED_TO;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.resolve.ResolvePetition;

/** Bàn giao hồ sơ: what the agency had begun is closed; whoever takes over begins anew, be it the same agency as lead. */
@Component
class CloseHandlingDelegate implements JavaDelegate {

    private final ResolvePetition resolve;

    CloseHandlingDelegate(ResolvePetition resolve) {
        this.resolve = resolve;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var code = PETITION_CODE.from(execution);
        var agency = HANDLING_AGENCY.from(execution);
        if (BECOMES_LEAD.isTrue(execution)) {
            resolve.becomesLead(code, agency);
            OUTCOME.set(execution, "replaced");
            REPLACED_BY.set(execution, null);
            return;
        }
        var rerouted = REROUTED_TO.from(execution);
        if (rerouted != null) {
            resolve.rerouted(code, agency, rerouted);
            OUTCOME.set(execution, "replaced");
            HANDLING_AGENCY.set(execution, rerouted);
            return;
        }
        var successor = resolve.replaced(code, agency, LEAD.isTrue(execution));
        OUTCOME.set(execution, "replaced");
        REPLACED_BY.set(execution, successor.orElse(null));
        HANDLING_AGENCY.set(execution, successor.orElse(""));
    }
}
