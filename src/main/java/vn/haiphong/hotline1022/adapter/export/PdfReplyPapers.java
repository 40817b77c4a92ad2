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
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.ReplyPapers;

/** A letter of reply, {@code templates/report/reply.html}, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
@Component
class PdfReplyPapers implements ReplyPapers {

    private static final Pattern PEOPLES_COMMITTEE = Pattern.compile(
            "(?:UBND|Ủy ban nhân dân) (?:thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu) ([^,\\d]+)(?:,.*)?");
    /** "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC" is two lines: for whom one signs, and what one is. */
    private static final Pattern LINE_OF_TITLE = Pattern.compile(
            "\\s*[\\n;/]\\s*|\\s+(?=(?:KT|TL|TUQ|Q)\\.)|(?<=NHÂN DÂN)\\s+(?=CHỦ TỊCH)|(?<!^|\\.|PHÓ)\\s+(?=(?:PHÓ|TRƯỞNG|CHÁNH)\\s)");

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
        facts.put("authority", paper.authority() == null ? null : heading(paper.authority()));
        facts.put("agency", heading(paper.agency()));
        facts.put("titles", LINE_OF_TITLE.split(upper(paper.signerTitle().strip())));
        facts.put("place", place(paper.agency()));
        facts.put("day", paper.date() == null ? "ngày … tháng … năm …" : day(paper.date()));
        facts.put("code", paper.checkUrl() == null ? null : "data:image/png;base64," + code(paper.checkUrl()));
        try (var out = new ByteArrayOutputStream()) {
            pages.print("reply", facts, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name in full, broken where one would take a breath: not within "thành phố Hải Phòng". */
    private static String heading(String name) {
        return upper(name.replaceFirst("\\bUBND\\b", "Ủy ban nhân dân"))
                .replace("ỦY BAN NHÂN DÂN", "ỦY\u00a0BAN\u00a0NHÂN\u00a0DÂN")
                .replace("THÀNH PHỐ HẢI PHÒNG", "THÀNH\u00a0PHỐ\u00a0HẢI\u00a0PHÒNG");
    }

    /** A People's Committee writes from the place it governs, everybody else from the city (Phụ lục I, mục II.4). */
    private static String place(String agency) {
        var governed = PEOPLES_COMMITTEE.matcher(agency);
        return governed.matches() ? governed.group(1) : "Hải Phòng";
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
