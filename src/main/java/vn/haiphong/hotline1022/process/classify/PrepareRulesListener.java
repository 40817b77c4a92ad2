package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.ProcessVariable.passing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.ProposeClassification;

/** Lays out what the tables read, for this transaction only. */
@Component
class PrepareRulesListener implements ExecutionListener {

    private final ProposeClassification propose;

    PrepareRulesListener(ProposeClassification propose) {
        this.propose = propose;
    }

    @Override
    public void notify(DelegateExecution execution) {
        propose.factsOf(PETITION_CODE.from(execution)).forEach((name, value) -> passing(execution, name, value));
    }
}
