package vn.haiphong.hotline1022.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/** What a table just said, read where a business rule task ends; never stored as a variable. */
public final class TableResult {

    private TableResult() {}

    public static List<Map<String, Object>> rows(DelegateExecution execution) {
        var result = (DmnDecisionResult) execution.getVariable("decisionResult");
        return result.getResultList();
    }

    /** @throws IllegalStateException if no row matched: every table ends with a catch-all */
    public static Map<String, Object> row(DelegateExecution execution) {
        var rows = rows(execution);
        if (rows.isEmpty()) {
            throw new IllegalStateException("No row of the table matched at " + execution.getCurrentActivityId());
        }
        return rows.get(0);
    }

    public static String text(Map<String, Object> row, String column) {
        var value = row.get(column);
        return value == null ? "" : value.toString();
    }

    /** The limit in that column, with the row's share, ground and name. */
    public static Allowance allowance(Map<String, Object> row, String column) {
        return new Allowance(
                Limit.parse(text(row, column)), share(row, "warnShare"), text(row, "ground"), FiredRule.latest());
    }

    /** A share between 0 and 1. */
    private static double share(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.doubleValue() : StepLimits.DEFAULT_WARN_SHARE;
    }
}
