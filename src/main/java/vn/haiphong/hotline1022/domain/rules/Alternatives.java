package vn.haiphong.hotline1022.domain.rules;

import java.util.HashSet;
import java.util.Set;

/** The words a search looks for, where it is one group of them between spaces. */
final class Alternatives {

    private Alternatives() {}

    /** Whether each word of one search, as written, is one of the other's: then the other finds whatever the first does. */
    static boolean within(String one, String other) {
        var mark = "matches ";
        var at = one.indexOf(mark);
        var otherAt = other.indexOf(mark);
        if (at < 0 || otherAt < 0 || !one.substring(0, at).equals(other.substring(0, otherAt))) {
            return false;
        }
        var words = of(one.substring(at + mark.length()));
        return !words.isEmpty() && of(other.substring(otherAt + mark.length())).containsAll(words);
    }

    private static Set<String> of(String pattern) {
        return new HashSet<>(WordSearch.alternatives(pattern));
    }
}
