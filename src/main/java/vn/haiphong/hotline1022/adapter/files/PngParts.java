package vn.haiphong.hotline1022.adapter.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A PNG without anything but its picture: texts and profiles beside it are compressed and could grow without end when they
 * are read. A file without its last chunk is no picture.
 */
final class PngParts {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngParts() {}

    static Optional<byte[]> pictureOf(byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        if (bytes.length < SIGNATURE.length || !rest.slice(0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE))) {
            return Optional.empty();
        }
        var kept = new ByteArrayOutputStream(bytes.length);
        kept.writeBytes(SIGNATURE);
        rest.position(SIGNATURE.length);
        while (rest.remaining() >= 12) {
            var from = rest.position();
            var length = rest.getInt();
            var type = new byte[4];
            rest.get(type);
            if (length < 0 || length > rest.remaining() - 4) {
                return Optional.empty();
            }
            rest.position(from + 12 + length);
            var name = new String(type, StandardCharsets.ISO_8859_1);
            if (PICTURE.contains(name)) {
                kept.write(bytes, from, 12 + length);
            }
            if (name.equals("IEND")) {
                return Optional.of(kept.toByteArray());
            }
        }
        return Optional.empty();
    }
}
