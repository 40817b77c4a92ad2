package vn.haiphong.hotline1022.application.port;

import java.util.List;
import java.util.Map;

/** Asks a table that is not deployed, by the engine that will ask it once it is. */
public interface TableEvaluations {

    /**
     * @throws vn.haiphong.hotline1022.domain.BusinessRefusal if it is no table the house can run
     */
    Table of(String dmn);

    /** A table, read once and asked often. */
    interface Table {

        /**
         * Which rows answer, after the hit policy has chosen.
         *
         * @param values by the names in the inputs; null: none
         * @return ids of rows
         * @throws vn.haiphong.hotline1022.domain.BusinessRefusal if the table cannot answer, as where two rows hold and one may
         */
        List<String> rowsFor(Map<String, Object> values);
    }
}
