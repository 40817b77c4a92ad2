package vn.haiphong.hotline1022.adapter.files;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;
import vn.haiphong.hotline1022.application.port.VirusScan;

/** ClamAV's daemon, asked over its socket (INSTREAM); its {@code StreamMaxLength} must not be below our largest file. */
@Component
class Clamd implements VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final String host;
    private final int port;

    /** @param address host:port; empty: there is none */
    Clamd(@Value("${hotline.clamd}") String address) {
        var given = address.strip();
        if (!given.isEmpty() && !given.matches("[^\\s:]+:\\d{1,5}")) {
            throw new SettingsRefused(
                    "hotline.clamd (HOTLINE_CLAMD) phải có dạng máy-chủ:cổng, ví dụ clamd.noi-bo:3310;"
                            + " để trống nếu không quét mã độc.");
        }
        var colon = given.indexOf(':');
        host = colon < 0 ? "" : given.substring(0, colon);
        port = colon < 0 ? 0 : Integer.parseInt(given.substring(colon + 1));
    }

    @Override
    public Verdict of(byte[] bytes) {
        if (host.isEmpty()) {
            return Verdict.OFF;
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) TO_CONNECT.toMillis());
            socket.setSoTimeout((int) TO_ANSWER.toMillis());
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (var at = 0; at < bytes.length; at += CHUNK) {
                var length = Math.min(CHUNK, bytes.length - at);
                out.writeInt(length);
                out.write(bytes, at, length);
            }
            out.writeInt(0);
            out.flush();
            return verdict(new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("clamd at {}:{} does not answer; files wait unopened: {}", host, port, e.toString());
            return Verdict.AWAY;
        }
    }

    @Override
    public boolean isSetUp() {
        return !host.isEmpty();
    }

    private static Verdict verdict(String answer) {
        var said = answer.replace("\0", "").strip();
        if (said.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (said.startsWith("stream: ") && said.endsWith(" FOUND")) {
            LOG.warn("clamd found a virus in a file that was sent: {}", said);
            return Verdict.INFECTED;
        }
        LOG.warn("clamd could not judge a file; it waits unopened: {}", said);
        return Verdict.AWAY;
    }
}
