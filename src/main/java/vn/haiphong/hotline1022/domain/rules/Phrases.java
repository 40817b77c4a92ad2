package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a pattern looks for, written out: "(ổ|hố) gà( to)?" is "ổ gà", "ổ gà to", "hố gà", "hố gà to". It is written out as far
 * as it consists of words, numbers, groups and what may be there or not.
 */
final class Phrases {

    /** In the place of a word: any that is made of digits. */
    static final String NUMBER = "\0";

    /** In the place of a word begins so: a gap of some words. */
    private static final char GAP = '\1';

    private static final Pattern GAPS = Pattern.compile("\\( \\[a-z(0-9)?]\\+\\)(?:\\{0,([0-9]{1,2})}|\\?)(?= )");

    private static final String DIGITS = "[0-9]+";
    private static final String SPECIAL = "\\^$.|?*+()[]{}\0\1";
    private static final int MOST = 200;

    private final String pattern;
    private final boolean top;

    private Phrases(String pattern, boolean top) {
        this.pattern = pattern;
        this.top = top;
    }

    /**
     * Words that follow each other, a space before and after each; no words at all if nothing is certain.
     *
     * @param whole false: there is more to it than is written out
     */
    record Phrase(List<String> words, boolean whole) {}

    /**
     * What may stand between two words: "( [a-z]+){0,3} ", no word or up to three.
     *
     * @param digits whether they may hold digits, too
     */
    record Gap(int most, boolean digits) {

        private String written() {
            return " " + GAP + (digits ? "0" : "a") + most;
        }

        /** What stands in the place of a word. */
        static Optional<Gap> of(String word) {
            return word.isEmpty() || word.charAt(0) != GAP
                    ? Optional.empty()
                    : Optional.of(new Gap(Integer.parseInt(word.substring(2)), word.charAt(1) == '0'));
        }

        boolean spans(String word) {
            for (var i = 0; i < word.length(); i++) {
                var c = word.charAt(i);
                if ((c < 'a' || c > 'z') && !(digits && c >= '0' && c <= '9')) {
                    return false;
                }
            }
            return !word.isEmpty();
        }
    }

    /**
     * A beginning of what is looked for.
     *
     * @param open it may be written on
     * @param certain there is no more to it so far than is written out
     */
    private record Begun(String text, boolean open, boolean certain) {

        Begun then(Begun part) {
            return open ? new Begun(text + part.text, part.open, certain && part.certain) : this;
        }

        Begun closed() {
            return new Begun(text, false, false);
        }
    }

    static List<Phrase> of(String pattern) {
        return new Phrases(pattern, true)
                .written().stream().map(Phrases::phrase).toList();
    }

    private static Phrase phrase(Begun begun) {
        if (begun.open()) {
            return new Phrase(Arrays.asList(begun.text().split(" ", -1)), begun.certain());
        }
        var lastWord = begun.text().lastIndexOf(' '); // which may go on
        var words = lastWord < 0
                ? new ArrayList<String>()
                : new ArrayList<>(
                        Arrays.asList(begun.text().substring(0, lastWord).split(" ", -1)));
        while (!words.isEmpty() && Gap.of(words.get(words.size() - 1)).isPresent()) {
            words.remove(words.size() - 1);
        }
        return new Phrase(words, false);
    }

    private List<Begun> written() {
        var all = List.of(new Begun("", true, true));
        var at = 0;
        while (at < pattern.length() && all.stream().anyMatch(Begun::open)) {
            var gap = GAPS.matcher(pattern).region(at, pattern.length()).useTransparentBounds(true);
            if (gap.lookingAt()) {
                var most = gap.group(2) == null ? 1 : Integer.parseInt(gap.group(2));
                var between = new Begun(new Gap(most, gap.group(1) != null).written(), true, true);
                all = all.stream().map(begun -> begun.then(between)).toList();
                at = gap.end();
                continue;
            }
            var end = endOfPart(at);
            var operator = end >= 0 && end < pattern.length() ? pattern.charAt(end) : ' ';
            var maybe = operator == '?' && (end + 1 == pattern.length() || "?+".indexOf(pattern.charAt(end + 1)) < 0);
            if (end < 0 || "*+{".indexOf(operator) >= 0 || operator == '?' && !maybe) {
                return closed(all, at);
            }
            var parts = new ArrayList<>(parts(at, end));
            if (maybe) {
                parts.add(new Begun("", true, true));
            }
            if (all.size() * parts.size() > MOST) {
                return closed(all, at);
            }
            all = all.stream()
                    .flatMap(begun -> begun.open() ? parts.stream().map(begun::then) : Stream.of(begun))
                    .toList();
            at = maybe ? end + 1 : end;
        }
        return all;
    }

    /** A letter, a number, a group, what must or must not stand around; negative: something else. */
    private int endOfPart(int at) {
        var c = pattern.charAt(at);
        if (c == '(') {
            var end = WordSearch.endOfGroup(pattern.substring(at));
            return end < 0 || pattern.startsWith("(?", at) && !looksAround(at) ? -1 : at + end + 1;
        }
        if (isNumber(at)) {
            return at + DIGITS.length();
        }
        return SPECIAL.indexOf(c) >= 0 || Character.isSurrogate(c) ? -1 : at + 1;
    }

    private boolean looksAround(int at) {
        return Stream.of("(?!", "(?=", "(?<!", "(?<=").anyMatch(sign -> pattern.startsWith(sign, at));
    }

    /** A whole word of digits; what is not at the top may be a part of one. */
    private boolean isNumber(int at) {
        return top
                && pattern.startsWith(DIGITS, at)
                && (at == 0 || pattern.charAt(at - 1) == ' ')
                && (at + DIGITS.length() == pattern.length() || pattern.charAt(at + DIGITS.length()) == ' ');
    }

    private List<Begun> parts(int at, int end) {
        if (pattern.startsWith("(?", at)) {
            return List.of(new Begun("", true, false));
        }
        if (pattern.charAt(at) == '(') {
            return WordSearch.split(pattern.substring(at + 1, end - 1)).stream()
                    .flatMap(part -> new Phrases(part, false).written().stream())
                    .toList();
        }
        return List.of(new Begun(isNumber(at) ? NUMBER : pattern.substring(at, end), true, true));
    }

    private List<Begun> closed(List<Begun> all, int at) {
        var wordEnds = top && WordSearch.nextWordBegins(pattern.substring(at)) ? " " : "";
        return all.stream()
                .map(begun -> begun.open()
                        ? begun.then(new Begun(wordEnds, true, false)).closed()
                        : begun)
                .toList();
    }
}
