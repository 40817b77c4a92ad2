package vn.haiphong.hotline1022.application.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.haiphong.hotline1022.adapter.persistence.FilledRegister;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.domain.rules.Finding;
import vn.haiphong.hotline1022.domain.rules.Finding.Kind;
import vn.haiphong.hotline1022.domain.rules.Finding.Severity;
import vn.haiphong.hotline1022.domain.rules.HitPolicy;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.TableAnalysis;
import vn.haiphong.hotline1022.process.engine.internal.FeelCellJudge;

/** What goes wrong when somebody of the office changes a table in a hurry. */
class TypicalMistakesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static TableVocabulary vocabulary;
    private static TableAnalysis analysis;

    @BeforeAll
    static void fill() {
        var register = FilledRegister.create();
        vocabulary = new TableVocabulary(register.agencies(), register.areas(), new Words());
        analysis = new TableAnalysis(new FeelCellJudge());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "thoat_nuoc                | syntax       | phải viết \"thoat_nuoc\"",
                "\"thoat_nuoc\",duong_bo   | syntax       | phải viết \"duong_bo\"",
                "not(thoat_nuoc)           | syntax       | phải viết \"thoat_nuoc\"",
                "“thoat_nuoc”              | syntax       | nháy kép thẳng",
                "'thoat_nuoc'              | syntax       | nháy kép thẳng",
                "\"thoat_nuoc              | syntax       | Thiếu một dấu nháy",
                "\"thoat_nuoc\";\"dien\"   | syntax       | dấu phẩy",
                "\"thoat_nuoc\" \"dien\"   | syntax       | không đọc được",
                "= \"dien\"                | syntax       | Không viết dấu =",
                "\"thoat_nuocc\"           | unknownValue | Có phải \"thoat_nuoc\"",
                "\"Điện lực\"              | unknownValue | Có phải \"dien\"",
                "\"dien \"                 | unknownValue | Có phải \"dien\"",
                "5                         | type         | chữ trong dấu nháy",
                "true                      | type         | chữ trong dấu nháy",
                "${field}                  | forbidden    | FEEL",
                "now() > ?                 | forbidden    | now",
                "for x in ? return x       | forbidden    | for",
                "contains(?, \"dien\")     | beyondAnalysis | công thức"
            })
    void a_slip_in_a_cell_is_said_at_the_cell(String cell, Kind kind, String says) throws IOException {
        var table = changed("responsible-agency", "rule_outOfScope", "field", cell);

        assertThat(of(table))
                .filteredOn(
                        finding -> finding.rowId() != null && finding.rowId().equals("rule_outOfScope"))
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(kind);
                    assertThat(finding.columnId()).isEqualTo("input_field");
                    assertThat(finding.says()).contains(says);
                    assertThat(finding.severity())
                            .isEqualTo(kind == Kind.beyondAnalysis ? Severity.informs : Severity.blocks);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2025-07-01                   | viết date(\"2025-07-01\")",
                ">= 01/07/2025                | viết date(\"2025-07-01\")",
                ">= date(\"01/07/2025\")      | Không có ngày",
                "< date(\"2025-02-30\")       | Không có ngày",
                "[date(\"2025-07-01\")..date(\"2025-01-01\")] | đầu khoảng lớn hơn"
            })
    void a_date_written_wrongly_is_said_at_the_cell(String cell, String says) throws IOException {
        var table = changed("responsible-agency", "rule_outOfScope", "receivedOn", cell);

        assertThat(of(table)).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.syntax);
            assertThat(finding.columnId()).isEqualTo("input_receivedOn");
            assertThat(finding.says()).contains(says);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "responsible-agency | rule_outOfScope | leadAgency | \"SGTV\"       | Có phải \"SGTVT\"",
                "responsible-agency | rule_outOfScope | leadAgency | SXD            | phải viết \"SXD\"",
                "responsible-agency | rule_outOfScope | coordinatingAgencies | \"SXD,,UBND\" | Thiếu một mã",
                "handling-deadline  | rule_urgent     | handle     | \"1 ngày\"     | không phải là thời hạn",
                "handling-deadline  | rule_urgent     | handle     | \"\"           | phải có thời hạn",
                "handling-deadline  | rule_urgent     | warnShare  | 75             | phải từ 0 đến 1",
                "handling-deadline  | rule_urgent     | warnShare  | \"0.75\"       | phải là số",
                "escalation-ladder  | rule_urgentLevel1 | told     | \"offcer\"     | Có phải \"officer\"",
                "escalation-ladder  | rule_urgentLevel1 | level    | 1.5            | số nguyên"
            })
    void a_wrong_result_is_said_at_the_cell(String key, String row, String column, String cell, String says)
            throws IOException {
        assertThat(of(changed(key, row, column, cell))).anySatisfy(finding -> {
            assertThat(finding.rowId()).isEqualTo(row);
            assertThat(finding.columnId()).isEqualTo("output_" + column);
            assertThat(finding.severity()).isEqualTo(Severity.blocks);
            assertThat(finding.says()).contains(says);
        });
    }

    @Test
    void a_row_moved_below_the_rest_is_never_used() throws IOException {
        var table = ShippedTablesTest.shipped("responsible-agency");
        var rows = new ArrayList<>(table.rows());
        rows.add(rows.remove(0));

        assertThat(of(with(table, rows))).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.shadowed);
            assertThat(finding.severity()).isEqualTo(Severity.blocks);
            assertThat(finding.rowId()).isEqualTo("rule_neverRouted");
        });
    }

    @Test
    void a_special_row_moved_below_the_general_one_is_never_used() {
        var findings = of(deadlines(
                List.of("-", "-", "\"hoi_dap\"", "-"),
                List.of("\"urgent\"", "-", "\"hoi_dap\"", "-"),
                List.of("-", "-", "-", "-")));

        assertThat(findings).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.shadowed);
            assertThat(finding.rowId()).isEqualTo("rule_1");
            assertThat(finding.otherRows()).containsExactly("rule_0");
            assertThat(finding.says()).contains("dòng 1").contains("không bao giờ được dùng");
        });
    }

    @Test
    void a_forgotten_urgency_is_a_gap_with_an_example() {
        var findings = of(deadlines(List.of("\"urgent\"", "-", "-", "-"), List.of("\"complex\"", "-", "-", "-")));

        assertThat(findings)
                .filteredOn(finding -> finding.kind() == Kind.gap)
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.severity()).isEqualTo(Severity.blocks);
                    assertThat(gap.columnId()).isEqualTo("input_urgency");
                    assertThat(gap.example()).containsEntry("urgency", "ordinary");
                    assertThat(gap.says()).contains("Thông thường");
                });
    }

    @Test
    void the_first_of_July_2025_left_out_between_two_times_is_a_gap_on_that_day() {
        var findings = of(agencies(
                List.of("< date(\"2025-07-01\")", "-", "-", "-"), List.of("> date(\"2025-07-01\")", "-", "-", "-")));

        assertThat(findings)
                .filteredOn(finding -> finding.kind() == Kind.gap)
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.example()).containsEntry("receivedOn", LocalDate.of(2025, 7, 1));
                    assertThat(gap.says()).contains("01/07/2025");
                });
    }

    @Test
    void a_district_has_no_petitions_since_July_2025() {
        assertThat(of(agencies(List.of(">= date(\"2025-07-01\")", "-", "\"quan\"", "-"), List.of("-", "-", "-", "-"))))
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.unreachable);
                    assertThat(finding.rowId()).isEqualTo("rule_0");
                });
    }

    @Test
    void an_area_code_has_its_own_kind_only() {
        assertThat(of(agencies(List.of("-", "-", "\"quan\"", "\"10525\""), List.of("-", "-", "-", "-"))))
                .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.unreachable));
        assertThat(of(agencies(List.of("-", "-", "-", "\"1052\""), List.of("-", "-", "-", "-"))))
                .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.unknownValue));
    }

    @Test
    void an_agency_that_ended_is_said_where_the_row_still_holds() {
        var open = of(agencies(List.of("-", "-", "-", "-")));
        var closed = of(agencies(List.of("< date(\"2025-03-01\")", "-", "-", "-"), List.of("-", "\"dien\"", "-", "-")));

        assertThat(open).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.endedValue);
            assertThat(finding.says()).contains("28/02/2025").contains("Sở Xây dựng");
        });
        assertThat(closed)
                .filteredOn(finding -> finding.kind() == Kind.endedValue)
                .extracting(Finding::rowId)
                .containsExactly("rule_1");
    }

    @Test
    void words_with_marks_are_never_found_where_there_are_none() throws IOException {
        assertThat(of(changed("field-suggestion", "rule_ferry", "plainText", "matches(?, \" (pha|bến phà) \")")))
                .anySatisfy(finding -> {
                    assertThat(finding.rowId()).isEqualTo("rule_ferry");
                    assertThat(finding.says()).contains("bến phà");
                });
        assertThat(of(changed("field-suggestion", "rule_ferry", "plainText", "matches(?, \" (pha|ben pha \")")))
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.syntax);
                    assertThat(finding.says()).contains("dấu ngoặc");
                });
    }

    @Test
    void a_narrower_search_below_a_wider_one_is_never_used() {
        var table = new RuleTable(
                "responsible-agency",
                "thử",
                HitPolicy.FIRST,
                List.of(new RuleTable.Input("in", "Lời phản ánh", "plainText", "string")),
                List.of(new RuleTable.Output("out", "Vì sao", "basis", "string")),
                IntStream.range(0, 3)
                        .mapToObj(i -> new RuleTable.Row(
                                "rule_" + i,
                                "",
                                List.of(List.of("matches(?, \" (ngap|ung|lut) \")", "matches(?, \" (lut|ngap) \")", "-")
                                        .get(i)),
                                List.of("\"x\"")))
                        .toList());

        assertThat(of(table)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.shadowed);
            assertThat(finding.rowId()).isEqualTo("rule_1");
        });
    }

    private static List<Finding> of(RuleTable table) {
        return analysis.of(table, vocabulary.on(TODAY));
    }

    @SafeVarargs
    private static RuleTable deadlines(List<String>... tests) {
        return small(
                "handling-deadline",
                List.of("urgency", "category", "kind", "field"),
                new RuleTable.Output("out", "Xử lý", "handle", "string"),
                "\"working P3D\"",
                tests);
    }

    @SafeVarargs
    private static RuleTable agencies(List<String>... tests) {
        return small(
                "responsible-agency",
                List.of("receivedOn", "field", "areaKind", "areaCode"),
                new RuleTable.Output("out", "Cơ quan chủ trì", "leadAgency", "string"),
                "\"SGTVT\"",
                tests);
    }

    @SafeVarargs
    private static RuleTable small(
            String key, List<String> inputs, RuleTable.Output output, String result, List<String>... tests) {
        return new RuleTable(
                key,
                "thử",
                HitPolicy.FIRST,
                inputs.stream()
                        .map(input -> new RuleTable.Input(
                                "input_" + input, input, input, "receivedOn".equals(input) ? "" : "string"))
                        .toList(),
                List.of(output),
                IntStream.range(0, tests.length)
                        .mapToObj(i -> new RuleTable.Row("rule_" + i, "", tests[i], List.of(result)))
                        .toList());
    }

    private static RuleTable changed(String key, String row, String column, String cell) throws IOException {
        var table = ShippedTablesTest.shipped(key);
        var input = table.inputs().stream().map(RuleTable.Input::id).toList().indexOf("input_" + column);
        var output = table.outputs().stream().map(RuleTable.Output::id).toList().indexOf("output_" + column);
        return with(
                table,
                table.rows().stream()
                        .map(each -> !each.id().equals(row)
                                ? each
                                : new RuleTable.Row(
                                        each.id(),
                                        each.says(),
                                        replaced(each.tests(), input, cell),
                                        replaced(each.results(), output, cell)))
                        .toList());
    }

    private static List<String> replaced(List<String> cells, int at, String cell) {
        var replaced = new ArrayList<>(cells);
        if (at >= 0) {
            replaced.set(at, cell);
        }
        return replaced;
    }

    private static RuleTable with(RuleTable table, List<RuleTable.Row> rows) {
        return new RuleTable(
                table.key(), table.name(), table.hitPolicy(), table.inputs(), table.outputs(), rows, table.languages());
    }
}
