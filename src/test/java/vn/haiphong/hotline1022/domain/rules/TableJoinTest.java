package vn.haiphong.hotline1022.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.domain.rules.TableJoin.Side;

/** Two people at one table: nobody's work is lost, and where both did something else, somebody chooses. */
class TableJoinTest {

    private static final RuleTable BASE = table(row("a", "1", "x"), row("b", "2", "y"), row("c", "3", "z"));

    private static RuleTable.Row row(String id, String test, String result) {
        return new RuleTable.Row(id, "dòng " + id, List.of(test), List.of(result));
    }

    private static RuleTable table(RuleTable.Row... rows) {
        return new RuleTable(
                "t",
                "Bảng",
                HitPolicy.FIRST,
                List.of(new RuleTable.Input("in", "Nếu", "x", "string")),
                List.of(new RuleTable.Output("out", "Thì", "y", "string")),
                List.of(rows));
    }

    private static TableJoin join(RuleTable mine, RuleTable theirs) {
        return TableJoin.of(BASE, mine, theirs, Map.of());
    }

    private static List<String> ids(TableJoin joined) {
        return joined.rows().stream().map(RuleTable.Row::id).toList();
    }

    @Test
    void what_only_one_of_them_changed_is_taken_cell_by_cell() {
        var joined = join(
                table(row("a", "1*", "x"), row("b", "2", "y"), row("c", "3", "z")),
                table(row("a", "1", "x*"), row("b", "2", "y"), row("c", "3*", "z")));

        assertThat(joined.conflicts()).isEmpty();
        assertThat(joined.rows()).containsExactly(row("a", "1*", "x*"), row("b", "2", "y"), row("c", "3*", "z"));
    }

    @Test
    void where_both_changed_a_cell_to_different_things_somebody_chooses() {
        var mine = table(row("a", "mine", "x"), row("b", "2", "y"), row("c", "3", "z"));
        var theirs = table(row("a", "theirs", "x"), row("b", "2", "y"), row("c", "3", "z"));

        var asked = join(mine, theirs);
        assertThat(asked.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.key()).isEqualTo("a/in"))
                .satisfies(conflict -> assertThat(conflict.mine()).isEqualTo("mine"))
                .satisfies(conflict -> assertThat(conflict.theirs()).isEqualTo("theirs"));

        assertThat(TableJoin.of(BASE, mine, theirs, Map.of("a/in", Side.theirs))
                        .rows()
                        .get(0)
                        .tests())
                .containsExactly("theirs");
        assertThat(join(mine, mine).conflicts()).as("both did the same").isEmpty();
    }

    @Test
    void rows_that_were_added_stand_where_they_were_added() {
        var joined = join(
                table(row("a", "1", "x"), row("m", "m", "m"), row("b", "2", "y"), row("c", "3", "z")),
                table(
                        row("t", "t", "t"),
                        row("a", "1", "x"),
                        row("b", "2", "y"),
                        row("c", "3", "z"),
                        row("u", "u", "u")));

        assertThat(ids(joined)).containsExactly("t", "a", "m", "b", "c", "u");
    }

    @Test
    void a_row_that_one_took_out_and_the_other_did_not_touch_is_gone_else_somebody_chooses() {
        var without = table(row("a", "1", "x"), row("c", "3", "z"));
        assertThat(ids(join(without, BASE))).containsExactly("a", "c");
        assertThat(ids(join(BASE, without))).containsExactly("a", "c");

        var touched = table(row("a", "1", "x"), row("b", "2*", "y"), row("c", "3", "z"));
        var asked = join(without, touched);
        assertThat(asked.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.mine()).isNull());
        assertThat(ids(asked)).as("mine until chosen").containsExactly("a", "c");
        assertThat(ids(TableJoin.of(BASE, without, touched, Map.of("b/row", Side.theirs))))
                .containsExactly("a", "b", "c");
    }

    @Test
    void whoever_moved_rows_leads_and_two_who_moved_them_differently_are_asked() {
        var moved = table(row("c", "3", "z"), row("a", "1", "x"), row("b", "2", "y"));
        assertThat(ids(join(moved, BASE))).containsExactly("c", "a", "b");
        assertThat(ids(join(BASE, moved))).containsExactly("c", "a", "b");

        var otherwise = table(row("b", "2", "y"), row("a", "1", "x"), row("c", "3", "z"));
        var asked = join(moved, otherwise);
        assertThat(asked.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.columnId()).isEqualTo(TableJoin.ORDER));
        assertThat(ids(TableJoin.of(BASE, moved, otherwise, Map.of("/order", Side.theirs))))
                .containsExactly("b", "a", "c");
    }

    @Test
    void examples_come_along() {
        var example = new RuleTable.Example(true, "", Map.of("x", "ổ gà"));
        var with = new RuleTable.Row("a", "dòng a", List.of("1"), List.of("x"), List.of(example));

        assertThat(join(BASE, table(with, row("b", "2", "y"), row("c", "3", "z")))
                        .rows()
                        .get(0)
                        .examples())
                .containsExactly(example);
    }

    @Test
    void tables_with_other_columns_cannot_be_joined() {
        var other = new RuleTable("t", "Bảng", HitPolicy.FIRST, List.of(), BASE.outputs(), List.of());

        assertThat(TableJoin.isPossible(BASE, BASE, other)).isFalse();
    }

    @Test
    void joining_with_what_nobody_changed_changes_nothing() {
        var rows = new ArrayList<>(Arrays.asList(row("b", "2", "y"), row("n", "n", "n"), row("a", "1*", "x")));
        var mine = table(rows.toArray(RuleTable.Row[]::new));

        assertThat(join(mine, BASE).rows()).isEqualTo(mine.rows());
        assertThat(join(BASE, mine).rows()).isEqualTo(mine.rows());
    }
}
