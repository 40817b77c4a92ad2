package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.domain.rules.CellJudge;

/** The full FEEL engine, as it evaluates a table: for cells the analysis cannot take apart. */
@Component
public class FeelCellJudge implements CellJudge {

    private static final String VALUE = "cellInput";

    private FeelEngine full;

    @Override
    public boolean holds(String cell, Object value) {
        try {
            return engine().evaluateSimpleUnaryTests(
                            cell,
                            VALUE,
                            Variables.createVariables().putValue(VALUE, value).asVariableContext());
        } catch (FeelException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public boolean isExpression(String cell) {
        try {
            engine().evaluateSimpleExpression(cell, Variables.createVariables().asVariableContext());
            return true;
        } catch (FeelException e) {
            return false;
        }
    }

    /** Dear to make, and few analyses need it. */
    private synchronized FeelEngine engine() {
        if (full == null) {
            full = new ScalaFeelEngineFactory().createInstance();
        }
        return full;
    }
}
