package vn.haiphong.hotline1022.process.cockpit;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import vn.haiphong.hotline1022.process.AsTheHouse;

/** What the elements of a diagram are called. */
class ActivityNames {

    private final ProcessEngine engine;

    ActivityNames(ProcessEngine engine) {
        this.engine = engine;
    }

    Map<String, String> of(String definitionId) {
        var model = AsTheHouse.call(engine, () -> engine.getRepositoryService().getBpmnModelInstance(definitionId));
        var names = new TreeMap<String, String>();
        model.getModelElementsByType(FlowNode.class)
                .forEach(node -> names.put(node.getId(), node.getName() == null ? node.getId() : node.getName()));
        return names;
    }
}
