package vn.haiphong.hotline1022.adapter.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.ReportPapers;

/** The report of a month: {@code templates/report/month.html}. */
@Component
class PdfReportPapers implements ReportPapers {

    private final PdfPages pages;

    PdfReportPapers(PdfPages pages) {
        this.pages = pages;
    }

    @Override
    public void pdf(Paper paper, OutputStream out) throws IOException {
        pages.print("month", Map.of("paper", paper), out);
    }
}
