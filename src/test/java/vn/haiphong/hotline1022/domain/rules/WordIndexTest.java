package vn.haiphong.hotline1022.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** Many searches at once find what each pattern finds by itself. */
class WordIndexTest {

    private static final String[] WORDS = {"a", "b", "c", "đ", "a1", "7", "12", "aa", "ba"};

    private final Random random = new Random(1022);

    @Test
    void it_finds_what_each_pattern_finds_by_itself() {
        var searched = 0;
        var found = 0;
        for (var round = 0; round < 400; round++) {
            var patterns = new ArrayList<String>();
            for (var i = 0; i < 8; i++) {
                patterns.add(" (" + alternative(2) + "|" + alternative(2) + ") ");
            }
            var index = new Searches(patterns);
            for (var i = 0; i < 40; i++) {
                var text = text();
                for (var number = 0; number < patterns.size(); number++) {
                    var expected =
                            Pattern.compile(patterns.get(number)).matcher(text).find();
                    assertThat(index.finds(number, text))
                            .as("%s in '%s'", patterns.get(number), text)
                            .isEqualTo(expected);
                    searched++;
                    found += expected ? 1 : 0;
                }
            }
        }
        assertThat(found).as("of %d", searched).isBetween(searched / 10, searched - searched / 10);
    }

    @Test
    void it_finds_in_every_petition_what_the_cells_of_our_tables_find() throws IOException {
        var patterns = WordSearchTest.patterns();
        var index = new Searches(patterns);
        try (var sets = Files.list(Path.of("src/main/resources/masterdata/golden"))) {
            for (var set : sets.toList()) {
                for (var line : Files.readAllLines(set)) {
                    var text = PetitionText.of(line).inFull();
                    for (var written : List.of(text.plain(), text.accented())) {
                        for (var number = 0; number < patterns.size(); number++) {
                            if (index.isIndexed(number)) {
                                assertThat(index.finds(number, written))
                                        .as("%s in '%s'", patterns.get(number), written)
                                        .isEqualTo(index.pattern(number)
                                                .matcher(written)
                                                .find());
                            }
                        }
                    }
                }
            }
        }
    }

    private static final class Searches {

        private final WordIndex index = new WordIndex();
        private final List<Pattern> patterns = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();
        private String text;
        private WordIndex.Found found;

        Searches(List<String> patterns) {
            for (var pattern : patterns) {
                this.patterns.add(Pattern.compile(pattern));
                numbers.add(WordSearch.of(pattern) instanceof WordSearch search ? index.add(search) : null);
            }
        }

        boolean isIndexed(int number) {
            return numbers.get(number) != null;
        }

        Pattern pattern(int number) {
            return patterns.get(number);
        }

        boolean finds(int number, String in) {
            if (!in.equals(text)) {
                text = in;
                found = index.in(in);
            }
            return found.has(numbers.get(number));
        }
    }

    // --- as people write patterns, and a little worse

    private String alternative(int depth) {
        var parts = new ArrayList<String>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            parts.add(part(depth));
        }
        return String.join(random.nextInt(12) == 0 ? "" : " ", parts);
    }

    private String part(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 4)) {
            case 4, 5 -> word() + "( [a-z]+){0," + random.nextInt(4) + "} " + part(depth - 1);
            case 6 -> word() + "( [a-z0-9]+){0,2}" + (random.nextBoolean() ? " " : "") + part(depth - 1);
            case 7 -> word() + "( [a-z]+)?" + (random.nextBoolean() ? " " + word() : "");
            case 8 -> "(" + alternative(depth - 1) + "|" + alternative(depth - 1) + ")";
            case 9 -> "(" + word() + " )?" + word() + "( " + word() + ")?";
            case 10 -> word() + "(?! " + word() + ")";
            case 11 -> random.nextBoolean() ? "[0-9]+" : word() + "( " + word() + "| " + word() + ")";
            default -> word();
        };
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String text() {
        var text = new StringBuilder(random.nextInt(8) == 0 ? "" : " ");
        for (var i = random.nextInt(9); i > 0; i--) {
            text.append(word()).append(random.nextInt(20) == 0 ? "  " : " ");
        }
        return random.nextInt(8) == 0 ? text.toString().stripTrailing() : text.toString();
    }
}
