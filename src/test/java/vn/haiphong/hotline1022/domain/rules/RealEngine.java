package vn.haiphong.hotline1022.domain.rules;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.slf4j.LoggerFactory;

/** The stock DMN engine with the full FEEL engine, which remembers what it said of a cell and a value. */
final class RealEngine implements CellJudge {

    private final FeelEngine full = new ScalaFeelEngineFactory().createInstance();
    private final Map<List<Object>, Object> said = new HashMap<>();
    private final DmnEngine engine;
    private List<String> matching = List.of();

    RealEngine() {
        // each comparison with nothing is a warning
        ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(Level.ERROR);
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(Remembering::new);
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(event -> matching =
                event.getMatchingRules().stream().map(rule -> rule.getId()).toList()));
        engine = configuration.buildEngine();
    }

    DmnDecision read(RuleTable table) {
        return engine.parseDecision(table.key(), new ByteArrayInputStream(DmnText.of(table)));
    }

    /** The result of the one output, a list for each row; null where the engine refuses to answer. */
    List<Object> answer(DmnDecision table, Map<String, Object> inputs) {
        try {
            return engine.evaluateDecisionTable(table, inputs).getResultList().stream()
                    .map(row -> row.values().iterator().next())
                    .toList();
        } catch (DmnEngineException e) {
            return null;
        }
    }

    /** The rows that answered last. */
    List<String> matching() {
        return matching;
    }

    @Override
    public boolean holds(String cell, Object value) {
        try {
            return (Boolean) said.computeIfAbsent(
                    Arrays.asList(cell, value),
                    key -> full.evaluateSimpleUnaryTests(
                            cell,
                            "cellInput",
                            Variables.createVariables()
                                    .putValue("cellInput", value)
                                    .asVariableContext()));
        } catch (FeelException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public boolean isExpression(String cell) {
        try {
            full.evaluateSimpleExpression(cell, Variables.createVariables().asVariableContext());
            return true;
        } catch (FeelException e) {
            return false;
        }
    }

    private final class Remembering implements FeelEngine {

        @Override
        @SuppressWarnings("unchecked")
        public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
            if (context.containsVariable(expression)) {
                return (T) context.resolve(expression).getValue();
            }
            return full.evaluateSimpleExpression(expression, context);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String expression, String inputName, VariableContext context) {
            return (Boolean) said.computeIfAbsent(
                    Arrays.asList(expression, context.resolve(inputName).getValue()),
                    key -> full.evaluateSimpleUnaryTests(expression, inputName, context));
        }
    }
}
