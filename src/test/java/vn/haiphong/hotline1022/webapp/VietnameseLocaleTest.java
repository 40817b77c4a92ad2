package vn.haiphong.hotline1022.webapp;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The Vietnamese of the webapps says everything the English of this very Camunda version says. */
class VietnameseLocaleTest {

    private static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|\\{}");
    private static final Pattern TAG = Pattern.compile("</?(?:a|b|br|code|em|i|p|strong)\\b[^>]*>");

    /** Their English has a link that leads our people nowhere: to Camunda 8, and to a greeting that is switched off. */
    private static final Set<String> WITHOUT_THE_LINK =
            Set.of("/labels/BANNER_CE_EOL_TEXT", "/labels/FIRST_LOGIN_INFO");

    /** The "s" set behind a counted noun; no Vietnamese noun has a plural. */
    private static final Set<String> PLURAL_ENDINGS = Set.of(
            "/labels/PLGN_BATCH_S",
            "/labels/PLGN_MIG_S",
            "/labels/PLGN_MOD_DIALOG_S",
            "/labels/PLGN_MOD_RESTART_DIALOG_S");

    /** The same in both languages: signs, names of formats, the pattern a machine reads, and "ID", which offices here write too. */
    private static final Set<String> SAME_IN_VIETNAMESE =
            Set.of("<", "<=", ">", ">=", "CSV", "JSON", "YYYY-MM-DDTHH:mm:ss", "ID");

    private static final Map<String, Integer> WORDS_OF_DATES = Map.of(
            "months", 12, "monthsShort", 12, "weekdays", 7, "weekdaysShort", 7, "weekdaysMin", 7, "relativeTime", 13);

    @ParameterizedTest
    @FieldSource("APPS")
    void has_exactly_the_labels_of_the_english_locale(String app) throws IOException {
        assertThat(texts(app, "vi").keySet())
                .isEqualTo(texts(app, "en").keySet())
                .isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("APPS")
    void keeps_every_placeholder_and_every_tag(String app) throws IOException {
        var vietnamese = texts(app, "vi");

        assertThat(texts(app, "en")).allSatisfy((key, english) -> {
            assertThat(found(PLACEHOLDER, vietnamese.get(key))).as(key).isEqualTo(found(PLACEHOLDER, english));
            if (!WITHOUT_THE_LINK.contains(key)) {
                assertThat(found(TAG, vietnamese.get(key))).as(key).isEqualTo(found(TAG, english));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("APPS")
    void leaves_no_label_empty_that_says_something_in_english(String app) throws IOException {
        var vietnamese = texts(app, "vi");

        assertThat(texts(app, "en"))
                .allSatisfy((key, english) -> assertThat(vietnamese.get(key).isBlank())
                        .as(key)
                        .isEqualTo(english.isBlank() || PLURAL_ENDINGS.contains(key)));
    }

    @ParameterizedTest
    @FieldSource("APPS")
    void leaves_no_label_in_english(String app) throws IOException {
        var vietnamese = texts(app, "vi");

        assertThat(labels(texts(app, "en"))).allSatisfy((key, english) -> {
            if (!english.isBlank() && !SAME_IN_VIETNAMESE.contains(english.strip())) {
                assertThat(vietnamese.get(key).strip()).as(key).isNotEqualToIgnoringCase(english.strip());
            }
        });
    }

    @ParameterizedTest
    @FieldSource("APPS")
    void begins_and_ends_a_label_with_the_space_the_page_counts_on(String app) throws IOException {
        var vietnamese = texts(app, "vi");

        assertThat(labels(texts(app, "en"))).allSatisfy((key, english) -> {
            if (!english.isBlank() && !PLURAL_ENDINGS.contains(key)) {
                assertThat(vietnamese.get(key).startsWith(" ")).as(key).isEqualTo(english.startsWith(" "));
                assertThat(vietnamese.get(key).endsWith(" ")).as(key).isEqualTo(english.endsWith(" "));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("APPS")
    void names_days_and_months_wherever_dates_are_written(String app) throws IOException {
        var dates = read(app, "vi").path("dateLocales");

        if (read(app, "en").has("dateLocales")) {
            assertThat(WORDS_OF_DATES)
                    .allSatisfy((words, count) ->
                            assertThat(dates.path(words)).as(words).hasSize(count));
            assertThat(dates).isEqualTo(read("tasklist", "vi").path("dateLocales"));
        }
    }

    @Test
    void one_label_has_one_wording_in_every_application() throws IOException {
        var wordings = new HashMap<List<String>, String>();
        for (var app : APPS) {
            var vietnamese = texts(app, "vi");
            labels(texts(app, "en"))
                    .forEach((key, english) -> assertThat(vietnamese.get(key))
                            .as(app + key)
                            .isEqualTo(wordings.computeIfAbsent(List.of(key, english), first -> vietnamese.get(key))));
        }
    }

    private static Map<String, String> labels(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> text.getKey().startsWith("/labels/"))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> texts(String app, String language) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        collect("", read(app, language), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(entry -> collect(path + "/" + entry.getKey(), entry.getValue(), into));
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), into);
            }
        } else {
            into.put(path, node.asText());
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group().replace(" ", ""))
                .sorted()
                .toList();
    }

    private static JsonNode read(String app, String language) throws IOException {
        var resource = "/META-INF/resources/webjars/camunda/app/" + app + "/locales/" + language + ".json";
        try (var in = VietnameseLocaleTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }
}
