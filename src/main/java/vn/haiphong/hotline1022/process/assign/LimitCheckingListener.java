package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.APPROVED;
import static vn.haiphong.hotline1022.process.PetitionVariables.CHECK_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.CHECK_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.SEND_BACK_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/** Kiểm tra trả lời has its own limit. */
@Component
class LimitCheckingListener implements ExecutionListener {

    private final StepLimits limits;

    LimitCheckingListener(StepLimits limits) {
        this.limits = limits;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var due = limits.start(
                PETITION_CODE.from(execution),
                "check",
                "",
                Allowance.of(Limit.parse(CHECK_LIMIT.from(execution)), "Giả định A-12"),
                URGENCY.from(execution));
        CHECK_DUE_AT.set(execution, due.dueAt());
        // A form shows what is there: an earlier decision must not stand as the next one's.
        APPROVED.set(execution, null);
        SEND_BACK_REASON.set(execution, "");
    }
}
