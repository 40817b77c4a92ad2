package vn.haiphong.hotline1022.process.escalate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import vn.haiphong.hotline1022.application.port.Rules.Rung;
import vn.haiphong.hotline1022.process.TableResult;

/** The rows of the table "escalation-ladder" as the use case reads them. */
final class Ladder {

    static final String VARIABLE = "ladder";

    private Ladder() {}

    static List<Rung> of(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> new Rung(
                        ((Number) row.get("level")).intValue(),
                        TableResult.text(row, "after"),
                        Arrays.stream(TableResult.text(row, "told").split(","))
                                .map(String::strip)
                                .toList(),
                        TableResult.text(row, "title")))
                .sorted(Comparator.comparingInt(Rung::level))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static List<Rung> from(VariableScope scope) {
        return (List<Rung>) scope.getVariable(VARIABLE);
    }
}
