package vn.haiphong.hotline1022.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import vn.haiphong.hotline1022.Hotline1022;

/** One node of the house in production: a process of its own on a PostgreSQL others share, which can be killed. */
public final class Node implements AutoCloseable {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Class<?> program;
    private final String name;
    private final String database;
    private final int mailPort;
    private final Path home;
    private final int port = freePort();
    private String zone = "UTC";
    private Process process;

    /** @param database JDBC address; user and password are "postgres" */
    public Node(String name, String database, int mailPort, Path home) {
        this(Hotline1022.class, name, database, mailPort, home);
    }

    /** @param program another one than ours, to compare with; it may be one of the tests' */
    public Node(Class<?> program, String name, String database, int mailPort, Path home) {
        this.program = program;
        this.name = name;
        this.database = database;
        this.mailPort = mailPort;
        this.home = home;
    }

    /** On a machine in that zone. */
    public Node inZone(String zone) {
        this.zone = zone;
        return this;
    }

    public Http http() {
        return new Http(port);
    }

    /** Begins to start; see {@link #isReady()}. */
    public Node start(String... settings) {
        try {
            Files.createDirectories(home);
            var command = new ProcessBuilder(
                    JAVA,
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Duser.timezone=" + zone,
                    "-cp",
                    classPath(),
                    program.getName());
            command.command().addAll(Arrays.asList(settings));
            var environment = command.environment();
            environment.put("SPRING_DATASOURCE_URL", database);
            environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
            environment.put("SPRING_DATASOURCE_PASSWORD", "postgres");
            environment.put("SPRING_MAIL_HOST", "127.0.0.1");
            environment.put("SPRING_MAIL_PORT", Integer.toString(mailPort));
            environment.put("HOTLINE_NOTICES_WINDOW", "PT2S"); // as in a house, but soon over
            environment.put("SERVER_ADDRESS", "127.0.0.1");
            environment.put("SERVER_PORT", Integer.toString(port));
            var log =
                    ProcessBuilder.Redirect.appendTo(home.resolve(name + ".log").toFile());
            process = command.redirectErrorStream(true).redirectOutput(log).start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " has ended by itself: see its log in " + home);
        }
        try {
            return http().get("/actuator/health").statusCode() == 200;
        } catch (IllegalStateException nobodyThereYet) {
            return false;
        }
    }

    /** Whether these words stand in its log, for a program without a web address. */
    public boolean hasSaid(String words) {
        try {
            return Files.readString(home.resolve(name + ".log")).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL: no thread gets to finish anything. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The house in production knows nothing of its tests. */
    private String classPath() {
        var all = System.getProperty("java.class.path");
        return program != Hotline1022.class
                ? all
                : Arrays.stream(all.split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator));
    }
}
