package vn.haiphong.hotline1022.domain.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts what the inputs of a table may hold into points: between two points that follow each other no cell sees a difference. */
final class Dimensions {

    private final RuleTable table;
    private final Vocabulary vocabulary;
    private final List<List<Cell>> cells;

    private Dimensions(RuleTable table, Vocabulary vocabulary, List<List<Cell>> cells) {
        this.table = table;
        this.vocabulary = vocabulary;
        this.cells = cells;
    }

    static List<Dimension> of(RuleTable table, Vocabulary vocabulary, List<List<Cell>> cells) {
        return new Dimensions(table, vocabulary, cells).all();
    }

    private List<Dimension> all() {
        var byExpression = new LinkedHashMap<String, List<Integer>>();
        for (var i = 0; i < table.inputs().size(); i++) {
            byExpression
                    .computeIfAbsent(keyOf(table.inputs().get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        var dimensions = new ArrayList<Dimension>();
        for (var together : vocabulary.together(table)) {
            var here = together.expressions().stream()
                    .filter(expression -> byExpression.keySet().stream().anyMatch(key -> reads(key, expression)))
                    .toList();
            if (here.size() > 1) {
                dimensions.add(joint(together, here, byExpression));
                byExpression.keySet().removeIf(key -> here.stream().anyMatch(expression -> reads(key, expression)));
            }
        }
        byExpression.values().forEach(columns -> dimensions.add(single(columns)));
        return dimensions;
    }

    private static String keyOf(RuleTable.Input input) {
        return input.expression().strip() + "\n" + input.type();
    }

    private static boolean reads(String key, String expression) {
        return key.startsWith(expression + "\n");
    }

    private Stream<Cell> cellsOf(List<Integer> columns) {
        return columns.stream()
                .flatMap(column -> cells.stream().map(row -> row.get(column)))
                .distinct();
    }

    private Dimension single(List<Integer> columns) {
        var input = table.inputs().get(columns.get(0));
        var found = cellsOf(columns).toList();
        var values = known(input, found);
        var points = new ArrayList<Point>();
        var open = false;
        for (var value : values) {
            open |= !(value instanceof Values.Codes || value instanceof Values.Truth);
            pointsOf(value, input, found).forEach(points::add);
        }
        if (vocabulary.mayBeAbsent(table, input)) {
            points.add(new Point(one(null), true, InWords.of(null)));
        }
        var tried = found.stream().anyMatch(Cell::isTried) && points.stream().anyMatch(point -> !point.alone());
        return new Dimension(
                List.of(input.expression()),
                columns.stream().map(column -> new Dimension.Column(column, 0)).toList(),
                points,
                tried,
                open);
    }

    /** What the vocabulary says, else the type, else the cells themselves. */
    private List<Values> known(RuleTable.Input input, List<Cell> cells) {
        var values = Types.known(vocabulary.of(table, input), input.type());
        if (!(values instanceof Values.Anything)) {
            return List.of(values);
        }
        var types = cells.stream()
                .filter(Cell::isPlain)
                .flatMap(cell -> typesIn(cell.plain()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (types.isEmpty() || cells.stream().anyMatch(cell -> !cell.isPlain())) {
            types.add(String.class);
        }
        return types.stream().map(Types::valuesOf).toList();
    }

    private static Stream<Class<?>> typesIn(PlainCell cell) {
        return cell.type() == Boolean.class
                ? Stream.of(Boolean.class)
                : cell.parts().stream().<Class<?>>map(PlainCell.Part::type).filter(type -> type != Object.class);
    }

    private static List<Object> one(Object value) {
        var values = new ArrayList<Object>();
        values.add(value);
        return values;
    }

    private Stream<Point> pointsOf(Values values, RuleTable.Input input, List<Cell> cells) {
        if (values instanceof Values.Codes codes) {
            return codes.names().entrySet().stream()
                    .map(code -> new Point(one(code.getKey()), true, named(code.getKey(), code.getValue())));
        }
        if (values instanceof Values.Truth) {
            return Stream.of(true, false).map(truth -> new Point(one(truth), true, InWords.of(truth)));
        }
        if (values instanceof Values.Numbers numbers) {
            return numbers(numbers, bounds(cells, PlainCell.Figure.class, PlainCell.Figure::number));
        }
        if (values instanceof Values.Dates dates) {
            return "date".equals(input.type())
                    // the engine makes a moment of every day in such a column
                    ? Stream.of(new Point(one(new Date(0)), false, "một ngày giờ"))
                    : days(dates.first(), dates.last(), dayBounds(input.expression(), cells));
        }
        return texts(values, cells);
    }

    private static String named(String code, String name) {
        return code.isEmpty() ? "rỗng (\"\")" : name == null || name.isEmpty() ? code : name;
    }

    private static <B extends PlainCell.Bound, T> Set<T> bounds(List<Cell> cells, Class<B> of, Function<B, T> value) {
        return cells.stream()
                .filter(Cell::isPlain)
                .flatMap(cell -> cell.plain().parts().stream())
                .flatMap(part -> part instanceof PlainCell.Equal equal
                        ? Stream.of(equal.bound())
                        : part instanceof PlainCell.Range range ? Stream.of(range.from(), range.to()) : Stream.empty())
                .filter(of::isInstance)
                .map(of::cast)
                .map(value)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where the cells name a day, and where a code of the results begins or ends. */
    private Set<LocalDate> dayBounds(String expression, List<Cell> cells) {
        var bounds = bounds(cells, PlainCell.Day.class, PlainCell.Day::day);
        if (vocabulary.day(table).filter(expression.strip()::equals).isPresent()) {
            var lives = table.outputs().stream()
                    .map(output -> vocabulary.of(table, output))
                    .filter(Values.Codes.class::isInstance)
                    .flatMap(values -> ((Values.Codes) values).lives().values().stream())
                    .toList();
            if (!lives.isEmpty()) {
                bounds.add(vocabulary.today());
            }
            lives.stream().map(Values.Life::first).filter(Objects::nonNull).forEach(bounds::add);
            lives.stream()
                    .map(Values.Life::last)
                    .filter(Objects::nonNull)
                    .map(last -> last.plusDays(1))
                    .forEach(bounds::add);
        }
        return bounds;
    }

    private static Stream<Point> texts(Values values, List<Cell> cells) {
        var written = values instanceof Values.Texts texts ? texts.written() : Function.<String>identity();
        var named = cells.stream()
                .filter(Cell::isPlain)
                .flatMap(cell -> cell.plain().parts().stream())
                .filter(PlainCell.Text.class::isInstance)
                .map(part -> ((PlainCell.Text) part).text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var other = "khác";
        while (named.contains(written.apply(other))) {
            other += " nữa";
        }
        return Stream.concat(
                named.stream()
                        .filter(text -> text.equals(written.apply(text)))
                        .map(text -> new Point(one(text), true, InWords.of(text))),
                Stream.of(new Point(one(written.apply(other)), false, named.isEmpty() ? "bất kỳ" : "giá trị khác")));
    }

    private static Stream<Point> numbers(Values.Numbers numbers, Set<Double> bounds) {
        var least = numbers.least() == null
                ? Double.NEGATIVE_INFINITY
                : numbers.least().doubleValue();
        var most = numbers.most() == null
                ? Double.POSITIVE_INFINITY
                : numbers.most().doubleValue();
        var marks = new ArrayList<Double>();
        marks.add(null);
        bounds.stream().filter(bound -> bound >= least && bound <= most).forEach(marks::add);
        if (least > Double.NEGATIVE_INFINITY && !marks.contains(least)) {
            marks.add(1, least);
        }
        if (most < Double.POSITIVE_INFINITY && !marks.contains(most)) {
            marks.add(most);
        }
        var points = new ArrayList<Point>();
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            var next = i + 1 < marks.size() ? marks.get(i + 1) : null;
            if (mark != null && (!numbers.whole() || mark == Math.rint(mark))) {
                points.add(new Point(one(number(mark, numbers.whole())), true, InWords.number(mark)));
            }
            var between = between(mark, next, numbers.whole());
            if (between != null && between >= least && between <= most) {
                points.add(new Point(one(number(between, numbers.whole())), false, betweenNumbers(mark, next)));
            }
        }
        return points.stream();
    }

    private static Object number(double number, boolean whole) {
        return whole ? (Object) (long) number : (Object) number;
    }

    /** Some number between the two, a whole one where there is one; null: there is none. */
    private static Double between(Double below, Double above, boolean whole) {
        if (below == null) {
            return above == null ? Double.valueOf(0) : Double.valueOf(Math.ceil(above) - 1);
        }
        var next = Math.floor(below) + 1;
        if (above == null || next < above) {
            return next;
        }
        return whole ? null : (Double) ((below + above) / 2);
    }

    private static String betweenNumbers(Double below, Double above) {
        return below == null && above == null
                ? "bất kỳ"
                : below == null
                        ? "dưới " + InWords.number(above)
                        : above == null
                                ? "trên " + InWords.number(below)
                                : "giữa " + InWords.number(below) + " và " + InWords.number(above);
    }

    private static Stream<Point> days(LocalDate first, LocalDate last, Set<LocalDate> bounds) {
        var points = new ArrayList<Point>();
        LocalDate from = first;
        for (var bound : bounds) {
            if (first != null && bound.isBefore(first) || last != null && bound.isAfter(last)) {
                continue;
            }
            addDays(points, from, bound.minusDays(1));
            points.add(new Point(one(bound), true, InWords.day(bound)));
            from = bound.plusDays(1);
        }
        addDays(points, from, last);
        return points.stream();
    }

    /** @param from and {@code to}: included; null: no bound */
    private static void addDays(List<Point> points, LocalDate from, LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            return;
        }
        var some = from != null ? from : to != null ? to : LocalDate.of(2025, 1, 1);
        var says = from == null && to == null
                ? "ngày bất kỳ"
                : from == null
                        ? "đến " + InWords.day(to)
                        : to == null
                                ? "từ " + InWords.day(from)
                                : from.equals(to) ? InWords.day(from) : InWords.day(from) + "–" + InWords.day(to);
        points.add(new Point(one(some), from != null && from.equals(to), says));
    }

    private Dimension joint(Values.Together together, List<String> here, Map<String, List<Integer>> byExpression) {
        var columns = new ArrayList<Dimension.Column>();
        byExpression.forEach((key, indices) -> {
            for (var i = 0; i < here.size(); i++) {
                if (reads(key, here.get(i))) {
                    var expression = i;
                    indices.forEach(index -> columns.add(new Dimension.Column(index, expression)));
                }
            }
        });
        var names = here.stream().map(this::namesOf).toList();
        var found =
                cellsOf(columns.stream().map(Dimension.Column::index).toList()).toList();
        var bounds = dayBounds(vocabulary.day(table).filter(here::contains).orElse(""), found);
        var places = here.stream().map(together.expressions()::indexOf).toList();
        var points = new LinkedHashMap<List<Object>, Point>();
        for (var point : together.points()) {
            List<List<Object>> values = List.of(List.of());
            List<String> says = List.of("");
            var alone = true;
            for (var i = 0; i < places.size(); i++) {
                var value = point.get(places.get(i));
                var options = value instanceof Values.Period period
                        ? days(period.first(), period.last(), bounds).toList()
                        : List.of(new Point(
                                one(value),
                                true,
                                value == null ? InWords.of(null) : names.get(i).apply(value)));
                alone &= options.stream().allMatch(Point::alone);
                values = values.stream()
                        .flatMap(before -> options.stream()
                                .map(option -> joined(before, option.values().get(0))))
                        .toList();
                says = says.stream()
                        .flatMap(before -> options.stream()
                                .map(option -> before.isEmpty() ? option.says() : before + ", " + option.says()))
                        .toList();
            }
            for (var i = 0; i < values.size(); i++) {
                points.putIfAbsent(values.get(i), new Point(values.get(i), alone, says.get(i)));
            }
        }
        var tried = found.stream().anyMatch(Cell::isTried)
                && points.values().stream().anyMatch(point -> !point.alone());
        return new Dimension(here, columns, List.copyOf(points.values()), tried, false);
    }

    private static List<Object> joined(List<Object> before, Object value) {
        var values = new ArrayList<>(before);
        values.add(value);
        return values;
    }

    private Function<Object, String> namesOf(String expression) {
        return table.inputs().stream()
                .filter(input -> input.expression().strip().equals(expression))
                .map(input -> vocabulary.of(table, input))
                .filter(Values.Codes.class::isInstance)
                .map(values -> ((Values.Codes) values).names())
                .findFirst()
                .<Function<Object, String>>map(names ->
                        value -> named(value.toString(), names.getOrDefault(value.toString(), value.toString())))
                .orElse(InWords::of);
    }
}
