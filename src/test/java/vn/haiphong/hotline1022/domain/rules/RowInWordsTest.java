package vn.haiphong.hotline1022.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowInWordsTest {

    private static final RuleTable TABLE = new RuleTable(
            "responsible-agency",
            "Cơ quan chủ trì",
            HitPolicy.FIRST,
            List.of(
                    new RuleTable.Input("input_receivedOn", "Ngày nhận", "receivedOn", ""),
                    new RuleTable.Input("input_field", "Lĩnh vực", "field", "string"),
                    new RuleTable.Input("input_plainText", "Lời phản ánh có", "plainText", "string"),
                    new RuleTable.Input("input_count", "Số lần", "count", "integer"),
                    new RuleTable.Input("input_hasPlace", "Có địa điểm", "hasPlace", "boolean")),
            List.of(
                    new RuleTable.Output("output_leadAgency", "Cơ quan chủ trì", "leadAgency", "string"),
                    new RuleTable.Output("output_basis", "Vì sao", "basis", "string")),
            List.of());

    private static final Vocabulary OFFICE = new Vocabulary() {

        @Override
        public Values of(RuleTable table, RuleTable.Input input) {
            return input.id().equals("input_field")
                    ? new Values.Codes(Map.of("thoat_nuoc", "Thoát nước", "cay_xanh", "Cây xanh", "", "chưa rõ"))
                    : new Values.Anything();
        }

        @Override
        public Values of(RuleTable table, RuleTable.Output output) {
            return output.id().equals("output_leadAgency")
                    ? new Values.Codes(Map.of("TNHP", "Công ty Thoát nước"))
                    : new Values.Anything();
        }

        @Override
        public boolean mayBeAbsent(RuleTable table, RuleTable.Input input) {
            return false;
        }
    };

    private final RowInWords words = new RowInWords(TABLE, OFFICE);

    private String row(String day, String field, String text, String count, String place, String lead) {
        return words.of(
                new RuleTable.Row("r", "", List.of(day, field, text, count, place), List.of(lead, "\"Theo đề nghị\"")));
    }

    @Test
    void a_row_is_read_with_the_names_the_office_uses() {
        assertThat(row(">= date(\"2025-07-01\")", "\"thoat_nuoc\",\"cay_xanh\"", "-", "-", "true", "\"TNHP\""))
                .isEqualTo(
                        "Ngày nhận từ ngày 01/07/2025 và lĩnh vực là Thoát nước hoặc Cây xanh và có địa điểm: có → cơ quan"
                                + " chủ trì Công ty Thoát nước; vì sao: “Theo đề nghị”");
        assertThat(row("-", "", "-", "-", "-", "\"\"")).isEqualTo("Mọi trường hợp → vì sao: “Theo đề nghị”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "input_field;not(\"thoat_nuoc\");Lĩnh vực không phải Thoát nước",
                "input_field;\"\";Lĩnh vực là chưa rõ",
                "input_field;\"moi\";Lĩnh vực là “moi”",
                "input_plainText;matches(?, \" (o ga|o voi) \");Lời phản ánh có: “o ga”, “o voi”",
                "input_plainText;not(matches(?, \" (a|b|c|d|e|f|g|h) \"));Lời phản ánh có không có: “a”, “b”, “c”, “d”, “e”, “f”"
                        + " và 2 cách nói khác",
                "input_plainText;matches(?, \" (sap|do) (cau|nha) \");Lời phản ánh có: “(sap|do) (cau|nha)”",
                "input_count;[2..5];Số lần từ 2 đến 5",
                "input_count;>= 2;Số lần từ 2",
                "input_count;< 2;Số lần dưới 2",
                "input_receivedOn;[date(\"2025-01-01\")..date(\"2025-07-01\"));Ngày nhận từ ngày 01/01/2025 trước ngày 01/07/2025",
                "input_count;count(?) > 2;Số lần: count(?) > 2"
            })
    void a_cell_is_read_alone(String column, String cell, String said) {
        assertThat(words.cell(column, cell)).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "input_field;\"thoat_nuoc\";\"thoat_nuoc\",\"cay_xanh\";X: thêm Cây xanh",
                "input_field;\"thoat_nuoc\",\"moi\";\"cay_xanh\",\"moi\";X: thêm Cây xanh, bỏ Thoát nước",
                "input_field;\"thoat_nuoc\";not(\"thoat_nuoc\");X: là Thoát nước → không phải Thoát nước",
                "input_field;-;\"thoat_nuoc\";X: giá trị nào cũng được → là Thoát nước",
                "input_plainText;matches(?, \" (a|b) \");matches(?, \" (a|b|c) \");X: thêm “c”",
                "input_hasPlace;true;-;X: có → giá trị nào cũng được",
                "output_leadAgency;\"TNHP\";\"SXD\";X: Công ty Thoát nước → “SXD”",
                "output_leadAgency;\"TNHP\";\"\";X: Công ty Thoát nước → để trống"
            })
    void what_becomes_of_a_cell_is_said(String column, String before, String after, String said) {
        assertThat(words.changed(new TableDifference.CellChange(column, "X", before, after))
                        .replace("; bỏ", ", bỏ"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thoat_nuoc", "thoat_nuoc, cay_xanh", "not(thoat_nuoc)", "-thoat_nuoc", "Thoát nước"})
    void words_without_quotes_are_noticed(String cell) {
        assertThat(RowInWords.isBare(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "\"thoat_nuoc\"", "true", "null", "> 3", "not(\"a\")", "matches(?, \"a\")", "[1..2]"})
    void what_is_no_bare_word_is_left_in_peace(String cell) {
        assertThat(RowInWords.isBare(cell)).isFalse();
    }
}
