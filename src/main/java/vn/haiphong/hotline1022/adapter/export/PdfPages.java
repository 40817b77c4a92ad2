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

/** A page of the portal's kind, printed: {@code templates/report}, with the letters it needs inside the file. */
@Component
class PdfPages {

    private static final String FAMILY = "Liberation Serif"; // as wide as Times New Roman

    private final ITemplateEngine templates;

    PdfPages(ITemplateEngine templates) {
        this.templates = templates;
    }

    void print(String template, Map<String, Object> facts, OutputStream out) throws IOException {
        var page = templates.process("report/" + template, new Context(Locale.forLanguageTag("vi-VN"), facts));
        var builder = new PdfRendererBuilder();
        font(builder, "LiberationSerif-Regular", 400, FontStyle.NORMAL);
        font(builder, "LiberationSerif-Bold", 700, FontStyle.NORMAL);
        font(builder, "LiberationSerif-Italic", 400, FontStyle.ITALIC);
        font(builder, "LiberationSerif-BoldItalic", 700, FontStyle.ITALIC);
        builder.withHtmlContent(page, null);
        builder.toStream(out);
        builder.run();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
        builder.useFont(
                () -> PdfPages.class.getResourceAsStream("/liberation/" + file + ".ttf"), FAMILY, weight, style, true);
    }
}
