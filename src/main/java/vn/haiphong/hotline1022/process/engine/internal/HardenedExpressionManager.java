package vn.haiphong.hotline1022.process.engine.internal;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Evaluates expressions of our models only. Expressions in stored or ad-hoc queries run code in 7.24.0
 * (CVE-2026-109432): of those only the handful below is let through, and nothing reaches reflection or beans that are not
 * delegates or listeners.
 */
class HardenedExpressionManager extends JuelExpressionManager {

    /** What a query may ask for: who I am, my groups, now, and some time from now. */
    private static final Pattern QUERY_EXPRESSION = Pattern.compile(
            "\\$\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
                    + "|dateTime\\(\\)(\\.(plus|minus)(Minutes|Hours|Days|Weeks|Months)\\(\\d{1,4}\\))*(\\.toDate\\(\\))?)\\s*}");

    private final ELResolver clockResolver;

    HardenedExpressionManager(Map<Object, Object> beans, ELResolver clockResolver) {
        super(beans);
        this.clockResolver = clockResolver;
    }

    static void checkQueryExpression(String expression) {
        if (expression != null && !QUERY_EXPRESSION.matcher(expression.strip()).matches()) {
            throw new ForbiddenExpression("Biểu thức không được phép trong truy vấn: " + expression);
        }
    }

    @Override
    public Expression createExpression(String text) {
        return new JuelExpression(createValueExpression(text), this, text) {
            @Override
            public Object getValue(VariableScope scope, BaseDelegateExecution contextExecution) {
                if (scope == null) { // only queries evaluate without a scope
                    checkQueryExpression(getExpressionText());
                }
                return super.getValue(scope, contextExecution);
            }
        };
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new NoReflectionResolver());
        resolver.add(clockResolver);
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ReadOnlyMapELResolver(beans));
        resolver.add(new ArrayELResolver());
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        resolver.add(new BeanELResolver());
        return resolver;
    }
}
