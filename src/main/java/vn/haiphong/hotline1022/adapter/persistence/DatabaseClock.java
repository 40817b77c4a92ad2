package vn.haiphong.hotline1022.adapter.persistence;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The time of the database, the same for all nodes: a host whose clock jumps reports no limit too early or too late, and
 * takes no other node's lock for expired (ADR 0011). Read every second; in between, and while the database is away, the
 * host's counter goes on, which no setting of its clock moves.
 */
@Component("clock")
@Profile("!demo")
class DatabaseClock extends Clock implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** A reading that took longer says too little about now. */
    private static final long LONGEST_READING = Duration.ofMillis(250).toNanos();

    private final DataSource database;
    private final ScheduledExecutorService thread;
    private volatile Reading reading;

    private record Reading(Instant at, long counter) {}

    DatabaseClock(DataSource database) throws SQLException {
        this.database = database;
        read(Long.MAX_VALUE);
        var differs = Duration.between(instant(), Instant.now());
        if (differs.abs().compareTo(PAUSE) > 0) {
            LOG.warn("The clock of this host is {} off that of the database, which counts", differs);
        }
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var reader = new Thread(task, "database-clock");
            reader.setDaemon(true);
            return reader;
        });
        thread.scheduleWithFixedDelay(this::readAgain, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void readAgain() {
        try {
            read(LONGEST_READING);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The database does not say what time it is", e);
        }
    }

    private void read(long longest) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var before = System.nanoTime();
            try (var row = statement.executeQuery("select clock_timestamp()")) {
                row.next();
                var took = System.nanoTime() - before;
                if (took <= longest) {
                    reading = new Reading(row.getObject(1, OffsetDateTime.class).toInstant(), before + took / 2);
                }
            }
        }
    }

    @Override
    public Instant instant() {
        var last = reading;
        return last.at().plusNanos(System.nanoTime() - last.counter());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var utc = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return utc.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return utc.withZone(other);
            }
        };
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }
}
