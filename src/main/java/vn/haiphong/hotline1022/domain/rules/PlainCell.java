package vn.haiphong.hotline1022.domain.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * A cell in the plain part of the language: {@code -}, a boolean, or a list of texts, numbers, days, {@code null},
 * comparisons, intervals and searches for words, all of it perhaps in {@code not(…)}. Says of a value what the full language
 * says. Whoever evaluates and whoever analyses a table read its cells here.
 */
public final class PlainCell {

    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final String NUMBER = "-?\\d{1,9}(?:\\.\\d{1,6})?";
    private static final String DAY = "date\\(\\s*\"[^\"]*\"\\s*\\)";
    private static final String BOUND = "(" + NUMBER + "|" + DAY + ")";
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern SEARCH = Pattern.compile("matches\\(\\s*\\?\\s*,\\s*\"([^\"\\\\]*)\"\\s*\\)");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*" + BOUND);
    private static final Pattern INTERVAL =
            Pattern.compile("([\\[(\\]])\\s*" + BOUND + "\\s*\\.\\.\\s*" + BOUND + "\\s*([\\])\\[])");
    private static final Pattern EQUAL = Pattern.compile(BOUND);
    private static final Pattern NOTHING = Pattern.compile("null");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern INSIDE_DAY = Pattern.compile("\"([^\"]*)\"");

    private static final PlainCell ANYTHING = new PlainCell(false, List.of(), null);

    private final boolean negated;
    private final List<Part> parts;
    private final Boolean truth;
    private final Class<?> type;
    private final Set<String> texts;

