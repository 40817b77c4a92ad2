package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Deadlines;

@Repository
class JdbcDeadlines implements Deadlines {

    private static final String FACTS = """
            select id, petition_code, step, agency_code, limit_text, urgency, started_at, warn_at, due_at, original_due_at,
                   paused_at, warned, level
              from deadline
            """;

    private final JdbcClient jdbc;

    JdbcDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(NewDeadline deadline) {
        jdbc.sql("""
                        insert into deadline (petition_code, step, agency_code, limit_text, urgency, started_at, warn_at,
                            due_at, original_due_at, ground)
                        values (:code, :step, :agency, :limit, :urgency, :started, :warn, :due, :due, :ground)
                        """)
                .param("code", deadline.petitionCode())
                .param("step", deadline.step())
                .param("agency", deadline.agencyCode())
                .param("limit", deadline.limit())
                .param("urgency", deadline.urgency())
                .param("started", timestamp(deadline.startedAt()))
                .param("warn", timestamp(deadline.warnAt()))
                .param("due", timestamp(deadline.dueAt()))
                .param("ground", deadline.ground())
                .update();
    }

    @Override
    public void end(String code, String step, String agencyCode, Instant at) {
        jdbc.sql("""
                        update deadline set ended_at = ?
                         where petition_code = ? and step = ? and agency_code = ? and ended_at is null
                        """).params(timestamp(at), code, step, agencyCode).update();
    }

    @Override
    public void endAll(String code, String agencyCode, Instant at) {
        jdbc.sql("update deadline set ended_at = ? where petition_code = ? and agency_code = ? and ended_at is null")
                .params(timestamp(at), code, agencyCode)
                .update();
    }

    @Override
    public void resumeEnded(String code, String step, String agencyCode) {
        jdbc.sql("""
                        update deadline set ended_at = null where id = (select max(id) from deadline
                         where petition_code = ? and step = ? and agency_code = ?)
                        """).params(code, step, agencyCode).update();
    }

    @Override
    public Optional<OpenDeadline> find(String code, String step, String agencyCode) {
        return jdbc.sql(FACTS + " where petition_code = ? and step = ? and agency_code = ? and ended_at is null")
                .params(code, step, agencyCode)
                .query(JdbcDeadlines::deadline)
                .optional();
    }

    @Override
    public List<OpenDeadline> open(String code, String agencyCode) {
        return jdbc.sql(FACTS + " where petition_code = ? and agency_code = ? and ended_at is null order by due_at")
                .params(code, agencyCode)
                .query(JdbcDeadlines::deadline)
                .list();
    }

    @Override
    public void moved(long id, Instant warnAt, Instant dueAt, Instant pausedAt) {
        jdbc.sql("update deadline set warn_at = ?, due_at = ?, paused_at = ? where id = ?")
                .params(timestamp(warnAt), timestamp(dueAt), timestamp(pausedAt), id)
                .update();
    }

    @Override
    public void told(long id, boolean warned, int level) {
        jdbc.sql("update deadline set warned = ?, level = ? where id = ?")
                .params(warned, level, id)
                .update();
    }

    private static OpenDeadline deadline(ResultSet row, int i) throws SQLException {
        return new OpenDeadline(
                row.getLong("id"),
                row.getString("petition_code"),
                row.getString("step"),
                row.getString("agency_code"),
                row.getString("limit_text"),
                row.getString("urgency"),
                instant(row, "started_at"),
                instant(row, "warn_at"),
                instant(row, "due_at"),
                instant(row, "original_due_at"),
                instant(row, "paused_at"),
                row.getBoolean("warned"),
                row.getInt("level"));
    }
}
