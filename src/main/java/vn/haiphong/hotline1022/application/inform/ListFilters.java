package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What one can choose on the board: agencies of today and before, fields, steps, levels. */
@Service
public class ListFilters {

    /** Limits that make an agency or 1022 late; the citizen's own is none of these. */
    private static final List<String> STEPS = List.of("forward", "accept", "safe", "handle", "check", "settle");

    private final FigureNames names;
    private final Words words;
    private final Clock clock;

    ListFilters(FigureNames names, Words words, Clock clock) {
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    public record Choice(String key, String name) {}

    public record Filters(
            LocalDate today, List<Choice> agencies, List<Choice> fields, List<Choice> steps, List<Choice> lateness) {}

    public Filters now() {
        return new Filters(
                clock.instant().atZone(SheetNotes.OFFICE).toLocalDate(),
                choices(names.agencies(), FigureNames::toReader),
                choices(words.group("field"), key -> key),
                STEPS.stream().map(step -> new Choice(step, names.step(step))).toList(),
                List.of("on-time", "extended", "late", "open", "no-limit").stream()
                        .map(key -> new Choice(key, words.of("lateness", key)))
                        .toList());
    }

    private static List<Choice> choices(Map<String, String> names, java.util.function.UnaryOperator<String> key) {
        return names.entrySet().stream()
                .map(entry -> new Choice(key.apply(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }
}
