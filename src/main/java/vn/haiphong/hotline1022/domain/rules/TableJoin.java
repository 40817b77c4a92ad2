package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Two people have changed one table: row by row and cell by cell, what only one of them changed is taken, what both changed
 * to different things somebody has to choose. Rows are the same if their ids are.
 *
 * @param rows as joined; where nobody has chosen yet, mine stands
 * @param conflicts all there are, chosen or not
 */
public record TableJoin(List<RuleTable.Row> rows, List<Conflict> conflicts) {

    public enum Side {
        mine,
        theirs
    }

    /** Column of a conflict about more than a cell. */
    public static final String ROW = "row";

    public static final String SAYS = "says";
    public static final String EXAMPLES = "examples";
    public static final String ORDER = "order";

    /**
     * @param rowId empty: of the order of the rows
     * @param columnId of an input or output, or one of {@link #ROW}, {@link #SAYS}, {@link #EXAMPLES}, {@link #ORDER}
     * @param mine null: I took the row out
     * @param theirs null: they took the row out
     */
    public record Conflict(
            String rowId,
            String columnId,
            String label,
            String base,
            String mine,
            String theirs,
            Optional<Side> chosen) {

        public String key() {
            return rowId + "/" + columnId;
        }
    }

    /** Whether rows can be joined at all: all three have the same columns. */
    public static boolean isPossible(RuleTable base, RuleTable mine, RuleTable theirs) {
        return columns(base).equals(columns(mine)) && columns(base).equals(columns(theirs));
    }

    private static List<Object> columns(RuleTable table) {
        var columns = new ArrayList<>();
        table.inputs().forEach(columns::add);
        table.outputs().forEach(columns::add);
        return columns;
    }

    /**
     * @param choices by {@link Conflict#key()}
     * @throws IllegalArgumentException if it is not possible
     */
    public static TableJoin of(RuleTable base, RuleTable mine, RuleTable theirs, Map<String, Side> choices) {
        if (!isPossible(base, mine, theirs)) {
            throw new IllegalArgumentException("Other columns");
        }
        return new Joining(base, mine, theirs, choices).join();
    }

    private static final class Joining {

        private final RuleTable base;
        private final RuleTable mine;
        private final RuleTable theirs;
        private final Map<String, Side> choices;
        private final List<Conflict> conflicts = new ArrayList<>();

        Joining(RuleTable base, RuleTable mine, RuleTable theirs, Map<String, Side> choices) {
            this.base = base;
            this.mine = mine;
            this.theirs = theirs;
            this.choices = choices;
        }

        TableJoin join() {
            var was = byId(base);
            var myRows = byId(mine);
            var theirRows = byId(theirs);
            var joined = new HashMap<String, RuleTable.Row>();
            var order = order(was, myRows, theirRows);
            for (var id : order) {
                row(id, was.get(id), myRows.get(id), theirRows.get(id)).ifPresent(row -> joined.put(id, row));
            }
            return new TableJoin(
                    order.stream().map(joined::get).filter(Objects::nonNull).toList(), List.copyOf(conflicts));
        }

        private static Map<String, RuleTable.Row> byId(RuleTable table) {
            var rows = new LinkedHashMap<String, RuleTable.Row>();
            table.rows().forEach(row -> rows.put(row.id(), row));
            return rows;
        }

        /** Whoever moved rows leads; the rows the other one added follow the row they followed there. */
        private List<String> order(
                Map<String, RuleTable.Row> was,
                Map<String, RuleTable.Row> myRows,
                Map<String, RuleTable.Row> theirRows) {
            var iMoved = moved(was, myRows);
            var theyMoved = moved(was, theirRows);
            var myOrder = new ArrayList<>(myRows.keySet());
            var theirOrder = new ArrayList<>(theirRows.keySet());
            if (!iMoved) {
                return woven(theirOrder, myOrder);
            }
            if (!theyMoved || !moved(theirRows, myRows)) {
                return woven(myOrder, theirOrder);
            }
            var side = chosen("", ORDER, "Thứ tự các dòng", "", "thứ tự của bạn", "thứ tự của người kia");
            return side == Side.mine ? woven(myOrder, theirOrder) : woven(theirOrder, myOrder);
        }

