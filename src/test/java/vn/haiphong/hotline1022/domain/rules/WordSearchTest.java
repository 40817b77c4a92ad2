package vn.haiphong.hotline1022.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** The words are found where the pattern is found, in every petition known. */
class WordSearchTest {

    private static final Pattern MATCHES = Pattern.compile("matches\\(\\?, \"(.*)\"\\)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                " (ổ gà|ổ voi|mặt đường) ",
                " ((rất )?xấu|(ổ|hố) gà) ",
                " (ngập( nặng| sâu)?|ngập(?! ngừng)|lụt) ",
                " (a|b)( c|d) ",
                " ((?<!yêu )cầu( [a-z]+){0,3} hỏng|nhà) ",
                " (cống(?! hiến)( nước)? tắc|c[oô]ng|ab+|ab?|a{2}) ",
                " (|nhà) ",
                "^(?!.* (khói|lửa) ).*$",
                "ổ|hố",
                " ((?i)NHÀ|đường) ",
                " (\\bnhà\\b|đường) "
            })
    void it_finds_what_the_pattern_finds(String pattern) {
        for (var text : List.of(
                "",
                " ",
                " nhà ",
                " đường có ổ gà rất xấu ",
                " hố gà ",
                " ngập ngừng ",
                " ngập ngừng rồi ngập sâu ",
                " a c ",
                " ad ",
                " yêu cầu sửa cầu bị hỏng ",
                " cống hiến ",
                " cống nước tắc ",
                " cong abb a aa ",
                " khói nhà  ",
                "nhà",
                " nhà")) {
            agree(pattern, text);
        }
    }

    @Test
    void it_finds_in_every_petition_what_the_cells_of_our_tables_find() throws IOException {
        var texts = new ArrayList<String>();
        try (var sets = Files.list(Path.of("src/main/resources/masterdata/golden"))) {
            for (var set : sets.toList()) {
                for (var line : Files.readAllLines(set)) {
                    var text = PetitionText.of(line).inFull();
                    texts.add(text.plain());
                    texts.add(text.accented());
                }
            }
        }
        for (var pattern : patterns()) {
            var search = WordSearch.of(pattern);
            var whole = Pattern.compile(pattern);
            assertThat(texts.stream().filter(search).toList())
                    .as(pattern)
                    .isEqualTo(texts.stream()
                            .filter(text -> whole.matcher(text).find())
                            .toList());
        }
    }

    @Test
    void what_is_no_pattern_is_told_at_once() {
        assertThatThrownBy(() -> WordSearch.of(" (nhà|đường ")).isInstanceOf(PatternSyntaxException.class);
    }

    private static void agree(String pattern, String text) {
        assertThat(WordSearch.of(pattern).test(text))
                .as(pattern + " in '" + text + "'")
                .isEqualTo(Pattern.compile(pattern).matcher(text).find());
    }

    static List<String> patterns() throws IOException {
        var patterns = new ArrayList<String>();
        try (var tables = Files.list(Path.of("dmn"))) {
            for (var table : tables.toList()) {
                Dmn.readModelFromFile(table.toFile()).getModelElementsByType(InputEntry.class).stream()
                        .map(cell -> MATCHES.matcher(cell.getTextContent().strip()))
                        .filter(Matcher::matches)
                        .map(cell -> cell.group(1))
                        .forEach(patterns::add);
            }
        }
        return patterns.stream().distinct().toList();
    }
}
