package vn.haiphong.hotline1022.adapter.export;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.ReplyPapers;

/** A letter of reply, {@code templates/report/reply.html}, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
@Component
class PdfReplyPapers implements ReplyPapers {

    private static final int QUIET_ZONE = 1;
    private static final int DOTS = 6; // a module of the code, enough for any printer

    private final PdfPages pages;

    PdfReplyPapers(PdfPages pages) {
        this.pages = pages;
    }

    @Override
    public byte[] pdf(Paper paper) {
        var facts = new HashMap<String, Object>();
        facts.put("paper", paper);
        facts.put("authority", paper.authority() == null ? null : upper(paper.authority()));
        facts.put("agency", upper(paper.agency()));
        facts.put("title", upper(paper.signerTitle()));
        facts.put("day", paper.date() == null ? "ngày … tháng … năm …" : day(paper.date()));
        facts.put("code", paper.checkUrl() == null ? null : "data:image/png;base64," + code(paper.checkUrl()));
        try (var out = new ByteArrayOutputStream()) {
            pages.print("reply", facts, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.forLanguageTag("vi"));
    }

    /** Days below ten and the first two months with a zero before them, so that nobody writes one in (Phụ lục I). */
    private static String day(LocalDate date) {
        var month = date.getMonthValue() < 3 ? "0" + date.getMonthValue() : String.valueOf(date.getMonthValue());
        return "ngày %02d tháng %s năm %d".formatted(date.getDayOfMonth(), month, date.getYear());
    }

    private static String code(String address) {
        try (var out = new ByteArrayOutputStream()) {
            var matrix = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
            var size = matrix.getWidth() * DOTS;
            var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
            for (var x = 0; x < size; x++) {
                for (var y = 0; y < size; y++) {
                    image.setRGB(x, y, matrix.get(x / DOTS, y / DOTS) ? 0x000000 : 0xFFFFFF);
                }
            }
            ImageIO.write(image, "png", out);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (WriterException | IOException e) {
            throw new IllegalStateException("No code for " + address, e);
        }
    }
}
