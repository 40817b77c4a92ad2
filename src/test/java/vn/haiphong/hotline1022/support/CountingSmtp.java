package vn.haiphong.hotline1022.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * A mail server in a process of its own that can be killed like any other. Each letter is written down (recipient,
 * Message-ID) before it is acknowledged, so that a letter counts even if its sender never hears so.
 */
public final class CountingSmtp implements AutoCloseable {

    /** Long enough that a node killed at any moment is often killed between handing over a letter and noting it. */
    private static final Duration BEFORE_ACKNOWLEDGING = Duration.ofMillis(20);

    private final Path file;
    private final int port;
    private final Duration pause;
    private Process process;

    private CountingSmtp(Path file, int port, Duration pause) {
        this.file = file;
        this.port = port;
        this.pause = pause;
    }

    public static CountingSmtp start(Path home) {
        return start(home, BEFORE_ACKNOWLEDGING);
    }

    /** @param pause before a letter is acknowledged */
    public static CountingSmtp start(Path home, Duration pause) {
        try {
            Files.createDirectories(home);
            var server = new CountingSmtp(home.resolve("letters"), Node.freePort(), pause);
            Files.deleteIfExists(server.file);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        try {
            process = new ProcessBuilder(
                            Node.JAVA,
                            "-Xmx64m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CountingSmtp.class.getName(),
                            Integer.toString(port),
                            file.toString(),
                            Long.toString(pause.toMillis()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            if (!"ready".equals(said.readLine())) {
                throw new IllegalStateException("The mail server did not start");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    public int port() {
        return port;
    }

    /** All letters that came in whole, as often as they did. */
    public List<Letter> letters() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\t"))
                    .map(parts -> new Letter(parts[0], parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Letter(String recipient, String messageId) {}

    // The process ----------------------------------------------------------------------------------------------------

    /** @param args port, file of letters, milliseconds before acknowledging */
    public static void main(String[] args) throws IOException {
        try (var socket = new ServerSocket(Integer.parseInt(args[0]), 200, InetAddress.getLoopbackAddress());
                var letters =
                        FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            System.out.println("ready");
            var talks = Executors.newCachedThreadPool();
            var pause = Long.parseLong(args[2]);
            while (true) {
                var client = socket.accept();
                talks.execute(() -> talk(client, letters, pause));
            }
        }
    }

    private static void talk(Socket client, FileChannel letters, long pause) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            var out = client.getOutputStream();
            say(out, "220 test");
            var recipients = new ArrayList<String>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                    case "RCPT" -> {
                        recipients.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
                        say(out, "250 ok");
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        var messageId = content(in);
                        if (messageId == null) {
                            return; // the sender is gone in the middle of it: no letter
                        }
                        for (var recipient : recipients) {
                            note(letters, recipient + "\t" + messageId + "\n");
                        }
                        Thread.sleep(pause);
                        say(out, "250 taken");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // the client has gone, and with it the conversation
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String content(BufferedReader in) throws IOException {
        String messageId = "none";
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return null;
            }
            if (line.startsWith("Message-ID: ")) {
                messageId = line.substring("Message-ID: ".length());
            }
        }
        return messageId;
    }

    private static void note(FileChannel letters, String line) throws IOException {
        synchronized (letters) {
            letters.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
