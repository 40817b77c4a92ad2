package vn.haiphong.hotline1022.domain.rules;

import java.util.Comparator;
import java.util.Map;

/** Which code somebody may have meant. */
final class Likeness {

    private Likeness() {}

    /** A sentence to append; empty if nothing is like it. */
    static String hint(String written, Map<String, String> names) {
        return names.keySet().stream()
                .filter(code -> !code.isEmpty())
                .filter(code ->
                        distance(written.strip().toLowerCase(), code.toLowerCase()) <= Math.max(1, code.length() / 4)
                                || written.strip().equalsIgnoreCase(names.get(code)))
                .min(Comparator.comparingInt(code -> distance(written, code)))
                .map(code -> " Có phải \"" + code + "\" (" + (names.get(code) == null ? code : names.get(code)) + ")?")
                .orElse("");
    }

    /** How many letters have to be changed, added or left out. */
    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var now = new int[b.length() + 1];
            now[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
