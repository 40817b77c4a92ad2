package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Many searches for words at once: a text is read word by word along everything that any of them looks for. What cannot be
 * written out word by word is tried as a pattern, where the words before it were found.
 */
final class WordIndex {

    private final Node root = new Node();
    private final List<Pattern> others = new ArrayList<>();

    private static final class Node {

        private final Map<String, Node> next = new HashMap<>(4);
        private final BitSet ends = new BitSet();
        private final List<Begun> begun = new ArrayList<>(0);

        private Node after(List<String> words) {
            var node = this;
            for (var word : words) {
                node = node.next.computeIfAbsent(word, w -> new Node());
            }
            return node;
        }
    }

    /** The words of a search up to here were found; its pattern says whether the rest is, too. */
    private record Begun(int search, Pattern pattern) {}

    /** @return its number */
    int add(WordSearch search) {
        var number = others.size();
        var rest = new ArrayList<String>();
        for (var alternative : search.alternatives()) {
            for (var phrase : Phrases.of(alternative)) {
                if (phrase.whole()) {
                    root.after(phrase.words()).ends.set(number);
                } else {
                    var words = phrase.words().isEmpty() ? WordSearch.firstWord(alternative) : phrase.words();
                    if (words.isEmpty()) {
                        rest.add(alternative);
                        break;
                    }
                    root.after(words).begun.add(new Begun(number, WordSearch.oneOf(List.of(alternative))));
                }
            }
        }
        others.add(rest.isEmpty() ? null : WordSearch.oneOf(rest));
        return number;
    }

    Found in(String text) {
        var reading = new Reading(text, WordSearch.Words.of(text), new BitSet(others.size()));
        for (var i = 0; i < reading.words.first.length; i++) {
            reading.follow(root, i, i);
        }
        return new Found(text, reading.found);
    }

    private record Reading(String text, WordSearch.Words words, BitSet found) {

        /** @param from the word at which what was read so far begins */
        void follow(Node node, int from, int word) {
            if (word >= words.first.length) {
                return;
            }
            reach(node.next.get(words.first[word]), from, word);
            var number = node.next.get(Phrases.NUMBER);
            if (number != null && isNumber(words.first[word])) {
                reach(number, from, word);
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
            return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
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
