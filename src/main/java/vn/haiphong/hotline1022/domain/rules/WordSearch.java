package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A cell that looks for one of many words, {@code " (ổ gà|ổ voi|mặt đường) "}, with what it looks for kept by its first
 * word: at each word of a petition only the few that begin with it are tried, however many the row has. It holds where the
 * pattern is found; a pattern of another shape is searched for as it is.
 */
public final class WordSearch implements Predicate<String> {

    private static final String OPERATORS = "?*+{";
    /** Escapes, flags, classes of brackets: what cannot be cut apart at its strokes. */
    private static final Pattern UNUSUAL = Pattern.compile("\\\\|\\(\\?[a-zA-Z-]|\\[[^]]*[(|)\\[]");

    private static final Pattern KEPT_GROUP = Pattern.compile("\\((?!\\?)");

    private final Map<String, Pattern> byFirstWord = new HashMap<>();
    private final Pattern others;
    private final List<String> alternatives;

    private WordSearch(List<String> alternatives) {
        var sorted = new HashMap<String, List<String>>();
        this.alternatives = opened(alternatives);
        for (var alternative : this.alternatives) {
            sorted.computeIfAbsent(beginning(alternative), word -> new ArrayList<>())
                    .add(alternative);
        }
        var unsorted = sorted.remove("");
        sorted.forEach((word, begun) -> byFirstWord.put(word, oneOf(begun)));
        others = unsorted == null ? null : oneOf(unsorted);
    }

    /** @throws java.util.regex.PatternSyntaxException for what is no pattern */
    public static Predicate<String> of(String pattern) {
        var whole = Pattern.compile(pattern);
        var alternatives = alternatives(pattern);
        return alternatives.isEmpty() ? text -> whole.matcher(text).find() : new WordSearch(alternatives);
    }

    @Override
    public boolean test(String text) {
        var words = Words.of(text);
        for (var i = 0; i < words.first.length; i++) {
            var begun = byFirstWord.get(words.first[i]);
            if (begun != null && begins(begun, text, words.at[i])) {
                return true;
            }
        }
        return others != null && others.matcher(text).find();
    }

    /** What it looks for, a space before and after each. */
    List<String> alternatives() {
        return alternatives;
    }

    static boolean begins(Pattern words, String text, int at) {
        return words.matcher(text)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(at, text.length())
                .lookingAt();
    }

    /** Nobody asks which group was found, and groups that are kept cost each search. */
    static Pattern oneOf(List<String> alternatives) {
        return Pattern.compile(
                " (?:" + KEPT_GROUP.matcher(String.join("|", alternatives)).replaceAll("(?:") + ") ");
    }

    static List<String> firstWord(String alternative) {
        var word = beginning(alternative);
        return word.isEmpty() ? List.of() : List.of(word);
    }

    /** The word every match begins with; empty where the first word is not written out. */
    private static String beginning(String alternative) {
        var end = 0;
        while (end < alternative.length() && Character.isLetterOrDigit(alternative.charAt(end))) {
            end++;
        }
        var word = alternative.substring(0, end);
        while (alternative.startsWith("(?!", end)) {
            var closed = end + endOfGroup(alternative.substring(end)) + 1;
            if (closed <= end || closed < alternative.length() && OPERATORS.indexOf(alternative.charAt(closed)) >= 0) {
                return "";
            }
            end = closed;
        }
        return end == alternative.length() || nextWordBegins(alternative.substring(end)) ? word : "";
    }

    /** A space, or a group each part of which begins with one. */
    static boolean nextWordBegins(String rest) {
        if (rest.startsWith(" ")) {
            return rest.length() == 1 || OPERATORS.indexOf(rest.charAt(1)) < 0;
        }
        var end = rest.startsWith("( ") ? endOfGroup(rest) : -1;
        if (end < 0 || !split(rest.substring(1, end)).stream().allMatch(part -> part.startsWith(" "))) {
            return false;
        }
        var after = rest.substring(end + 1);
        if (after.isEmpty() || OPERATORS.indexOf(after.charAt(0)) < 0) {
            return true;
        }
        var behind = after.startsWith("{") ? after.substring(after.indexOf('}') + 1) : after.substring(1);
        return behind.isEmpty() || nextWordBegins(behind);
    }

    /** "(ổ|hố) gà" is "ổ gà" or "hố gà", "(rất )?xấu" is "rất xấu" or "xấu": so these begin with a word, too. */
    private static List<String> opened(List<String> alternatives) {
        var opened = new ArrayList<String>();
        for (var alternative : alternatives) {
            var end = alternative.startsWith("(") && !alternative.startsWith("(?") ? endOfGroup(alternative) : -1;
            var rest = alternative.substring(end + 1);
            var maybe = rest.startsWith("?");
            var after = maybe ? rest.substring(1) : rest;
            if (end < 0 || !after.isEmpty() && OPERATORS.indexOf(after.charAt(0)) >= 0) {
                opened.add(alternative);
                continue;
            }
            var begun = new ArrayList<String>();
            split(alternative.substring(1, end)).forEach(first -> begun.add(first + after));
            if (maybe) {
                begun.add(after);
            }
            opened.addAll(opened(begun));
        }
        return opened;
    }

    /** The alternatives of a pattern that is one group between spaces; none for any other. */
    static List<String> alternatives(String pattern) {
        if (!pattern.startsWith(" (")
                || !pattern.endsWith(") ")
                || UNUSUAL.matcher(pattern).find()) {
            return List.of();
        }
        var group = pattern.substring(1, pattern.length() - 1);
        return endOfGroup(group) == group.length() - 1 && !group.startsWith("(?")
                ? split(group.substring(1, group.length() - 1))
                : List.of();
    }

    static int endOfGroup(String group) {
        var depth = 0;
        for (var i = 0; i < group.length(); i++) {
            var c = group.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    static List<String> split(String words) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                parts.add(words.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(words.substring(start));
        return parts;
    }

    /** The words of a text and the space before each, found once for all the cells that read the text. */
    static final class Words {

        private static final AtomicReferenceArray<Words> RECENT = new AtomicReferenceArray<>(8);

        final String text;
        final String[] first;
        final int[] at;

        private Words(String text) {
            this.text = text;
            var starts = new ArrayList<Integer>();
            for (var i = text.indexOf(' '); i >= 0 && i + 1 < text.length(); i = text.indexOf(' ', i + 1)) {
                starts.add(i);
            }
            at = starts.stream().mapToInt(Integer::intValue).toArray();
            first = new String[at.length];
            for (var i = 0; i < at.length; i++) {
                var end = text.indexOf(' ', at[i] + 1);
                first[i] = text.substring(at[i] + 1, end < 0 ? text.length() : end);
            }
        }

        boolean isFollowedBySpace(int word) {
            return at[word] + first[word].length() + 1 < text.length();
        }

        static Words of(String text) {
            var slot = System.identityHashCode(text) & 7;
            var words = RECENT.get(slot);
            if (words == null || words.text != text) {
                words = new Words(text);
                RECENT.set(slot, words);
            }
            return words;
        }
    }
}
