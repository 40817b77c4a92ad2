package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Pauses;

/** The one place that knows where pauses are kept: each is a move of a limit, until the next move. */
@Repository
class JdbcPauses implements Pauses {

    private final JdbcClient jdbc;

    JdbcPauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Pause> of(String code) {
        return jdbc.sql("""
                        select d.step, d.agency_code, m.at, m.reason,
                               (select min(r.at) from deadline_move r
                                 where r.deadline_id = m.deadline_id and r.kind = 'resumed' and r.n > m.n) as until
                          from deadline d join deadline_move m on m.deadline_id = d.id and m.kind = 'paused'
                         where d.petition_code = ? order by m.at, d.id
                        """)
                .param(code)
                .query((row, i) -> new Pause(
                        row.getString("step"),
                        row.getString("agency_code"),
                        instant(row, "at"),
                        instant(row, "until"),
                        row.getString("reason")))
                .list();
    }
}
