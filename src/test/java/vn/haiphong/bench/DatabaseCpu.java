package vn.haiphong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CPU time of the whole PostgreSQL server behind a connection on this machine, in milliseconds; Linux only. */
final class DatabaseCpu {

    private static final long MILLIS_PER_TICK = 10;

    private DatabaseCpu() {}

    /** The postmaster's own, that of the backends it has seen end, and that of those alive. */
    static long millis(JdbcClient jdbc) {
        var backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        var postmaster = ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .orElseThrow(() -> new IllegalStateException("The database is not on this machine: " + backend));
        var ticks = ticks(postmaster.pid(), 11, 14)
                + postmaster
                        .children()
                        .mapToLong(process -> ticks(process.pid(), 11, 12))
                        .sum();
        return ticks * MILLIS_PER_TICK;
    }

    /** The sum of some columns of /proc/PID/stat, counted after the command's closing bracket. */
    private static long ticks(long pid, int from, int to) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var sum = 0L;
            for (var i = from; i <= to; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum;
        } catch (java.nio.file.NoSuchFileException e) {
            return 0; // it has ended meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
