package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.SmsBooks;

@Repository
class JdbcSmsBooks implements SmsBooks {

    private final JdbcClient jdbc;

    JdbcSmsBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void handedOver(String key, int part, int parts, String gatewayId, Instant at) {
        jdbc.sql("""
                        insert into sms_part (notice_key, part, parts, gateway_id, at) values (?, ?, ?, ?, ?)
                            on conflict do nothing
                        """).params(key, part, parts, gatewayId, timestamp(at)).update();
    }

    @Override
    public Set<Integer> handedOver(String key) {
        return new HashSet<>(jdbc.sql("select part from sms_part where notice_key = ?")
                .param(key)
                .query(Integer.class)
                .list());
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<String> reported(String gatewayId, boolean delivered, String error, Instant at) {
        jdbc.sql("""
                        insert into sms_receipt (gateway_id, delivered, error, at) values (?, ?, left(?, 200), ?)
                            on conflict (gateway_id) do update set delivered = excluded.delivered, error = excluded.error,
                               at = excluded.at
                         where not sms_receipt.delivered -- what has arrived has arrived
                        """).params(gatewayId, delivered, error, timestamp(at)).update();
        return jdbc.sql("select notice_key from sms_part where gateway_id = ? order by at desc limit 1")
                .param(gatewayId)
                .query(String.class)
                .optional();
    }

    @Override
    public Outcome outcomeOf(String key) {
        return jdbc.sql("""
                        select count(*) = max(p.parts) and bool_and(coalesce(r.delivered, false)) as delivered,
                               bool_or(not r.delivered) as failed, max(r.error) filter (where not r.delivered) as error
                          from sms_part p left join sms_receipt r on r.gateway_id = p.gateway_id and r.at >= p.at - interval '1 day'
                         where p.notice_key = ?
                        """)
                .param(key)
                .query((row, i) -> new Outcome(
                        row.getBoolean("failed")
                                ? State.failed
                                : row.getBoolean("delivered") ? State.delivered : State.open,
                        row.getString("error")))
                .single();
    }

    @Override
    public boolean stop(String phone, Instant at) {
        return jdbc.sql("insert into sms_stop (phone, at) values (?, ?) on conflict do nothing")
                        .params(phone, timestamp(at))
                        .update()
                == 1;
    }

    @Override
    public boolean resume(String phone) {
        return jdbc.sql("delete from sms_stop where phone = ?").param(phone).update() == 1;
    }

    @Override
    public boolean isStopped(String phone) {
        return jdbc.sql("select exists (select from sms_stop where phone = ?)")
                .param(phone)
                .query(Boolean.class)
                .single();
    }
}
