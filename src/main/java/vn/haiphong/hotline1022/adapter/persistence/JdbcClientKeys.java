package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.ClientKeys;

@Repository
class JdbcClientKeys implements ClientKeys {

    private static final String COLUMNS =
            "select id, name, contact, per_minute, made_by, made_at, revoked_at from client_key ";

    private final JdbcClient jdbc;

    JdbcClientKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ClientKey> valid(String hash) {
        return jdbc.sql(COLUMNS + "where key_hash = ? and revoked_at is null")
                .param(hash)
                .query(JdbcClientKeys::key)
                .optional();
    }

    @Override
    public long add(String hash, String name, String contact, Integer perMinute, String madeBy, Instant at) {
        return jdbc.sql("""
                        insert into client_key (key_hash, name, contact, per_minute, made_by, made_at)
                        values (:hash, :name, :contact, :perMinute, :by, :at) returning id
                        """)
                .param("hash", hash)
                .param("name", name)
                .param("contact", contact)
                .param("perMinute", perMinute, Types.INTEGER)
                .param("by", madeBy)
                .param("at", timestamp(at))
                .query(Long.class)
                .single();
    }

    @Override
    public List<ClientKey> all() {
        return jdbc.sql(COLUMNS + "order by id").query(JdbcClientKeys::key).list();
    }

    @Override
    public boolean revoke(long id, String by, Instant at) {
        return jdbc.sql("update client_key set revoked_by = ?, revoked_at = ? where id = ? and revoked_at is null")
                        .params(by, timestamp(at), id)
                        .update()
                > 0;
    }

    private static ClientKey key(ResultSet row, int i) throws SQLException {
        return new ClientKey(
                row.getLong("id"),
                row.getString("name"),
                row.getString("contact"),
                Optional.ofNullable(row.getObject("per_minute", Integer.class)),
                row.getString("made_by"),
                instant(row, "made_at"),
                Optional.ofNullable(instant(row, "revoked_at")));
    }
}
