package vn.haiphong.hotline1022.process.engine.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Reads the plain cells of our tables directly: texts, lists of texts, numbers, booleans, words looked for by
 * {@code matches}, comparisons with a number or a date. That is some hundred times as fast as the full language and says the
 * same; whatever is not plain, and every value of an unexpected type, goes to the full FEEL engine.
 */
class PlainCellFeelEngine implements FeelEngine {

    private static final int REMEMBERED = 20_000;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"\\\\]*\"(\\s*,\\s*\"[^\"\\\\]*\")*");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern MATCHES = Pattern.compile("matches\\(\\s*\\?\\s*,\\s*\"([^\"\\\\]*)\"\\s*\\)");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(.+)");
    private static final Pattern DATE = Pattern.compile("date\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Set<String> KEYWORDS = Set.of("true", "false", "null");

    private final FeelEngine full;
    private final Map<String, Optional<Test>> tests = new ConcurrentHashMap<>();
    private final Map<String, Optional<Function<VariableContext, Object>>> expressions = new ConcurrentHashMap<>();

    PlainCellFeelEngine(FeelEngine full) {
        this.full = full;
    }

    /** A cell that asks something of values of one type. */
    private record Test(Class<?> type, Predicate<Object> holds) {}

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputName, VariableContext context) {
        var test = remembered(tests, expression, PlainCellFeelEngine::testOf);
        if (test.isPresent()) {
            var plain = test.get();
            if (plain.type() == Object.class) {
                return plain.holds().test(null);
            }
            var value = value(context.resolve(inputName));
            if (plain.type() == Double.class && value instanceof Number number) {
                value = number.doubleValue();
            }
            if (plain.type().isInstance(value)) {
                return plain.holds().test(value);
            }
            if (value == null && !NOT.matcher(expression.strip()).matches()) {
                return false; // nothing equals, contains or exceeds anything
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
        var literal = TEXT.matcher(text);
        if (literal.matches()) {
            var words = literal.group(1);
            return Optional.of(context -> words);
        }
        if ("true".equals(text) || "false".equals(text)) {
            var answer = Boolean.valueOf(text);
            return Optional.of(context -> answer);
        }
        if (NUMBER.matcher(text).matches()) {
            var number = text.contains(".") ? (Object) Double.valueOf(text) : (Object) Long.valueOf(text);
            return Optional.of(context -> number);
        }
        if (NAME.matcher(text).matches() && !KEYWORDS.contains(text)) {
            return Optional.of(context -> value(context.resolve(text)));
        }
        return Optional.empty();
    }

    private static Optional<Test> testOf(String expression) {
        var text = expression.strip();
        if ("-".equals(text)) {
            return Optional.of(new Test(Object.class, value -> true));
        }
        var negated = NOT.matcher(text);
        if (negated.matches()) {
            return testOf(negated.group(1))
                    .filter(test -> test.type() != Object.class && test.type() != Boolean.class)
                    .map(test -> new Test(test.type(), test.holds().negate()));
        }
        if (TEXTS.matcher(text).matches()) {
            var words = new HashSet<String>();
            var each = TEXT.matcher(text);
            while (each.find()) {
                words.add(each.group(1));
            }
            return Optional.of(new Test(String.class, words::contains));
        }
        if ("true".equals(text) || "false".equals(text)) {
            return Optional.of(new Test(Boolean.class, Boolean.valueOf(text)::equals));
        }
        var matches = MATCHES.matcher(text);
        if (matches.matches()) {
            return search(matches.group(1)).map(words -> new Test(String.class, value -> words.test((String) value)));
        }
        return comparison(text);
    }

    private static Optional<Predicate<String>> search(String words) {
        try {
            return Optional.of(WordSearch.of(words));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Test> comparison(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new Test(Double.class, Double.valueOf(text)::equals));
        }
        var parts = COMPARISON.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var operator = parts.group(1);
        var bound = parts.group(2).strip();
        if (NUMBER.matcher(bound).matches()) {
            var number = Double.valueOf(bound);
            return Optional.of(new Test(Double.class, value -> holds(operator, ((Double) value).compareTo(number))));
        }
        var date = DATE.matcher(bound);
        if (date.matches()) {
            try {
                var day = LocalDate.parse(date.group(1));
                return Optional.of(
                        new Test(LocalDate.class, value -> holds(operator, ((LocalDate) value).compareTo(day))));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean holds(String operator, int compared) {
        return switch (operator) {
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            default -> compared >= 0;
        };
    }
}
