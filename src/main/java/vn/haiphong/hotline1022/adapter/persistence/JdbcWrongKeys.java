package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.WrongKeys;
import vn.haiphong.hotline1022.domain.petition.WrongTries;

@Repository
class JdbcWrongKeys implements WrongKeys {

    private final JdbcClient jdbc;

    JdbcWrongKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WrongTries of(String subject) {
        return jdbc.sql("select count, last_at, rests_until from wrong_key where subject = ?")
                .param(subject)
                .query((row, i) ->
                        new WrongTries(row.getInt("count"), instant(row, "last_at"), instant(row, "rests_until")))
                .optional()
                .orElse(WrongTries.NONE);
    }

    /** A lock by name, since a row to lock is not there before the first wrong key. */
    @Override
    public WrongTries alone(String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1022))")
                .param(subject)
                .query((row, i) -> true)
                .single();
        return of(subject);
    }

    @Override
    public void keep(String subject, WrongTries tries) {
        jdbc.sql("""
                        insert into wrong_key (subject, count, last_at, rests_until) values (:subject, :count, :last, :rests)
                        on conflict (subject) do update set count = :count, last_at = :last, rests_until = :rests
                        """)
                .param("subject", subject)
                .param("count", tries.count())
                .param("last", timestamp(tries.lastAt()))
                .param("rests", timestamp(tries.restsUntil()), java.sql.Types.TIMESTAMP)
                .update();
    }

    @Override
    public void forgetBefore(Instant at) {
        jdbc.sql("delete from wrong_key where last_at < ?").param(timestamp(at)).update();
    }
}
