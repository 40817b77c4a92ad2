package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import vn.haiphong.hotline1022.process.PetitionVariables;

/**
 * A diagram called by an agency's work belongs to whoever works in it, which need not be that agency: the City Office decides
 * a second extension. The engine would let it inherit its caller's tenant and asks {@link AgencyTenants} only where there is
 * none. To be added before the listeners of history, which write down what is set here.
 */
class AgencyAtWork extends AbstractBpmnParseListener {

    private static final ExecutionListener BELONGS_TO_IT = execution -> {
        var agency = PetitionVariables.HANDLING_AGENCY.from(execution);
        if (agency != null && !agency.isBlank()) {
            ((ExecutionEntity) execution).setTenantId(agency);
        }
    };

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        definition.addListener(ExecutionListener.EVENTNAME_START, BELONGS_TO_IT);
    }
}
