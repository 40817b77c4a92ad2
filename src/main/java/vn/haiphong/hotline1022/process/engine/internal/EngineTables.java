package vn.haiphong.hotline1022.process.engine.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.TableRunner;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.rules.TableAnswer;

/** Runs tables with the settings of the house, without a case and without a trace. */
@Component
public class EngineTables implements TableRunner {

    private static final String VALUE = "cellInput"; // the engine's own name for it

    private final Heard heard = new Heard();
    private final DmnEngine engine = engine(heard);
    private final FeelEngine feel = new PlainCellFeelEngine(new ScalaFeelEngineFactory().createInstance());

    private static DmnEngine engine(Heard heard) {
        var tables = TableEngine.configuration();
        tables.setCustomPostDecisionTableEvaluationListeners(List.of(heard));
        return tables.buildEngine();
    }

    /** Which rows spoke last in this thread. */
    private static final class Heard implements DmnDecisionTableEvaluationListener {

        private final ThreadLocal<List<String>> rows = new ThreadLocal<>();

        @Override
        public void notify(DmnDecisionTableEvaluationEvent event) {
            rows.set(event.getMatchingRules().stream().map(rule -> rule.getId()).toList());
        }
    }

    @Override
    public boolean holds(String cell, String column, Map<String, Object> facts) {
        var context =
                Variables.fromMap(facts).putValue(VALUE, facts.get(column)).asVariableContext();
        return feel.evaluateSimpleUnaryTests(cell, VALUE, context);
    }

    @Override
    public Object value(String expression, Map<String, Object> facts) {
        return plain(feel.<Object>evaluateSimpleExpression(
                expression, Variables.fromMap(facts).asVariableContext()));
    }

    @Override
    public Ready ready(String dmn) {
        try {
            var decisions = engine.parseDecisions(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
            if (decisions.size() != 1) {
                throw new BusinessRefusal("dmn", "Tệp phải có đúng một bảng quyết định.");
            }
            var table = decisions.get(0);
            return facts -> {
                try {
                    var results = engine.evaluateDecisionTable(table, Variables.fromMap(facts)).getResultList().stream()
                            .map(EngineTables::plain)
                            .toList();
                    return new TableAnswer(heard.rows.get(), results, null);
                } catch (RuntimeException e) {
                    return TableAnswer.fault(e.getMessage());
                }
            };
        } catch (BusinessRefusal e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BusinessRefusal("dmn", "Máy không chạy được bảng này: " + e.getMessage());
        }
    }

    private static Map<String, Object> plain(Map<String, Object> result) {
        var plain = new LinkedHashMap<String, Object>();
        result.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    /** One kind of whole number, whatever the column is called. */
    private static Object plain(Object value) {
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }
}
