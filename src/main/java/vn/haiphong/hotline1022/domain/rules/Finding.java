package vn.haiphong.hotline1022.domain.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be said of a table, at its cell.
 *
 * @param rowId null: of the whole table or column
 * @param columnId id of an input or output; null: of the whole row or table
 * @param otherRows the rows it happens with, by their ids
 * @param example inputs by expression that show it, empty where there is nothing to show; null stands for no value
 * @param says in plain Vietnamese
 */
public record Finding(
        Kind kind,
        Severity severity,
        String rowId,
        String columnId,
        List<String> otherRows,
        Map<String, Object> example,
        String says) {

    public Finding {
        otherRows = List.copyOf(otherRows);
        example = Collections.unmodifiableMap(new LinkedHashMap<>(example)); // knows null
    }

    /** What kind of thing it is. */
    public enum Kind {
        /** The cell is no expression, or a bare word. */
        syntax,
        /** The cell compares with another type than the column has. */
        type,
        /** A code, area, agency … that does not exist. */
        unknownValue,
        /** An agency that is no more. */
        endedValue,
        /** Two rows hold for one case, where one may. */
        overlap,
        /** No row holds for a case. */
        gap,
        /** The rows above leave nothing over for it. */
        shadowed,
        /** The row holds for no case there can be. */
        unreachable,
        /** The same tests with the same results. */
        duplicate,
        /** The same tests with other results. */
        conflict,
        /** New values will find no row. */
        noCatchAll,
        /** A language, function or hit policy that is not allowed. */
        forbidden,
        /** The cell could not be taken apart; it was only tried. */
        beyondAnalysis,
        /** The work was too much; it was only tried. */
        notDecided,
        /** A petition that the row's author expects it to catch goes elsewhere, or one it should leave does not. */
        example
    }

    /** Whether the table may go into use with it. */
    public enum Severity {
        blocks,
        warns,
        informs
    }
}
