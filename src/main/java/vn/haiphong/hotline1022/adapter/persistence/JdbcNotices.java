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
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Notices;

/** Each step of a sending is committed by itself: what the mail server was told must not be forgotten by a rollback. */
@Repository
class JdbcNotices implements Notices {

    static final String FACTS = """
            select key, petition_code, kind, recipient, recipient_name, subject, body_text, body_html, state, message_id,
                   created_at, batch, channel, letter_id, said
              from notice
            """;

    private final JdbcClient jdbc;

    JdbcNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Notice notice) {
        jdbc.sql("""
                        insert into notice (key, petition_code, kind, recipient, recipient_name, subject, body_text,
                            body_html, state, message_id, created_at, batch, channel, letter_id, said)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?, ?) on conflict (key) do nothing
                        """)
                .params(
                        notice.key(),
                        notice.petitionCode(),
                        notice.kind(),
                        notice.recipient(),
                        notice.recipientName(),
                        notice.subject(),
                        notice.text(),
                        notice.html(),
                        notice.messageId(),
                        timestamp(notice.createdAt()),
                        notice.batch(),
                        notice.channel().name(),
                        notice.letterId(),
                        notice.said())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keepAtOnce(Notice notice) {
        keep(notice);
    }

    @Override
    public Notice get(String key) {
        return jdbc.sql(FACTS + " where key = ?")
                .param(key)
                .query(JdbcNotices::notice)
                .single();
    }

    @Override
    public Optional<Notice> find(String key) {
        return jdbc.sql(FACTS + " where key = ?")
                .param(key)
                .query(JdbcNotices::notice)
                .optional();
    }

    @Override
    public Optional<Notice> withMessageId(String messageId) {
        return jdbc.sql(FACTS + " where message_id = ? limit 1")
                .param(messageId)
                .query(JdbcNotices::notice)
                .optional();
    }

    @Override
    public List<Notice> unsent(String batch) {
        return jdbc.sql(FACTS + " where batch = ? and state in ('pending', 'sending') order by key")
                .param(batch)
                .query(JdbcNotices::notice)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sending(String key, Instant at) {
        var claimed = jdbc.sql("""
                        update notice set state = 'sending', attempts = attempts + 1, last_attempt_at = ?
                         where key = ? and state = 'pending'
                        """).params(timestamp(at), key).update();
        if (claimed != 1) {
            throw new IllegalStateException("Notice " + key + " is being sent by somebody else");
        }
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sent(String key, Instant at) {
        jdbc.sql(
                        "update notice set state = 'sent', sent_at = :at, last_error = null where (key = :key or digest = :key)"
                                + " and state not in ('delivered', 'failed')") // the gateway may have said more already
                .param("at", timestamp(at))
                .param("key", key)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void notSent(String key, String error) {
        state(key, State.pending, error);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void rejected(String key, String error) {
        stateOfAll(key, State.rejected, error);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void uncertain(String key, String error) {
        stateOfAll(key, State.uncertain, error);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void delivered(String key) {
        jdbc.sql(
                        "update notice set state = 'delivered', sent_at = coalesce(sent_at, last_attempt_at), last_error = null"
                                + " where key = ?")
                .param(key)
                .update();
    }

    @Override
    public boolean failed(String key, String error) {
        return jdbc.sql(
                                "update notice set state = 'failed', last_error = left(?, 500) where key = ? and state <> 'failed'")
                        .params(error, key)
                        .update()
                == 1;
    }

    /** What became of a letter became of all it carried. */
    private void stateOfAll(String key, State state, String error) {
        jdbc.sql("update notice set state = :state, last_error = left(:error, 500) where key = :key or digest = :key")
                .param("state", state.name())
                .param("error", error)
                .param("key", key)
                .update();
    }

    private void state(String key, State state, String error) {
        jdbc.sql("update notice set state = ?, last_error = left(?, 500) where key = ?")
                .params(state.name(), error, key)
                .update();
    }

    static Notice notice(ResultSet row, int i) throws SQLException {
        return new Notice(
                row.getString("key"),
                row.getString("petition_code"),
                row.getString("kind"),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                State.valueOf(row.getString("state")),
                row.getString("message_id"),
                instant(row, "created_at"),
                row.getString("batch"),
                Channel.valueOf(row.getString("channel")),
                row.getString("letter_id"),
                row.getString("said"));
    }
}
