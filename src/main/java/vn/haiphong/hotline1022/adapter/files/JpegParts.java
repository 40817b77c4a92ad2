package vn.haiphong.hotline1022.adapter.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A JPEG taken apart: the picture alone, without camera, place, comments or whatever was hung behind its end. A file that ends
 * before its picture does has no parts.
 *
 * @param orientation as the camera was held, 1 to 8 (Exif)
 * @param progressive whoever decodes it keeps all of it in memory
 */
record JpegParts(byte[] picture, int orientation, boolean progressive) {

    // A picture has a dozen; thousands, each of the whole area, only keep the decoder busy.
    private static final int MOST_SCANS = 100;

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int ICC = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int LAST_APP = 0xEF;
    private static final int COMMENT = 0xFE;

    static Optional<JpegParts> of(byte[] bytes) {
        return new Walk(bytes).through();
    }

    private static final class Walk {

        private final byte[] bytes;
        private final ByteArrayOutputStream kept;
        private int at = 2;
        private int orientation = 1;
        private boolean progressive;
        private int scans;

        Walk(byte[] bytes) {
            this.bytes = bytes;
            this.kept = new ByteArrayOutputStream(bytes.length);
        }

        Optional<JpegParts> through() {
            if (bytes.length < 4 || byteAt(0) != 0xFF || byteAt(1) != SOI) {
                return Optional.empty();
            }
            kept.write(bytes, 0, 2);
            while (at + 1 < bytes.length && byteAt(at) == 0xFF) {
                var marker = byteAt(at + 1);
                if (marker == 0xFF) { // fill
                    at++;
                } else if (marker == EOI) {
                    kept.write(bytes, at, 2);
                    return scans == 0
                            ? Optional.empty()
                            : Optional.of(new JpegParts(kept.toByteArray(), orientation, progressive));
                } else if (!segment(marker)) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        /** @return false if it cannot be read */
        private boolean segment(int marker) {
            if (at + 4 > bytes.length) {
                return false;
            }
            var length = byteAt(at + 2) << 8 | byteAt(at + 3);
            var end = at + 2 + length;
            if (length < 2 || end > bytes.length) {
                return false;
            }
            if (marker == EXIF) {
                exif(at + 4, end);
            }
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                progressive |= marker % 4 == 2;
            }
            if (isPicture(marker, at + 4, end)) {
                kept.write(bytes, at, end - at);
            }
            at = end;
            return marker != SOS || scan();
        }

        private boolean isPicture(int marker, int from, int end) {
            if (marker == ICC) {
                return startsWith(from, end, "ICC_PROFILE\0");
            }
            return marker == JFIF || marker == ADOBE || (marker < JFIF || marker > LAST_APP) && marker != COMMENT;
        }

        /** What is between a scan's head and the next marker. */
        private boolean scan() {
            if (++scans > MOST_SCANS) {
                return false;
            }
            var from = at;
            while (at + 1 < bytes.length) {
                var next = byteAt(at + 1);
                if (byteAt(at) == 0xFF && next != 0 && (next < 0xD0 || next > 0xD7)) {
                    kept.write(bytes, from, at - from);
                    return true;
                }
                at++;
            }
            return false;
        }

        private void exif(int from, int end) {
            if (!startsWith(from, end, "Exif\0\0") || end - from < 14) {
                return;
            }
            var tiff = ByteBuffer.wrap(Arrays.copyOfRange(bytes, from + 6, end));
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            var directory = tiff.getInt(4);
            if (directory < 8 || directory > tiff.limit() - 2) {
                return;
            }
            var entries = tiff.getShort(directory) & 0xFFFF;
            for (var i = 0; i < entries; i++) {
                var entry = directory + 2 + 12 * i;
                if (entry + 12 > tiff.limit()) {
                    return;
                }
                if (tiff.getShort(entry) == 0x0112) {
                    var held = tiff.getShort(entry + 8);
                    orientation = held >= 1 && held <= 8 ? held : 1;
                    return;
                }
            }
        }

        private boolean startsWith(int from, int end, String word) {
            var wanted = word.getBytes(StandardCharsets.ISO_8859_1);
            return end - from >= wanted.length
                    && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
        }

        private int byteAt(int i) {
            return bytes[i] & 0xFF;
        }
    }
}
