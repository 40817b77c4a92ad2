package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.CaseLinks;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

@Repository
class JdbcCaseLinks implements CaseLinks {

    private static final String FROM = " from petition p join petitioner s on s.petition_code = p.code where ";
    private static final String OWN = " = ? and not p.confidential order by p.received_at desc, p.code desc ";
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    JdbcCaseLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> newestCaseOf(String contact) {
        return jdbc.sql("select p.code" + FROM + column(contact) + OWN + "limit 1")
                .param(contact)
                .query(String.class)
                .optional();
    }

    @Override
    public List<OwnCase> casesOf(String contact) {
        return jdbc.sql("select p.*" + FROM + column(contact) + OWN + "limit " + MOST)
                .param(contact)
                .query((row, i) -> new OwnCase(
                        row.getString("code"),
                        row.getString("tracking_key"),
                        PetitionState.valueOf(row.getString("state")),
                        row.getString("field"),
                        instant(row, "received_at"),
                        instant(row, "due_at")))
                .list();
    }

    private static String column(String contact) {
        return contact.startsWith("+") ? "s.phone" : "lower(s.email)";
    }

    /** A lock by name, since there may be no row to lock. */
    @Override
    public int keptSince(String contact, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1023))")
                .param(contact)
                .query((row, i) -> true)
                .single();
        return jdbc.sql("select count(*) from case_link where contact = ? and sent_at > ?")
                .params(contact, timestamp(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public void keep(String mark, String contact, Instant at) {
        jdbc.sql("insert into case_link (mark, contact, sent_at) values (?, ?, ?)")
                .params(mark, contact, timestamp(at))
                .update();
    }

    @Override
    public Optional<String> contactOf(String mark, Instant sentSince) {
        return jdbc.sql("select contact from case_link where mark = ? and sent_at > ?")
                .params(mark, timestamp(sentSince))
                .query(String.class)
                .optional();
    }

    @Override
    public void forgetBefore(Instant at) {
        jdbc.sql("delete from case_link where sent_at < ?").param(timestamp(at)).update();
    }
}
