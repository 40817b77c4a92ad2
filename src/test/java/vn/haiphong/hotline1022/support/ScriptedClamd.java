package vn.haiphong.hotline1022.support;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A virus scanner on loopback that takes what it is sent (INSTREAM) and answers as it is told. */
public final class ScriptedClamd implements AutoCloseable {

    public static final String HANG_UP = "hang up";

    private final ServerSocket socket;
    private final Thread server;
    private final List<byte[]> scanned = new CopyOnWriteArrayList<>();
    private volatile String answer;

    public ScriptedClamd(String answer) {
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new Thread(this::serve, "scripted-clamd");
        server.setDaemon(true);
        server.start();
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** What came in, each file whole. */
    public List<byte[]> scanned() {
        return scanned;
    }

    /** @param answer as clamd words it, or {@link #HANG_UP} */
    public void answers(String answer) {
        this.answer = answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            server.join(5_000); // until then somebody who calls may still be let in
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                var in = new DataInputStream(client.getInputStream());
                var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
                if (!command.equals("zINSTREAM\0") || answer.equals(HANG_UP)) {
                    continue;
                }
                var file = new ByteArrayOutputStream();
                for (var length = in.readInt(); length > 0; length = in.readInt()) {
                    file.writeBytes(in.readNBytes(length));
                }
                scanned.add(file.toByteArray());
                client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // the next one
            }
        }
    }
}
