package vn.haiphong.hotline1022.application.port;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/** Writes tables for the programs of an office, row by row: a list may be long. */
public interface Sheets {

    void csv(Sheet sheet, OutputStream out) throws IOException;

    void xlsx(Sheet sheet, OutputStream out) throws IOException;

    /**
     * @param title what it shows
     * @param notes definitions and filters, said above (XLSX) the table; a CSV has the table alone
     * @param rows hands every row to whoever asks; a cell is a text, a number, an instant, a share or null
     */
    record Sheet(String title, List<String> notes, List<String> columns, Rows rows) {}

    interface Rows {
        void forEach(Consumer<List<?>> reader);
    }

    /** Shown as a percentage. */
    record Share(double value) {}
}
