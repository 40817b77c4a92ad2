package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.CaseResults;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.Period;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/** Rates and lists are built of the same parts, so that a number and the list behind it cannot differ. */
@Repository
class JdbcCaseResults implements CaseResults {

    private static final String FINISHED = """
            select f.petition_code, f.round, f.outcome, f.agency_code, f.field, f.began_at, f.finished_at, f.due_at,
                   f.original_due_at, f.extensions, f.rating, f.lateness, f.elapsed_seconds
              from case_fact f
             where f.finished_at >= :from and f.finished_at < :to %1$s
            """;

    /** Past its limit at the end of the period, or now, and without an answer then. */
    private static final String OPEN = """
            select f.petition_code, f.round, 'open' as outcome, f.agency_code, f.field, f.began_at,
                   null::timestamptz as finished_at, f.due_at, f.original_due_at, f.extensions, null::smallint as rating,
                   'open' as lateness, null::bigint as elapsed_seconds
              from case_fact f
             where f.lateness = 'late' and f.outcome = 'answered' and f.finished_at >= :to and f.due_at < :until %1$s
            union all
            select f.petition_code, f.round, 'open', f.agency_code, f.field, f.began_at, null, f.due_at,
                   f.original_due_at, f.extensions, null, 'open', null
              from (select p.code as petition_code, p.reopened as round, coalesce(p.lead_agency, '') as agency_code,
                           case when p.confidential then 'mat' else coalesce(p.field, '') end as field,
                           p.received_at as began_at, p.due_at, p.original_due_at,
                           (case when p.due_at > p.original_due_at then 1 else 0 end)::smallint as extensions
                      from petition p
                     where p.closed_at is null and p.replied_at is null and p.due_at < :until
                       and p.code not in (select d.petition_code from deadline d where d.step = 'handle'
                                             and d.ended_at is null and d.paused_at is not null)) f
             where true %1$s
            """;

    private static final Map<String, String> ORDER = Map.ofEntries(
            Map.entry("code", "petition_code"),
            Map.entry("agency", "agency_code"),
            Map.entry("field", "field"),
            Map.entry("outcome", "outcome"),
            Map.entry("beganAt", "began_at"),
            Map.entry("finishedAt", "finished_at"),
            Map.entry("dueAt", "due_at"),
            Map.entry("extensions", "extensions"),
            Map.entry("rating", "rating"),
            Map.entry("elapsed", "elapsed_seconds"),
            Map.entry("lateness", "lateness"));

    private static final Map<String, Lateness> LATENESS =
            Stream.of(Lateness.values()).collect(Collectors.toMap(Lateness::key, Function.identity()));

    private final JdbcClient jdbc;
    private final JdbcClient longLists;

