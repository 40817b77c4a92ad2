package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.RuleOutcomes;

@Repository
class JdbcRuleOutcomes implements RuleOutcomes {

    private final JdbcClient jdbc;

    JdbcRuleOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Outcome between(Instant from, Instant to) {
        return jdbc.sql("""
                        select count(*) as assigned, count(*) filter (where state = 'CHUYEN_TRA') as returned,
                               count(*) filter (where exists (select from petition_event e
                                                               where e.petition_code = h.petition_code
                                                                 and e.type = 'assigned-by-hand'
                                                                 and e.at between h.assigned_at - interval '1 minute'
                                                                              and h.assigned_at)) as by_hand
                          from handling h where lead and assigned_at >= :from and assigned_at < :to
                        """)
                .param("from", timestamp(from))
                .param("to", timestamp(to))
                .query((row, i) ->
                        new Outcome(row.getLong("assigned"), row.getLong("returned"), row.getLong("by_hand")))
                .single();
    }

    @Override
    public Map<String, Long> loads(Instant from, Instant to) {
        var loads = new TreeMap<String, Long>();
        jdbc.sql("""
                        select agency_code, count(*) from handling where lead and assigned_at >= ? and assigned_at < ? group by 1
                        """).params(timestamp(from), timestamp(to)).query(row -> {
            loads.put(row.getString(1), row.getLong(2));
        });
        return loads;
    }
}
