package vn.haiphong.hotline1022.application.inform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The office's words for codes: {@code words.properties}, the one place that forms, letters and lists agree with. */
@Component
public class Words {

    private final Properties words = new Properties();

    public Words() {
        try (var in = Words.class.getResourceAsStream("/words.properties");
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the words, the code itself where there are none, empty for null */
    public String of(String group, String code) {
        return code == null ? "" : words.getProperty(group + "." + code, code);
    }

    /** All of a group, words by code. */
    public Map<String, String> group(String group) {
        var prefix = group + ".";
        return words.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(name -> name.substring(prefix.length()), words::getProperty));
    }

    public boolean knows(String group, String code) {
        return words.containsKey(group + "." + code);
    }
}
