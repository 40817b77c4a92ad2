package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Where the diagrams' clocks fire and what they have reported is reached: nobody works there and nothing stays there. */
class ClockPlaces extends AbstractBpmnParseListener {

    private static final String MARK = "hotlineClock";

    static boolean isAt(Object execution) {
        return execution instanceof ExecutionEntity here
                && here.getActivity() != null
                && here.getActivity().getProperty(MARK) != null;
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        if (isClock(element)) {
            event.setProperty(MARK, true);
        }
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        if (isClock(element)) {
            event.setProperty(MARK, true);
            scope.setProperty(MARK, true); // the event subprocess around it
        }
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        var message = element.element("messageEventDefinition");
        if (message != null
                && "${reportDeadlineDelegate}"
                        .equals(message.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression"))) {
            event.setProperty(MARK, true);
        }
    }

    private static boolean isClock(Element event) {
        var timer = event.element("timerEventDefinition");
        var cycle = timer == null ? null : timer.element("timeCycle");
        return cycle != null && cycle.getText().contains("nextDeadlineMark");
    }
}
