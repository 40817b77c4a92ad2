package vn.haiphong.hotline1022.adapter.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.TableSheets;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionText;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Example;

/**
 * A table on three sheets: its rows as they are written, the codes there are, the examples. The first line and the first column
 * of a sheet are hidden: they say which column and which row it is, whatever somebody has sorted, moved or renamed.
 */
@Component
class OfficeTables implements TableSheets {

    private static final String ROWS = "Bảng";
    private static final String CODES = "Danh mục";
    private static final String EXAMPLES = "Ví dụ";
    private static final String MARK = "hotline1022:";
    private static final String SAYS = "#says";
    private static final String ROW = "#row";
    private static final String CATCHES = "#catches";
    private static final String NOTE = "#note";
    private static final int MOST_ROWS = 5000;
    private static final int LONGEST_CELL = 32_767;
    private static final int WIDEST = 60;

    @Override
    public void write(RuleTable table, Map<String, Map<String, String>> names, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "1022", "1.0")) {
            rows(workbook.newWorksheet(ROWS), table);
            codes(workbook.newWorksheet(CODES), table, names);
            examples(workbook.newWorksheet(EXAMPLES), table);
        }
    }

    private static void rows(Worksheet sheet, RuleTable table) throws IOException {
        var ids = new ArrayList<>(List.of(MARK + table.key(), SAYS));
        var labels = new ArrayList<>(List.of("Mã dòng (để trống nếu dòng mới)", "Lời giải thích"));
        table.inputs().forEach(input -> {
            ids.add(input.id());
            labels.add("Nếu: " + input.label());
        });
        table.outputs().forEach(output -> {
            ids.add(output.id());
            labels.add("Thì: " + output.label());
        });
        head(sheet, ids, labels);
        for (var i = 0; i < table.rows().size(); i++) {
            var row = table.rows().get(i);
            var cells = new ArrayList<>(List.of(row.id(), row.says()));
            cells.addAll(row.tests());
            cells.addAll(row.results());
            line(sheet, i + 2, cells);
        }
        sheet.finish();
    }

    private static void codes(Worksheet sheet, RuleTable table, Map<String, Map<String, String>> names)
            throws IOException {
        head(sheet, List.of("#", "#", "#"), List.of("Cột", "Tên", "Ghi vào ô"));
        sheet.showColumn(0);
        var labels = new LinkedHashMap<String, String>();
        table.inputs().forEach(input -> labels.put(input.id(), input.label()));
        table.outputs().forEach(output -> labels.put(output.id(), output.label()));
        var line = 2;
        for (var column : names.entrySet()) {
            for (var code : column.getValue().entrySet()) {
                line(
                        sheet,
                        line++,
                        List.of(
                                labels.getOrDefault(column.getKey(), column.getKey()),
                                code.getValue(),
                                "\"" + code.getKey() + "\""));
            }
        }
        sheet.finish();
    }

    private static void examples(Worksheet sheet, RuleTable table) throws IOException {
        var ids = new ArrayList<>(List.of(ROW, "#number", CATCHES, NOTE));
        var labels = new ArrayList<>(List.of("Mã dòng", "Dòng", "Dòng phải nhận (có, không)", "Ghi chú"));
        table.inputs().stream()
                .filter(input -> !ids.contains(input.expression()))
                .forEach(input -> {
                    ids.add(input.expression());
                    labels.add(input.label());
                });
        head(sheet, ids, labels);
        var line = 2;
        for (var i = 0; i < table.rows().size(); i++) {
            var row = table.rows().get(i);
            for (var example : row.examples()) {
                var cells = new ArrayList<>(
                        List.of(row.id(), String.valueOf(i + 1), example.catches() ? "có" : "không", example.note()));
                ids.stream().skip(4).forEach(id -> cells.add(example.values().getOrDefault(id, "")));
                line(sheet, line++, cells);
            }
        }
        sheet.finish();
    }

    private static void head(Worksheet sheet, List<String> ids, List<String> labels) {
        line(sheet, 0, ids);
        sheet.hideRow(0);
        sheet.hideColumn(0);
        sheet.freezePane(2, 2);
        for (var i = 0; i < labels.size(); i++) {
            sheet.inlineString(1, i, labels.get(i));
            sheet.style(1, i).bold().wrapText(true).set();
            sheet.width(i, Math.min(WIDEST, Math.max(18, labels.get(i).length() + 4)));
        }
    }

    private static void line(Worksheet sheet, int at, List<String> cells) {
        for (var i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                sheet.inlineString(at, i, cells.get(i));
                sheet.style(at, i).format("@").set(); // else an office would make a date or a formula of what is typed
            }
        }
    }

    @Override
    public List<RuleTable.Row> read(byte[] file, RuleTable table) {
        try (var workbook = new ReadableWorkbook(SafeZip.of(file))) {
            var lines = lines(workbook, ROWS);
            if (lines.isEmpty() || lines.get(0).values().stream().noneMatch((MARK + table.key())::equals)) {
                throw refused("Trang “" + ROWS + "” không phải của bảng “" + table.name()
                        + "”. Tải XLSX của bảng này rồi sửa trong tệp đó.");
            }
            return rows(lines, examples(lines(workbook, EXAMPLES)), table);
        } catch (IOException | ExcelReaderException e) {
            throw refused("Không đọc được tệp như một bảng tính XLSX.");
        }
    }

    /** The cells of each line by the id at the top of their column; the first line has the ids themselves. */
    private static List<Map<String, String>> lines(ReadableWorkbook workbook, String name) throws IOException {
        var sheet = workbook.findSheet(name);
        if (sheet.isEmpty()) {
            if (name.equals(EXAMPLES)) {
                return List.of();
            }
            throw refused("Tệp không có trang “" + name + "”.");
        }
        var found = new ArrayList<Map<String, String>>();
        var ids = new HashMap<Integer, String>();
        try (var rows = sheet.get().openStream()) {
            rows.forEach(row -> {
                if (found.size() > MOST_ROWS) {
                    throw refused("Trang “" + name + "” có quá " + MOST_ROWS + " dòng.");
                }
                var line = new LinkedHashMap<String, String>();
                for (var i = 0; i < row.getCellCount(); i++) {
                    var text = text(name, row, i);
                    if (row.getRowNum() == 1) {
                        ids.put(i, text);
                        line.put(text, text);
                    } else if (ids.get(i) != null && !ids.get(i).isEmpty()) {
                        line.put(ids.get(i), text);
                    }
                }
                if (row.getRowNum() != 2) { // the labels are for people
                    found.add(line);
                }
            });
        }
        return found;
    }

    private static String text(String sheet, Row row, int at) {
        var cell = row.getOptionalCell(at).orElse(null);
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null || cell.getType() == CellType.ERROR) {
            throw refused("Ô " + cell.getAddress() + " của trang “" + sheet
                    + "” là công thức hoặc báo lỗi; ghi thẳng giá trị vào ô.");
        }
        var text = written(cell).strip();
        if (text.length() > LONGEST_CELL || !PetitionText.isReadable(text)) {
            throw refused(
                    "Ô " + cell.getAddress() + " của trang “" + sheet + "” quá dài hoặc có ký tự không đọc được.");
        }
        return text;
    }

    private static String written(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            case BOOLEAN -> cell.asBoolean().toString();
            default -> cell.getText();
        };
    }

    private static Map<String, List<Example>> examples(List<Map<String, String>> lines) {
        var examples = new HashMap<String, List<Example>>();
        for (var line : lines.stream().skip(1).toList()) {
            var values = new LinkedHashMap<String, String>();
            line.forEach((id, text) -> {
                if (!id.startsWith("#") && !text.isEmpty()) {
                    values.put(id, text);
                }
            });
            if (!values.isEmpty()) {
                examples.computeIfAbsent(line.getOrDefault(ROW, ""), row -> new ArrayList<>())
                        .add(new Example(
                                !line.getOrDefault(CATCHES, "")
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .startsWith("k"),
                                line.getOrDefault(NOTE, ""),
                                values));
            }
        }
        return examples;
    }

    private static List<RuleTable.Row> rows(
            List<Map<String, String>> lines, Map<String, List<Example>> examples, RuleTable table) {
        var head = lines.get(0);
        for (var id : columns(table)) {
            if (!head.containsKey(id)) {
                throw refused("Trang “" + ROWS + "” thiếu cột “" + id + "”. Đừng xóa cột và dòng ẩn đầu tiên.");
            }
        }
        var seen = new HashSet<String>();
        var rows = new ArrayList<RuleTable.Row>();
        for (var line : lines.stream().skip(1).toList()) {
            if (line.values().stream().allMatch(String::isEmpty)) {
                continue;
            }
            var id = line.getOrDefault(MARK + table.key(), "");
            if (!id.isEmpty() && !seen.add(id)) {
                id = ""; // a row that was copied is another row
            }
            rows.add(new RuleTable.Row(
                    id,
                    line.getOrDefault(SAYS, ""),
                    table.inputs().stream()
                            .map(input -> line.getOrDefault(input.id(), ""))
                            .map(cell -> cell.isEmpty() ? "-" : cell)
                            .toList(),
                    table.outputs().stream()
                            .map(output -> line.getOrDefault(output.id(), ""))
                            .toList(),
                    id.isEmpty() ? List.of() : examples.getOrDefault(id, List.of())));
        }
        return rows;
    }

    private static List<String> columns(RuleTable table) {
        var ids = new ArrayList<String>();
        table.inputs().forEach(input -> ids.add(input.id()));
        table.outputs().forEach(output -> ids.add(output.id()));
        return ids;
    }

    static BusinessRefusal refused(String message) {
        return new BusinessRefusal("file", message);
    }
}
