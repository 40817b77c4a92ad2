package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A table in any other language than FEEL would run code on the server: refused before it is deployed. */
class FeelOnly implements DmnTransformListener {

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph graph) {
        // its decisions are looked at one by one
    }

    @Override
    public void transformDecision(Decision decision, DmnDecision dmnDecision) {
        if (decision.getExpression() instanceof LiteralExpression literal) {
            check(literal.getExpressionLanguage());
        }
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl dmnInput) {
        check(dmnInput.getExpression());
    }

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl dmnOutput) {
        // an output column holds no expression of its own
    }

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl dmnRule) {
        dmnRule.getConditions().forEach(FeelOnly::check);
        dmnRule.getConclusions().forEach(FeelOnly::check);
    }

    private static void check(DmnExpressionImpl expression) {
        if (expression != null) {
            check(expression.getExpressionLanguage());
        }
    }

    private static void check(String language) {
        if (language != null && !"feel".equalsIgnoreCase(language) && !language.contains("/FEEL")) {
            throw new ProcessEngineException("Bảng quyết định chỉ được viết bằng FEEL, không phải " + language + ".");
        }
    }
}
