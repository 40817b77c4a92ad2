package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What differs between two versions of a table, row by row. Rows are the same if their ids are; a row that only stands
 * elsewhere has moved, which counts where the order decides.
 *
 * @param columns names of columns that came or went, with a plus or a minus before them
 */
public record TableDifference(List<String> columns, List<RowChange> rows) {

    public enum Kind {
        added,
        removed,
        changed,
        moved
    }

    /**
     * @param was number of the row before, from 1; 0: was not there
     * @param is number of the row after, from 1; 0: is not there any more
     * @param cells what differs in it; of a new row all that it asks and says, of a removed one what it asked and said
     */
    public record RowChange(Kind kind, String rowId, int was, int is, String says, List<CellChange> cells) {}

    /** @param before {@code null}: was not there */
    public record CellChange(String columnId, String label, String before, String after) {}

    public boolean isNone() {
        return columns.isEmpty() && rows.isEmpty();
    }

    public long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    public static TableDifference between(RuleTable before, RuleTable after) {
        var was = numbered(before);
        var is = numbered(after);
        var changes = new ArrayList<RowChange>();
        var stayed = stayed(before, after, was);
        for (var row : after.rows()) {
            var number = is.get(row.id());
            if (!was.containsKey(row.id())) {
                changes.add(new RowChange(Kind.added, row.id(), 0, number, row.says(), cells(null, null, after, row)));
                continue;
            }
            var old = before.rows().get(was.get(row.id()) - 1);
            var cells = cells(before, old, after, row);
            if (!cells.isEmpty()) {
                changes.add(new RowChange(Kind.changed, row.id(), was.get(row.id()), number, row.says(), cells));
            } else if (!stayed.contains(row.id())) {
                changes.add(new RowChange(Kind.moved, row.id(), was.get(row.id()), number, row.says(), List.of()));
            }
        }
        for (var row : before.rows()) {
            if (!is.containsKey(row.id())) {
                changes.add(new RowChange(
                        Kind.removed, row.id(), was.get(row.id()), 0, row.says(), cells(before, row, null, null)));
            }
        }
        return new TableDifference(columns(before, after), List.copyOf(changes));
    }

    private static Map<String, Integer> numbered(RuleTable table) {
        return IntStream.range(0, table.rows().size())
                .boxed()
                .collect(Collectors.toMap(i -> table.rows().get(i).id(), i -> i + 1, (first, again) -> first));
    }

    /** The longest run of rows that kept their order: all others have moved. */
    private static Set<String> stayed(RuleTable before, RuleTable after, Map<String, Integer> was) {
        var kept = after.rows().stream()
                .map(RuleTable.Row::id)
                .filter(was::containsKey)
                .toList();
        var ends = new ArrayList<Integer>(); // index into kept of the smallest end of a run of each length
        var previous = new int[kept.size()];
        for (var i = 0; i < kept.size(); i++) {
            var number = was.get(kept.get(i));
            var low = 0;
            var high = ends.size();
            while (low < high) {
                var middle = (low + high) / 2;
                if (was.get(kept.get(ends.get(middle))) < number) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : ends.get(low - 1);
            if (low == ends.size()) {
                ends.add(i);
            } else {
                ends.set(low, i);
            }
        }
        var stayed = new HashSet<String>();
        for (var i = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); i >= 0; i = previous[i]) {
            stayed.add(kept.get(i));
        }
        return stayed;
    }

    private static List<String> columns(RuleTable before, RuleTable after) {
        var was = labels(before);
        var is = labels(after);
        var changed = new ArrayList<String>();
        is.forEach((id, label) -> {
            if (!was.containsKey(id)) {
                changed.add("+ " + label);
            }
        });
        was.forEach((id, label) -> {
            if (!is.containsKey(id)) {
                changed.add("− " + label);
            }
        });
        return List.copyOf(changed);
    }

    private static Map<String, String> labels(RuleTable table) {
        var labels = new HashMap<String, String>();
        table.inputs().forEach(input -> labels.put(input.id(), input.label()));
        table.outputs().forEach(output -> labels.put(output.id(), output.label()));
        return labels;
    }

    private static List<CellChange> cells(RuleTable before, RuleTable.Row old, RuleTable after, RuleTable.Row now) {
        var was = old == null ? Map.<String, String>of() : texts(before, old);
        var is = now == null ? Map.<String, String>of() : texts(after, now);
        var table = after == null ? before : after;
        var cells = new ArrayList<CellChange>();
        add(cells, table.inputs(), RuleTable.Input::id, RuleTable.Input::label, was, is);
        add(cells, table.outputs(), RuleTable.Output::id, RuleTable.Output::label, was, is);
        if (old != null && now != null && !old.says().equals(now.says())) {
            cells.add(new CellChange(null, "Lời giải thích", old.says(), now.says()));
        }
        var examplesBefore = old == null ? "" : examples(old);
        var examplesNow = now == null ? "" : examples(now);
        if (!examplesBefore.equals(examplesNow)) {
            cells.add(new CellChange(null, "Ví dụ", examplesBefore, examplesNow));
        }
        return List.copyOf(cells);
    }

    private static String examples(RuleTable.Row row) {
        return row.examples().stream().map(RuleTable.Example::inWords).collect(Collectors.joining("\n"));
    }

    private static <C> void add(
            List<CellChange> cells,
            List<C> columns,
            Function<C, String> id,
            Function<C, String> label,
            Map<String, String> was,
            Map<String, String> is) {
        for (var column : columns) {
            var before = was.get(id.apply(column));
            var after = is.get(id.apply(column));
            var isPlain = was.isEmpty() || is.isEmpty() ? isAny(before) && isAny(after) : same(before, after);
            if (!isPlain) {
                cells.add(new CellChange(id.apply(column), label.apply(column), before, after));
            }
        }
    }

    private static boolean isAny(String cell) {
        return cell == null || cell.isBlank() || cell.strip().equals("-");
    }

    private static boolean same(String before, String after) {
        return isAny(before) && isAny(after) || before != null && before.equals(after);
    }

    private static Map<String, String> texts(RuleTable table, RuleTable.Row row) {
        var texts = new HashMap<String, String>();
        for (var i = 0; i < table.inputs().size(); i++) {
            texts.put(table.inputs().get(i).id(), row.tests().get(i));
        }
        for (var i = 0; i < table.outputs().size(); i++) {
            texts.put(table.outputs().get(i).id(), row.results().get(i));
        }
        return texts;
    }
}
