package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCY_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.FORWARD_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.FORWARD_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/** Phân công bằng tay has the limit of forwarding, and a ground of its own. */
@Component
class LimitAssigningListener implements ExecutionListener {

    private final StepLimits limits;

    LimitAssigningListener(StepLimits limits) {
        this.limits = limits;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var due = limits.start(
                PETITION_CODE.from(execution),
                "forward",
                "",
                Allowance.of(Limit.parse(FORWARD_LIMIT.from(execution)), "Giả định A-06"),
                URGENCY.from(execution));
        FORWARD_DUE_AT.set(execution, due.dueAt());
        AGENCY_BASIS.set(execution, ""); // the coordinator's ground, not what was proposed before
    }
}
