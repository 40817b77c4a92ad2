package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.RuleChanges;

@Repository
class JdbcRuleChanges implements RuleChanges {

    private static final String FACTS = """
            select id, table_key, table_name, base_version, state, reason, author, created_at, %s as dmn, revision, changed_by,
                   changed_at, effective_at, proposed_by, proposed_at, decided_by, decided_at, decision_note, version,
                   in_force_at, watched_until, rolls_back
              from rule_change
            """;
    private static final String WITH_TEXT = FACTS.formatted("dmn");
    private static final String WITHOUT_TEXT = FACTS.formatted("''");

    private final JdbcClient jdbc;

    JdbcRuleChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long open(
            String tableKey,
            String tableName,
            int baseVersion,
            String dmn,
            String reason,
            String author,
            Instant at,
            Long rollsBack) {
        var id = jdbc.sql("""
                        insert into rule_change (table_key, table_name, base_version, dmn, reason, author, created_at,
                               changed_by, changed_at, rolls_back)
                        values (:key, :name, :base, :dmn, :reason, :author, :at, :author, :at, :rollsBack) returning id
                        """)
                .param("key", tableKey)
                .param("name", tableName)
                .param("base", baseVersion)
                .param("dmn", dmn)
                .param("reason", reason)
                .param("author", author)
                .param("at", timestamp(at))
                .param("rollsBack", rollsBack, Types.BIGINT)
                .query(Long.class)
                .single();
        writtenBy(id, author);
        return id;
    }

    private void writtenBy(long id, String editor) {
        jdbc.sql("insert into rule_change_editor (change_id, editor) values (?, ?) on conflict do nothing")
                .params(id, editor)
                .update();
    }

    @Override
    public Optional<Change> find(long id) {
        return jdbc.sql(WITH_TEXT + " where id = ?")
                .param(id)
                .query(JdbcRuleChanges::change)
                .optional();
    }

    @Override
    public List<Change> all() {
        return jdbc.sql(WITHOUT_TEXT + " order by id desc")
                .query(JdbcRuleChanges::change)
                .list();
    }

    @Override
    public List<Change> of(String tableKey) {
        return jdbc.sql(WITHOUT_TEXT + " where table_key = ? order by id desc")
                .param(tableKey)
                .query(JdbcRuleChanges::change)
                .list();
    }

    @Override
    public Optional<Change> ofVersion(String tableKey, int version) {
        return jdbc.sql(WITHOUT_TEXT + " where table_key = ? and version = ?")
                .params(tableKey, version)
                .query(JdbcRuleChanges::change)
                .optional();
    }

    @Override
    public boolean save(long id, int revision, String dmn, int baseVersion, String reason, String editor, Instant at) {
        var saved = jdbc.sql("""
                        update rule_change set dmn = ?, base_version = ?, reason = ?, revision = revision + 1, changed_by = ?,
                               changed_at = ?
                         where id = ? and revision = ? and state = 'draft'
                        """)
                        .params(dmn, baseVersion, reason, editor, timestamp(at), id, revision)
                        .update()
                == 1;
        if (saved) {
            writtenBy(id, editor);
        }
        return saved;
    }

    @Override
    public Set<String> editors(long id) {
        return new HashSet<>(jdbc.sql("select editor from rule_change_editor where change_id = ?")
                .param(id)
                .query(String.class)
                .list());
    }

    @Override
    public boolean propose(long id, int revision, Instant effectiveAt, String by, Instant at) {
        return jdbc.sql("""
                        update rule_change set state = 'proposed', effective_at = ?, proposed_by = ?,
                               proposed_at = ?, decided_by = null, decided_at = null, decision_note = null
                         where id = ? and revision = ? and state = 'draft'
                        """)
                        .params(timestamp(effectiveAt), by, timestamp(at), id, revision)
                        .update()
                == 1;
    }

    @Override
    public boolean decide(long id, State decision, String by, String note, Instant at) {
        return jdbc.sql("""
                        update rule_change set state = ?, decided_by = ?, decision_note = ?, decided_at = ?
                         where id = ? and state = 'proposed'
                        """)
                        .params(decision.name(), by, note, timestamp(at), id)
                        .update()
                == 1;
    }

    @Override
    public boolean move(long id, State from, State to) {
        return jdbc.sql("update rule_change set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    @Override
    public boolean inForce(long id, State from, int version, Instant at, Instant watchedUntil) {
        return jdbc.sql("""
                        update rule_change set state = 'in_force', version = ?, in_force_at = ?, watched_until = ?
                         where id = ? and state = ?
                        """)
                        .params(version, timestamp(at), timestamp(watchedUntil), id, from.name())
                        .update()
                == 1;
    }

    @Override
    public void add(long id, Instant at, String actor, String kind, String text) {
        jdbc.sql("insert into rule_change_event (change_id, at, actor, kind, text) values (?, ?, ?, ?, ?)")
                .params(id, timestamp(at), actor, kind, text)
                .update();
    }

    @Override
    public List<Event> events(long id) {
        return jdbc.sql("select at, actor, kind, text from rule_change_event where change_id = ? order by id")
                .param(id)
                .query((row, i) -> new Event(
                        instant(row, "at"), row.getString("actor"), row.getString("kind"), row.getString("text")))
                .list();
    }

    private static Change change(ResultSet row, int i) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getString("table_key"),
                row.getString("table_name"),
                row.getInt("base_version"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("author"),
                instant(row, "created_at"),
                row.getString("dmn"),
                row.getInt("revision"),
                row.getString("changed_by"),
                instant(row, "changed_at"),
                instant(row, "effective_at"),
                row.getString("proposed_by"),
                instant(row, "proposed_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("decision_note"),
                row.getObject("version", Integer.class),
                instant(row, "in_force_at"),
                instant(row, "watched_until"),
                row.getObject("rolls_back", Long.class));
    }
}
