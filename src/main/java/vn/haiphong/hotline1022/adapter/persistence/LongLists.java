package vn.haiphong.hotline1022.adapter.persistence;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a list of any length in parts, inside a transaction: PostgreSQL would hand over all of it at once. */
final class LongLists {

    private static final int ROWS_AT_ONCE = 1000;

    private LongLists() {}

    /** For the transaction that asks: a median sorts everything it is of, and PostgreSQL sorts little in memory by itself. */
    static void sortInMemory(JdbcClient jdbc) {
        jdbc.sql("select set_config('work_mem', '64MB', true)")
                .query(String.class)
                .single();
    }

    static JdbcClient of(DataSource source) {
        var template = new JdbcTemplate(source);
        template.setFetchSize(ROWS_AT_ONCE);
        return JdbcClient.create(template);
    }
}
