package vn.haiphong.hotline1022.process.engine.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import vn.haiphong.hotline1022.domain.rules.PlainCell;
import vn.haiphong.hotline1022.domain.rules.PlainValue;

/**
 * Reads the plain cells of our tables directly: texts, lists of texts, numbers, booleans, words looked for by
 * {@code matches}, comparisons with a number or a date. That is some hundred times as fast as the full language and says the
 * same; whatever is not plain, and every value of an unexpected type, goes to the full FEEL engine.
 */
class PlainCellFeelEngine implements FeelEngine {

    private static final int REMEMBERED = 20_000;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");
    private static final Set<String> KEYWORDS = Set.of("true", "false", "null");

    private final FeelEngine full;
    private final Map<String, Optional<PlainCell>> tests = new ConcurrentHashMap<>();
    private final Map<String, Optional<Function<VariableContext, Object>>> expressions = new ConcurrentHashMap<>();

    PlainCellFeelEngine(FeelEngine full) {
        this.full = full;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputName, VariableContext context) {
        var test = remembered(tests, expression, PlainCell::of);
        if (test.isPresent()) {
            var plain = test.get();
            if (plain.isAnything()) {
                return true;
            }
            var value = value(context.resolve(inputName));
            if (plain.says(value)) {
                return plain.holds(value);
            }
        }
        return full.evaluateSimpleUnaryTests(expression, inputName, context);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
        var plain = remembered(expressions, expression, PlainCellFeelEngine::expressionOf);
        if (plain.isPresent()) {
            return (T) plain.get().apply(context);
        }
        return full.evaluateSimpleExpression(expression, context);
    }

    private static <V> Optional<V> remembered(
            Map<String, Optional<V>> known, String expression, Function<String, Optional<V>> read) {
        var found = known.get(expression);
        if (found == null) {
            if (known.size() > REMEMBERED) {
                known.clear(); // many versions of many tables have passed by
            }
            found = read.apply(expression);
            known.put(expression, found);
        }
        return found;
    }

    private static Object value(TypedValue typed) {
        var value = typed == null ? null : typed.getValue();
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    private static Optional<Function<VariableContext, Object>> expressionOf(String expression) {
        var text = expression.strip();
        var written = PlainValue.of(text).map(PlainValue::value);
        if (written.isPresent()) {
            return Optional.of(context -> written.get());
        }
        if (NAME.matcher(text).matches() && !KEYWORDS.contains(text)) {
            return Optional.of(context -> value(context.resolve(text)));
        }
        return Optional.empty();
    }
}
