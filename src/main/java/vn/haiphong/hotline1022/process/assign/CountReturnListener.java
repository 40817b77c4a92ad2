package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.FIRST_RETURN;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A first return goes to the coordinator; from the second on the City Office settles (Giả định A-05). */
@Component
class CountReturnListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        FIRST_RETURN.set(execution, FIRST_RETURN.from(execution) == null);
    }
}
