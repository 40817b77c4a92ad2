package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.support.TestPostgres;

/** A host whose clock is wrong is, seen from here, a database that has another time. */
class DatabaseClockTest {

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private DatabaseClock clock;

    private void theDatabaseIsAheadBy(String interval) throws Exception {
        database.setUrl(TestPostgres.emptyDatabase());
        database.setUser("postgres");
        database.setPassword("postgres");
        isAheadBy(interval);
        database.setOptions("-c search_path=public,pg_catalog"); // ours before the real one
        clock = new DatabaseClock(database);
    }

    private void isAheadBy(String interval) {
        JdbcClient.create(database)
                .sql("create or replace function public.clock_timestamp() returns timestamptz language sql as"
                        + " $$ select pg_catalog.clock_timestamp() + interval '" + interval + "' $$")
                .update();
    }

    @AfterEach
    void end() {
        clock.destroy();
    }

    @Test
    void a_house_on_a_host_that_is_an_hour_behind_lives_by_the_database() throws Exception {
        theDatabaseIsAheadBy("1 hour");

        assertThat(clock.instant()).isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void a_difference_that_comes_up_later_is_seen_within_seconds() throws Exception {
        theDatabaseIsAheadBy("0 hours");
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));

        isAheadBy("-1 hour");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> clock.instant().isBefore(Instant.now().minus(Duration.ofMinutes(59))));
    }

    @Test
    void while_the_database_is_away_time_goes_on() throws Exception {
        theDatabaseIsAheadBy("1 hour");
        database.setPortNumbers(new int[] {1});
        var before = clock.instant();

        await().atMost(Duration.ofSeconds(30)).until(() -> clock.instant().isAfter(before.plusSeconds(2)));
        assertThat(clock.instant()).isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(5, ChronoUnit.SECONDS));
    }
}
