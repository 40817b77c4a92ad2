package vn.haiphong.hotline1022.adapter.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.application.inform.Words;

/** What the portal says it says in both languages; a page without its words would show their keys. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9.]*)[(}]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_say_the_same_things() throws IOException {
        var vietnamese = messages("portal.properties");
        var english = messages("portal_en.properties");

        // The states have their Vietnamese words where they are told apart, what the limits are about where the office
        // keeps its.
        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> !key.matches("(citizenStatus|matters?|urgencyOfMatters)\\..*")))
                .containsExactlyInAnyOrderElementsOf(vietnamese.stringPropertyNames());
        assertThat(vietnamese.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(english.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(vietnamese.getProperty(key))));
    }

    @Test
    void whatever_the_limits_may_be_about_has_english_words() throws IOException {
        var words = new Words();
        var matters = new TreeSet<String>();
        for (var group : List.of("kind", "category", "field", "matter")) {
            words.group(group).keySet().forEach(code -> matters.add("matter." + code));
        }
        for (var group : List.of("matters", "urgencyOfMatters")) {
            words.group(group).keySet().forEach(code -> matters.add(group + "." + code));
        }

        assertThat(messages("portal_en.properties").stringPropertyNames().stream()
                        .filter(key -> key.matches("(matters?|urgencyOfMatters)\\..*")))
                .containsExactlyInAnyOrderElementsOf(matters);
    }

    @Test
    void every_word_of_the_pages_is_there() throws IOException {
        var known = messages("portal.properties").stringPropertyNames();
        var used = new TreeSet<String>();
        try (var pages = Files.walk(Path.of("src/main/resources/templates/portal"))) {
            for (var page : pages.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(page)).results().forEach(key -> used.add(key.group(1)));
            }
        }

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(known).containsAll(used);
    }

    private static Properties messages(String file) throws IOException {
        var messages = new Properties();
        try (var in = Files.newBufferedReader(MESSAGES.resolve(file), StandardCharsets.UTF_8)) {
            messages.load(in);
        }
        return messages;
    }

    private static String places(String message) {
        return PLACE.matcher(message)
                .results()
                .map(found -> found.group())
                .sorted()
                .distinct()
                .collect(Collectors.joining());
    }
}
