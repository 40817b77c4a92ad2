package vn.haiphong.hotline1022.process;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/**
 * Which row of which version of a table spoke last in this thread; the engine hands a result on without the name of its row.
 * Read where a business rule task ends, in the same thread and right after it. Written {@code table:version:row}.
 */
public class FiredRule implements DmnDecisionTableEvaluationListener {

    private static final ThreadLocal<String> LATEST = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        var rules = event.getMatchingRules();
        LATEST.set(
                rules.isEmpty() || !(event.getDecisionTable() instanceof DecisionDefinition table)
                        ? null
                        : table.getKey() + ":" + table.getVersion() + ":"
                                + rules.get(0).getId());
    }

    static String latest() {
        return LATEST.get();
    }
}
