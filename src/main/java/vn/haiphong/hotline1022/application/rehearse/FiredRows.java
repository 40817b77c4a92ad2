package vn.haiphong.hotline1022.application.rehearse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.haiphong.hotline1022.application.port.Rehearsals.RowPair;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.TableAnswer;

/** The rows that made the difference, side by side. */
final class FiredRows {

    static final String BEFORE = "before";
    static final String AFTER = "after";

    private FiredRows() {}

    static Map<String, RowPair> between(Map<String, TableAnswer> was, Map<String, TableAnswer> is) {
        var rows = new LinkedHashMap<String, RowPair>();
        for (var table : ProposalChain.TABLES) {
            var before = rows(was, table);
            var after = rows(is, table);
            var same = before.equals(after)
                    && was.containsKey(table)
                    && is.containsKey(table)
                    && was.get(table).results().equals(is.get(table).results());
            if (!same && !(before.isEmpty() && after.isEmpty())) {
                rows.put(table, new RowPair(changed(table, was, is), changed(table, is, was)));
            }
        }
        return rows;
    }

    private static List<String> rows(Map<String, TableAnswer> said, String table) {
        return said.containsKey(table) ? said.get(table).rows() : List.of();
    }

    /** Rows that spoke only here, or said something else there. */
    private static List<String> changed(String table, Map<String, TableAnswer> here, Map<String, TableAnswer> there) {
        var rows = rows(here, table);
        var others = rows(there, table);
        return java.util.stream.IntStream.range(0, rows.size())
                .filter(i -> {
                    var other = others.indexOf(rows.get(i));
                    return other < 0
                            || !here.get(table)
                                    .results()
                                    .get(i)
                                    .equals(there.get(table).results().get(other));
                })
                .mapToObj(rows::get)
                .toList();
    }

    /** What the rows named there say, by {@link #key}; added to what is known. */
    static void say(Map<String, RowPair> rows, TwoVersions versions, Map<String, String> words) {
        rows.forEach((table, pair) -> {
            pair.before().forEach(row -> say(table, BEFORE, row, versions.tableBefore(table), words));
            pair.after().forEach(row -> say(table, AFTER, row, versions.tableAfter(table), words));
        });
    }

    private static void say(String table, String version, String row, RuleTable in, Map<String, String> words) {
        words.computeIfAbsent(key(table, version, row), key -> {
            for (var i = 0; i < in.rows().size(); i++) {
                if (in.rows().get(i).id().equals(row)) {
                    return "Dòng " + (i + 1) + ": " + in.rows().get(i).says();
                }
            }
            return row;
        });
    }

    static String key(String table, String version, String row) {
        return table + "/" + version + "/" + row;
    }
}
