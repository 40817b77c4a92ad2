package vn.haiphong.hotline1022.adapter.persistence;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a list of any length in parts, inside a transaction: PostgreSQL would hand over all of it at once. */
final class LongLists {

    private static final int ROWS_AT_ONCE = 1000;

    private LongLists() {}

    /**
     * For the transaction that asks: PostgreSQL counts and sorts little in memory by itself; it takes a jump in an index for as
     * slow as on a turning disk, and would rather read whole tables; and it soon plans three years as it plans a day.
     */
    static void countInMemory(JdbcClient jdbc) {
        jdbc.sql("select set_config('work_mem', '64MB', true), set_config('random_page_cost', '1.1', true),"
                        + " set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query((row, i) -> row.getString(1))
                .single();
    }

    static JdbcClient of(DataSource source) {
        var template = new JdbcTemplate(source);
        template.setFetchSize(ROWS_AT_ONCE);
        return JdbcClient.create(template);
    }
}
