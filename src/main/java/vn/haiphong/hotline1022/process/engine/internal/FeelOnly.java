package vn.haiphong.hotline1022.process.engine.internal;

import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnModelConstants;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A table in any other language than FEEL would run code on the server: refused before it is deployed. */
class FeelOnly implements DmnTransformListener {

    private static final Set<String> NAMES = Set.of(
            DmnModelConstants.FEEL_NS,
            DmnModelConstants.FEEL12_NS,
            DmnModelConstants.FEEL13_NS,
            DmnModelConstants.FEEL14_NS,
            DmnModelConstants.FEEL15_NS);

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph graph) {
        // its decisions are looked at one by one
    }

    @Override
    public void transformDecision(Decision decision, DmnDecision dmnDecision) {
        // what holds for every expression that names no language itself
        check(((DmnModelInstance) decision.getModelInstance()).getDefinitions().getExpressionLanguage());
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
        if (language != null && !isFeel(language)) {
            throw refused(language);
        }
    }

    static ForbiddenExpression refused(String language) {
        return new ForbiddenExpression("Bảng quyết định chỉ được viết bằng FEEL, không phải " + language + ".");
    }

    /** The names the engine itself takes for FEEL; by any other it would look for a script engine. */
    private static boolean isFeel(String language) {
        return "feel".equalsIgnoreCase(language) || NAMES.contains(language);
    }
}
