package vn.haiphong.hotline1022.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.process.PetitionVariables;
import vn.haiphong.hotline1022.process.ProcessVariable;

/** The forms keep to what Tasklist can show, to the variables of the models, and to the words of the office. */
class FormsTest {

    /** form-js 1.8.7, as Camunda 7.24.0 carries it; a type it does not know breaks the whole form. */
    private static final Set<String> TYPES = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "text",
            "html",
            "group",
            "separator",
            "spacer",
            "datetime");

    private static final int NEWEST_SCHEMA = 16;

    /** A day without a time, for which the models have an instant. */
    private static final String DAY_ASKED_FOR = "extendTo";

    private static final Pattern TEMPLATE_NAME = Pattern.compile("\\{\\{(?:#if )?(?:substring\\()?(\\w+)");
    private static final Pattern CONDITION_NAME = Pattern.compile("(\\w+) !?= ");
    private static final Pattern FORM_REF = Pattern.compile("camunda:formRef=\"([^\"]+)\"");

    static List<Path> forms() throws IOException {
        try (var files = Files.list(Path.of("forms"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void every_form_a_model_names_exists_and_every_form_is_named() throws IOException {
        try (var models = Files.list(Path.of("bpmn"))) {
            var named = models.flatMap(FormsTest::formsOf).collect(Collectors.toCollection(TreeSet::new));

            assertThat(forms()).extracting(FormsTest::name).containsExactlyElementsOf(named);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_is_one_that_tasklist_can_show(Path file) throws IOException {
        var form = read(file);

        assertThat(form.get("id").asText()).isEqualTo(name(file));
        assertThat(form.get("type").asText()).isEqualTo("default");
        assertThat(form.get("schemaVersion").asInt()).isLessThanOrEqualTo(NEWEST_SCHEMA);
        assertThat(form.get("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(components(form))
                .extracting(component -> component.get("type").asText())
                .isSubsetOf(TYPES);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_speaks_of_each_variable_once_and_only_of_known_ones(Path file) throws IOException {
        var form = read(file);
        var keys = components(form).stream()
                .filter(component -> component.has("key"))
                .map(component -> component.get("key").asText())
                .toList();
        var ids = components(form).stream()
                .map(component -> component.get("id").asText())
                .toList();

        assertThat(keys).doesNotHaveDuplicates().isSubsetOf(known());
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(namesIn(form)).isSubsetOf(known());
    }

    /** The script that offers agencies and areas finds an input by this id. */
    @ParameterizedTest
    @MethodSource("forms")
    void an_input_is_called_after_its_variable(Path file) throws IOException {
        assertThat(components(read(file)).stream().filter(component -> component.has("key")))
                .allSatisfy(component -> assertThat(component.get("id").asText())
                        .isEqualTo("Field_" + component.get("key").asText()));
    }

    private static final Set<String> CODES = Set.of("petitionCode", "ruleChange");

    /** What a citizen wrote may look like markup; only inputs show it as the text it is. */
    @ParameterizedTest
    @MethodSource("forms")
    void only_codes_and_dates_are_written_into_templates(Path file) throws IOException {
        for (var component : components(read(file))) {
            var text = component.path("text").asText("")
                    + component.path("content").asText("");
            assertThat(TEMPLATE_NAME.matcher(text).results().map(found -> found.group(1)))
                    .allMatch(name -> CODES.contains(name) || name.endsWith("At"));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void choices_are_called_by_the_words_of_the_office(Path file) throws IOException {
        var words = new Words();
        for (var component : components(read(file))) {
            var key = component.path("key").asText();
            for (var option : component.path("values")) {
                if (key.equals("approved")) {
                    assertThat(option.get("value").isBoolean()).isTrue();
                } else {
                    assertThat(option.get("label").asText())
                            .isEqualTo(words.of(key, option.get("value").asText()));
                }
            }
        }
    }

    private static Stream<String> formsOf(Path model) {
        try {
            return FORM_REF.matcher(Files.readString(model)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> namesIn(JsonNode form) {
        var names = new TreeSet<String>();
        for (var component : components(form)) {
            TEMPLATE_NAME
                    .matcher(component.path("text").asText(""))
                    .results()
                    .forEach(found -> names.add(found.group(1)));
            CONDITION_NAME
                    .matcher(component.path("conditional").path("hide").asText(""))
                    .results()
                    .forEach(found -> names.add(found.group(1)));
        }
        return names;
    }

    private static Set<String> known() {
        var names = Arrays.stream(PetitionVariables.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ProcessVariable.class)
                .map(field -> {
                    try {
                        return ((ProcessVariable<?>) field.get(null)).variableName();
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toSet());
        names.add(DAY_ASKED_FOR);
        return names;
    }

    private static List<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(child -> Stream.concat(Stream.of(child), components(child).stream()))
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".form", "");
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file));
    }
}