        private static boolean moved(Map<String, RuleTable.Row> before, Map<String, RuleTable.Row> after) {
            var kept = after.keySet().stream().filter(before::containsKey).toList();
            var then = before.keySet().stream().filter(after::containsKey).toList();
            return !kept.equals(then);
        }

        private static List<String> woven(List<String> leading, List<String> other) {
            var woven = new ArrayList<>(leading);
            for (var i = 0; i < other.size(); i++) {
                if (!woven.contains(other.get(i))) {
                    woven.add(i == 0 ? 0 : woven.indexOf(other.get(i - 1)) + 1, other.get(i));
                }
            }
            return woven;
        }

        private Optional<RuleTable.Row> row(String id, RuleTable.Row was, RuleTable.Row my, RuleTable.Row their) {
            if (my == null || their == null) {
                return oneSided(id, was, my, their);
            }
            var tests = new ArrayList<String>();
            for (var i = 0; i < base.inputs().size(); i++) {
                var column = base.inputs().get(i);
                tests.add(cell(
                        id,
                        column.id(),
                        column.label(),
                        was == null ? null : was.tests().get(i),
                        my.tests().get(i),
                        their.tests().get(i)));
            }
            var results = new ArrayList<String>();
            for (var i = 0; i < base.outputs().size(); i++) {
                var column = base.outputs().get(i);
                results.add(cell(
                        id,
                        column.id(),
                        column.label(),
                        was == null ? null : was.results().get(i),
                        my.results().get(i),
                        their.results().get(i)));
            }
            var says = cell(id, SAYS, "Lời giải thích", was == null ? null : was.says(), my.says(), their.says());
            return Optional.of(new RuleTable.Row(id, says, tests, results, examples(id, was, my, their)));
        }

        /** A row that one of the two does not have. */
        private Optional<RuleTable.Row> oneSided(String id, RuleTable.Row was, RuleTable.Row my, RuleTable.Row their) {
            var present = my == null ? their : my;
            if (present == null) {
                return Optional.empty();
            }
            if (was == null) {
                return Optional.of(present); // somebody has added it
            }
            if (was.equals(present)) {
                return Optional.empty(); // somebody has taken it out, and nobody else has touched it
            }
            var side = chosen(
                    id, ROW, "Cả dòng", was.says(), my == null ? null : my.says(), their == null ? null : their.says());
            return Optional.ofNullable(side == Side.mine ? my : their);
        }

        private List<RuleTable.Example> examples(String id, RuleTable.Row was, RuleTable.Row my, RuleTable.Row their) {
            var before = was == null ? null : was.examples();
            if (my.examples().equals(their.examples()) || their.examples().equals(before)) {
                return my.examples();
            }
            if (my.examples().equals(before)) {
                return their.examples();
            }
            var side = chosen(id, EXAMPLES, "Ví dụ", words(before), words(my.examples()), words(their.examples()));
            return side == Side.mine ? my.examples() : their.examples();
        }

        private static String words(List<RuleTable.Example> examples) {
            return examples == null
                    ? ""
                    : String.join(
                            "\n",
                            examples.stream().map(RuleTable.Example::inWords).toList());
        }

        private String cell(String id, String column, String label, String was, String my, String their) {
            if (my.equals(their) || their.equals(was)) {
                return my;
            }
            if (my.equals(was)) {
                return their;
            }
            return chosen(id, column, label, was == null ? "" : was, my, their) == Side.mine ? my : their;
        }

        private Side chosen(String id, String column, String label, String was, String my, String their) {
            var choice = Optional.ofNullable(choices.get(id + "/" + column));
            conflicts.add(new Conflict(id, column, label, was, my, their, choice));
            return choice.orElse(Side.mine);
        }
    }
}
