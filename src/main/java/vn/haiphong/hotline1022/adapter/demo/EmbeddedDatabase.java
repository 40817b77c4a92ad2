package vn.haiphong.hotline1022.adapter.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;

/**
 * A real PostgreSQL whose data stay in a directory of ours. One house at a time holds the directory; a server left running by
 * a house that was killed is stopped first.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "postgres";
    private static final String NAME = "hotline";
    private static final Duration STARTUP = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 2;

    private final FileChannel lockFile;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(FileChannel lockFile, EmbeddedPostgres server) {
        this.lockFile = lockFile;
        this.server = server;
    }

    /** @throws SettingsRefused if another house holds the directory, or PostgreSQL does not come up there */
    static EmbeddedDatabase in(Path directory) {
        var home = directory.toAbsolutePath().normalize();
        var lockFile = hold(home);
        try {
            return new EmbeddedDatabase(lockFile, start(home.toRealPath()));
        } catch (IOException | SQLException | RuntimeException e) {
            closeQuietly(lockFile);
            throw e instanceof SettingsRefused refused
                    ? refused
                    : new SettingsRefused(
                            "Không khởi động được PostgreSQL nhúng trong thư mục " + home
                                    + ": hãy xem tệp postgres.log ở đó, hoặc khai báo cơ sở dữ liệu khác ở SPRING_DATASOURCE_URL.",
                            e);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + NAME;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closeQuietly(lockFile);
        }
    }

    private static FileChannel hold(Path home) {
        FileChannel channel = null;
        try {
            Files.createDirectories(home);
            channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) != null) {
                return channel;
            }
        } catch (IOException e) {
            closeQuietly(channel);
            throw new SettingsRefused(
                    "Không ghi được vào thư mục dữ liệu " + home
                            + ": hãy cấp quyền ghi hoặc chọn thư mục khác ở hotline.demo.data.",
                    e);
        }
        closeQuietly(channel);
        throw new SettingsRefused(
                "Thư mục dữ liệu " + home
                        + " đang được một bản Tổng đài 1022 khác sử dụng: hãy dừng bản đó, hoặc chọn thư mục khác ở hotline.demo.data.");
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    private static EmbeddedPostgres start(Path home) throws IOException, SQLException {
        var log = home.resolve("postgres.log");
        Files.deleteIfExists(log);
        var data = home.resolve("postgres");
        if (!Files.exists(data)) {
            create(home, data, log);
        }
        return start(data, log);
    }

    /** Made aside and moved when complete: whoever is killed meanwhile leaves nothing half-made behind. */
    private static void create(Path home, Path data, Path log) throws IOException, SQLException {
        var unfinished = home.resolve("postgres.new");
        if (Files.exists(unfinished)) {
            stopLeftover(unfinished);
            delete(unfinished);
        }
        try (var server = start(unfinished, log);
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + NAME);
        }
        Files.move(unfinished, data);
    }

    private static EmbeddedPostgres start(Path data, Path log) throws IOException {
        IOException failure = null;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            stopLeftover(data);
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        // We stop it ourselves, after the connection pool.
                        .setRegisterShutdownHook(false)
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        // The carrier is made for tests and gives up durability; here data must outlive a power cut.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "100")
                        .setPGStartupWait(STARTUP)
                        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
            } catch (IOException | RuntimeException e) {
                failure = e instanceof IOException io ? io : new IOException(e);
            }
        }
        throw failure;
    }

    /** Whoever holds the lock and finds a server at work on these data meets one whose house was killed. */
    private static void stopLeftover(Path data) throws IOException {
        var note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        var process = processIn(note);
        if (process == null || !process.isAlive()) {
            return; // PostgreSQL recognises a note of the dead by itself
        }
        if (!isPostgres(process)) {
            // The number belongs to somebody else by now, and would keep PostgreSQL from starting.
            Files.delete(note);
            return;
        }
        if (!process.info().commandLine().orElse("").contains(data.toString())) {
            throw new SettingsRefused("Không rõ tiến trình PostgreSQL số " + process.pid() + " có còn dùng dữ liệu ở "
                    + data + " không: hãy dừng tiến trình đó rồi khởi động lại.");
        }
        if (!stopped(process, "INT") && !stopped(process, "QUIT")) {
            throw new SettingsRefused("PostgreSQL của lần chạy trước (tiến trình " + process.pid()
                    + ") chưa dừng: hãy dừng tiến trình đó rồi khởi động lại.");
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        var program = process.info().command().map(Path::of).map(Path::getFileName);
        return program.isPresent() && program.get().toString().startsWith("postgres");
    }

    private static ProcessHandle processIn(Path note) throws IOException {
        try {
            var lines = Files.readAllLines(note);
            return lines.isEmpty()
                    ? null
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElse(null);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    /** INT lets PostgreSQL break its sessions off and write everything down; QUIT leaves that to the next start. */
    private static boolean stopped(ProcessHandle process, String signal) throws IOException {
        try {
            signal(process, signal);
            process.onExit().get(20, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void signal(ProcessHandle process, String signal) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException noSuchCommand) {
            process.destroy();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (FileSystemException e) {
            throw new IOException("Leftover of a broken start: " + directory, e);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // the lock goes with the process at the latest
        }
    }
}
