package vn.haiphong.hotline1022.process.engine.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * Nodes look for due jobs one after the other. Together they would all find the same ones, and all but one would lose them
 * again when they commit: with two nodes much of a storm would be spent on that. It is a courtesy, no safeguard: who has
 * waited for long goes ahead, since the one whose turn it is may stand still, or its host may be gone without a word.
 */
class JobsInTurn extends AcquireJobsCmd {

    private static final String TAKE_TURN =
            "select pg_try_advisory_xact_lock(1022, 1)"; // until the commit, some milliseconds
    private static final Duration PAUSE = Duration.ofMillis(3);
    private static final int PATIENCE = 70;

    JobsInTurn(JobExecutor executor, int atMost) {
        super(executor, atMost);
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
        var connection = context.getDbSqlSession().getSqlSession().getConnection();
        for (var tries = 0; tries < PATIENCE && !isMyTurn(connection); tries++) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return super.execute(context);
    }

    private static boolean isMyTurn(Connection connection) {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(TAKE_TURN)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException e) {
            throw new ProcessEngineException("No turn to look for jobs", e);
        }
    }
}
