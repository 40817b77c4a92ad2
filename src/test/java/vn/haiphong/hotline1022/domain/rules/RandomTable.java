package vn.haiphong.hotline1022.domain.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table by chance with all the values its columns can hold, few enough to try them all. */
final class RandomTable implements Vocabulary {

    private static final List<HitPolicy> POLICIES = List.of(
            HitPolicy.UNIQUE, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.FIRST, HitPolicy.RULE_ORDER, HitPolicy.COLLECT);
    private static final LocalDate DAY = LocalDate.of(2025, 6, 28);
    private static final List<String> CODES = List.of("a", "b", "c", "d");
    private static final List<String> WORDS = List.of("ab", "cd", "ef", "gh");

    private final Random chance;
    private final List<Kind> kinds = new ArrayList<>();
    private final Values.Together together;
    final RuleTable table;
    final List<Map<String, Object>> cases;
    final boolean mayBeAbsent;
    final boolean withSearches;

    private enum Kind {
        codes("string"),
        texts("string"),
        searched("string"),
        truth("boolean"),
        whole("integer"),
        real("double"),
        figures(""),
        days("");

        final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    /** Cells to choose from: what the engine said of one is remembered from table to table. */
    static final class Cells {

        private static final int OF_A_KIND = 150;

        private final Map<Kind, List<String>> byKind = new EnumMap<>(Kind.class);

        Cells(long seed) {
            var chance = new Random(seed);
            for (var kind : Kind.values()) {
                byKind.put(
                        kind,
                        IntStream.range(0, OF_A_KIND)
                                .mapToObj(i -> cell(kind, chance))
                                .toList());
            }
        }
    }

    RandomTable(long seed, Cells cells) {
        chance = new Random(seed);
        mayBeAbsent = chance.nextInt(3) == 0;
        var inputs = new ArrayList<RuleTable.Input>();
        var columns = 1 + chance.nextInt(3);
        for (var i = 0; i < columns; i++) {
            var again = i > 0 && chance.nextInt(8) == 0;
            var kind = again ? kinds.get(i - 1) : Kind.values()[chance.nextInt(Kind.values().length)];
            kinds.add(kind);
            inputs.add(new RuleTable.Input(
                    "in" + i, "Cột " + i, again ? inputs.get(i - 1).expression() : "c" + i, kind.type));
        }
        withSearches = kinds.contains(Kind.searched);
        together = chance.nextInt(2) == 0 ? joined(inputs) : null;
        var dense = chance.nextInt(4);
        var rows = new ArrayList<RuleTable.Row>();
        var number = 1 + chance.nextInt(6);
        for (var r = 0; r < number; r++) {
            var last = r == number - 1 && chance.nextInt(3) == 0;
            rows.add(new RuleTable.Row(
                    "r" + r,
                    "",
                    kinds.stream()
                            .map(kind -> last || chance.nextInt(4) < dense
                                    ? "-"
                                    : cells.byKind.get(kind).get(chance.nextInt(Cells.OF_A_KIND)))
                            .toList(),
                    List.of(chance.nextInt(3) == 0 ? "\"y\"" : "\"x\"")));
        }
        if (rows.size() > 1 && chance.nextInt(4) == 0) {
            var copied = rows.get(chance.nextInt(rows.size()));
            rows.set(
                    rows.size() - 1,
                    new RuleTable.Row(
                            "r" + (rows.size() - 1),
                            "",
                            copied.tests(),
                            rows.get(rows.size() - 1).results()));
        }
        table = new RuleTable(
                "t",
                "t",
                POLICIES.get(chance.nextInt(POLICIES.size())),
                inputs,
                List.of(new RuleTable.Output("out", "Kết quả", "out", "string")),
                rows);
        cases = cases();
    }

    private Values.Together joined(List<RuleTable.Input> inputs) {
        var codes = IntStream.range(0, kinds.size())
                .filter(i -> kinds.get(i) == Kind.codes || kinds.get(i) == Kind.days)
                .mapToObj(i -> inputs.get(i).expression())
                .distinct()
                .toList();
        if (codes.size() < 2) {
            return null;
        }
        var points = new ArrayList<List<Object>>();
        for (var n = 1 + chance.nextInt(6); n > 0; n--) {
            points.add(codes.stream()
                    .map(expression -> kindOf(inputs, expression) == Kind.days
                            ? new Values.Period(DAY.plusDays(chance.nextInt(3)), DAY.plusDays(3 + chance.nextInt(4)))
                            : (Object) CODES.get(chance.nextInt(CODES.size())))
                    .toList());
        }
        return new Values.Together(codes, points);
    }

    private Kind kindOf(List<RuleTable.Input> inputs, String expression) {
        return kinds.get(IntStream.range(0, inputs.size())
                .filter(i -> inputs.get(i).expression().equals(expression))
                .findFirst()
                .orElseThrow());
    }

    // cells

    private static String cell(Kind kind, Random chance) {
        if (chance.nextInt(60) == 0) {
            return List.of("5", "\"a\"", "true", "thoat_nuoc", "null", "not(null)", "not(true)", "= 5")
                    .get(chance.nextInt(8));
        }
        if (kind == Kind.truth) {
            return chance.nextBoolean() ? "true" : "false";
        }
        if (chance.nextInt(25) == 0) {
            return full(kind);
        }
        var list = IntStream.rangeClosed(0, chance.nextInt(3))
                .mapToObj(i -> part(kind, chance))
                .collect(Collectors.joining(chance.nextBoolean() ? "," : " , "));
        return chance.nextInt(4) == 0 ? "not(" + list + ")" : list;
    }

