package vn.haiphong.hotline1022.process.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.support.TestPostgres;

class HeartbeatTest {

    private final DataSource database = TestPostgres.emptyRegister();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JobExecutor jobs = mock(JobExecutor.class);
    private final Heartbeat heartbeat = new Heartbeat(database, null);
    private Connection other;

    @BeforeEach
    void two_nodes_with_a_locked_job_each() throws Exception {
        jdbc.sql("create table act_ru_job (id_ text, lock_owner_ text, lock_exp_time_ timestamp)")
                .update();
        jdbc.sql("insert into act_ru_job values ('ours', 'this', now()), ('theirs', 'other', now())")
                .update();
        when(jobs.getLockOwner()).thenReturn("this");
        other = database.getConnection();
        try (var says = other.createStatement()) {
            says.execute("insert into node_heartbeat select 'other', 'x', pid, backend_start, clock_timestamp()"
                    + " from pg_stat_activity where pid = pg_backend_pid()");
        }
    }

    @AfterEach
    void end() throws Exception {
        other.close();
    }

    @Test
    void a_node_that_says_nothing_and_has_gone_is_dead_and_its_jobs_are_free_at_once() throws Exception {
        other.close();
        lastHeardOf("3 seconds");

        heartbeat.beat(jobs);

        assertThat(locked()).containsExactly("ours");
        verify(jobs).jobWasAdded();
        assertThat(nodes()).containsExactly("this");
    }

    @Test
    void one_that_stands_still_for_a_moment_keeps_its_jobs_while_its_connection_stands() {
        lastHeardOf("10 seconds");

        heartbeat.beat(jobs);

        assertThat(locked()).containsExactly("ours", "theirs");
        verify(jobs, never()).jobWasAdded();
    }

    @Test
    void one_whose_host_has_gone_without_a_word_is_dead_after_a_while() {
        lastHeardOf("21 seconds");

        heartbeat.beat(jobs);

        assertThat(locked()).containsExactly("ours");
    }

    @Test
    void one_that_lives_keeps_its_jobs_and_so_does_one_that_was_taken_for_dead_and_is_back() {
        heartbeat.beat(jobs);
        jdbc.sql("delete from node_heartbeat where lock_owner = 'this'").update();
        heartbeat.beat(jobs);

        assertThat(locked()).containsExactly("ours", "theirs");
        assertThat(nodes()).containsExactly("other", "this");
    }

    private void lastHeardOf(String ago) {
        jdbc.sql("update node_heartbeat set beat_at = clock_timestamp() - interval '" + ago + "'")
                .update();
    }

    private List<String> locked() {
        return jdbc.sql("select id_ from act_ru_job where lock_owner_ is not null order by 1")
                .query(String.class)
                .list();
    }

    private List<String> nodes() {
        return jdbc.sql("select lock_owner from node_heartbeat order by 1")
                .query(String.class)
                .list();
    }
}
