package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.LimitNotices;
import vn.haiphong.hotline1022.application.port.Notices.Notice;

@Repository
class JdbcLimitNotices implements LimitNotices {

    private static final String KEEP = """
            insert into notice (key, petition_code, kind, recipient, recipient_name, level, deadline_id, agency_code, due_at,
                rule, state, message_id, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?) on conflict (key) do nothing
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcLimitNotices(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void keep(List<LimitNotice> notices) {
        batches.batchUpdate(
                KEEP,
                notices.stream()
                        .map(notice -> new Object[] {
                            notice.key(),
                            notice.petitionCode(),
                            notice.kind(),
                            notice.recipient(),
                            notice.recipientName(),
                            notice.level(),
                            notice.deadline(),
                            notice.agencyCode(),
                            timestamp(notice.dueAt()),
                            notice.rule(),
                            notice.messageId(),
                            timestamp(notice.createdAt())
                        })
                        .toList());
    }

    @Override
    public List<Waiting> waitingFor(String recipient) {
        return jdbc.sql("""
                        select n.key, n.petition_code, n.recipient, n.recipient_name, n.level, n.deadline_id, n.agency_code,
                               n.due_at, n.rule, n.message_id, n.created_at, d.step,
                               case when p.confidential then '' else coalesce(p.field, '') end as field
                          from notice n
                          join deadline d on d.id = n.deadline_id
                          join petition p on p.code = n.petition_code
                         where n.recipient = ? and n.state = 'pending' and n.digest is null and n.subject is null
                           and n.kind in ('reminder', 'breach')
                         order by n.created_at, n.key
                        """).param(recipient).query(JdbcLimitNotices::waiting).list();
    }

    @Override
    public List<Notice> onTheWayTo(String recipient) {
        return jdbc.sql(JdbcNotices.FACTS + """
                         where recipient = ? and state in ('pending', 'sending') and digest is null and subject is not null
                           and kind in ('reminder', 'breach', 'digest', 'heard')
                         order by created_at, key
                        """)
                .param(recipient)
                .query(JdbcNotices::notice)
                .list();
    }

    @Override
    public List<Notice> onTheWayToCitizens(int most) {
        jdbc.sql("""
                        update notice n set state = 'overtaken'
                          from petition p, petition handled
                         where n.kind = 'assigned' and n.state = 'pending' and p.code = n.petition_code
                           and handled.code = coalesce(p.merged_into, p.code)
                           and (handled.replied_at is not null or handled.reopened > 0)
                        """).update();
        return jdbc.sql(JdbcNotices.FACTS + """
                         where kind = 'assigned' and state in ('pending', 'sending')
                         order by created_at, key limit ?
                        """)
                .param(most)
                .query(JdbcNotices::notice)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sending(Notice letter, List<String> carried, Instant at) {
        var isOneOfThem = carried.contains(letter.key());
        if (!isOneOfThem) {
            jdbc.sql("""
                            insert into notice (key, kind, recipient, recipient_name, state, message_id, created_at)
                            values (?, ?, ?, ?, 'pending', ?, ?)
                            """)
                    .params(
                            letter.key(),
                            letter.kind(),
                            letter.recipient(),
                            letter.recipientName(),
                            letter.messageId(),
                            timestamp(letter.createdAt()))
                    .update();
            claimed(
                    carried.size(),
                    jdbc.sql("""
                                    update notice set digest = ?
                                     where key = any (?) and state = 'pending' and digest is null and subject is null
                                    """)
                            .params(letter.key(), carried.toArray(String[]::new))
                            .update());
        }
        claimed(
                1,
                jdbc.sql("""
                                update notice set state = 'sending', subject = ?, body_text = ?, body_html = ?,
                                       attempts = attempts + 1, last_attempt_at = ?
                                 where key = ? and state = 'pending' and subject is null
                                """)
                        .params(letter.subject(), letter.text(), letter.html(), timestamp(at), letter.key())
                        .update());
    }

    private static void claimed(int wanted, int got) {
        if (got != wanted) {
            throw new IllegalStateException("Of " + wanted + " notices " + (wanted - got) + " are being sent already");
        }
    }

    private static Waiting waiting(ResultSet row, int i) throws SQLException {
        return new Waiting(
                new LimitNotice(
                        row.getString("key"),
                        row.getString("petition_code"),
                        row.getString("recipient"),
                        row.getString("recipient_name"),
                        row.getInt("level"),
                        row.getLong("deadline_id"),
                        row.getString("agency_code"),
                        instant(row, "due_at"),
                        row.getString("rule"),
                        row.getString("message_id"),
                        instant(row, "created_at")),
                row.getString("step"),
                row.getString("field"));
    }
}
