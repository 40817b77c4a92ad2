package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Consents;

@Repository
class JdbcConsents implements Consents {

    private final JdbcClient jdbc;

    JdbcConsents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(
            String petitionCode,
            Purpose purpose,
            Instant at,
            String channel,
            String means,
            String wording,
            String recordedBy) {
        jdbc.sql("""
                        insert into consent (petition_code, purpose, given_at, channel, means, wording, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (petition_code, purpose) where withdrawn_at is null do nothing
                        """)
                .params(petitionCode, purpose.name(), timestamp(at), channel, means, wording, recordedBy)
                .update();
        if (purpose == Purpose.publish) {
            jdbc.sql("update petition set consent_to_publish = true where code = ? and not consent_to_publish")
                    .param(petitionCode)
                    .update();
        }
    }

    @Override
    public List<Consent> of(String petitionCode) {
        return jdbc.sql("select * from consent where petition_code = ? order by id")
                .param(petitionCode)
                .query((row, i) -> new Consent(
                        Purpose.valueOf(row.getString("purpose")),
                        instant(row, "given_at"),
                        row.getString("channel"),
                        row.getString("means"),
                        row.getString("wording"),
                        row.getString("recorded_by"),
                        instant(row, "withdrawn_at")))
                .list();
    }

    /** Whatever shows petitions to everybody asks the petition itself: with the consent its mark goes, in one transaction. */
    @Override
    public boolean withdraw(String petitionCode, Purpose purpose, Instant at, String by) {
        if (purpose == Purpose.publish) {
            jdbc.sql("update petition set consent_to_publish = false where code = ?")
                    .param(petitionCode)
                    .update();
        }
        return jdbc.sql("""
                        update consent set withdrawn_at = ?, withdrawn_by = ?
                         where petition_code = ? and purpose = ? and withdrawn_at is null
                        """)
                        .params(timestamp(at), by, petitionCode, purpose.name())
                        .update()
                == 1;
    }
}
