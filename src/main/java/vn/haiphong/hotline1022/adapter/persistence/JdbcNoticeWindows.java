package vn.haiphong.hotline1022.adapter.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.NoticeWindows;

/**
 * Those who write share a window's row, so that they never wait for each other; whoever closes it wants it alone, and sees
 * what they have written once they are through. All take the rows in the order of the people.
 */
@Repository
class JdbcNoticeWindows implements NoticeWindows {

    private static final String OPEN = "state in ('pending', 'sending') and digest is null";
    private static final String WAITS = OPEN + " and kind in ('reminder', 'breach', 'digest', 'heard')";
    private static final String CITIZEN_WAITS = OPEN + " and kind = 'assigned'";

    private final JdbcClient jdbc;

    JdbcNoticeWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Window> enter(Collection<String> recipients) {
        var opened = new ArrayList<Window>();
        var outside = new TreeSet<>(recipients);
        // Again for those whose window opened or closed between the two statements.
        do {
            outside.removeAll(shared(outside));
            for (var window : outside.isEmpty() ? List.<Window>of() : opened(outside)) {
                opened.add(window);
                outside.remove(window.recipient());
            }
        } while (!outside.isEmpty());
        return opened;
    }

    private List<String> shared(Collection<String> recipients) {
        return jdbc.sql(
                        "select recipient from notice_window where recipient = any (?) order by recipient for key share")
                .param(recipients.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private List<Window> opened(Collection<String> recipients) {
        return jdbc.sql("""
                        insert into notice_window (recipient) select unnest(cast(? as text[])) on conflict do nothing
                        returning id, recipient
                        """)
                .param(recipients.toArray(String[]::new))
                .query((row, i) -> new Window(row.getLong("id"), row.getString("recipient")))
                .list();
    }

    @Override
    public String recipientOf(long window) {
        return jdbc.sql("select recipient from notice_window where id = ?")
                .param(window)
                .query(String.class)
                .single();
    }

    @Override
    public boolean isEmpty(long window) {
        var recipient = recipientOf(window);
        if (waits(recipient)) {
            return false; // seen without a lock: in a storm somebody always has a share in the row
        }
        jdbc.sql("select from notice_window where id = ? for update")
                .param(window)
                .query()
                .listOfRows();
        return !waits(recipient);
    }

    private boolean waits(String recipient) {
        if (CITIZENS.equals(recipient)) {
            return jdbc.sql("select exists (select from notice where " + CITIZEN_WAITS + ")")
                    .query(Boolean.class)
                    .single();
        }
        return jdbc.sql("select exists (select from notice where recipient = ? and " + WAITS + ")")
                .param(recipient)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close(long window) {
        jdbc.sql("delete from notice_window where id = ?").param(window).update();
    }

    @Override
    public List<String> abandoned() {
        return jdbc.sql("select recipient from (select distinct recipient from notice where " + WAITS
                        + " union select '" + CITIZENS + "' where exists (select from notice where " + CITIZEN_WAITS
                        + ")) waiting where recipient not in (select recipient from notice_window) order by recipient")
                .query(String.class)
                .list();
    }
}
