package vn.haiphong.hotline1022.adapter.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.tika.Tika;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.FileInspection;

/**
 * Tika says what a file is by its content; then it has to be one, to its last byte. What may be shown of a picture is drawn
 * anew from its points, so that nothing hidden in the file comes along.
 */
@Component
class ContentInspection implements FileInspection {

    private static final int COPY = 2048;
    private static final int THUMBNAIL = 320;
    // What a decoder of such a picture keeps in memory until its end.
    private static final long MOST_PROGRESSIVE_PIXELS = 26_000_000;
    private static final int PDF_END = 2048;

    // One family, which Tika tells apart only roughly.
    private static final Set<String> VIDEOS =
            Set.of("video/mp4", "application/mp4", "video/x-m4v", "video/quicktime", "video/3gpp", "video/3gpp2");

    private final Tika tika = new Tika();
    // A decoded picture takes tens of megabytes.
    private final Semaphore desks = new Semaphore(2);
    private final long mostPixels;

    ContentInspection(@Value("${hotline.files.most-pixels}") long mostPixels) {
        this.mostPixels = mostPixels;
    }

    @Override
    public Inspected of(byte[] bytes) {
        var type = tika.detect(bytes);
        return switch (type) {
            case "image/jpeg" ->
                JpegParts.of(bytes)
                        .map(parts -> parts.progressive()
                                ? picture(parts.picture(), "jpeg", parts.orientation(), MOST_PROGRESSIVE_PIXELS)
                                : picture(parts.picture(), "jpeg", parts.orientation(), mostPixels))
                        .orElse(new Refused(Why.BROKEN));
            case "image/png" ->
                PngParts.pictureOf(bytes)
                        .map(parts -> picture(parts, "png", 1, mostPixels))
                        .orElse(new Refused(Why.BROKEN));
            case "application/pdf" -> isWholePdf(bytes) ? other("application/pdf") : new Refused(Why.BROKEN);
            default -> VIDEOS.contains(type) ? video(bytes) : new Refused(Why.OTHER_KIND);
        };
    }

    private Inspected picture(byte[] file, String format, int orientation, long most) {
        desks.acquireUninterruptibly();
        try {
            if (Picture.sizeOf(file, format).pixels() > Math.min(most, mostPixels)) {
                return new Refused(Why.TOO_MANY_PIXELS);
            }
            var copy = Picture.read(file, format, COPY).upright(orientation, COPY);
            return new Accepted(
                    "image/" + format,
                    format.equals("png") ? copy.asPng() : copy.asJpeg(),
                    copy.upright(1, THUMBNAIL).asJpeg());
        } catch (IOException e) {
            return new Refused(Why.BROKEN);
        } finally {
            desks.release();
        }
    }

    /** It begins as one, not as something else with a PDF inside, and it has an end. */
    private static boolean isWholePdf(byte[] bytes) {
        var end = new String(
                bytes,
                Math.max(0, bytes.length - PDF_END),
                Math.min(PDF_END, bytes.length),
                StandardCharsets.ISO_8859_1);
        return new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1).equals("%PDF-")
                && end.contains("%%EOF");
    }

    private static Inspected video(byte[] bytes) {
        return VideoBoxes.isWhole(bytes) ? other(VideoBoxes.typeOf(bytes)) : new Refused(Why.BROKEN);
    }

    private static Accepted other(String type) {
        return new Accepted(type, null, null);
    }

    @Override
    public byte[] withoutPlace(String mediaType, byte[] bytes) {
        return mediaType.startsWith("video/") ? VideoBoxes.withoutAbout(bytes) : bytes;
    }
}
