package vn.haiphong.hotline1022.domain.rules;

import java.util.Map;

/** The whole of the language the tables are written in, for what is not plain: right, and slow. */
public interface FullLanguage {

    /**
     * @param facts by the names the columns ask for
     * @param column the expression of the column the cell stands in
     */
    boolean holds(String cell, String column, Map<String, Object> facts);

    /** What an output cell says. */
    Object value(String expression, Map<String, Object> facts);
}
