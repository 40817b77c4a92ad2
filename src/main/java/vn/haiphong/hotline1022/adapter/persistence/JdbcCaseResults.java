package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.CaseResults;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.Period;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/** Rates and lists are built of the same parts, so that a number and the list behind it cannot differ. */
@Repository
class JdbcCaseResults implements CaseResults {

    private static final String COLUMNS = """
            select f.petition_code, f.round, f.outcome, f.agency_code, f.field, f.began_at, f.finished_at, f.due_at,
                   f.original_due_at, f.extensions, f.rating, f.lateness, f.elapsed_seconds, f.ending
            """;

    private static final String FINISHED = " from case_fact f where f.finished_at >= :from and f.finished_at < :to %s";

    /** Past its limit at the end of the period, or now, and without an answer then. */
    private static final String OPEN = """
            select f.petition_code, f.round, 'open' as outcome, f.agency_code, f.field, f.began_at,
                   null::timestamptz as finished_at, f.due_at, f.original_due_at, f.extensions, null::smallint as rating,
                   'open' as lateness, null::bigint as elapsed_seconds, null::text as ending
              from case_fact f
             where f.lateness = 'late' and f.outcome = 'answered' and f.finished_at >= :to and f.due_at < :until %1$s
            union all
            select f.petition_code, f.round, 'open', f.agency_code, f.field, f.began_at, null, f.due_at,
                   f.original_due_at, f.extensions, null, 'open', null, null
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

    private static final Set<String> MAY_BE_EMPTY = Set.of("due_at", "rating");

    private static final Map<String, Lateness> LATENESS =
            Stream.of(Lateness.values()).collect(Collectors.toMap(Lateness::key, Function.identity()));

    private final JdbcClient jdbc;
    private final JdbcClient longLists;
    private final AnswerStretches stretches;

    JdbcCaseResults(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.longLists = LongLists.of(source);
        this.stretches = new AnswerStretches(jdbc);
    }

    /** Durations come as they are and are ranked here: PostgreSQL would sort all of them three times. */
    @Override
    @Transactional
    public List<Rate> rates(Period period, Instant now, Filter filter) {
        LongLists.countInMemory(jdbc);
        var rates = new RateCount();
        // What one agency or one field has answered is soon counted; what is kept is of all of them.
        var whole = filter.agency() == null && filter.field() == null ? AnswerStretches.within(period, now) : null;
        if (whole == null) {
            addAnswers(rates, period, now, filter);
        } else {
            stretches.read(whole, row -> {
                var key = row.getString("key");
                var lateness = LATENESS.get(row.getString("lateness"));
                if (row.getBoolean("by_agency")) {
                    rates.addOfAgency(key, lateness, row.getBytes("seconds"));
                } else {
                    rates.addOfField(key, lateness, row.getBytes("seconds"));
                }
            });
            addAnswers(rates, new Period(period.from(), whole.from()), now, filter);
            addAnswers(rates, new Period(whole.to(), period.to()), now, filter);
        }
        var open = "select f.agency_code, f.field, count(*) as cases from (" + OPEN.formatted(chosen(filter))
                + ") f group by 1, 2";
        asked(jdbc, open, period, now, filter).query(row -> {
            rates.addOpen(row.getString("agency_code"), row.getString("field"), row.getLong("cases"));
        });
        return rates.rates();
    }

    private void addAnswers(RateCount rates, Period period, Instant now, Filter filter) {
        var answers =
                "select f.agency_code, f.field, f.lateness, string_agg(int4send(f.elapsed_seconds::int), '') as seconds"
                        + FINISHED.formatted(chosen(filter)) + " and f.outcome = 'answered' group by 1, 2, 3";
        asked(jdbc, answers, period, now, filter).query(row -> {
            var lateness = LATENESS.get(row.getString("lateness"));
            rates.addOfAgency(row.getString("agency_code"), lateness, row.getBytes("seconds"));
            rates.addOfField(row.getString("field"), lateness, row.getBytes("seconds"));
        });
    }

    @Override
    @Transactional
    public List<Outcomes> outcomes(Period period) {
        LongLists.countInMemory(jdbc);
        var answers = """
                select f.agency_code, case when f.reopened_at is not null then 'reopened' else f.ending end as became, f.rating,
                       case when f.ending = 'planned' and f.reopened_at is null then (select bool_or(c.outcome <> 'done')
                          from plan_check c where c.petition_code = f.petition_code and c.round = f.round) end as broken
                """ + FINISHED.formatted("and f.outcome = 'answered'");
        return jdbc.sql("""
                        select agency_code, count(*) as answered,
                               count(*) filter (where became = 'reopened') as reopened,
                               count(*) filter (where became = 'fixed') as fixed,
                               count(*) filter (where became = 'answered') as explained,
                               count(*) filter (where became = 'planned') as planned,
                               count(*) filter (where not broken) as kept,
                               count(*) filter (where broken) as broken,
                               count(*) filter (where became = 'handed-over') as handed_over,
                               count(*) filter (where became = 'impossible') as impossible,
                               count(rating) as rated,
                               count(*) filter (where rating >= 3) as satisfied
                          from (%s) f group by 1
                        """.formatted(answers))
                .param("from", timestamp(period.from()))
                .param("to", timestamp(period.to()))
                .query((row, i) -> new Outcomes(
                        row.getString("agency_code"),
                        row.getLong("answered"),
                        row.getLong("reopened"),
                        row.getLong("fixed"),
                        row.getLong("explained"),
                        row.getLong("planned"),
                        row.getLong("kept"),
                        row.getLong("broken"),
                        row.getLong("handed_over"),
                        row.getLong("impossible"),
                        row.getLong("rated"),
                        row.getLong("satisfied")))
                .list();
    }

    /** What is listed and how long the list is, of the same moment. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Excerpt<Result> list(Period period, Instant now, Filter filter, Part part) {
        LongLists.countInMemory(jdbc);
        var total = asked(jdbc, "select count(*)" + from(filter), period, now, filter)
                .query(Long.class)
                .single();
        var rows = Math.min(part.size(), total - part.skipped());
        if (rows <= 0) {
            return new Excerpt<>(List.of(), total);
        }
        // Nobody waits longer for the last page than for the first: it is read from the end.
        var fromTheEnd = part.skipped() > total / 2;
        var order = order(part, fromTheEnd);
        var page = from(filter) + order + " limit :rows offset :skipped";
        if (filter.lateness() != Lateness.OPEN) {
            // Which cases they are is read from the index, and of the table these cases alone.
            page = " from (select f.petition_code, f.round" + page + ") page"
                    + " join case_fact f using (petition_code, round)" + order;
        }
        var found = new ArrayList<>(asked(jdbc, COLUMNS + page, period, now, filter)
                .param("rows", rows)
                .param("skipped", fromTheEnd ? total - part.skipped() - rows : part.skipped())
                .query((row, i) -> result(row))
                .list());
        if (fromTheEnd) {
            Collections.reverse(found);
        }
        return new Excerpt<>(found, total);
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Period period, Instant now, Filter filter, Consumer<Result> reader) {
        var all = COLUMNS + from(filter) + order(new Part("", true, 0, 1), false);
        try (var rows = asked(longLists, all, period, now, filter).query((row, i) -> result(row)).stream()) {
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

    private static String from(Filter filter) {
        if (filter.lateness() == Lateness.OPEN) {
            return " from (" + OPEN.formatted(chosen(filter)) + ") f";
        }
        return FINISHED.formatted(chosen(filter))
                // A rate is of answers; what was refused or merged has no place behind its numbers.
                + (filter.lateness() == null
                        ? ""
                        : " and f.outcome = 'answered' and f.lateness = '"
                                + filter.lateness().key() + "'");
    }

    /** Empty comes last, whichever way; all columns go the same way, as the index does that knows them in order. */
    private static String order(Part part, boolean fromTheEnd) {
        var column = ORDER.getOrDefault(part.orderBy(), "finished_at");
        var way = part.descending() == fromTheEnd ? "" : " desc";
        return " order by "
                + (MAY_BE_EMPTY.contains(column) ? "f." + column + " is null" + (fromTheEnd ? " desc, " : ", ") : "")
                + Stream.of(column, "finished_at", "petition_code", "round")
                        .map(name -> "f." + name + way)
                        .collect(Collectors.joining(", "));
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
                LATENESS.get(row.getString("lateness")),
                row.getString("ending"));
    }
}
