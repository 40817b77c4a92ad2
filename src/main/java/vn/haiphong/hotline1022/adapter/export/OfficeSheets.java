package vn.haiphong.hotline1022.adapter.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Sheets;

/**
 * Files that open in the programs of a Vietnamese office: semicolons and decimal commas, Vietnamese letters, and no text
 * that a spreadsheet would take for a formula.
 */
@Component
class OfficeSheets implements Sheets {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(OFFICE);
    private static final char BYTE_ORDER_MARK = '\uFEFF'; // without it Excel takes UTF-8 for something else
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";
    private static final CSVFormat CSV = CSVFormat.EXCEL
            .builder()
            .setDelimiter(';')
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .get();

    private static final int ROWS_PER_SHEET = 1_000_000; // Excel reads 1,048,576
    private static final int ROWS_IN_MEMORY = 1000;
    private static final int LONGEST_NAME = 25;

    @Override
    public void csv(Sheet sheet, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        var printer = new CSVPrinter(writer, CSV);
        printer.printRecord(sheet.columns());
        sheet.rows().forEach(row -> {
            try {
                printer.printRecord(row.stream().map(OfficeSheets::text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        printer.flush();
    }

    private static Object text(Object cell) {
        if (cell instanceof Instant instant) {
            return WHEN.format(instant);
        }
        if (cell instanceof Share share) {
            return "%.1f%%".formatted(share.value() * 100).replace('.', ',');
        }
        if (cell instanceof Double number) {
            return number.toString().replace('.', ',');
        }
        if (cell instanceof String text && !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
            return "'" + text;
        }
        return cell;
    }

    @Override
    public void xlsx(Sheet sheet, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "1022", "1.0")) {
            var table = new Table(workbook, sheet);
            try {
                sheet.rows().forEach(table::write);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            table.finish();
            notes(workbook, sheet);
        }
    }

    private static void notes(Workbook workbook, Sheet sheet) throws IOException {
        var notes = workbook.newWorksheet("Ghi chú");
        notes.width(0, 120);
        notes.inlineString(0, 0, sheet.title());
        notes.style(0, 0).bold().set();
        for (var i = 0; i < sheet.notes().size(); i++) {
            notes.inlineString(i + 2, 0, sheet.notes().get(i));
            notes.style(i + 2, 0).wrapText(true).set();
        }
        notes.finish();
    }

    /** The table has a worksheet to itself, so that it can be sorted and filtered as it is. */
    private static final class Table {

        private final Workbook workbook;
        private final Sheet sheet;
        private Worksheet current;
        private int number;
        private int row;

        Table(Workbook workbook, Sheet sheet) throws IOException {
            this.workbook = workbook;
            this.sheet = sheet;
            next();
        }

        private void next() throws IOException {
            if (current != null) {
                current.finish();
            }
            number++;
            var name = sheet.title().replaceAll("[\\[\\]*?:/\\\\]", "-");
            name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
            current = workbook.newWorksheet(number == 1 ? name : name + " (" + number + ")");
            current.freezePane(0, 1);
            for (var column = 0; column < sheet.columns().size(); column++) {
                current.width(column, Math.max(14, sheet.columns().get(column).length() + 2));
                current.inlineString(0, column, sheet.columns().get(column));
                current.style(0, column).bold().wrapText(true).set();
            }
            row = 1;
        }

        void write(List<?> cells) {
            try {
                if (row > ROWS_PER_SHEET) {
                    next();
                }
                for (var column = 0; column < cells.size(); column++) {
                    write(column, cells.get(column));
                }
                row++;
                if (row % ROWS_IN_MEMORY == 0) {
                    current.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void write(int column, Object cell) {
            if (cell instanceof Instant instant) {
                current.value(row, column, LocalDateTime.ofInstant(instant, OFFICE));
                current.style(row, column).format("dd/mm/yyyy hh:mm").set();
            } else if (cell instanceof Share share) {
                current.value(row, column, share.value());
                current.style(row, column).format("0.0%").set();
            } else if (cell instanceof Number value) {
                current.value(row, column, value);
            } else if (cell != null) {
                current.inlineString(row, column, cell.toString());
            }
        }

        void finish() throws IOException {
            current.finish();
        }
    }
}
