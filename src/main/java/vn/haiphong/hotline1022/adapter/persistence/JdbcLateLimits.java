package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.LateLimits;

/** Reads the two partial indexes of open limits, and of the petitions the index of the open ones. */
@Repository
class JdbcLateLimits implements LateLimits {

    /** The limit of the whole case has no agency of its own: it is the lead's. */
    private static final String AGENCY =
            "case when d.step = 'handle' then coalesce(p.lead_agency, '') else d.agency_code end";

    private static final String ALL_OPEN = """
             from deadline d join petition p on p.code = d.petition_code and p.closed_at is null
            where d.ended_at is null and d.step <> 'supplement'
            """;

    private static final Map<Which, String> WHICH = Map.of(
            Which.LATE, " and d.paused_at is null and d.due_at < :now",
            Which.SOON, " and d.paused_at is null and d.due_at >= :now and d.due_at < :soon",
            Which.PAUSED, " and d.paused_at is not null");

    private static final Map<String, String> ORDER = Map.of(
            "code", "d.petition_code",
            "agency", "agency",
            "field", "p.field",
            "step", "d.step",
            "startedAt", "d.started_at",
            "dueAt", "d.due_at",
            "level", "d.level");

    private final JdbcClient jdbc;
    private final JdbcClient longLists;

    JdbcLateLimits(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.longLists = LongLists.of(source);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Count> count(Instant now, Instant soon, Filter filter) {
        LongLists.countInMemory(jdbc);
        return asked(jdbc, """
                        with hit as (
                            select %1$s as agency, d.step, d.level, d.petition_code, d.due_at,
                                   case when d.due_at < :now then 'late' else 'soon' end as which
                            %2$s and d.paused_at is null and d.due_at < :soon
                            union all
                            select %1$s, d.step, d.level, d.petition_code, d.due_at, 'paused'
                            %2$s and d.paused_at is not null)
                        select agency, step, level, grouping(agency, step, level) as grouped,
                               count(*) filter (where which = 'late') as late,
                               count(distinct petition_code) filter (where which = 'late') as late_cases,
                               count(*) filter (where which = 'soon') as soon,
                               count(*) filter (where which = 'paused') as paused,
                               min(due_at) filter (where which = 'late') as longest
                          from hit group by grouping sets ((agency), (step), (level), ())
                        """.formatted(AGENCY, open(filter)), now, soon, filter)
                .query((row, i) -> new Count(
                        row.getInt("grouped") == 3 ? row.getString("agency") : null,
                        row.getInt("grouped") == 5 ? row.getString("step") : null,
                        row.getInt("grouped") == 6 ? (Integer) row.getInt("level") : null,
                        row.getLong("late"),
                        row.getLong("late_cases"),
                        row.getLong("soon"),
                        row.getLong("paused"),
                        instant(row, "longest")))
                .list();
    }

    @Override
    public Excerpt<OpenLimit> list(Which which, Instant now, Instant soon, Filter filter, Part part) {
        var hits = open(filter) + WHICH.get(which);
        var total = asked(jdbc, "select count(*)" + hits, now, soon, filter)
                .query(Long.class)
                .single();
        var rows = asked(jdbc, rows(hits, part) + " limit :size offset :skipped", now, soon, filter)
                .param("size", part.size())
                .param("skipped", part.skipped())
                .query((row, i) -> limit(row))
                .list();
        return new Excerpt<>(rows, total);
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Which which, Instant now, Instant soon, Filter filter, Consumer<OpenLimit> reader) {
        var part = new Part("dueAt", false, 0, 1);
        try (var rows = asked(longLists, rows(open(filter) + WHICH.get(which), part), now, soon, filter)
                .query((row, i) -> limit(row))
                .stream()) {
            rows.forEach(reader);
        }
    }

    private static String open(Filter filter) {
        return ALL_OPEN
                + (filter.agency() == null ? "" : " and " + AGENCY + " = :agency")
                + (filter.step() == null ? "" : " and d.step = :step")
                + (filter.level() == null ? "" : " and d.level = :level");
    }

    private static String rows(String hits, Part part) {
        return "select d.petition_code, p.confidential, " + AGENCY
                + " as agency, p.field, d.step, d.started_at, d.due_at,"
                + " d.original_due_at, d.paused_at, d.level" + hits
                + " order by " + ORDER.getOrDefault(part.orderBy(), "d.due_at") + (part.descending() ? " desc" : "")
                + ", d.id";
    }

    private JdbcClient.StatementSpec asked(JdbcClient client, String sql, Instant now, Instant soon, Filter filter) {
        return client.sql(sql)
                .param("now", timestamp(now))
                .param("soon", timestamp(soon))
                .param("agency", filter.agency())
                .param("step", filter.step())
                .param("level", filter.level());
    }

    private static OpenLimit limit(ResultSet row) throws SQLException {
        var confidential = row.getBoolean("confidential");
        return new OpenLimit(
                row.getString("petition_code"),
                confidential,
                row.getString("agency"),
                confidential ? "" : row.getString("field"),
                row.getString("step"),
                instant(row, "started_at"),
                instant(row, "due_at"),
                instant(row, "original_due_at"),
                instant(row, "paused_at"),
                row.getInt("level"));
    }
}
