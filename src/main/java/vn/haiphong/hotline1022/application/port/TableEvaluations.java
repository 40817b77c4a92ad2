package vn.haiphong.hotline1022.application.port;

import java.util.List;
import java.util.Map;

/** Asks a table that need not be in force, just as the engine asks it; nothing is kept of it. */
public interface TableEvaluations {

    /**
     * @param dmn the file of the table
     * @param inputs by the names the columns ask for; null: no value
     * @throws vn.haiphong.hotline1022.domain.BusinessRefusal if it is no table the engine can run
     */
    Evaluation of(String dmn, Map<String, Object> inputs);

    /**
     * @param rows ids of the rows that answered, in the order of the table
     * @param results one for each of them, by the names of the outputs
     */
    record Evaluation(List<String> rows, List<Map<String, Object>> results) {}
}
