package vn.haiphong.hotline1022.process.engine.internal;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.history.producer.DefaultDmnHistoryEventProducer;

/**
 * Which rule fired on which facts is kept; the citizen's own words are not: they stay in the register, and a denunciation
 * must not be readable in the history of a table.
 */
class DecisionHistoryWithoutTexts extends DefaultDmnHistoryEventProducer {

    @Override
    protected List<HistoricDecisionInputInstance> createHistoricDecisionInputInstances(
            DmnDecisionTableEvaluationEvent event, String rootProcessInstanceId, Date removalTime) {
        return super.createHistoricDecisionInputInstances(event, rootProcessInstanceId, removalTime).stream()
                .filter(input -> !isText(input.getValue()))
                .toList();
    }

    /** An empty cell of the row that fired says nothing that the row does not. */
    @Override
    protected List<HistoricDecisionOutputInstance> createHistoricDecisionOutputInstances(
            DmnDecisionTableEvaluationEvent event, String rootProcessInstanceId, Date removalTime) {
        return super.createHistoricDecisionOutputInstances(event, rootProcessInstanceId, removalTime).stream()
                .filter(output -> output.getValue() != null && !"".equals(output.getValue()))
                .toList();
    }

    /** The texts the tables read have a space at both ends (PetitionText); no other fact has. */
    private static boolean isText(Object value) {
        return value instanceof String text && text.startsWith(" ") && text.endsWith(" ");
    }
}
