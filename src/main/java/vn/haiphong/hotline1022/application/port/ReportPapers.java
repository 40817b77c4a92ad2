package vn.haiphong.hotline1022.application.port;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A report on paper. */
public interface ReportPapers {

    void pdf(Paper paper, OutputStream out) throws IOException;

    /**
     * @param status whether these figures are issued, by whom and when, or a draft
     * @param worded columns hold words, which may take several lines, and not numbers
     * @param total the last row, over all; empty if there is none
     * @param definitions what each column counts
     */
    record Paper(
            String title,
            String period,
            String status,
            String lead,
            boolean worded,
            List<String> columns,
            List<List<String>> rows,
            List<String> total,
            List<String> definitions) {}
}
