package vn.haiphong.hotline1022.process.escalate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.process.ProcessVariable;
import vn.haiphong.hotline1022.process.TableResult;

/** Thang báo quá hạn: which levels there are for this urgency. */
@Component
class ChooseEscalationListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        ProcessVariable.passing(execution, Ladder.VARIABLE, Ladder.of(TableResult.rows(execution)));
    }
}
