package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.IncomingMessages;

@Repository
class JdbcIncomingMessages implements IncomingMessages {

    private final JdbcClient jdbc;

    JdbcIncomingMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(String sender) {
        jdbc.sql("select pg_advisory_xact_lock(1022, hashtext(?))")
                .param(sender)
                .query((row, i) -> i)
                .list();
    }

    @Override
    public boolean isKnown(String place) {
        return jdbc.sql("select exists (select from incoming_message where place = ?)")
                .param(place)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isRepeated(String digest, Instant since) {
        return jdbc.sql(
                        "select exists (select from incoming_message where digest = ? and received_at >= ? and became <> 'again')")
                .params(digest, timestamp(since))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void keep(Incoming message, String became, String petitionCode) {
        jdbc.sql("""
                        insert into incoming_message (channel, place, digest, sender, received_at, became, petition_code,
                            original)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        message.channel(),
                        message.place(),
                        message.digest(),
                        message.sender(),
                        timestamp(message.receivedAt()),
                        became,
                        petitionCode,
                        message.original())
                .update();
    }

    @Override
    public int openedBy(String sender, Instant since) {
        return jdbc.sql(
                        "select count(*) from incoming_message where sender = ? and received_at >= ? and became = 'opened'")
                .params(sender, timestamp(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<String> lastOpenedBy(String sender) {
        return jdbc.sql(
                        "select petition_code from incoming_message where sender = ? and became = 'opened' order by id desc limit 1")
                .param(sender)
                .query(String.class)
                .optional();
    }

    @Override
    public List<Asked> askedBySms(String phone) {
        return jdbc.sql("""
                        select p.code, max(e.at) as at from petition p
                          join petitioner s on s.petition_code = p.code
                          join petition_event e on e.petition_code = p.code and e.type = 'supplement-asked'
                         where s.phone = ? and p.state = 'CHO_BO_SUNG' group by p.code order by max(e.id) desc
                        """)
                .param(phone)
                .query((row, i) -> new Asked(row.getString("code"), JdbcPetitions.instant(row, "at")))
                .list();
    }

    @Override
    public Optional<String> part(String sender, int reference, int parts, int part, String text, Instant at) {
        jdbc.sql("""
                        insert into incoming_part (sender, reference, parts, part, text, at) values (?, ?, ?, ?, ?, ?)
                            on conflict do nothing
                        """)
                .params(sender, reference, parts, part, text, timestamp(at))
                .update();
        var here = jdbc.sql(
                        "select text from incoming_part where sender = ? and reference = ? and parts = ? order by part")
                .params(sender, reference, parts)
                .query(String.class)
                .list();
        if (here.size() < parts) {
            return Optional.empty();
        }
        jdbc.sql("delete from incoming_part where sender = ? and reference = ? and parts = ?")
                .params(sender, reference, parts)
                .update();
        return Optional.of(String.join("", here));
    }

    @Override
    public boolean isIn(String sender, String text, Instant since) {
        return jdbc.sql("select exists (select from incoming_message where sender = ? and received_at >= ?"
                        + " and position(convert_to(?, 'UTF8') in original) > 0)")
                .params(sender, timestamp(since), text)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Unfinished> unfinished(Duration since, Instant now) {
        return jdbc.sql("""
                        with gone as (
                            delete from incoming_part p
                             where (sender, reference, parts) in (
                                select sender, reference, parts from incoming_part
                                 group by sender, reference, parts having max(at) < ?)
                            returning *)
                        select sender, string_agg(text, ' […] ' order by part) as text from gone
                         group by sender, reference, parts
                        """)
                .param(timestamp(now.minus(since)))
                .query((row, i) -> new Unfinished(row.getString("sender"), row.getString("text")))
                .list();
    }
}
