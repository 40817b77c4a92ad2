package vn.haiphong.hotline1022.adapter.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What of a text is not in another one, word by word; long stretches that are the same are left out. */
final class WordMarks {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|\\s+|.");
    private static final int MOST_COMPARED = 3_000_000;
    private static final int LONGEST_SAME = 160;
    private static final int KEPT_OF_SAME = 60;

    private WordMarks() {}

    record Run(String text, boolean marked) {}

    static List<Run> of(String text, String other) {
        var mine = words(text);
        var theirs = words(other);
        var start = 0;
        while (start < mine.size() && start < theirs.size() && mine.get(start).equals(theirs.get(start))) {
            start++;
        }
        var mineEnd = mine.size();
        var theirEnd = theirs.size();
        while (mineEnd > start && theirEnd > start && mine.get(mineEnd - 1).equals(theirs.get(theirEnd - 1))) {
            mineEnd--;
            theirEnd--;
        }
        var marked = new boolean[mine.size()];
        mark(mine.subList(start, mineEnd), theirs.subList(start, theirEnd), marked, start);
        if (start == mineEnd) { // nothing here is new: shown is where the other one has something
            return List.of(new Run(
                    around(
                            String.join("", mine),
                            String.join("", mine.subList(0, start)).length()),
                    false));
        }
        return runs(mine, marked);
    }

    private static String around(String text, int at) {
        if (text.length() <= LONGEST_SAME) {
            return text;
        }
        var from = Math.max(0, at - KEPT_OF_SAME);
        var to = Math.min(text.length(), at + KEPT_OF_SAME);
        return (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void mark(List<String> mine, List<String> theirs, boolean[] marked, int offset) {
        if ((long) mine.size() * theirs.size() > MOST_COMPARED) {
            for (var i = 0; i < mine.size(); i++) {
                marked[offset + i] = true;
            }
            return;
        }
        var common = new int[mine.size() + 1][theirs.size() + 1];
        for (var i = mine.size() - 1; i >= 0; i--) {
            for (var j = theirs.size() - 1; j >= 0; j--) {
                common[i][j] = mine.get(i).equals(theirs.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var j = 0;
        for (var i = 0; i < mine.size(); i++) {
            while (j < theirs.size() && !mine.get(i).equals(theirs.get(j)) && common[i][j + 1] >= common[i + 1][j]) {
                j++;
            }
            if (j < theirs.size() && mine.get(i).equals(theirs.get(j))) {
                j++;
            } else {
                marked[offset + i] = true;
            }
        }
    }

    private static List<Run> runs(List<String> words, boolean[] marked) {
        var runs = new ArrayList<Run>();
        for (var i = 0; i < words.size(); ) {
            var end = i;
            var run = new StringBuilder();
            while (end < words.size() && marked[end] == marked[i]) {
                run.append(words.get(end++));
            }
            runs.add(new Run(run.toString(), marked[i]));
            i = end;
        }
        return runs.stream().map(WordMarks::shortened).toList();
    }

    private static Run shortened(Run run) {
        return run.marked() || run.text().length() <= LONGEST_SAME
                ? run
                : new Run(
                        run.text().substring(0, KEPT_OF_SAME) + " … "
                                + run.text().substring(run.text().length() - KEPT_OF_SAME),
                        false);
    }
}
