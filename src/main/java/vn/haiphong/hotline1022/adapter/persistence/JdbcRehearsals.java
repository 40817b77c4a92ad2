package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Rehearsals;

@Repository
class JdbcRehearsals implements Rehearsals {

    /** A node that has said nothing for so long is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final String FACTS = """
            select id, change_id, revision, base_version, days,
                   case when state = 'running' and beat_at < clock_timestamp() - interval '%d seconds'
                        then 'abandoned' else state end as state,
                   started_by, started_at, finished_at, done, total, cancel_asked, error, summary
              from rule_rehearsal
            """.formatted(SILENCE.toSeconds());
    private static final String OF_KIND = " from rule_rehearsal_petition where rehearsal_id = :id"
            + " and (:kind::text is null or :kind = any(kinds))";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JdbcClient longLists;
    private final ObjectMapper json;

    JdbcRehearsals(JdbcClient jdbc, DataSource source, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(source);
        this.longLists = LongLists.of(source);
        this.json = json;
    }

    @Override
    @Transactional
    public Optional<Long> begin(long changeId, int revision, int baseVersion, int days, String by, Instant at) {
        jdbc.sql("""
                        update rule_rehearsal set state = 'failed', finished_at = :at, error = :gone
                         where change_id = :change and state = 'running'
                           and beat_at < clock_timestamp() - make_interval(secs => :silence)
                        """)
                .param("at", timestamp(at))
                .param("gone", "Máy chủ dừng giữa chừng")
                .param("change", changeId)
                .param("silence", SILENCE.toSeconds())
                .update();
        return jdbc.sql("""
                        insert into rule_rehearsal (change_id, revision, base_version, days, started_by, started_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (change_id) where state = 'running' do nothing returning id
                        """)
                .params(changeId, revision, baseVersion, days, by, timestamp(at))
                .query(Long.class)
                .optional();
    }

    @Override
    public boolean progress(long id, long done, long total) {
        return jdbc.sql("""
                        update rule_rehearsal set done = ?, total = ?, beat_at = clock_timestamp()
                         where id = ? and state = 'running' returning not cancel_asked
                        """)
                .params(done, total, id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public void keep(long id, List<Difference> differences) {
        batches.batchUpdate(
                "insert into rule_rehearsal_petition (rehearsal_id, petition_code, confidential, kinds, detail)"
                        + " values (?, ?, ?, ?, ?::jsonb)",
                differences,
                500,
                (row, difference) -> {
                    row.setLong(1, id);
                    row.setString(2, difference.code());
                    row.setBoolean(3, difference.confidential());
                    row.setArray(
                            4,
                            row.getConnection()
                                    .createArrayOf("text", difference.kinds().toArray()));
                    row.setString(5, difference.detail() == null ? null : written(difference.detail()));
                });
    }

    @Override
    public void finished(long id, Summary summary, Instant at) {
        jdbc.sql("""
                        update rule_rehearsal set state = 'finished', summary = ?::jsonb, finished_at = ?, done = ?, total = ?
                         where id = ? and state = 'running'
                        """)
                .params(written(summary), timestamp(at), summary.petitions(), summary.petitions(), id)
                .update();
    }

    @Override
    public void failed(long id, String error, Instant at) {
        end(id, State.failed, error, at);
    }

    @Override
    public void cancelled(long id, Instant at) {
        end(id, State.cancelled, null, at);
    }

    private void end(long id, State state, String error, Instant at) {
        jdbc.sql("update rule_rehearsal set state = ?, error = ?, finished_at = ? where id = ? and state = 'running'")
                .params(state.name(), error, timestamp(at), id)
                .update();
    }

    @Override
    public void askToCancel(long id) {
        jdbc.sql("update rule_rehearsal set cancel_asked = true where id = ? and state = 'running'")
                .param(id)
                .update();
    }

    @Override
    public Optional<Rehearsal> find(long id) {
        return jdbc.sql(FACTS + " where id = ?")
                .param(id)
                .query(this::rehearsal)
                .optional();
    }

    @Override
    public Optional<Rehearsal> latest(long changeId) {
        return jdbc.sql(FACTS + " where change_id = ? order by id desc limit 1")
                .param(changeId)
                .query(this::rehearsal)
                .optional();
    }

    @Override
    public Optional<Rehearsal> finishedOf(long changeId, int revision) {
        return jdbc.sql(
                        FACTS
                                + " where change_id = ? and revision = ? and state = 'finished' order by days desc, id desc limit 1")
                .params(changeId, revision)
                .query(this::rehearsal)
                .optional();
    }

    @Override
    public List<Difference> differences(long id, String kind, int from, int most) {
        return jdbc.sql("select petition_code, confidential, kinds, detail" + OF_KIND
                        + " order by petition_code desc offset :from limit :most")
                .param("id", id)
                .param("kind", kind)
                .param("from", from)
                .param("most", most)
                .query(this::difference)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public void eachDifference(long id, String kind, Consumer<Difference> reader) {
        longLists
                .sql("select petition_code, confidential, kinds, detail" + OF_KIND + " order by petition_code desc")
                .param("id", id)
                .param("kind", kind)
                .query((ResultSet row) -> reader.accept(difference(row, 0)));
    }

    @Override
    public long countDifferences(long id, String kind) {
        return jdbc.sql("select count(*)" + OF_KIND)
                .param("id", id)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private Difference difference(ResultSet row, int i) throws SQLException {
        return new Difference(
                row.getString("petition_code"),
                row.getBoolean("confidential"),
                List.of((String[]) row.getArray("kinds").getArray()),
                read(row.getString("detail"), Detail.class));
    }

    private Rehearsal rehearsal(ResultSet row, int i) throws SQLException {
        return new Rehearsal(
                row.getLong("id"),
                row.getLong("change_id"),
                row.getInt("revision"),
                row.getInt("base_version"),
                row.getInt("days"),
                State.valueOf(row.getString("state")),
                row.getString("started_by"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getLong("done"),
                row.getLong("total"),
                row.getBoolean("cancel_asked"),
                row.getString("error"),
                read(row.getString("summary"), Summary.class));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
