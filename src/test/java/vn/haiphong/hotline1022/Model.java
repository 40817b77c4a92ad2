package vn.haiphong.hotline1022;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One diagram. */
record Model(String name, String text, BpmnModelInstance instance) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** @param kindOfBean what the engine expects the bean to be at this place */
    record Delegate(String expression, Class<?> kindOfBean) {}

    static Model read(Path file) {
        try {
            return new Model(
                    file.getFileName().toString().replace(".bpmn", ""),
                    Files.readString(file),
                    Bpmn.readModelFromFile(new File(file.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return instance.getModelElementsByType(type);
    }

    List<Delegate> delegates() {
        var found = new ArrayList<Delegate>();
        collect(instance.getDocument().getRootElement(), found);
        return found;
    }

    /** Those of one element and what belongs to it, without the elements inside a subprocess. */
    static List<Delegate> delegatesOf(ModelElementInstance element) {
        var found = new ArrayList<Delegate>();
        if (element.getElementType().getTypeName().equals("subProcess")) {
            return found;
        }
        collect(element.getDomElement(), found);
        return found;
    }

    private static void collect(DomElement element, List<Delegate> found) {
        var expression = element.getAttribute(CAMUNDA, "delegateExpression");
        if (expression == null && CAMUNDA.equals(element.getNamespaceURI())) {
            expression = element.getAttribute("delegateExpression");
        }
        if (expression != null) {
            found.add(new Delegate(
                    expression,
                    switch (element.getLocalName()) {
                        case "executionListener" -> ExecutionListener.class;
                        case "taskListener" -> TaskListener.class;
                        default -> JavaDelegate.class;
                    }));
        }
        element.getChildElements().forEach(child -> collect(child, found));
    }

    @Override
    public String toString() {
        return name;
    }
}
