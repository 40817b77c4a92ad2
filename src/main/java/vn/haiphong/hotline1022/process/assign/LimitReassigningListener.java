package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCIES_AT_WORK;
import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCY_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.COORDINATING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.FORWARD_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.OUTCOME;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REASSIGN_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.RETURNED_BY;
import static vn.haiphong.hotline1022.process.PetitionVariables.RETURN_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AssignPetition;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/** A co-handling agency returned its part: whoever decides has as long as for forwarding, and begins with open questions. */
@Component
class LimitReassigningListener implements ExecutionListener {

    private final StepLimits limits;
    private final AssignPetition assign;

    LimitReassigningListener(StepLimits limits, AssignPetition assign) {
        this.limits = limits;
        this.assign = assign;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var code = PETITION_CODE.from(execution);
        var due = limits.start(
                code,
                "reassign",
                "",
                Allowance.of(Limit.parse(FORWARD_LIMIT.from(execution)), "Giả định A-05; Giả định A-06"),
                URGENCY.from(execution));
        REASSIGN_DUE_AT.set(execution, due.dueAt());
        RETURN_REASON.set(execution, assign.returnOf(code, RETURNED_BY.from(execution)));
        AGENCIES_AT_WORK.set(execution, assign.atWorkOn(code));
        OUTCOME.set(execution, null);
        COORDINATING_AGENCY.set(execution, "");
        AGENCY_BASIS.set(execution, "");
    }
}
