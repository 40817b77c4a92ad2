package vn.haiphong.hotline1022.adapter.persistence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Knocks;

/**
 * A bucket is one moment: when it will be full again. A knock moves it on by a step if it stays within a minute from now; that
 * is one statement, and whoever is let through needs no other.
 */
@Repository
class JdbcKnocks implements Knocks {

    private static final int CLEANED_EVERY = 1000;
    private static final double MILLIS_OF_A_MINUTE = 60_000;

    private final JdbcClient jdbc;
    private final AtomicInteger counted = new AtomicInteger();

    JdbcKnocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Duration> count(String who, int perMinute) {
        if (counted.incrementAndGet() % CLEANED_EVERY == 0) {
            jdbc.sql("delete from knock where full_at < clock_timestamp()").update();
        }
        var step = MILLIS_OF_A_MINUTE / perMinute;
        var taken = jdbc.sql("""
                        insert into knock as k (who, full_at)
                        values (hashtextextended(:who, 61), clock_timestamp() + :step * interval '1 millisecond')
                        on conflict (who) do update
                           set full_at = greatest(k.full_at, clock_timestamp()) + :step * interval '1 millisecond'
                         where k.full_at + :step * interval '1 millisecond' <= clock_timestamp() + interval '1 minute'
                        """).param("who", who).param("step", step).update();
        return taken > 0 ? Optional.empty() : Optional.of(wait(who, step));
    }

    private Duration wait(String who, double step) {
        var millis = jdbc.sql("""
                        select 1000 * extract(epoch from full_at + :step * interval '1 millisecond' - interval '1 minute'
                                                       - clock_timestamp())
                          from knock where who = hashtextextended(:who, 61)
                        """)
                .param("who", who)
                .param("step", step)
                .query(Double.class)
                .optional()
                .orElse(step);
        return Duration.ofMillis(Math.max(1, Math.round(millis)));
    }
}
