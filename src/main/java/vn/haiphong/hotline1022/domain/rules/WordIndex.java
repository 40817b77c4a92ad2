package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Many searches for words at once: a text is read word by word along everything that any of them looks for. What cannot be
 * written out word by word is tried as a pattern, where the words before it were found.
 */
final class WordIndex {

    private static final int UNKNOWN = -1;

    /** Every word that is looked for has a number: each word of a text is looked up once. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private final Node root = new Node();
    private final List<Pattern> others = new ArrayList<>();

    /** What may follow after the words so far. */
    private static final class Node {

        private int[] words = {}; // in order
        private Node[] next = {};
        private Node digits;
        private final Map<Phrases.Gap, Node> gaps = new LinkedHashMap<>(0);
        private final BitSet ends = new BitSet();
        private final Map<Integer, Set<String>> alternatives = new LinkedHashMap<>();
        private Begun[] begun = {};

        private Node at(int word) {
            var place = Arrays.binarySearch(words, word);
            return place < 0 ? null : next[place];
        }

        private Node made(int word) {
            var place = Arrays.binarySearch(words, word);
            if (place >= 0) {
                return next[place];
            }
            var before = -place - 1;
            words = Arrays.copyOf(words, words.length + 1);
            next = Arrays.copyOf(next, words.length);
            System.arraycopy(words, before, words, before + 1, words.length - before - 1);
            System.arraycopy(next, before, next, before + 1, words.length - before - 1);
            words[before] = word;
            next[before] = new Node();
            return next[before];
        }

        private void begins(int search, String alternative) {
            alternatives.computeIfAbsent(search, s -> new LinkedHashSet<>()).add(alternative);
            begun = alternatives.entrySet().stream()
                    .map(each -> new Begun(each.getKey(), WordSearch.oneOf(List.copyOf(each.getValue()))))
                    .toArray(Begun[]::new);
        }
    }

    /** The words of a search up to here were found; its pattern says whether the rest is, too. */
    private record Begun(int search, Pattern pattern) {}

    private Node after(List<String> words) {
        var node = root;
        for (var word : words) {
            var gap = Phrases.Gap.of(word);
            if (gap.isPresent()) {
                node = node.gaps.computeIfAbsent(gap.get(), g -> new Node());
            } else if (word.equals(Phrases.NUMBER)) {
                node.digits = node.digits == null ? new Node() : node.digits;
                node = node.digits;
            } else {
                node = node.made(numbers.computeIfAbsent(word, w -> numbers.size()));
            }
        }
        return node;
    }

    /** @return its number */
    int add(WordSearch search) {
        var number = others.size();
        var rest = new ArrayList<String>();
        for (var alternative : search.alternatives()) {
            for (var phrase : Phrases.of(alternative)) {
                if (phrase.whole()) {
                    after(phrase.words()).ends.set(number);
                } else {
                    var words = phrase.words().isEmpty() ? WordSearch.firstWord(alternative) : phrase.words();
                    if (words.isEmpty()) {
                        rest.add(alternative);
                        break;
                    }
                    after(words).begins(number, alternative);
                }
            }
        }
        others.add(rest.isEmpty() ? null : WordSearch.oneOf(rest));
        return number;
    }

    Found in(String text) {
        var words = WordSearch.Words.of(text);
        var known = new int[words.first.length];
        for (var i = 0; i < known.length; i++) {
            known[i] = numbers.getOrDefault(words.first[i], UNKNOWN);
        }
        var reading = new Reading(text, words, known, new BitSet(others.size()));
        for (var i = 0; i < known.length; i++) {
            reading.follow(root, i, i);
        }
        return new Found(text, reading.found);
    }

    private record Reading(String text, WordSearch.Words words, int[] known, BitSet found) {

        /** @param from the word at which what was read so far begins */
        void follow(Node node, int from, int word) {
            if (word >= known.length) {
                return;
            }
            if (known[word] != UNKNOWN) {
                reach(node.at(known[word]), from, word);
            }
            if (node.digits != null && isNumber(words.first[word])) {
                reach(node.digits, from, word);
            }
            if (!node.gaps.isEmpty()) {
                node.gaps.forEach((gap, after) -> skip(gap, after, from, word));
            }
        }

        private void skip(Phrases.Gap gap, Node after, int from, int word) {
            follow(after, from, word);
            for (var i = 0; i < gap.most() && word + i < known.length && gap.spans(words.first[word + i]); i++) {
                follow(after, from, word + i + 1);
            }
        }

        private void reach(Node node, int from, int word) {
            if (node == null) {
                return;
            }
            if (!node.ends.isEmpty() && words.isFollowedBySpace(word)) {
                found.or(node.ends);
            }
            for (var begun : node.begun) {
                if (!found.get(begun.search()) && WordSearch.begins(begun.pattern(), text, words.at[from])) {
                    found.set(begun.search());
                }
            }
            follow(node, from, word + 1);
        }

        private static boolean isNumber(String word) {
            for (var i = 0; i < word.length(); i++) {
                if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                    return false;
                }
            }
            return !word.isEmpty();
        }
    }

    /** What was found in a text; what begins with no certain word is looked for only when it is asked for. */
    final class Found {

        private final String text;
        private final BitSet searches;

        private Found(String text, BitSet searches) {
            this.text = text;
            this.searches = searches;
        }

        boolean has(int search) {
            return searches.get(search)
                    || others.get(search) != null
                            && others.get(search).matcher(text).find();
        }
    }
}
