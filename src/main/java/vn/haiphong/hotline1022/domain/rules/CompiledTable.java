package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A decision table made ready for many cases: it says what the engine says, a hundred times as fast. A cell beyond the plain
 * language is asked of the full one; a table that is made in another way altogether cannot be compiled.
 */
public final class CompiledTable {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");
    private static final Set<String> KEYWORDS = Set.of("true", "false", "null");
    private static final Set<String> TYPES = Set.of("", "string", "boolean", "integer", "long", "double");

    private final RuleTable table;
    private final List<String> names;
    private final Row[] rows;
    private final FullLanguage full;
    private final int beyondPlain;

    private CompiledTable(RuleTable table, SharedCells cells, FullLanguage full) {
        this.table = table;
        this.names = table.inputs().stream().map(RuleTable.Input::expression).toList();
        this.full = full;
        this.rows = table.rows().stream().map(row -> compiled(row, cells)).toArray(Row[]::new);
        this.beyondPlain = (int) java.util.Arrays.stream(rows)
                .mapToLong(row -> java.util.Arrays.stream(row.cells())
                                .filter(cell -> !cells.isPlain(cell))
                                .count()
                        + (row.results() == null ? 1 : 0))
                .sum();
    }

    /**
     * @param cells numbers of those that do not hold always
     * @param answer where this row alone counts; null: its results depend on the case
     */
    private record Row(RuleTable.Row written, int[] cells, Map<String, Object> results, TableAnswer answer) {}

    /** Empty for a table that only the engine itself can read. */
    public static Optional<CompiledTable> of(RuleTable table, SharedCells cells, FullLanguage full) {
        var common = table.languages().isEmpty()
                && Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY, HitPolicy.COLLECT, HitPolicy.RULE_ORDER)
                        .contains(table.hitPolicy())
                && table.inputs().stream()
                        .allMatch(input -> NAME.matcher(input.expression()).matches()
                                && !KEYWORDS.contains(input.expression())
                                && TYPES.contains(input.type()))
                && table.outputs().stream().allMatch(output -> TYPES.contains(output.type()))
                && table.rows().stream().allMatch(row -> fits(table, row));
        return common ? Optional.of(new CompiledTable(table, cells, full)) : Optional.empty();
    }

    /** What the engine would turn into another type, or refuse. */
    private static boolean fits(RuleTable table, RuleTable.Row row) {
        for (var i = 0; i < table.outputs().size(); i++) {
            var type = table.outputs().get(i).type();
            if (PlainValue.of(row.results().get(i))
                    .filter(plain -> !isOf(type, plain.value()))
                    .isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static Object typed(String type, Object value) {
        return "double".equals(type) && value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private static boolean isOf(String type, Object value) {
        return value == null
                || switch (type) {
                    case "string" -> value instanceof String;
                    case "boolean" -> value instanceof Boolean;
                    case "integer" ->
                        value instanceof Integer || value instanceof Long whole && whole.intValue() == whole;
                    case "long" -> value instanceof Integer || value instanceof Long;
                    case "double" -> value instanceof Number;
                    default -> true;
                };
    }

    private Row compiled(RuleTable.Row row, SharedCells cells) {
        var numbers = new ArrayList<Integer>();
        for (var i = 0; i < row.tests().size(); i++) {
            var cell = cells.add(names.get(i), row.tests().get(i));
            if (cell >= 0) {
                numbers.add(cell);
            }
        }
        var results = new LinkedHashMap<String, Object>();
        for (var i = 0; i < row.results().size(); i++) {
            if (row.results().get(i).isBlank()) {
                continue; // the engine does not name it
            }
            var plain = PlainValue.of(row.results().get(i));
            if (plain.isEmpty()) {
                return new Row(row, ints(numbers), null, null);
            }
            var output = table.outputs().get(i);
            results.put(output.name(), typed(output.type(), plain.get().value()));
        }
        return new Row(row, ints(numbers), results, new TableAnswer(List.of(row.id()), List.of(results), null));
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    public RuleTable table() {
        return table;
    }

    /** How many of its cells are beyond the plain language: they make it slow. */
    public int beyondPlain() {
        return beyondPlain;
    }

    /** Whether the values of this case are of the types its columns name; else the engine has to turn them, or to refuse them. */
    private boolean takes(Map<String, Object> facts) {
        for (var i = 0; i < names.size(); i++) {
            if (!isOf(table.inputs().get(i).type(), facts.get(names.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** @return null where only the engine can say */
    public TableAnswer of(SharedCells.Answers known) {
        if (!takes(known.facts())) {
            return null;
        }
        try {
            return answerOf(known);
        } catch (Unexpected e) {
            return null;
        }
    }

    private TableAnswer answerOf(SharedCells.Answers known) {
        var policy = table.hitPolicy();
        var first = policy == HitPolicy.FIRST && beyondPlain == 0;
        List<Row> hits = null;
        Row hit = null;
        for (var row : rows) {
            if (holds(row, known)) {
                if (first) {
                    return answer(row, known);
                }
                if (hit == null) {
                    hit = row;
                } else {
                    if (hits == null) {
                        hits = new ArrayList<>();
                        hits.add(hit);
                    }
                    hits.add(row);
                }
            }
        }
        if (hits == null) {
            return hit == null ? TableAnswer.nothing() : answer(hit, known);
        }
        return switch (policy) {
            case FIRST -> answer(hit, known);
            case UNIQUE -> TableAnswer.fault("Nhiều dòng cùng khớp");
            case ANY -> any(all(hits, known));
            default -> all(hits, known);
        };
    }

    private static boolean holds(Row row, SharedCells.Answers known) {
        for (var cell : row.cells()) {
            if (!known.holds(cell)) {
                return false;
            }
        }
        return true;
    }

    private static TableAnswer any(TableAnswer all) {
        return all.results().stream().distinct().count() == 1
                ? new TableAnswer(
                        List.of(all.rows().get(0)), List.of(all.results().get(0)), null)
                : TableAnswer.fault("Các dòng cùng khớp nói khác nhau");
    }

    private TableAnswer all(List<Row> hits, SharedCells.Answers known) {
        var ids = new ArrayList<String>(hits.size());
        var results = new ArrayList<Map<String, Object>>(hits.size());
        for (var hit : hits) {
            ids.add(hit.written().id());
            results.add(results(hit, known));
        }
        return new TableAnswer(ids, results, null);
    }

    private TableAnswer answer(Row row, SharedCells.Answers known) {
        return row.answer() != null
                ? row.answer()
                : new TableAnswer(List.of(row.written().id()), List.of(results(row, known)), null);
    }

    private Map<String, Object> results(Row row, SharedCells.Answers known) {
        if (row.results() != null) {
            return row.results();
        }
        var results = new LinkedHashMap<String, Object>();
        for (var i = 0; i < row.written().results().size(); i++) {
            var written = row.written().results().get(i);
            if (written.isBlank()) {
                continue;
            }
            var output = table.outputs().get(i);
            var value =
                    PlainValue.of(written).map(PlainValue::value).orElseGet(() -> full.value(written, known.facts()));
            if (!isOf(output.type(), value)) {
                throw new Unexpected();
            }
            results.put(output.name(), typed(output.type(), value));
        }
        return results;
    }

    /** A value of another type than its column: the engine turns it, or refuses it. */
    private static final class Unexpected extends RuntimeException {

        Unexpected() {
            super(null, null, false, false);
        }
    }
}
