package vn.haiphong.hotline1022.adapter.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.rules.HitPolicy;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Example;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Row;

/** A table goes to an office as a workbook and comes back; what an office would not have made is refused with a sentence. */
@Tag("A-44")
class OfficeTablesTest {

    private static final RuleTable TABLE = new RuleTable(
            "responsible-agency",
            "Cơ quan chủ trì",
            HitPolicy.FIRST,
            List.of(
                    new RuleTable.Input("input_field", "Lĩnh vực", "field", "string"),
                    new RuleTable.Input("input_plainText", "Lời phản ánh", "plainText", "string")),
            List.of(new RuleTable.Output("output_lead", "Cơ quan", "lead", "string")),
            List.of(
                    new Row(
                            "rule_1",
                            "=cmd|' /C calc'!A0",
                            List.of("\"thoat_nuoc\",\"cay_xanh\"", "matches(?, \" (o ga|ho ga) \")"),
                            List.of("\"TNHP\""),
                            List.of(
                                    new Example(
                                            true, "mẫu", Map.of("plainText", "Ổ gà trước số 5", "field", "cay_xanh")),
                                    new Example(false, "", Map.of("plainText", "Đèn đường tắt")))),
                    new Row("rule_2", "Còn lại", List.of("-", "-"), List.of("\"\""))));

    private final OfficeTables tables = new OfficeTables();

    private byte[] written() throws IOException {
        var out = new ByteArrayOutputStream();
        tables.write(TABLE, Map.of("input_field", Map.of("thoat_nuoc", "Thoát nước")), out);
        return out.toByteArray();
    }

    @Test
    void a_table_comes_back_as_it_went_with_its_examples() throws IOException {
        assertThat(tables.read(written(), TABLE)).isEqualTo(TABLE.rows());
    }

    @Test
    void columns_are_known_by_their_ids_wherever_somebody_moved_them_and_a_row_without_one_is_new() throws IOException {
        var file = sheet(
                "#says|output_lead|hotline1022:responsible-agency|input_plainText|input_field",
                "Giải thích|Cơ quan|Mã|Lời|Lĩnh vực",
                "Mới|\"CXHP\"|||\"cay_xanh\"",
                "Còn lại|\"\"|rule_2|-|-",
                "Chép lại|\"\"|rule_2|-|-");

        assertThat(tables.read(file, TABLE))
                .containsExactly(
                        new Row("", "Mới", List.of("\"cay_xanh\"", "-"), List.of("\"CXHP\"")),
                        new Row("rule_2", "Còn lại", List.of("-", "-"), List.of("\"\"")),
                        new Row("", "Chép lại", List.of("-", "-"), List.of("\"\"")));
    }

    @Test
    void numbers_and_truths_that_an_office_made_of_them_are_written_out() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "x", "1.0")) {
            var sheet = workbook.newWorksheet("Bảng");
            var ids =
                    List.of("hotline1022:responsible-agency", "#says", "input_field", "input_plainText", "output_lead");
            for (var i = 0; i < ids.size(); i++) {
                sheet.inlineString(0, i, ids.get(i));
            }
            sheet.value(2, 2, 0.75);
            sheet.value(2, 3, true);
            sheet.value(2, 4, 12);
            sheet.finish();
        }

        assertThat(tables.read(out.toByteArray(), TABLE))
                .containsExactly(new Row("", "", List.of("0.75", "true"), List.of("12")));
    }

    @Test
    void a_formula_is_refused_with_its_place() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "x", "1.0")) {
            var sheet = workbook.newWorksheet("Bảng");
            sheet.inlineString(0, 0, "hotline1022:responsible-agency");
            sheet.formula(2, 1, "HYPERLINK(\"http://example.vn\",\"a\")");
            sheet.finish();
        }

        assertRefused(out.toByteArray(), "Ô B3");
    }

    @Test
    void another_table_and_another_workbook_are_refused() throws IOException {
        assertRefused(sheet("hotline1022:handling-deadline|#says"), "không phải của bảng");
        assertRefused(sheet("Lĩnh vực|Cơ quan", "a|b", "c|d"), "không phải của bảng");
        assertRefused(sheet("hotline1022:responsible-agency|#says|input_field"), "thiếu cột");
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "x", "1.0")) {
            workbook.newWorksheet("Sheet1").finish();
        }
        assertRefused(out.toByteArray(), "không có trang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "PK\u0003\u0004rác", "<html></html>", "Lĩnh vực;Cơ quan"})
    void what_is_no_workbook_is_refused(String content) {
        assertThatThrownBy(() -> tables.read(content.getBytes(StandardCharsets.ISO_8859_1), TABLE))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("XLSX");
    }

    @Test
    void a_zip_bomb_is_not_unpacked() throws IOException {
        var bomb =
                repacked(written(), (name, content) -> name.endsWith("sheet1.xml") ? new byte[100_000_000] : content);

        assertThat(bomb.length).as("small enough to be tried").isLessThan(1_000_000);
        assertRefused(bomb, "giải nén ra quá lớn");
        assertRefused(new byte[10_000_001], "quá lớn");
    }

    @Test
    void entities_are_not_grown() throws IOException {
        var grown = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        assertRefused(withHead(grown, StandardCharsets.UTF_8), "DOCTYPE");
        assertRefused(withHead("<!DOCTYPE x SYSTEM \"file:///etc/hostname\">", StandardCharsets.UTF_16), "DOCTYPE");
    }

    private byte[] withHead(String head, java.nio.charset.Charset charset) throws IOException {
        return repacked(written(), (name, content) -> {
            if (!name.endsWith("sheet1.xml")) {
                return content;
            }
            var xml = new String(content, StandardCharsets.UTF_8);
            return (xml.substring(0, xml.indexOf("?>") + 2) + head + xml.substring(xml.indexOf("?>") + 2))
                    .getBytes(charset);
        });
    }

    @Test
    void macros_links_and_strange_parts_are_refused() throws IOException {
        assertRefused(with("xl/vbaProject.bin"), "macro");
        assertRefused(with("xl/externalLinks/externalLink1.xml"), "liên kết");
        assertRefused(with("../../etc/passwd"), "lạ");
        assertThat(tables.read(with("xl/printerSettings/printerSettings1.bin"), TABLE))
                .hasSize(2);
    }

    private byte[] with(String entry) throws IOException {
        var all = entries(written());
        all.put(entry, new byte[10]);
        return zip(all);
    }

    @Test
    void a_sheet_of_very_many_lines_is_refused() throws IOException {
        var lines = new String[6003];
        lines[0] = "hotline1022:responsible-agency|#says|input_field|input_plainText|output_lead";
        for (var i = 1; i < lines.length; i++) {
            lines[i] = "|" + i + "|-|-|\"\"";
        }

        assertRefused(sheet(lines), "quá 5000 dòng");
    }

    private void assertRefused(byte[] file, String says) {
        assertThatThrownBy(() -> tables.read(file, TABLE))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining(says);
    }

    private static byte[] sheet(String... lines) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "x", "1.0")) {
            var sheet = workbook.newWorksheet("Bảng");
            for (var line = 0; line < lines.length; line++) {
                var cells = lines[line].split("\\|", -1);
                for (var i = 0; i < cells.length; i++) {
                    if (!cells[i].isEmpty()) {
                        sheet.inlineString(line, i, cells[i]);
                    }
                }
            }
            sheet.finish();
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> entries(byte[] file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] repacked(byte[] file, BiFunction<String, byte[], byte[]> change) throws IOException {
        var entries = entries(file);
        entries.replaceAll(change);
        return zip(entries);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}
