package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.PersonalReads;
import vn.haiphong.hotline1022.application.port.Retention;

@Repository
class JdbcRetention implements Retention {

    /** Which cases are of which class; each is of one. A class without cases has none. */
    private static final Map<String, String> CASES = Map.of(
            "confidential", "p.confidential",
            "refused", "not p.confidential and p.state in ('TU_CHOI', 'HUONG_DAN')",
            "unsupplemented", "not p.confidential and p.state = 'TAM_DONG'",
            "ordinary", "not p.confidential and p.state not in ('TU_CHOI', 'HUONG_DAN', 'TAM_DONG')");

    private static final String DUE = """
             from petition p
            where p.closed_at < :before and p.erased_for is distinct from 'retention' and %s
              and not exists (select from public.act_hi_procinst i where i.business_key_ = p.code and i.end_time_ is null)
            """;

    private final JdbcClient jdbc;
    private final PersonalReads reads;

    JdbcRetention(JdbcClient jdbc, PersonalReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    @Override
    public List<KeptClass> classes() {
        return jdbc.sql("select * from retention_class order by name = 'reads', months desc, name")
                .query(JdbcRetention::kept)
                .list();
    }

    @Override
    public Optional<KeptClass> find(String name) {
        return jdbc.sql("select * from retention_class where name = ?")
                .param(name)
                .query(JdbcRetention::kept)
                .optional();
    }

    @Override
    public long due(String name, Instant before) {
        return name.equals(READS)
                ? reads.countBefore(before)
                : jdbc.sql("select count(*)" + ofClass(name))
                        .param("before", timestamp(before))
                        .query(Long.class)
                        .single();
    }

    @Override
    public List<String> take(String name, Instant before, int most) {
        return codes(name, before, most, " for update of p skip locked");
    }

    @Override
    public List<String> sample(String name, Instant before, int most) {
        return codes(name, before, most, "");
    }

    private List<String> codes(String name, Instant before, int most, String lock) {
        return name.equals(READS)
                ? List.of()
                : jdbc.sql("select p.code" + ofClass(name) + " order by p.closed_at, p.code limit :most" + lock)
                        .param("before", timestamp(before))
                        .param("most", most)
                        .query(String.class)
                        .list();
    }

    private static String ofClass(String name) {
        return DUE.formatted(CASES.getOrDefault(name, "false"));
    }

    @Override
    public long propose(String name, Instant before, long planned, String by, Instant at) {
        return jdbc.sql("insert into retention_run (class, before, planned, proposed_by, proposed_at, state)"
                        + " values (?, ?, ?, ?, ?, 'proposed') returning id")
                .params(name, timestamp(before), planned, by, timestamp(at))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Run> findToChange(long run) {
        return jdbc.sql("select * from retention_run where id = ? for update")
                .param(run)
                .query(JdbcRetention::run)
                .optional();
    }

    @Override
    public List<Run> runs() {
        return jdbc.sql("select * from retention_run order by id desc")
                .query(JdbcRetention::run)
                .list();
    }

    @Override
    public void approved(long run, String by, Instant at) {
        jdbc.sql("update retention_run set state = 'running', decided_by = ?, decided_at = ? where id = ?")
                .params(by, timestamp(at), run)
                .update();
    }

    @Override
    public void withdrawn(long run, Instant at) {
        jdbc.sql("update retention_run set state = 'withdrawn', finished_at = ? where id = ?")
                .params(timestamp(at), run)
                .update();
    }

    @Override
    public void progressed(long run, long more) {
        jdbc.sql("update retention_run set done = done + ? where id = ?")
                .params(more, run)
                .update();
    }

    @Override
    public void finished(long run, Instant at) {
        jdbc.sql("update retention_run set state = 'done', finished_at = ? where id = ?")
                .params(timestamp(at), run)
                .update();
    }

    private static KeptClass kept(ResultSet row, int i) throws SQLException {
        return new KeptClass(
                row.getString("name"), row.getString("title"), row.getInt("months"), row.getString("ground"));
    }

    private static Run run(ResultSet row, int i) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("class"),
                instant(row, "before"),
                row.getLong("planned"),
                row.getString("proposed_by"),
                instant(row, "proposed_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("state"),
                row.getLong("done"),
                instant(row, "finished_at"));
    }
}
