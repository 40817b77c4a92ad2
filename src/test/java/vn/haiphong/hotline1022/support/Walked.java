package vn.haiphong.hotline1022.support;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/** Which nodes of the diagrams somebody has passed in this house; not everything is kept as history. */
@TestComponent
class Walked extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> nodes = new ConcurrentHashMap<>();

    Set<String> of(String diagram) {
        return nodes.getOrDefault(diagram, Set.of());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = new ArrayList<BpmnParseListener>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                process.getActivities().forEach(activity -> listen(process.getKey(), activity));
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private void listen(String diagram, ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> nodes.computeIfAbsent(diagram, one -> ConcurrentHashMap.newKeySet())
                        .add(activity.getId()));
        activity.getActivities().forEach(inner -> listen(diagram, inner));
    }
}
