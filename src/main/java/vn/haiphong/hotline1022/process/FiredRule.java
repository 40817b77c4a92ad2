package vn.haiphong.hotline1022.process;

import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/**
 * Which row of which version of a table spoke last in this thread; the engine hands a result on without the name of its row.
 * Read in the same thread, right after the table was asked. Written {@code table:version:row}.
 */
public class FiredRule implements DmnDecisionTableEvaluationListener {

    private static final ThreadLocal<List<String>> LATEST = ThreadLocal.withInitial(List::of);

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        LATEST.set(
                event.getDecisionTable() instanceof DecisionDefinition table
                        ? event.getMatchingRules().stream()
                                .map(rule -> table.getKey() + ":" + table.getVersion() + ":" + rule.getId())
                                .toList()
                        : List.of());
    }

    static String latest() {
        return LATEST.get().isEmpty() ? null : LATEST.get().get(0);
    }

    /** All rows that spoke, in the order of the table. */
    public static List<String> allOfLatest() {
        return LATEST.get();
    }
}
