package vn.haiphong.hotline1022.domain.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A name of an area as people write it, with or without its kind. Marks carry meaning (Cẩm Giàng is not Cẩm Giang); where a
 * syllable carries its tone does not (Thủy is Thuỷ), nor does upper or lower case, nor how a keyboard composed a letter.
 *
 * @param kind kind of the area if the name says it, else null
 * @param key the bare name, comparable, with its marks
 * @param plain the bare name without any mark
 */
record AreaName(String kind, String key, String plain) {

    /** Longest first, so that "huyện đảo" is not a huyện called "đảo …". */
    private static final List<Map.Entry<String, String>> KINDS = List.of(
            Map.entry("huyện đảo", "huyen"),
            Map.entry("thành phố", "thanh_pho"),
            Map.entry("thị trấn", "thi_tran"),
            Map.entry("đặc khu", "dac_khu"),
            Map.entry("t p", "thanh_pho"),
            Map.entry("t t", "thi_tran"),
            Map.entry("phường", "phuong"),
            Map.entry("huyện", "huyen"),
            Map.entry("quận", "quan"),
            Map.entry("xã", "xa"),
            Map.entry("tp", "thanh_pho"),
            Map.entry("tt", "thi_tran"),
            Map.entry("đk", "dac_khu"),
            Map.entry("p", "phuong"),
            Map.entry("q", "quan"),
            Map.entry("h", "huyen"),
            Map.entry("x", "xa"));

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{Z}\\s.]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    // Grave, acute, tilde, hook, dot: the five tones. Circumflex, breve and horn belong to the letter.
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    /** The official name of an area, which begins with its kind. */
    static AreaName of(Area area) {
        var key = key(area.name());
        for (var kind : KINDS) {
            var label = key(kind.getKey()) + " ";
            if (kind.getValue().equals(area.kind()) && key.startsWith(label)) {
                return new AreaName(area.kind(), key.substring(label.length()), plain(key.substring(label.length())));
            }
        }
        return new AreaName(area.kind(), key, plain(key));
    }

    /** Every way the text may be read: as a bare name and, where it begins with a kind, as that kind and a name. */
    static List<AreaName> readings(String text) {
        var key = key(text);
        var readings = new ArrayList<AreaName>();
        readings.add(new AreaName(null, key, plain(key)));
        for (var kind : KINDS) {
            var label = labelAtStart(key, kind.getKey());
            if (label > 0 && label < key.length()) {
                var rest = key.substring(label).strip();
                readings.add(new AreaName(kind.getValue(), rest, plain(rest)));
                break;
            }
        }
        return readings;
    }

    /** "Đông Hải 1 quận Hải An": the places where a second name may begin, as pairs of texts. */
    static List<List<String>> splitAtSecondKind(String text) {
        var words = BETWEEN_WORDS.split(text.strip());
        var pairs = new ArrayList<List<String>>();
        for (var i = words.length - 2; i > 0; i--) {
            var rest = String.join(" ", Arrays.copyOfRange(words, i, words.length));
            if (readings(rest).size() > 1) {
                pairs.add(List.of(String.join(" ", Arrays.copyOfRange(words, 0, i)), rest));
            }
        }
        return pairs;
    }

    static boolean hasMarks(String text) {
        var key = key(text);
        return !key.equals(plain(key));
    }

    /** Whether this, read from a text, may mean that official name, marks and all. */
    boolean means(AreaName official) {
        return (kind == null || kind.equals(official.kind)) && key.equals(official.key);
    }

    /** Whether this, read from a text without marks, may mean that official name. */
    boolean meansWithoutMarks(AreaName official) {
        return (kind == null || kind.equals(official.kind)) && key.equals(plain) && plain.equals(official.plain);
    }

    private static int labelAtStart(String key, String label) {
        for (var form : List.of(key(label), plain(key(label)))) {
            if (key.startsWith(form + " ")) {
                return form.length();
            }
        }
        return -1;
    }

    static String key(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('\u00f0', 'đ'); // an Icelandic letter that looks the same in capitals
        var key = new StringBuilder();
        for (var word : BETWEEN_WORDS.split(lower.strip())) {
            if (word.isEmpty()) {
                continue;
            }
            if (!key.isEmpty()) {
                key.append(' ');
            }
            var tones = new StringBuilder();
            Normalizer.normalize(word, Normalizer.Form.NFD)
                    .chars()
                    .forEach(c -> (TONES.indexOf(c) < 0 ? key : tones).append((char) c));
            key.append(tones);
        }
        return key.toString();
    }

    private static String plain(String key) {
        return MARKS.matcher(key).replaceAll("").replace('đ', 'd');
    }
}
