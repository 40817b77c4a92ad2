package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.SETTLE_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.SETTLE_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/** Quyết định thẩm quyền has its own limit. */
@Component
class LimitSettlementListener implements ExecutionListener {

    private final StepLimits limits;

    LimitSettlementListener(StepLimits limits) {
        this.limits = limits;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var due = limits.start(
                PETITION_CODE.from(execution),
                "settle",
                HANDLING_AGENCY.from(execution),
                Allowance.of(Limit.parse(SETTLE_LIMIT.from(execution)), "Giả định A-05"),
                URGENCY.from(execution));
        SETTLE_DUE_AT.set(execution, due.dueAt());
    }
}
