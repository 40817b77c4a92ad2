package vn.haiphong.hotline1022.process.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Example;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Row;

/** Rows are written into a DMN file that stays the file it was. */
@Tag("A-44")
class TableWriterTest {

    private static String shipped(String key) throws IOException {
        return Files.readString(Path.of("dmn", key + ".dmn"));
    }

    private static RuleTable read(String dmn) {
        return TableReader.one(dmn.getBytes(StandardCharsets.UTF_8));
    }

    /** What the engine itself demands of a file. */
    private static void assertValid(String dmn) {
        var model = Dmn.readModelFromStream(new java.io.ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
        Dmn.validateModel(model);
        var ids = new HashSet<String>();
        model.getModelElementsByType(DmnElement.class).stream()
                .map(DmnElement::getId)
                .filter(id -> id != null)
                .forEach(id -> assertThat(ids.add(id)).as(id).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "responsible-agency",
                "field-suggestion",
                "handling-deadline",
                "petition-screening",
                "escalation-ladder"
            })
    void a_table_written_as_it_was_read_is_the_same_table(String key) throws IOException {
        var table = read(shipped(key));

        var written = TableWriter.withRows(shipped(key), table.rows());

        assertThat(read(written)).isEqualTo(table);
        assertThat(TableReader.description(written.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TableReader.description(shipped(key).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(written).contains("historyTimeToLive");
        assertValid(written);
    }

    @Test
    void rows_come_go_move_and_keep_their_examples() throws IOException {
        var dmn = shipped("handling-deadline");
        var table = read(dmn);
        var first = table.rows().get(0);
        var example = new Example(true, "mẫu “&<>”", Map.of("urgency", "urgent", "field", "<cay_xanh>"));
        var rows = new ArrayList<Row>();
        rows.add(new Row("", "Dòng mới", first.tests(), first.results(), List.of(example)));
        rows.add(table.rows().get(2));
        rows.add(new Row(
                first.id(), first.says() + " & sửa", first.tests(), first.results(), List.of(example, example)));

        var written = TableWriter.withRows(dmn, rows);
        assertValid(written);
        var again = read(written);

        assertThat(again.rows().get(0).id()).isNotBlank();
        assertThat(again.rows().get(0).examples()).containsExactly(example);
        assertThat(again.rows().subList(1, 3)).isEqualTo(rows.subList(1, 3));

        var without = TableWriter.withRows(
                written,
                again.rows().stream()
                        .map(row -> new Row(row.id(), row.says(), row.tests(), row.results()))
                        .toList());
        assertThat(read(without).rows()).allMatch(row -> row.examples().isEmpty());
        assertValid(without);
    }

    @ParameterizedTest
    @ValueSource(strings = {"input_urgency", "handling-deadline", "1 dòng", "a\"b", "<x>", "../x"})
    void a_name_that_is_none_or_is_somebody_elses_is_not_given_to_a_row(String id) throws IOException {
        var dmn = shipped("handling-deadline");
        var first = read(dmn).rows().get(0);

        var written = TableWriter.withRows(dmn, List.of(new Row(id, first.says(), first.tests(), first.results())));

        assertThat(read(written).rows().get(0).id()).isNotEqualTo(id).startsWith("rule_");
        assertValid(written);
    }
}
