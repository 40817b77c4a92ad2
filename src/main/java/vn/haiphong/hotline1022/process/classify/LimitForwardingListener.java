package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.FORWARD_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.process.TableResult;

/** Bảng thời hạn: how long 1022 may take to classify and forward. After a supplement the limit goes on with what was left. */
@Component
class LimitForwardingListener implements ExecutionListener {

    private final StepLimits limits;

    LimitForwardingListener(StepLimits limits) {
        this.limits = limits;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var row = TableResult.row(execution);
        var code = PETITION_CODE.from(execution);
        var due = limits.start(
                code,
                "forward",
                "",
                TableResult.allowance(row, "forward"),
                TableResult.text(row, "urgency").isEmpty()
                        ? URGENCY.from(execution)
                        : TableResult.text(row, "urgency"));
        FORWARD_DUE_AT.set(execution, due.dueAt());
    }
}
