package vn.haiphong.hotline1022.adapter.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The boxes of which MP4, QuickTime and 3GP videos are made. */
final class VideoBoxes {

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "moof", "traf");
    // Where cameras write place, device and owner: user data, metadata, Adobe's XMP.
    private static final Set<String> ABOUT = Set.of("udta", "meta", "uuid");
    private static final byte[] FREE = "free".getBytes(StandardCharsets.ISO_8859_1);
    private static final int DEEPEST = 6;

    private VideoBoxes() {}

    /** Whether it is there to its end, with the table of contents without which no player opens it. */
    static boolean isWhole(byte[] bytes) {
        var seen = new HashSet<String>();
        var whole = walk(bytes, 0, bytes.length, (name, from, head, end) -> seen.add(name));
        return whole && seen.contains("moov") && seen.contains("mdat");
    }

    /** By its brand, which stands in its first box; a video without one is QuickTime's. */
    static String typeOf(byte[] bytes) {
        var head = new String(bytes, 4, 8, StandardCharsets.ISO_8859_1);
        if (!head.startsWith("ftyp") || head.startsWith("ftypqt")) {
            return "video/quicktime";
        }
        return head.startsWith("ftyp3g") ? "video/3gpp" : "video/mp4";
    }

    /** Everything else stays at its place: the table of contents counts bytes from the beginning of the file. */
    static byte[] withoutAbout(byte[] bytes) {
        var copy = bytes.clone();
        empty(copy, 0, copy.length, 0);
        return copy;
    }

    private static void empty(byte[] bytes, int from, int to, int depth) {
        walk(bytes, from, to, (name, start, head, end) -> {
            if (ABOUT.contains(name)) {
                System.arraycopy(FREE, 0, bytes, start + 4, FREE.length);
                Arrays.fill(bytes, start + head, end, (byte) 0);
            } else if (CONTAINERS.contains(name) && depth < DEEPEST) {
                empty(bytes, start + head, end, depth + 1);
            }
        });
    }

    private interface Box {
        void at(String name, int from, int head, int end);
    }

    /** @return false if a box ends outside */
    private static boolean walk(byte[] bytes, int from, int to, Box box) {
        var file = ByteBuffer.wrap(bytes);
        var at = from;
        while (at < to) {
            if (to - at < 8) {
                return false;
            }
            long size = file.getInt(at) & 0xFFFFFFFFL;
            var head = 8;
            if (size == 1 && to - at >= 16) {
                size = file.getLong(at + 8);
                head = 16;
            } else if (size == 0) { // up to the end
                size = to - at;
            }
            if (size < head || size > to - at) {
                return false;
            }
            box.at(new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1), at, head, (int) (at + size));
            at += (int) size;
        }
        return true;
    }
}
