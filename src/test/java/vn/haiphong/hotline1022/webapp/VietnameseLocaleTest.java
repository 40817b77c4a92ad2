package vn.haiphong.hotline1022.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Vietnamese of the webapps says everything the English of this very Camunda version says. */
class VietnameseLocaleTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void has_exactly_the_labels_of_the_english_locale(String app) throws IOException {
        assertThat(texts(app, "vi").keySet())
                .isEqualTo(texts(app, "en").keySet())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void keeps_every_placeholder(String app) throws IOException {
        var vietnamese = texts(app, "vi");

        assertThat(texts(app, "en"))
                .allSatisfy((key, english) ->
                        assertThat(placeholders(vietnamese.get(key))).as(key).isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void leaves_no_label_empty_that_says_something_in_english(String app) throws IOException {
        var vietnamese = texts(app, "vi");

        assertThat(texts(app, "en"))
                .allSatisfy((key, english) ->
                        assertThat(vietnamese.get(key).isBlank()).as(key).isEqualTo(english.isBlank()));
    }

    private static Map<String, String> texts(String app, String language) throws IOException {
        var texts = new TreeMap<String, String>();
        collect("", read("/META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json"), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.fields().forEachRemaining(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), into));
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), into);
            }
        } else {
            into.put(path, node.asText());
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .sorted()
                .toList();
    }

    private static JsonNode read(String resource) throws IOException {
        try (var in = VietnameseLocaleTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }
}
