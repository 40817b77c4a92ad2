package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the tables were asked about a petition and what they answered, as it was written down at the time. */
public interface DecisionRecords {

    /** In the order of time. */
    List<DecisionRecord> of(String petitionCode);

    /**
     * @param step id of the step that asked
     * @param inputs by the id of the column; what citizens wrote is not in it
     * @param rows ids of the rows that answered, in the order of the table
     * @param results of all rows, by the name of the output; a column without a word is not in it
     */
    record DecisionRecord(
            String table,
            int version,
            String step,
            Instant at,
            Map<String, Object> inputs,
            List<String> rows,
            List<Map<String, Object>> results) {}
}
