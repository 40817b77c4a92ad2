package vn.haiphong.hotline1022.domain.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words of an SMS and what they cost: 160 letters of the GSM alphabet go in one, 70 where a single one is not in it; in
 * several 153 and 67 each, as each carries its place in the whole. Giả định A-56.
 */
public record SmsText(String text) {

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"; // GSM 03.38, each at its code
    private static final Map<Character, Integer> EXTENSION = Map.of(
            '\f', 0x0A, '^', 0x14, '{', 0x28, '}', 0x29, '\\', 0x2F, '[', 0x3C, '~', 0x3D, ']', 0x3E, '|', 0x40, '€',
            0x65);
    private static final int ESCAPE = 0x1B;

    /** What a part is made of, ready to be handed over. @param gsm the GSM alphabet, one letter a byte; else UCS-2 */
    public record Part(String text, boolean gsm) {

        public byte[] bytes() {
            if (!gsm) {
                return text.getBytes(StandardCharsets.UTF_16BE);
            }
            var bytes = new ByteArrayOutputStream();
            for (var letter : text.toCharArray()) {
                var extension = EXTENSION.get(letter);
                if (extension != null) {
                    bytes.write(ESCAPE);
                }
                bytes.write(extension == null ? GSM.indexOf(letter) : extension);
            }
            return bytes.toByteArray();
        }
    }

    /** The same without marks, in the GSM alphabet alone. */
    public static SmsText plain(String text) {
        var plain = new StringBuilder();
        var spelled =
                Normalizer.normalize(typewritten(text), Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        spelled.replace('đ', 'd').replace('Đ', 'D').codePoints().forEach(letter -> {
            if (letter < 0x10000 && isGsm((char) letter)) {
                plain.append((char) letter);
            } else {
                plain.append('?');
            }
        });
        return new SmsText(plain.toString());
    }

    /** With its marks. */
    public static SmsText accented(String text) {
        return new SmsText(Normalizer.normalize(typewritten(text), Normalizer.Form.NFC));
    }

    /** What looks nice on paper would cost half the room here. */
    private static String typewritten(String text) {
        return text.replaceAll("[“”„«»]", "\"")
                .replaceAll("[‘’]", "'")
                .replaceAll("[–—−]", "-")
                .replace("…", "...")
                .replaceAll("[\\u00a0\\u2007\\u202f\\t]", " ")
                .replace("•", "-")
                .replace("\r\n", "\n")
                .strip();
    }

    public boolean isGsm() {
        return text.chars().allMatch(letter -> isGsm((char) letter));
    }

    private static boolean isGsm(char letter) {
        return letter != ESCAPE && (GSM.indexOf(letter) >= 0 || EXTENSION.containsKey(letter));
    }

    public int segments() {
        return parts().size();
    }

    public List<Part> parts() {
        var gsm = isGsm();
        if (cost(text, gsm) <= (gsm ? 160 : 70)) {
            return List.of(new Part(text, gsm));
        }
        var parts = new ArrayList<Part>();
        var room = gsm ? 153 : 67;
        var part = new StringBuilder();
        var used = 0;
        for (var i = 0; i < text.length(); ) {
            var letter = new String(Character.toChars(text.codePointAt(i))); // never half of one
            var cost = cost(letter, gsm);
            if (used + cost > room) {
                parts.add(new Part(part.toString(), gsm));
                part.setLength(0);
                used = 0;
            }
            part.append(letter);
            used += cost;
            i += letter.length();
        }
        parts.add(new Part(part.toString(), gsm));
        return parts;
    }

    private static int cost(String text, boolean gsm) {
        return gsm
                ? text.length()
                        + (int) text.chars()
                                .filter(letter -> EXTENSION.containsKey((char) letter))
                                .count()
                : text.length();
    }

    /** What came in, of the GSM alphabet. */
    public static String read(byte[] septets) {
        var text = new StringBuilder();
        for (var i = 0; i < septets.length; i++) {
            int code = septets[i] & 0xFF;
            if (code == ESCAPE && i + 1 < septets.length) {
                var extension = septets[++i] & 0xFF;
                text.append(EXTENSION.entrySet().stream()
                        .filter(each -> each.getValue() == extension)
                        .map(each -> String.valueOf(each.getKey()))
                        .findFirst()
                        .orElse(" "));
            } else if (code < 128 && code != ESCAPE) {
                text.append(GSM.charAt(code));
            } else {
                text.append('?');
            }
        }
        return text.toString();
    }
}
