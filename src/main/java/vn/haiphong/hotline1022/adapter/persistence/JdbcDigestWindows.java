package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.DigestWindows;
import vn.haiphong.hotline1022.application.port.Notices.Notice;

@Repository
class JdbcDigestWindows implements DigestWindows {

    private final JdbcClient jdbc;

    JdbcDigestWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean opens(String recipient, Instant now, Duration length) {
        // In a storm nearly everybody's window is open: that is seen without waiting for anybody's lock.
        var isOpen = jdbc.sql(
                        "select exists (select from digest_window where recipient = ? and (closes_at > ? or gathering))")
                .params(recipient, timestamp(now))
                .query(Boolean.class)
                .single();
        return !isOpen
                && jdbc.sql("""
                        insert into digest_window (recipient, closes_at) values (:recipient, :closes)
                        on conflict (recipient) do update set closes_at = excluded.closes_at
                         where digest_window.closes_at <= :now and not digest_window.gathering
                        """)
                                .param("recipient", recipient)
                                .param("closes", timestamp(now.plus(length)))
                                .param("now", timestamp(now))
                                .update()
                        > 0;
    }

    @Override
    public Optional<Window> gather(String noticeKey, String recipient) {
        jdbc.sql("update notice set state = 'gathered' where key = ? and state = 'pending'")
                .param(noticeKey)
                .update();
        return jdbc.sql("""
                        update digest_window set gathering = true where recipient = ? and not gathering
                        returning id, closes_at
                        """)
                .param(recipient)
                .query((row, i) -> new Window(row.getLong("id"), instant(row, "closes_at")))
                .optional();
    }

    @Override
    public List<Notice> gathered(long window) {
        // Whoever gathers touches this row first or waits here; so nothing slips in between reading and closing.
        var recipient = jdbc.sql("select recipient from digest_window where id = ? for update")
                .param(window)
                .query(String.class)
                .single();
        return jdbc.sql(JdbcNotices.FACTS
                        + " where recipient = ? and state = 'gathered' and digest is null order by created_at, key")
                .param(recipient)
                .query(JdbcNotices::notice)
                .list();
    }

    @Override
    public void carriedBy(long window, String digestKey, Instant closesAt) {
        jdbc.sql("""
                        update notice set digest = ?
                         where recipient = (select recipient from digest_window where id = ?) and state = 'gathered'
                           and digest is null
                        """).params(digestKey, window).update();
        jdbc.sql("update digest_window set gathering = false, closes_at = ? where id = ?")
                .params(timestamp(closesAt), window)
                .update();
    }
}
