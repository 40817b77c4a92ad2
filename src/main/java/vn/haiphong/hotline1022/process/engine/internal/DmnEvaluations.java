package vn.haiphong.hotline1022.process.engine.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.TableEvaluations;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** A DMN engine beside that of the process engine, set up alike, without history. */
@Component
class DmnEvaluations implements TableEvaluations {

    private static final int REMEMBERED = 16;

    private final ThreadLocal<List<DmnEvaluatedDecisionRule>> matching = new ThreadLocal<>();
    private final DmnEngine engine = engine();
    private final Map<String, DmnDecision> tables = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DmnDecision> eldest) {
            return size() > REMEMBERED;
        }
    };

    private DmnEngine engine() {
        var configuration = TableEngine.configuration();
        DmnDecisionTableEvaluationListener listener = event -> matching.set(event.getMatchingRules());
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        return configuration.buildEngine();
    }

    @Override
    public Evaluation of(String dmn, Map<String, Object> inputs) {
        try {
            engine.evaluateDecisionTable(table(dmn), inputs);
            var rules = matching.get();
            return new Evaluation(
                    rules.stream().map(DmnEvaluatedDecisionRule::getId).toList(),
                    rules.stream().map(DmnEvaluations::results).toList());
        } catch (DmnEngineException | FeelException e) {
            throw new BusinessRefusal("dmn", "Công cụ không chạy được bảng này: " + e.getMessage());
        } finally {
            matching.remove();
        }
    }

    private static Map<String, Object> results(DmnEvaluatedDecisionRule rule) {
        var results = new LinkedHashMap<String, Object>();
        rule.getOutputEntries()
                .values()
                .forEach(entry -> results.put(
                        entry.getOutputName(),
                        entry.getValue() == null ? null : entry.getValue().getValue()));
        return results;
    }

    private DmnDecision table(String dmn) {
        synchronized (tables) {
            var known = tables.get(dmn);
            if (known == null) {
                var decisions = engine.parseDecisions(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
                known = decisions.stream()
                        .filter(DmnDecision::isDecisionTable)
                        .findFirst()
                        .orElseThrow(() -> new BusinessRefusal("dmn", "Tệp không có bảng quyết định."));
                tables.put(dmn, known);
            }
            return known;
        }
    }
}
