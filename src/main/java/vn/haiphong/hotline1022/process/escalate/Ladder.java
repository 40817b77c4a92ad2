package vn.haiphong.hotline1022.process.escalate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.haiphong.hotline1022.application.port.Rules.Rung;
import vn.haiphong.hotline1022.process.TableResult;

/** The rows of the table "escalation-ladder" as the use case reads them. */
final class Ladder {

    private Ladder() {}

    /** @param rules which row of the table each of them is */
    static List<Rung> of(List<Map<String, Object>> rows, List<String> rules) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rung(rows.get(i), rules.get(i)))
                .sorted(Comparator.comparingInt(Rung::level))
                .toList();
    }

    private static Rung rung(Map<String, Object> row, String rule) {
        return new Rung(
                ((Number) row.get("level")).intValue(),
                TableResult.text(row, "after"),
                Arrays.stream(TableResult.text(row, "told").split(","))
                        .map(String::strip)
                        .toList(),
                rule);
    }
}
