package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.AREA_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.ProcessVariable.passing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.ProposeClassification;

/** Lays out what the tables read, for this transaction only, and takes over the area a supplement has named. */
@Component
class PrepareRulesListener implements ExecutionListener {

    private final ProposeClassification propose;

    PrepareRulesListener(ProposeClassification propose) {
        this.propose = propose;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var code = PETITION_CODE.from(execution);
        propose.factsOf(code).forEach((name, value) -> passing(execution, name, value));
        if (AREA_CODE.from(execution) == null) {
            propose.areaOf(code).ifPresent(area -> AREA_CODE.set(execution, area.code()));
        }
    }
}
