package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.COORDINATING_AGENCIES;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.process.ProcessVariable;

/** Each co-handling agency is engaged once; the diagram goes through its list. */
@Component
class AssignAgenciesListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        var named = COORDINATING_AGENCIES.from(execution);
        var agencies = named == null || named.isBlank() ? List.<String>of() : List.of(named.split(","));
        ProcessVariable.passing(execution, "coordinatingAgencyList", new ArrayList<>(agencies));
        COORDINATING_AGENCIES.set(execution, "");
    }
}
