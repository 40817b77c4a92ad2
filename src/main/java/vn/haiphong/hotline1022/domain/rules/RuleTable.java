package vn.haiphong.hotline1022.domain.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A decision table as it is written: every cell a text, as in the file.
 *
 * @param languages the language of each expression that is not in FEEL, by the id of its row or column and, for a cell, of
 *     its column: {@code rule_x/input_y}; empty for a table that may be used
 */
public record RuleTable(
        String key,
        String name,
        HitPolicy hitPolicy,
        List<Input> inputs,
        List<Output> outputs,
        List<Row> rows,
        Map<String, String> languages) {

    public RuleTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
        languages = Map.copyOf(languages);
    }

    /** All of it in FEEL. */
    public RuleTable(
            String key, String name, HitPolicy hitPolicy, List<Input> inputs, List<Output> outputs, List<Row> rows) {
        this(key, name, hitPolicy, inputs, outputs, rows, Map.of());
    }

    /** @param type string, boolean, integer, long, double, date …; empty: none was named */
    public record Input(String id, String label, String expression, String type) {}

    /** @param type as of an input */
    public record Output(String id, String label, String name, String type) {}

    /**
     * @param says what the row catches, in words
     * @param tests one for each input; empty holds always
     * @param results one for each output
     * @param examples petitions its author expects it to catch, and to leave
     */
    public record Row(String id, String says, List<String> tests, List<String> results, List<Example> examples) {

        public Row {
            tests = List.copyOf(tests);
            results = List.copyOf(results);
            examples = List.copyOf(examples);
        }

        public Row(String id, String says, List<String> tests, List<String> results) {
            this(id, says, tests, results, List.of());
        }
    }

    /**
     * @param catches whether the row is expected to catch it, or to leave it
     * @param note what its author remarks; may be empty
     * @param values as somebody wrote them, by the expression of an input; of a text column the words of a petition
     */
    public record Example(boolean catches, String note, Map<String, String> values) {

        public Example {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** On one line, without the names of the columns. */
        public String inWords() {
            return (catches ? "phải khớp: " : "phải bỏ qua: ")
                    + values.values().stream().filter(value -> !value.isBlank()).collect(Collectors.joining(" · "))
                    + (note.isBlank() ? "" : " (" + note + ")");
        }
    }

    /** Where the language of a cell is found in {@link #languages}. */
    public static String cell(String rowId, String columnId) {
        return rowId + "/" + columnId;
    }
}