    private static String full(Kind kind) {
        return switch (kind) {
            case codes, texts -> "contains(?, \"a\")";
            case searched -> "starts with(?, \" ab\")";
            case whole, real, figures -> "? > 3 and ? < 6";
            default -> "? >= date(\"2025-07-01\")";
        };
    }

    private static String part(Kind kind, Random chance) {
        return switch (kind) {
            case codes -> "\"" + CODES.get(chance.nextInt(CODES.size())) + "\"";
            case texts -> "\"" + List.of("a", "b", "").get(chance.nextInt(3)) + "\"";
            case searched -> chance.nextInt(8) == 0 ? "\" ab \"" : search(chance);
            case whole, real, figures -> compared(chance, number -> String.valueOf(1 + number));
            default -> compared(chance, number -> "date(\"" + DAY.plusDays(1 + number) + "\")");
        };
    }

    private static String search(Random chance) {
        var words = IntStream.rangeClosed(0, chance.nextInt(3))
                .mapToObj(i -> WORDS.get(chance.nextInt(WORDS.size())))
                .collect(Collectors.joining("|"));
        return chance.nextInt(6) == 0
                ? "matches(?, \"^(?!.* (" + words + ") ).*$\")"
                : "matches(?, \" (" + words + ") \")";
    }

    private static String compared(Random chance, IntFunction<String> bound) {
        var one = chance.nextInt(5);
        var other = chance.nextInt(25) == 0 ? chance.nextInt(5) : one + chance.nextInt(5 - one);
        return switch (chance.nextInt(4)) {
            case 0 -> bound.apply(one);
            case 1 -> List.of("<", "<=", ">", ">=").get(chance.nextInt(4)) + " " + bound.apply(one);
            default ->
                one == other
                        ? "[" + bound.apply(one) + ".." + bound.apply(one) + "]"
                        : List.of("[", "]", "(").get(chance.nextInt(3)) + bound.apply(one) + ".." + bound.apply(other)
                                + List.of("]", "[", ")").get(chance.nextInt(3));
        };
    }

    // values

    private List<Object> valuesOf(Kind kind) {
        var values = new ArrayList<Object>();
        switch (kind) {
            case codes -> values.addAll(CODES);
            case texts -> values.addAll(List.of("a", "b", "", "khác", "aa"));
            case searched -> {
                values.addAll(List.of(" ", " x ", "", " khác "));
                for (var one : WORDS) {
                    values.add(" " + one + " ");
                    for (var other : WORDS) {
                        values.add(" " + one + " " + other + " ");
                    }
                }
                values.add(" ab cd ef gh ");
            }
            case truth -> values.addAll(List.of(true, false));
            case whole -> IntStream.rangeClosed(0, 7).forEach(values::add);
            case real, figures -> IntStream.rangeClosed(0, 14).forEach(i -> values.add(i / 2.0));
            default -> IntStream.rangeClosed(0, 6).forEach(i -> values.add(DAY.plusDays(i)));
        }
        if (mayBeAbsent) {
            values.add(null);
        }
        return values;
    }

    private List<Map<String, Object>> cases() {
        List<Map<String, Object>> all = List.of(Map.of());
        for (var i = 0; i < kinds.size(); i++) {
            var expression = table.inputs().get(i).expression();
            var kind = kinds.get(i);
            all = all.stream()
                    .flatMap(before -> before.containsKey(expression)
                            ? java.util.stream.Stream.of(before)
                            : valuesOf(kind).stream().map(value -> {
                                Map<String, Object> more = new LinkedHashMap<>(before);
                                more.put(expression, value);
                                return more;
                            }))
                    .toList();
        }
        return together == null
                ? all
                : all.stream()
                        .filter(values -> together.points().stream()
                                .anyMatch(point -> IntStream.range(0, point.size())
                                        .allMatch(i -> isAt(
                                                point.get(i),
                                                values.get(
                                                        together.expressions().get(i))))))
                        .toList();
    }

    private static boolean isAt(Object point, Object value) {
        return point instanceof Values.Period period
                ? value instanceof LocalDate day && !day.isBefore(period.first()) && !day.isAfter(period.last())
                : point.equals(value);
    }

    // the vocabulary

    @Override
    public Values of(RuleTable whole, RuleTable.Input input) {
        return switch (kinds.get(whole.inputs().indexOf(input))) {
            case codes ->
                new Values.Codes(CODES.stream().collect(Collectors.toMap(code -> code, code -> "Mã " + code)));
            case whole -> new Values.Numbers(java.math.BigDecimal.ZERO, java.math.BigDecimal.valueOf(7), true);
            case figures -> new Values.Numbers(false);
            case days -> new Values.Dates(DAY, DAY.plusDays(6));
            default -> new Values.Anything();
        };
    }

    @Override
    public Values of(RuleTable whole, RuleTable.Output output) {
        return new Values.Anything();
    }

    @Override
    public boolean mayBeAbsent(RuleTable whole, RuleTable.Input input) {
        return mayBeAbsent;
    }

    @Override
    public List<Values.Together> together(RuleTable whole) {
        return Optional.ofNullable(together).map(List::of).orElse(List.of());
    }

    @Override
    public String toString() {
        return table.hitPolicy() + " "
                + table.inputs().stream().map(RuleTable.Input::expression).toList() + " " + kinds
                + (mayBeAbsent ? " absent" : "") + " " + together + "\n"
                + table.rows().stream()
                        .map(row -> row.id() + " " + row.tests() + " → " + row.results())
                        .collect(Collectors.joining("\n"));
    }
}
