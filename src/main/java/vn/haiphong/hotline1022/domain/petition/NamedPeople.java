package vn.haiphong.hotline1022.domain.petition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * People as they are named in a text: telephones however they are spaced, addresses, full names with or without Vietnamese
 * marks. A name of one word is not looked for: "An" is also a word.
 */
public final class NamedPeople {

    public static final String MASK = "(đã xóa)";

    /** A shorter number would be found in dates and sums. */
    private static final int FEWEST_DIGITS = 8;

    private final List<Pattern> patterns = new ArrayList<>();

    public NamedPeople(Collection<String> names, Collection<String> telephones, Collection<String> addresses) {
        for (var address : addresses) {
            if (address != null && !address.isBlank()) {
                patterns.add(Pattern.compile(
                        "(?<![\\w.+-])" + Pattern.quote(folded(address.strip())) + "(?![\\w-]|\\.\\w)"));
            }
        }
        for (var telephone : telephones) {
            var digits = significant(telephone);
            if (!digits.isEmpty()) {
                patterns.add(Pattern.compile("(?<!\\d)(?:\\+?84|0)?[ .()-]{0,2}"
                        + digits.chars().mapToObj(Character::toString).collect(Collectors.joining("[ .()-]{0,2}"))
                        + "(?!\\d)"));
            }
        }
        for (var name : names) {
            var words = name == null ? new String[0] : folded(name.strip()).split("\\s+");
            if (words.length > 1) {
                patterns.add(Pattern.compile("(?<![\\p{L}\\p{N}])"
                        + Arrays.stream(words).map(Pattern::quote).collect(Collectors.joining("[\\s_-]+"))
                        + "(?![\\p{L}\\p{N}])"));
            }
        }
    }

    /** The digits without country code and leading zero; empty if they are too few to say who it is. */
    public static String significant(String telephone) {
        var digits = (telephone == null ? "" : telephone).replaceAll("\\D", "").replaceFirst("^(84(?=\\d{9})|0)", "");
        return digits.length() < FEWEST_DIGITS ? "" : digits;
    }

    /** @return the same text, and the same object, if it names none of them */
    public String maskedIn(String text) {
        var said = text;
        for (var pattern : patterns) {
            var composed = Normalizer.normalize(said, Normalizer.Form.NFC);
            var found = pattern.matcher(folded(composed));
            if (found.find()) {
                said = masked(composed, found);
            }
        }
        return said;
    }

    /** Found in the folded text, which has a letter for each of the other's. */
    private static String masked(String text, Matcher found) {
        var left = new StringBuilder();
        var from = 0;
        do {
            left.append(text, from, found.start()).append(MASK);
            from = found.end();
        } while (found.find());
        return left.append(text.substring(from)).toString();
    }

    private static String folded(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var plain = new StringBuilder(composed.length());
        for (var i = 0; i < composed.length(); i++) {
            plain.append(base(composed.charAt(i)));
        }
        return plain.toString();
    }

    private static char base(char letter) {
        var small = letter < 128 ? Character.toLowerCase(letter) : plain(letter);
        return small == 'đ' ? 'd' : small;
    }

    private static char plain(char letter) {
        return Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .charAt(0);
    }
}
