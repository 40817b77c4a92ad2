package vn.haiphong.hotline1022.adapter.demo;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps in the register how far the demo's clock has been moved, so that a restart does not throw it back. */
class DemoClockOffset {

    private static final String NAME = "demo.clock.offset";

    private final JdbcClient jdbc;

    DemoClockOffset(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Duration> stored() {
        return jdbc.sql("select value from setting where name = ?")
                .param(NAME)
                .query(String.class)
                .optional()
                .map(Duration::parse);
    }

    void store(Duration offset) {
        jdbc.sql("""
                        insert into setting (name, value) values (?, ?)
                        on conflict (name) do update set value = excluded.value
                        """).params(NAME, offset.toString()).update();
    }
}
