package vn.haiphong.hotline1022.domain.rules;

import java.util.List;
import java.util.Map;

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
     */
    public record Row(String id, String says, List<String> tests, List<String> results) {

        public Row {
            tests = List.copyOf(tests);
            results = List.copyOf(results);
        }
    }

    /** Where the language of a cell is found in {@link #languages}. */
    public static String cell(String rowId, String columnId) {
        return rowId + "/" + columnId;
    }
}
