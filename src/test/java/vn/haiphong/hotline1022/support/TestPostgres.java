package vn.haiphong.hotline1022.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all tests of this run; every caller gets a database of its own. */
public final class TestPostgres {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestPostgres() {}

    /** @return JDBC address of an empty database; user and password are "postgres" */
    public static synchronized String emptyDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            }
            var name = "test" + COUNT.incrementAndGet();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database with the register's tables and nothing in them. */
    public static DataSource emptyRegister() {
        var source = new PGSimpleDataSource();
        source.setUrl(emptyDatabase());
        source.setUser("postgres");
        source.setPassword("postgres");
        source.setCurrentSchema("public,register");
        Flyway.configure()
                .dataSource(source)
                .schemas("register")
                .defaultSchema("register")
                .load()
                .migrate();
        return source;
    }
}
