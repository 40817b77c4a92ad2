package vn.haiphong.hotline1022.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server on loopback that answers as it is told: by line or by command, a reply or {@link #HANG_UP}. The script may
 * change while it runs.
 */
public final class ScriptedSmtp implements AutoCloseable {

    public static final String HANG_UP = "hang up";
    private static final String SILENCE = "silence";

    private final ServerSocket socket;
    private final Map<String, String> script;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    public ScriptedSmtp(Map<String, String> script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var server = new Thread(this::serve, "scripted-smtp");
        server.setDaemon(true);
        server.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<String> commands() {
        return commands;
    }

    /** The Message-IDs of all letters that came in whole, whatever was answered. */
    public List<String> taken() {
        return taken;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client has gone, and with it the conversation
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        if (!say(client, script.getOrDefault("CONNECT", "220 test"))) {
            return;
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            commands.add(command);
            var usual = command.equals("DATA") ? "354 go on" : "250 ok";
            if (!say(client, script.getOrDefault(line, script.getOrDefault(command, usual)))) {
                return;
            }
            if (command.equals("DATA") && !script.containsKey("DATA") && !content(client, in)) {
                return;
            }
        }
    }

    private boolean content(Socket client, BufferedReader in) throws IOException {
        if (HANG_UP.equals(script.get("CONTENT"))) {
            in.readLine();
            return false;
        }
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            if (line.startsWith("Message-ID: ")) {
                taken.add(line.substring("Message-ID: ".length()));
            }
        }
        commands.add(".");
        return say(client, script.getOrDefault(".", "250 taken"));
    }

    private static boolean say(Socket client, String answer) throws IOException {
        if (answer.equals(SILENCE)) {
            return true;
        }
        if (answer.equals(HANG_UP)) {
            return false;
        }
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }
}
