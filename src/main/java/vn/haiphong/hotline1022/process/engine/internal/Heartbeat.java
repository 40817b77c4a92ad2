package vn.haiphong.hotline1022.process.engine.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Each node says every second that it lives, and frees the jobs that dead ones have locked (ADR 0011). It beats on a
 * connection of its own, which the database sees end with the process.
 */
@Component
class Heartbeat implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private static final Duration BEAT = Duration.ofSeconds(1);

    private static final String SAY = """
            insert into node_heartbeat (lock_owner, node, session, session_since, beat_at)
            select ?, ?, pid, backend_start, clock_timestamp() from pg_stat_activity where pid = pg_backend_pid()
            on conflict (lock_owner) do update
               set session = excluded.session, session_since = excluded.session_since, beat_at = excluded.beat_at
            """;

    /**
     * Silent and disconnected is dead. Silent but still connected may be a node that stands still for a moment, or one whose
     * host is gone without a word: it is given more time.
     */
    private static final String FREE = """
            with dead as (
                delete from node_heartbeat beat
                 where beat_at < clock_timestamp() - interval '2 seconds'
                   and (beat_at < clock_timestamp() - interval '20 seconds'
                        or not exists (select from pg_stat_activity
                            where pid = beat.session and backend_start = beat.session_since))
                returning lock_owner
            )
            update act_ru_job set lock_owner_ = null, lock_exp_time_ = null
             where lock_owner_ in (select lock_owner from dead)
            """;

    private final DataSource database;
    private final ObjectProvider<JobExecutor> executor;
    private final String node =
            ProcessHandle.current().pid() + "@" + System.getenv().getOrDefault("HOSTNAME", "?");
    private ScheduledExecutorService thread;
    private Connection connection;

    Heartbeat(DataSource database, ObjectProvider<JobExecutor> executor) {
        this.database = database;
        this.executor = executor;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var jobs = executor.getIfAvailable();
        if (jobs == null) {
            return; // a house without jobs locks none
        }
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var heart = new Thread(task, "heartbeat");
            heart.setDaemon(true);
            return heart;
        });
        thread.scheduleWithFixedDelay(() -> beat(jobs), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The connection is left to the pool: until that is closed a last job may be on its way, and this node not dead. */
    @Override
    public void destroy() {
        if (thread != null) {
            thread.shutdown();
        }
    }

    void beat(JobExecutor jobs) {
        try {
            if (connection == null) {
                connection = database.getConnection();
            }
            say(jobs.getLockOwner());
            var freed = free();
            if (freed > 0) {
                LOG.warn("A node has died: {} jobs it had locked are free again", freed);
                jobs.jobWasAdded();
            }
        } catch (SQLException e) {
            // The database is away: nobody can run a job, and all begin anew when it is back.
            LOG.warn("No heartbeat: {}", e.getMessage());
            letGo();
        } catch (RuntimeException e) {
            LOG.error("No heartbeat", e);
            letGo();
        }
    }

    private void say(String lockOwner) throws SQLException {
        try (var statement = connection.prepareStatement(SAY)) {
            statement.setString(1, lockOwner);
            statement.setString(2, node);
            statement.executeUpdate();
        }
    }

    private int free() throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(FREE);
        }
    }

    private void letGo() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("Already closed", e);
        }
        connection = null;
    }
}
