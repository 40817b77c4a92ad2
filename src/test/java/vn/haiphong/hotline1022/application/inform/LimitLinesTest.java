package vn.haiphong.hotline1022.application.inform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.rules.HitPolicy;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

@Tag("A-59")
class LimitLinesTest {

    private final List<RuleTable.Row> tests = new ArrayList<>();
    private final List<PublishLimits.Row> rows = new ArrayList<>();

    @Test
    void rows_with_the_same_limits_that_follow_each_other_are_one_line_and_what_is_covered_goes_without_saying() {
        row("\"urgent\"", "\"a\"", "-", "\"x\"", "", "working P1D");
        row("\"urgent\"", "-", "-", "-", "", "working P1D");
        row("-", "\"a\"", "-", "-", "", "working P3D");
        row("-", "-", "-", "\"x\",\"y\"", "", "working P3D");
        row("-", "-", "-", "-", "", "working P5D");

        assertThat(told())
                .containsExactly(
                        "urgent: Mọi việc: P1D",
                        "ordinary: A; x; y: P3D",
                        "ordinary: Khác: P5D",
                        "complex: A; x; y: P3D",
                        "complex: Khác: P5D");
    }

    @Test
    void a_row_for_every_urgency_is_told_of_each_that_can_still_reach_it() {
        row("-", "-", "-", "\"x\"", "", "working P2D");
        row("\"complex\"", "-", "-", "-", "", "working P10D");
        row("not(\"complex\")", "-", "\"q\"", "-", "", "working P3D");
        row("-", "-", "-", "-", "", "working P5D");

        assertThat(told())
                .containsExactly(
                        "urgent: X: P2D",
                        "urgent: Q: P3D",
                        "urgent: Khác: P5D",
                        "ordinary: X: P2D",
                        "ordinary: Q: P3D",
                        "ordinary: Khác: P5D",
                        "complex: X: P2D",
                        "complex: Khác: P10D");
    }

    @Test
    void rows_apart_come_together_only_if_no_row_between_them_decides_about_the_same_matter() {
        row("\"ordinary\"", "\"a\"", "-", "-", "", "working P3D");
        row("\"ordinary\"", "-", "-", "\"x\"", "", "working P15D");
        row("\"ordinary\"", "-", "-", "\"y\"", "", "working P3D");
        assertThat(told()).containsExactly("ordinary: A; y: P3D", "ordinary: X: P15D");

        tests.clear();
        rows.clear();
        row("\"ordinary\"", "\"a\"", "-", "-", "", "working P3D");
        row("\"ordinary\"", "-", "-", "\"x\"", "", "working P15D");
        row("\"ordinary\"", "\"b\"", "-", "-", "", "working P3D");
        assertThat(told()).containsExactly("ordinary: A: P3D", "ordinary: X: P15D", "ordinary: B: P3D");
    }

    @Test
    void what_administrators_write_beyond_the_known_columns_is_told_in_full_and_hides_nothing() {
        row("-", "-", "-", "\"x\"", "\"305\"", "working P2D");
        row("-", "matches(?, \"a|b\")", "-", "-", "", "working P3D");
        row("-", "not(\"a\",\"b\")", "-", "-", "", "working P4D");
        row("-", "-", "-", "\"x\"", "", "working P5D");

        assertThat(told())
                .startsWith("urgent: Dòng 0: P2D", "urgent: Dòng 1: P3D", "urgent: Trừ a; b: P4D", "urgent: X: P5D")
                .hasSize(12);
    }

    private void row(String urgency, String category, String kind, String field, String area, String answer) {
        var n = rows.size();
        tests.add(new RuleTable.Row("rule_" + n, "", List.of(urgency, category, kind, field, area), List.of()));
        rows.add(new PublishLimits.Row(
                "Dòng " + n,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Limit.parse(answer)),
                Optional.empty()));
    }

    private List<String> told() {
        var table = new RuleTable(
                "handling-deadline",
                "Thời hạn",
                HitPolicy.FIRST,
                Arrays.stream("urgency category kind field areaCode".split(" "))
                        .map(name -> new RuleTable.Input("input_" + name, name, name, "string"))
                        .toList(),
                List.of(),
                tests);
        return new LimitLines(table)
                .of(rows).stream()
                        .flatMap(group -> group.lines().stream()
                                .map(line -> group.urgency() + ": " + group.inWords(line, LimitLinesTest::say) + ": P"
                                        + line.answer().orElseThrow().days() + "D"))
                        .toList();
    }

    private static String say(String key) {
        return switch (key) {
            case "matters.all" -> "Mọi việc";
            case "matters.others" -> "Khác";
            case "matters.except" -> "Trừ";
            default -> key.substring(key.indexOf('.') + 1);
        };
    }
}