    private PlainCell(boolean negated, List<Part> parts, Boolean truth) {
        this.negated = negated;
        this.parts = List.copyOf(parts);
        this.truth = truth;
        this.type = typeOf(parts, truth);
        this.texts = parts.stream().allMatch(Text.class::isInstance)
                ? parts.stream().map(part -> ((Text) part).text()).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** One of the things a cell names: it holds, does not, or says nothing of such a value (null), as the language has it. */
    sealed interface Part {

        Boolean holds(Object value);

        /** Of which values it says anything: String, Double, LocalDate; Object where it does not matter. */
        Class<?> type();
    }

    record Text(String text) implements Part {

        @Override
        public Boolean holds(Object value) {
            return value == null ? Boolean.FALSE : value instanceof String ? (Boolean) text.equals(value) : null;
        }

        @Override
        public Class<?> type() {
            return String.class;
        }
    }

    record Search(String pattern, Predicate<String> words) implements Part {

        @Override
        public Boolean holds(Object value) {
            return value instanceof String text ? (Boolean) words.test(text) : null;
        }

        @Override
        public Class<?> type() {
            return String.class;
        }
    }

    record Nothing() implements Part {

        @Override
        public Boolean holds(Object value) {
            return value == null;
        }

        @Override
        public Class<?> type() {
            return Object.class;
        }
    }

    record Equal(Bound bound) implements Part {

        @Override
        public Boolean holds(Object value) {
            if (value == null) {
                return false;
            }
            var compared = bound.compared(value);
            return compared == null ? null : (Boolean) (compared == 0);
        }

        @Override
        public Class<?> type() {
            return bound.type();
        }
    }

    /** From one bound to another; null: no bound. */
    record Range(Bound from, boolean fromIncluded, Bound to, boolean toIncluded) implements Part {

        @Override
        public Boolean holds(Object value) {
            var above = from == null ? Integer.valueOf(1) : from.compared(value);
            var below = to == null ? Integer.valueOf(-1) : to.compared(value);
            if (above == null || below == null) {
                return null;
            }
            return (above > 0 || above == 0 && fromIncluded) && (below < 0 || below == 0 && toIncluded);
        }

        @Override
        public Class<?> type() {
            return (from == null ? to : from).type();
        }

        boolean isEmpty() {
            var order = from == null || to == null ? null : from.compared(to.value());
            return order != null && (order < 0 || order == 0 && !(fromIncluded && toIncluded));
        }
    }

    /** A number or a day. */
    sealed interface Bound {

        /** How a value stands to it: below, at, above; null for a value of another type. */
        Integer compared(Object value);

        Object value();

        Class<?> type();
    }

    record Figure(double number) implements Bound {

        @Override
        public Integer compared(Object value) {
            return value instanceof Number other ? (Integer) order(other.doubleValue(), number) : null;
        }

        private static int order(double a, double b) {
            return a < b ? -1 : a > b ? 1 : 0;
        }

        @Override
        public Object value() {
            return number;
        }

        @Override
        public Class<?> type() {
            return Double.class;
        }
    }

    record Day(LocalDate day) implements Bound {

        @Override
        public Integer compared(Object value) {
            return value instanceof LocalDate other ? (Integer) other.compareTo(day) : null;
        }

        @Override
        public Object value() {
            return day;
        }

        @Override
        public Class<?> type() {
            return LocalDate.class;
        }
    }

    /** Empty for a cell of the full language, and for what is none. */
    public static Optional<PlainCell> of(String cell) {
        var text = cell.strip();
        if (text.isEmpty() || "-".equals(text)) {
            return Optional.of(ANYTHING);
        }
        if ("true".equals(text) || "false".equals(text)) {
            return Optional.of(new PlainCell(false, List.of(), Boolean.valueOf(text)));
        }
        var negation = NOT.matcher(text);
        return negation.matches()
                ? parts(negation.group(1).strip()).map(parts -> new PlainCell(true, parts, null))
                : parts(text).map(parts -> new PlainCell(false, parts, null));
    }

    /** Whether it holds for every value and for none at all. */
    public boolean isAnything() {
        return truth == null && parts.isEmpty();
    }

    /** The type of value it asks for: String, Double (any number), LocalDate, Boolean; Object if of several or none. */
    public Class<?> type() {
        return type;
    }

    /** Whether it can be asked of this value; of another type only the full language knows. */
    public boolean says(Object value) {
        return value == null || value instanceof Number && type == Double.class || type.isInstance(value);
    }

    public boolean holds(Object value) {
        if (isAnything()) {
            return true;
        }
        if (truth != null) {
            return truth.equals(value);
        }
        if (!texts.isEmpty()) {
            return value == null ? negated : value instanceof String && texts.contains(value) != negated;
        }
        var sure = true;
        for (var part : parts) {
            var holds = part.holds(value);
            if (Boolean.TRUE.equals(holds)) {
                return !negated;
            }
            sure &= holds != null;
        }
        return negated && sure;
    }

    boolean isNegated() {
        return negated;
    }

    List<Part> parts() {
        return parts;
    }

    private static Class<?> typeOf(List<Part> parts, Boolean truth) {
        var types = parts.stream()
                .<Class<?>>map(Part::type)
                .filter(type -> type != Object.class)
                .distinct()
                .toList();
        return truth != null ? Boolean.class : types.size() == 1 ? types.get(0) : Object.class;
    }

    private static Optional<List<Part>> parts(String list) {
        var parts = new ArrayList<Part>();
        var at = 0;
        while (true) {
            var found = partAt(list, at);
            if (found == null) {
                return Optional.empty();
            }
            parts.add(found.part());
            at = found.end();
            if (at == list.length()) {
                return Optional.of(parts);
            }
            var comma = COMMA.matcher(list).region(at, list.length());
            if (!comma.lookingAt()) {
                return Optional.empty();
            }
            at = comma.end();
        }
    }

    private record Found(Part part, int end) {}

    private static Found partAt(String list, int at) {
        Matcher m;
        if ((m = looking(TEXT, list, at)) != null) {
            return new Found(new Text(m.group(1)), m.end());
        }
        if ((m = looking(SEARCH, list, at)) != null) {
            try {
                return new Found(new Search(m.group(1), WordSearch.of(m.group(1))), m.end());
            } catch (PatternSyntaxException e) {
                return null;
            }
        }
        if ((m = looking(INTERVAL, list, at)) != null) {
            var from = bound(m.group(2));
            var to = bound(m.group(3));
            return from == null || to == null || from.type() != to.type()
                    ? null
                    : new Found(new Range(from, "[".equals(m.group(1)), to, "]".equals(m.group(4))), m.end());
        }
        if ((m = looking(COMPARISON, list, at)) != null) {
            var bound = bound(m.group(2));
            return bound == null ? null : new Found(compared(m.group(1), bound), m.end());
        }
        if ((m = looking(EQUAL, list, at)) != null) {
            var bound = bound(m.group(1));
            return bound == null ? null : new Found(new Equal(bound), m.end());
        }
        return (m = looking(NOTHING, list, at)) == null ? null : new Found(new Nothing(), m.end());
    }

    private static Matcher looking(Pattern pattern, String list, int at) {
        var matcher = pattern.matcher(list).region(at, list.length());
        return matcher.lookingAt() ? matcher : null;
    }

    private static Range compared(String operator, Bound bound) {
        var included = operator.length() == 2;
        return operator.startsWith(">")
                ? new Range(bound, included, null, false)
                : new Range(null, false, bound, included);
    }

    private static Bound bound(String text) {
        if (!text.startsWith("date")) {
            return new Figure(Double.parseDouble(text));
        }
        var inside = INSIDE_DAY.matcher(text);
        try {
            return inside.find() ? new Day(LocalDate.parse(inside.group(1))) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlainCell cell
                && negated == cell.negated
                && Objects.equals(truth, cell.truth)
                && named(parts).equals(named(cell.parts));
    }

    @Override
    public int hashCode() {
        return Objects.hash(negated, truth, named(parts));
    }

    /** Two searches for the same are the same, and the order of a list says nothing. */
    private static Set<Object> named(List<Part> parts) {
        return parts.stream()
                .map(part -> part instanceof Search search ? "matches " + search.pattern() : part)
                .collect(Collectors.toSet());
    }
}
