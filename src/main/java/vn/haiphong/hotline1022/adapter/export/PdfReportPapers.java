package vn.haiphong.hotline1022.adapter.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.haiphong.hotline1022.application.port.ReportPapers;

/** A page of the portal's kind, printed: {@code templates/report/month.html}, with the letters it needs inside the file. */
@Component
class PdfReportPapers implements ReportPapers {

    private static final String FAMILY = "Liberation Serif";

    private final ITemplateEngine templates;

    PdfReportPapers(ITemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    public void pdf(Paper paper, OutputStream out) throws IOException {
        var page =
                templates.process("report/month", new Context(Locale.forLanguageTag("vi-VN"), Map.of("paper", paper)));
        var builder = new PdfRendererBuilder();
        font(builder, "LiberationSerif-Regular", 400, FontStyle.NORMAL);
        font(builder, "LiberationSerif-Bold", 700, FontStyle.NORMAL);
        font(builder, "LiberationSerif-Italic", 400, FontStyle.ITALIC);
        builder.withHtmlContent(page, null);
        builder.toStream(out);
        builder.run();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
        builder.useFont(
                () -> PdfReportPapers.class.getResourceAsStream("/liberation/" + file + ".ttf"),
                FAMILY,
                weight,
                style,
                true);
    }
}
