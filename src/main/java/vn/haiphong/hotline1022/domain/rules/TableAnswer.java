package vn.haiphong.hotline1022.domain.rules;

import java.util.List;
import java.util.Map;

/**
 * What a table says to a case.
 *
 * @param rows ids of the rows that count, in their order
 * @param results of each of these rows, by the names of the outputs
 * @param fault why there is no answer; null: there is one, which may be empty
 */
public record TableAnswer(List<String> rows, List<Map<String, Object>> results, String fault) {

    private static final TableAnswer NOTHING = new TableAnswer(List.of(), List.of(), null);

    static TableAnswer nothing() {
        return NOTHING;
    }

    public static TableAnswer fault(String why) {
        return new TableAnswer(List.of(), List.of(), why);
    }

    /** Whether the same is said, by whichever rows. */
    public boolean saysTheSameAs(TableAnswer other) {
        return this == other || results.equals(other.results) && (fault == null) == (other.fault == null);
    }
}
