package vn.haiphong.hotline1022.process.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.domain.rules.HitPolicy;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/** A DMN file becomes the table that stands in it, and nothing else happens. */
class TableReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "escalation-ladder",
                "field-suggestion",
                "handling-deadline",
                "petition-screening",
                "responsible-agency"
            })
    void our_tables_are_read_cell_for_cell_as_the_engine_reads_them(String key) throws IOException {
        var file = Path.of("dmn", key + ".dmn");
        var table = TableReader.one(Files.readAllBytes(file));
        var model = Dmn.readModelFromFile(file.toFile());

        assertThat(table.key()).isEqualTo(key);
        assertThat(table.languages()).isEmpty();
        assertThat(table.rows().stream().flatMap(row -> row.tests().stream()))
                .containsExactlyElementsOf(model.getModelElementsByType(InputEntry.class).stream()
                        .map(cell -> cell.getText().getTextContent().strip())
                        .toList());
        assertThat(table.rows().stream().flatMap(row -> row.results().stream()))
                .containsExactlyElementsOf(model.getModelElementsByType(OutputEntry.class).stream()
                        .map(cell -> cell.getText().getTextContent().strip())
                        .toList());
    }

    @Test
    void a_language_other_than_FEEL_is_kept_with_its_cell() {
        var table = TableReader.one(file("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", "expressionLanguage=\"juel\""));

        assertThat(table.hitPolicy()).isEqualTo(HitPolicy.COLLECT_SUM);
        assertThat(table.languages())
                .containsEntry(RuleTable.cell("r", "in"), "juel")
                .hasSize(1);
    }

    @Test
    void a_document_type_is_refused_so_that_nothing_grows_and_nothing_is_fetched() {
        var bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        var theft = "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";

        for (var type : new String[] {bomb, theft}) {
            assertThatThrownBy(() ->
                            TableReader.one((type + "<definitions>&a;</definitions>").getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(TableReader.Unreadable.class);
        }
    }

    @Test
    void what_is_too_large_no_DMN_or_not_one_table_is_refused_in_Vietnamese() {
        assertThatThrownBy(() -> TableReader.one(new byte[TableReader.LARGEST + 1]))
                .hasMessageContaining("quá lớn");
        assertThatThrownBy(() -> TableReader.one("no".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("không phải là DMN");
        assertThatThrownBy(() -> TableReader.one("<definitions/>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("đúng một bảng");
        assertThatThrownBy(() -> TableReader.one(file("hitPolicy=\"WHATEVER\"", "")))
                .hasMessageContaining("cách chọn dòng");
    }

    private static byte[] file(String table, String cell) {
        return ("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision id=\"d\"><decisionTable "
                        + table
                        + "><input id=\"in\"><inputExpression typeRef=\"string\"><text>x</text></inputExpression></input>"
                        + "<output id=\"out\" name=\"out\"/><rule id=\"r\"><inputEntry " + cell
                        + "><text>1</text></inputEntry><outputEntry><text>2</text></outputEntry></rule></decisionTable></decision>"
                        + "</definitions>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
