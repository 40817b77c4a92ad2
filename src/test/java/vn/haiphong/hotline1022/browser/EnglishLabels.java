package vn.haiphong.hotline1022.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The labels of one of Camunda's applications that read differently in Vietnamese: none of them may be on a screen. */
final class EnglishLabels {

    /** A part of a sentence in English; alone on the screen it is the name of a variable, or Vietnamese. */
    private static final Pattern SINGLE_SMALL_WORD = Pattern.compile("[a-z]+");

    private static final String EVERYTHING_TO_READ = """
            () => {
              const texts = [document.title];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const within = walker.currentNode.parentElement;
                if (within.checkVisibility() && !within.closest('script, style, pre')) {
                  texts.push(walker.currentNode.textContent);
                }
              }
              for (const name of ['title', 'placeholder', 'tooltip', 'uib-tooltip', 'aria-label', 'alt', 'label']) {
                document.querySelectorAll(`[${name}]`).forEach(element => texts.push(element.getAttribute(name)));
              }
              return texts.map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text);
            }
            """;

    private final Set<String> labels = new TreeSet<>();
    private final Pattern anywhere;

    private EnglishLabels(String application) {
        var vietnamese = labels(application, "vi");
        labels(application, "en").properties().forEach(label -> {
            var english = plain(label.getValue().asText());
            if (!english.isEmpty()
                    && !SINGLE_SMALL_WORD.matcher(english).matches()
                    && !english.equals(plain(vietnamese.path(label.getKey()).asText()))) {
                labels.add(english);
            }
        });
        anywhere = Pattern.compile(labels.stream()
                .filter(label -> label.contains(" "))
                .map(Pattern::quote)
                .reduce((one, other) -> one + "|" + other)
                .map(all -> "(?<!\\w)(?:" + all + ")(?!\\w)")
                .orElseThrow());
    }

    static EnglishLabels of(String application) {
        return new EnglishLabels(application);
    }

    @SuppressWarnings("unchecked")
    List<String> on(Page page) {
        return ((List<String>) page.evaluate(EVERYTHING_TO_READ))
                .stream()
                        .filter(text ->
                                labels.contains(text) || anywhere.matcher(text).find())
                        .distinct()
                        .toList();
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static JsonNode labels(String application, String language) {
        var resource = "/META-INF/resources/webjars/camunda/app/" + application + "/locales/" + language + ".json";
        try (var in = EnglishLabels.class.getResourceAsStream(resource)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper()
                    .readTree(text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .path("labels");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
