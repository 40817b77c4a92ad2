package vn.haiphong.hotline1022.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/** What an administrator may rely on when reading or changing a table. */
class TableStyleTest {

    static final List<String> TABLES = Tables.ALL;

    private static final String TEXT = "\"[^\"]*\"";
    private static final String DATE = "date\\(\"\\d{4}-\\d{2}-\\d{2}\"\\)";
    private static final Pattern INPUT_CELL = Pattern.compile(String.join(
            "|",
            "-",
            TEXT + "(," + TEXT + ")*",
            "not\\(" + TEXT + "(," + TEXT + ")*\\)",
            "true|false",
            "(<|<=|>|>=)? ?-?\\d+(\\.\\d+)?",
            "matches\\(\\?, " + TEXT + "\\)",
            "(<|<=|>|>=) " + DATE,
            "\\[" + DATE + "\\.\\." + DATE + "\\]"));
    private static final Pattern OUTPUT_CELL = Pattern.compile(TEXT + "|-?\\d+(\\.\\d+)?|true|false");
    private static final Set<String> DECISIONS = Set.of("accept", "answer", "clarify", "refuse", "refer", "merge");
    private static final Set<String> REASONS = Set.of(
            "",
            "khieu_nai",
            "to_cao",
            "tu_phap",
            "tiep_cong_dan",
            "ngoai_dia_ban",
            "nac_danh",
            "xuc_pham",
            "quang_cao",
            "da_tra_loi",
            "bi_mat",
            "tranh_chap_dan_su",
            "khong_noi_dung");

    @ParameterizedTest
    @FieldSource("TABLES")
    void every_row_has_a_name_of_its_own_and_says_in_words_what_it_catches(String id) {
        var names = new HashSet<String>();
        for (var rule : rules(id)) {
            assertThat(rule.getAttribute("id")).matches("rule_[a-z][A-Za-z0-9]*");
            assertThat(names.add(rule.getAttribute("id")))
                    .as(rule.getAttribute("id"))
                    .isTrue();
            assertThat(text(rule, "description"))
                    .as(rule.getAttribute("id"))
                    .hasSizeGreaterThan(10)
                    .containsPattern("Giả định A-\\d\\d|Luật ");
        }
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void every_cell_uses_only_the_forms_an_officer_can_read(String id) {
        for (var rule : rules(id)) {
            texts(rule, "inputEntry")
                    .forEach(
                            cell -> assertThat(cell).as(rule.getAttribute("id")).matches(INPUT_CELL));
            texts(rule, "outputEntry")
                    .forEach(
                            cell -> assertThat(cell).as(rule.getAttribute("id")).matches(OUTPUT_CELL));
        }
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void every_pattern_compiles_and_looks_for_whole_words(String id) {
        for (var rule : rules(id)) {
            texts(rule, "inputEntry").filter(cell -> cell.startsWith("matches")).forEach(cell -> {
                var pattern = cell.substring("matches(?, \"".length(), cell.length() - 2);
                assertThatCode(() -> Pattern.compile(pattern))
                        .as(rule.getAttribute("id"))
                        .doesNotThrowAnyException();
                assertThat(pattern).as(rule.getAttribute("id")).matches("\\^.*\\$| .* ");
            });
        }
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void a_table_speaks_FEEL_keeps_its_history_and_never_leaves_a_case_without_an_answer(String id) {
        var table = document(id);
        var decision = (Element) table.getElementsByTagName("decision").item(0);
        assertThat(decision.getAttribute("id")).isEqualTo(id);
        assertThat(decision.getAttribute("camunda:historyTimeToLive")).isEqualTo("P3650D");
        for (var name : List.of("inputExpression", "inputEntry", "outputEntry")) {
            assertThat(elements(table.getElementsByTagName(name)))
                    .allSatisfy(cell ->
                            assertThat(cell.getAttribute("expressionLanguage")).isEqualTo("feel"));
        }
        var hitPolicy = ((Element) table.getElementsByTagName("decisionTable").item(0)).getAttribute("hitPolicy");
        if ("FIRST".equals(hitPolicy)) {
            var rules = rules(id);
            assertThat(texts(rules.get(rules.size() - 1), "inputEntry")).containsOnly("-");
        } else {
            assertThat(hitPolicy).isEqualTo("COLLECT");
        }
    }

    @Test
    void every_decision_reason_and_limit_is_one_the_system_knows() {
        assertThat(outputs("petition-screening", "decision")).isSubsetOf(DECISIONS);
        assertThat(outputs("petition-screening", "refusalReason")).isSubsetOf(REASONS);
        assertThat(outputs("field-suggestion", "urgency")).isSubsetOf("", "urgent", "complex", "ordinary");
        for (var step : List.of("forward", "accept", "handle", "makeSafe", "check", "settle", "extension")) {
            outputs("handling-deadline", step).stream()
                    .filter(limit -> !limit.isEmpty())
                    .forEach(limit -> assertThatCode(() -> Limit.parse(limit)).doesNotThrowAnyException());
        }
        outputs("escalation-ladder", "after")
                .forEach(limit -> assertThatCode(() -> Limit.parse(limit)).doesNotThrowAnyException());
    }

    @Test
    void every_agency_is_in_the_directory() throws Exception {
        var masterdata = Path.of("src/main/resources/masterdata");
        assumeTrue(Files.isDirectory(masterdata), "the directory comes with the master data");
        var known = new HashSet<String>();
        try (var files = Files.list(masterdata)) {
            files.filter(file -> file.getFileName().toString().matches("agencies.*\\.csv"))
                    .flatMap(file -> Tables.csv(file).stream())
                    .forEach(row -> known.add(row.get("code")));
        }
        assumeTrue(!known.isEmpty(), "the directory comes with the master data");
        known.add("");
        known.add("UBND");

        var named = new HashSet<>(outputs("responsible-agency", "leadAgency"));
        outputs("responsible-agency", "coordinatingAgencies").forEach(codes -> named.addAll(List.of(codes.split(","))));

        assertThat(named).isSubsetOf(known);
    }

    private static Set<String> outputs(String id, String column) {
        var columns = elements(document(id).getElementsByTagName("output")).stream()
                .map(output -> output.getAttribute("name"))
                .toList();
        var values = new HashSet<String>();
        for (var rule : rules(id)) {
            values.add(texts(rule, "outputEntry")
                    .toList()
                    .get(columns.indexOf(column))
                    .replace("\"", ""));
        }
        return values;
    }

    private static List<Element> rules(String id) {
        return elements(document(id).getElementsByTagName("rule"));
    }

    private static Stream<String> texts(Element rule, String entry) {
        return elements(rule.getElementsByTagName(entry)).stream().map(cell -> text(cell, "text"));
    }

    private static String text(Element parent, String child) {
        return parent.getElementsByTagName(child).item(0).getTextContent();
    }

    private static List<Element> elements(NodeList nodes) {
        return new ArrayList<>(IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList());
    }

    private static Document document(String id) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Tables.file(id).toFile());
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read table " + id, e);
        }
    }
}
