package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Handlings;

@Repository
class JdbcHandlings implements Handlings {

    private static final String FACTS = """
            select petition_code, agency_code, lead, state, basis, assigned_at, ended_at, return_reason, opinion, extensions
              from handling
            """;

    private final JdbcClient jdbc;

    JdbcHandlings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(String code, String agency, boolean lead, String basis, Instant at) {
        jdbc.sql("""
                        insert into handling (petition_code, agency_code, lead, state, assigned_at, basis)
                        values (?, ?, ?, 'CHO_NHAN', ?, ?)
                        """).params(code, agency, lead, timestamp(at), basis).update();
    }

    @Override
    public void accepted(String code, String agency, Instant at) {
        jdbc.sql("""
                        update handling set state = 'DANG_XU_LY', accepted_at = coalesce(accepted_at, ?)
                         where petition_code = ? and agency_code = ? and ended_at is null
                        """).params(timestamp(at), code, agency).update();
    }

    @Override
    public void returned(String code, String agency, String reason, String suggestedAgency, Instant at) {
        jdbc.sql("""
                        update handling set state = 'CHUYEN_TRA', return_reason = ?, suggested_agency = ?, ended_at = ?
                         where petition_code = ? and agency_code = ? and ended_at is null
                        """)
                .params(reason, suggestedAgency, timestamp(at), code, agency)
                .update();
    }

    @Override
    public void ended(String code, String agency, State state, String opinion, Instant at) {
        jdbc.sql("""
                        update handling set state = ?, opinion = coalesce(?, opinion), ended_at = ?
                         where petition_code = ? and agency_code = ? and ended_at is null
                        """).params(state.name(), opinion, timestamp(at), code, agency).update();
    }

    @Override
    public void extended(String code, String agency) {
        jdbc.sql("""
                        update handling set extensions = extensions + 1
                         where petition_code = ? and agency_code = ? and ended_at is null
                        """).params(code, agency).update();
    }

    @Override
    public List<Handling> of(String code) {
        return jdbc.sql(FACTS + " where petition_code = ? order by id")
                .param(code)
                .query(JdbcHandlings::handling)
                .list();
    }

    @Override
    public List<Handling> openOf(List<String> agencies) {
        return agencies.isEmpty()
                ? List.of()
                : jdbc.sql(FACTS + " where agency_code in (:agencies) and ended_at is null order by lead desc, id")
                        .param("agencies", agencies)
                        .query(JdbcHandlings::handling)
                        .list();
    }

    private static Handling handling(ResultSet row, int i) throws SQLException {
        return new Handling(
                row.getString("petition_code"),
                row.getString("agency_code"),
                row.getBoolean("lead"),
                State.valueOf(row.getString("state")),
                row.getString("basis"),
                instant(row, "assigned_at"),
                instant(row, "ended_at"),
                row.getString("return_reason"),
                row.getString("opinion"),
                row.getInt("extensions"));
    }
}
