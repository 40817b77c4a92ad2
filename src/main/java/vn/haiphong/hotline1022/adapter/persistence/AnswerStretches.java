package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.application.port.Period;

/**
 * The answers of long periods, kept by stretches of thirty days that are over: first kept when somebody asks, taken back by
 * the database when a fact of theirs changes. Both take the same lock, so that what is kept is always what the facts say.
 */
class AnswerStretches {

    /** As the trigger on {@code case_fact} counts. */
    private static final long SECONDS = Duration.ofDays(30).toSeconds();

    private static final int LOCK = 1022;

    private static final String MISSING = """
            select stretch from generate_series(:first::int, :last::int) stretch
             where stretch >= (select floor(extract(epoch from min(finished_at)) / 2592000) from case_fact)
               and not exists (select from answer_stretch kept where kept.stretch = stretch.stretch) order by 1
            """;

    private static final String KEEP = """
            insert into answer_stretch (stretch, by_agency, key, lateness, seconds)
            select :stretch, grouping(agency_code) = 0, coalesce(agency_code, field), lateness,
                   string_agg(int4send(elapsed_seconds::int), '')
              from case_fact where finished_at >= :from and finished_at < :to and outcome = 'answered'
             group by grouping sets ((agency_code, lateness), (field, lateness))
                on conflict do nothing
            """;

    private final JdbcClient jdbc;

    AnswerStretches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All stretches of a period that are over, as one; null: there is none. */
    static Period within(Period period, Instant now) {
        var first = -Math.floorDiv(-period.from().getEpochSecond(), SECONDS);
        var end = Math.floorDiv(period.until(now).getEpochSecond(), SECONDS);
        return first < end ? new Period(begin(first), begin(end)) : null;
    }

    private static Instant begin(long stretch) {
        return Instant.ofEpochSecond(stretch * SECONDS);
    }

    /** @param whole stretches, as {@link #within} gives them */
    void read(Period whole, RowCallbackHandler reader) {
        var first = whole.from().getEpochSecond() / SECONDS;
        var last = whole.to().getEpochSecond() / SECONDS - 1;
        jdbc.sql(MISSING)
                .param("first", first)
                .param("last", last)
                .query(Integer.class)
                .list()
                .forEach(this::keep);
        jdbc.sql("select by_agency, key, lateness, seconds from answer_stretch where stretch between :first and :last")
                .param("first", first)
                .param("last", last)
                .query(reader);
    }

    private void keep(int stretch) {
        jdbc.sql("select pg_advisory_xact_lock(?, ?)")
                .params(LOCK, stretch)
                .query((row, i) -> i)
                .single();
        jdbc.sql(KEEP)
                .param("stretch", stretch)
                .param("from", timestamp(begin(stretch)))
                .param("to", timestamp(begin(stretch + 1L)))
                .update();
    }
}