    JdbcCaseResults(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.longLists = LongLists.of(source);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rate> rates(Period period, Instant now, Filter filter) {
        LongLists.sortInMemory(jdbc);
        return asked(
                        jdbc,
                        """
                        with result as (
                            select agency_code, field, lateness, elapsed_seconds from (%s) finished where outcome = 'answered'
                            union all
                            select agency_code, field, lateness, null from (%s) open)
                        select agency_code, field, grouping(agency_code, field) as grouped,
                               count(*) filter (where lateness <> 'open') as answered,
                               count(*) filter (where lateness = 'on-time') as on_time,
                               count(*) filter (where lateness = 'extended') as extended,
                               count(*) filter (where lateness = 'late') as late,
                               count(*) filter (where lateness = 'open') as open,
                               percentile_disc(array[0.5, 0.9]) within group (order by elapsed_seconds) as elapsed
                          from result group by grouping sets ((agency_code), (field), ())
                        """.formatted(FINISHED.formatted(chosen(filter)), OPEN.formatted(chosen(filter))),
                        period,
                        now,
                        filter)
                .query((row, i) -> {
                    var elapsed = row.getArray("elapsed");
                    var seconds = elapsed == null ? new Long[2] : (Long[]) elapsed.getArray();
                    return new Rate(
                            row.getInt("grouped") == 1 ? row.getString("agency_code") : null,
                            row.getInt("grouped") == 2 ? row.getString("field") : null,
                            row.getLong("answered"),
                            row.getLong("on_time"),
                            row.getLong("extended"),
                            row.getLong("late"),
                            row.getLong("open"),
                            seconds[0],
                            seconds[1]);
                })
                .list();
    }

    @Override
    public Excerpt<Result> list(Period period, Instant now, Filter filter, Part part) {
        var hits = hits(filter);
        var total = asked(jdbc, "select count(*) from (" + hits + ") result", period, now, filter)
                .query(Long.class)
                .single();
        var rows = asked(jdbc, ordered(hits, part) + " limit :size offset :skipped", period, now, filter)
                .param("size", part.size())
                .param("skipped", part.skipped())
                .query((row, i) -> result(row))
                .list();
        return new Excerpt<>(rows, total);
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Period period, Instant now, Filter filter, Consumer<Result> reader) {
        try (var rows = asked(longLists, ordered(hits(filter), new Part("", true, 0, 1)), period, now, filter)
                .query((row, i) -> result(row))
                .stream()) {
            rows.forEach(reader);
        }
    }

    /**
     * Only what somebody chose: a condition that may hold for everything hides from PostgreSQL how much there will be, and it
     * plans a day as it plans three years.
     */
    private static String chosen(Filter filter) {
        var code = filter.code() == null ? "" : isWhole(filter.code()) ? " = :code" : " like :code";
        return (filter.agency() == null ? "" : " and f.agency_code = :agency")
                + (filter.field() == null ? "" : " and f.field = :field")
                + (code.isEmpty() ? "" : " and f.petition_code" + code);
    }

    private static String hits(Filter filter) {
        var finished = FINISHED.formatted(chosen(filter));
        if (filter.lateness() == null) {
            return finished;
        }
        return switch (filter.lateness()) {
            case OPEN -> OPEN.formatted(chosen(filter));
            // A rate is of answers; what was refused or merged has no place behind its numbers.
            default ->
                finished + " and f.outcome = 'answered' and f.lateness = '"
                        + filter.lateness().key() + "'";
        };
    }

    private static String ordered(String hits, Part part) {
        return "select * from (" + hits + ") result order by " + ORDER.getOrDefault(part.orderBy(), "finished_at")
                + (part.descending() ? " desc nulls last" : " nulls last") + ", petition_code, round";
    }

    private JdbcClient.StatementSpec asked(JdbcClient client, String sql, Period period, Instant now, Filter filter) {
        return client.sql(sql)
                .param("from", timestamp(period.from()))
                .param("to", timestamp(period.to()))
                .param("until", timestamp(period.until(now)))
                .param("agency", filter.agency())
                .param("field", filter.field())
                .param("code", filter.code() == null ? null : wanted(filter.code()));
    }

    private static String wanted(String code) {
        return PetitionCode.parse(code)
                .map(PetitionCode::value)
                .orElseGet(() -> "%" + escaped(code.toUpperCase(Locale.ROOT)) + "%");
    }

    /** A whole code is looked up; only for a part of one every code is read. */
    private static boolean isWhole(String code) {
        return PetitionCode.parse(code).isPresent();
    }

    private static String escaped(String code) {
        return code.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Result result(ResultSet row) throws SQLException {
        return new Result(
                row.getString("petition_code"),
                row.getInt("round"),
                row.getString("outcome"),
                row.getString("agency_code"),
                row.getString("field"),
                instant(row, "began_at"),
                instant(row, "finished_at"),
                instant(row, "due_at"),
                instant(row, "original_due_at"),
                row.getInt("extensions"),
                row.getObject("rating", Integer.class),
                LATENESS.get(row.getString("lateness")));
    }
}
