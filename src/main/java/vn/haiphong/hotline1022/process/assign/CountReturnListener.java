package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCIES_AT_WORK;
import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCY_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.FIRST_RETURN;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.OUTCOME;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.RETURN_REASON;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AssignPetition;

/** A first return goes to the coordinator; from the second on the City Office settles (Giả định A-05). */
@Component
class CountReturnListener implements ExecutionListener {

    private final AssignPetition assign;

    CountReturnListener(AssignPetition assign) {
        this.assign = assign;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if ("return".equals(OUTCOME.from(execution))) { // an agency that is no more has returned nothing
            FIRST_RETURN.set(execution, FIRST_RETURN.from(execution) == null);
        }
        RETURN_REASON.set(execution, assign.returnsOf(PETITION_CODE.from(execution)));
        AGENCIES_AT_WORK.set(execution, assign.atWorkOn(PETITION_CODE.from(execution)));
        // Whoever decides next chooses anew; the agency that has just said no must not be chosen by a careless click.
        LEAD_AGENCY.set(execution, "");
        AGENCY_BASIS.set(execution, "");
    }
}
