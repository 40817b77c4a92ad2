package vn.haiphong.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of the PostgreSQL processes this program has started, in milliseconds; 0 where there is no /proc. */
final class DatabaseCpu {

    private static final long MILLIS_PER_TICK = 10;

    private DatabaseCpu() {}

    static long millis() {
        return ProcessHandle.current()
                        .descendants()
                        .filter(process -> process.info().command().orElse("").contains("postgres"))
                        .mapToLong(process -> ticks(process.pid()))
                        .sum()
                * MILLIS_PER_TICK;
    }

    private static long ticks(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (java.io.IOException e) {
            return 0; // it has ended meanwhile
        }
    }
}
