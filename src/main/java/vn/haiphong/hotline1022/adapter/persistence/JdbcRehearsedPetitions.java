package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.RehearsedPetitions;

@Repository
class JdbcRehearsedPetitions implements RehearsedPetitions {

    private static final String SEEN = """
            select p.code, p.confidential, p.channel, p.content, p.address, p.area_code, p.outside_territory, p.received_at,
                   r.phone is not null or r.email is not null as reachable, p.question is not null as asked,
                   p.merged_into is not null as doubled, p.kind, p.category, p.field, p.urgency, p.lead_agency,
                   p.closed_at is null and p.replied_at is null as open
              from petition p left join petitioner r on r.petition_code = p.code
            """;

    private final JdbcClient jdbc;
    private final JdbcClient longLists;

    JdbcRehearsedPetitions(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.longLists = LongLists.of(source);
    }

    @Override
    public long count(Instant since) {
        return jdbc.sql("select count(*) from petition where received_at >= ?")
                .param(timestamp(since))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> first() {
        return jdbc.sql("select received_at from petition order by received_at limit 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Instant since, Consumer<Seen> reader) {
        longLists
                .sql(SEEN + " where p.received_at >= ?")
                .param(timestamp(since))
                .query((ResultSet row) -> reader.accept(seen(row)));
    }

    @Override
    @Transactional(readOnly = true)
    public void eachWithAnAgency(Consumer<Seen> reader) {
        longLists
                .sql(SEEN + " where p.closed_at is null and p.replied_at is null and p.lead_agency is not null")
                .query((ResultSet row) -> reader.accept(seen(row)));
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getString("code"),
                row.getBoolean("confidential"),
                row.getString("channel"),
                row.getString("content"),
                row.getString("address"),
                row.getString("area_code"),
                row.getBoolean("outside_territory"),
                instant(row, "received_at"),
                row.getBoolean("reachable"),
                row.getBoolean("asked"),
                row.getBoolean("doubled"),
                row.getString("kind"),
                row.getString("category"),
                row.getString("field"),
                row.getString("urgency"),
                row.getString("lead_agency"),
                row.getBoolean("open"));
    }
}
