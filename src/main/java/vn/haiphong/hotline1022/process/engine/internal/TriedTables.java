package vn.haiphong.hotline1022.process.engine.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.TableEvaluations;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Tables that are in nobody's way yet: an engine of their own, of the same make, that keeps no history. */
@Component
class TriedTables implements TableEvaluations {

    private final ThreadLocal<List<String>> answered = new ThreadLocal<>();
    private volatile DmnEngine engine;

    @Override
    public Table of(String dmn) {
        try {
            var decisions = engine().parseDecisions(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
            if (decisions.size() != 1) {
                throw new BusinessRefusal("dmn", "Tệp phải có đúng một bảng quyết định.");
            }
            return values -> rows(decisions.get(0), values);
        } catch (DmnEngineException e) {
            throw new BusinessRefusal("dmn", "Máy không chạy được bảng này: " + innermost(e));
        }
    }

    private List<String> rows(DmnDecision table, Map<String, Object> values) {
        try {
            answered.remove();
            engine().evaluateDecisionTable(table, Variables.fromMap(values));
            return answered.get() == null ? List.of() : answered.get();
        } catch (DmnEngineException | FeelException e) {
            throw new BusinessRefusal("dmn", "Bảng không trả lời được: " + innermost(e));
        } finally {
            answered.remove();
        }
    }

    private static String innermost(Throwable e) {
        return e.getCause() == null || e.getCause() == e ? e.getMessage() : innermost(e.getCause());
    }

    /** Made when it is first needed: most nodes never try a table. */
    private synchronized DmnEngine engine() {
        if (engine == null) {
            var configuration = TableEngine.configuration();
            configuration.setCustomPostDecisionTableEvaluationListeners(
                    List.<DmnDecisionTableEvaluationListener>of(event -> answered.set(event.getMatchingRules().stream()
                            .map(DmnEvaluatedDecisionRule::getId)
                            .toList())));
            engine = configuration.buildEngine();
        }
        return engine;
    }
}
