package vn.haiphong.hotline1022.adapter.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A page of the portal's kind, printed: {@code templates/report}, as PDF/A-2a and PDF/UA. So it stays readable for decades,
 * a screen reader knows what is a heading and what a table, and no font is looked for but those inside the file.
 */
@Component
class PdfPages {

    private static final String FAMILY = "Liberation Serif"; // as wide as Times New Roman

    /** PDF/A names what its colours mean; Java brings the profile of screens along. */
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final ITemplateEngine templates;

    PdfPages(ITemplateEngine templates) {
        this.templates = templates;
    }

    void print(String template, Map<String, Object> facts, OutputStream out) throws IOException {
        var page = templates.process("report/" + template, new Context(Locale.forLanguageTag("vi-VN"), facts));
        try (var document = new PDDocument();
                var regular = font("LiberationSerif-Regular");
                var bold = font("LiberationSerif-Bold");
                var italic = font("LiberationSerif-Italic");
                var boldItalic = font("LiberationSerif-BoldItalic")) {
            var builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            use(builder, document, regular, 400, FontStyle.NORMAL);
            use(builder, document, bold, 700, FontStyle.NORMAL);
            use(builder, document, italic, 400, FontStyle.ITALIC);
            use(builder, document, boldItalic, 700, FontStyle.ITALIC);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(COLOURS);
            builder.withHtmlContent(page, null);
            builder.toStream(out);
            builder.run();
        }
    }

    /** Without its rules for joining letters: asking them for every line is half of the work, and "fi" reads as well in two. */
    private static TrueTypeFont font(String file) throws IOException {
        try (var in = PdfPages.class.getResourceAsStream("/liberation/" + file + ".ttf")) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            font.setEnableGsub(false);
            return font;
        }
    }

    private static void use(
            PdfRendererBuilder builder, PDDocument document, TrueTypeFont font, int weight, FontStyle style)
            throws IOException {
        builder.useFont(new PDFontSupplier(PDType0Font.load(document, font, true)), FAMILY, weight, style, true);
    }
}
