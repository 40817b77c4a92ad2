package vn.haiphong.hotline1022.adapter.persistence;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a list of any length in parts, inside a transaction: PostgreSQL would hand over all of it at once. */
final class LongLists {

    private static final int ROWS_AT_ONCE = 1000;

    private LongLists() {}

    static JdbcClient of(DataSource source) {
        var template = new JdbcTemplate(source);
        template.setFetchSize(ROWS_AT_ONCE);
        return JdbcClient.create(template);
    }
}
