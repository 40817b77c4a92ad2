package vn.haiphong.hotline1022.adapter.persistence;

import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.MailboxReaders;

/** The database's own clock decides: those of the nodes may differ. */
@Repository
class JdbcMailboxReaders implements MailboxReaders {

    private final JdbcClient jdbc;

    JdbcMailboxReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean claim(String mailbox, String holder, Duration time) {
        return jdbc.sql("""
                        insert into mailbox_reader (mailbox, holder, until)
                        values (:mailbox, :holder, now() + make_interval(secs => :seconds))
                            on conflict (mailbox) do update set holder = excluded.holder, until = excluded.until
                         where mailbox_reader.holder = :holder or mailbox_reader.until < now()
                        """)
                        .param("mailbox", mailbox)
                        .param("holder", holder)
                        .param("seconds", time.toSeconds())
                        .update()
                == 1;
    }

    @Override
    public OptionalLong from(String mailbox, long uidValidity) {
        return jdbc.sql("select from_uid from mailbox_reader where mailbox = ? and uid_validity = ?")
                .params(mailbox, uidValidity)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public void doneBefore(String mailbox, long uidValidity, long uid) {
        jdbc.sql("update mailbox_reader set uid_validity = ?, from_uid = ? where mailbox = ?")
                .params(uidValidity, uid, mailbox)
                .update();
    }
}
