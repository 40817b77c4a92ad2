package vn.haiphong.hotline1022.adapter.sms;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.ReplySender.NotSent;

/**
 * The connection to the SMS gateway, bound as transceiver: one session carries what goes out, what comes in and what became
 * of it. When it breaks it is made again, after pauses that grow.
 */
@Component
@ConditionalOnProperty("hotline.sms.host")
class SmppGateway implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SmppGateway.class);
    private static final long FIRST_PAUSE = 1_000;
    private static final long LONGEST_PAUSE = 60_000;
    private static final Pattern IP = Pattern.compile("[0-9.]+|.*:.*");
    private static final int CONNECT_MILLIS = 10_000;

    private final SmsSettings settings;
    private final SmppInbox inbox;
    private final SSLSocketFactory sockets;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile SMPPSession session;
    private volatile boolean running;
    private Thread keeper;

    /** @param bundle whom to trust, where the gateway's certificate is of no authority everybody knows */
    @Autowired
    SmppGateway(
            SmsSettings settings,
            SmppInbox inbox,
            @Value("${hotline.sms.tls-bundle:}") String bundle,
            SslBundles bundles) {
        this(
                settings,
                inbox,
                bundle.isBlank()
                        ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                        : bundles.getBundle(bundle).createSslContext().getSocketFactory());
    }

    SmppGateway(SmsSettings settings, SmppInbox inbox, SSLSocketFactory sockets) {
        this.settings = settings;
        this.inbox = inbox;
        this.sockets = sockets;
    }

    /** @throws NotSent as long as there is none */
    SMPPSession session() {
        var current = session;
        if (current == null || !current.getSessionState().isTransmittable()) {
            throw new NotSent("Chưa kết nối được cổng tin nhắn.", null);
        }
        return current;
    }

    @Override
    public void start() {
        running = true;
        keeper = new Thread(this::keep, "sms-gateway");
        keeper.setDaemon(true);
        keeper.start();
    }

    @Override
    public void stop() {
        running = false;
        keeper.interrupt();
        var current = session;
        if (current != null) {
            current.unbindAndClose();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keep() {
        var pause = FIRST_PAUSE;
        while (running) {
            try {
                session = connected();
                LOG.info("SMS gateway {}:{} bound", settings.host, settings.port);
                pause = FIRST_PAUSE;
                untilItBreaks();
                if (running) {
                    LOG.warn("SMS gateway {}:{} lost, connecting again", settings.host, settings.port);
                }
            } catch (IOException e) {
                LOG.warn(
                        "SMS gateway {}:{} away, again in {} ms: {}",
                        settings.host,
                        settings.port,
                        pause,
                        e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
    }

    SMPPSession connected() throws IOException {
        var made = settings.tls ? new SMPPSession(this::secured) : new SMPPSession();
        made.setEnquireLinkTimer((int) settings.enquireEvery.toMillis());
        made.setTransactionTimer(settings.answerWithin.toMillis());
        made.setMessageReceiverListener(inbox);
        made.addSessionStateListener((now, before, source) -> signal());
        made.connectAndBind(
                settings.host,
                settings.port,
                new BindParameter(
                        BindType.BIND_TRX,
                        settings.systemId,
                        settings.password,
                        settings.systemType,
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                CONNECT_MILLIS);
        return made;
    }

    /** The certificate has to name the host, as in a browser. */
    private SocketConnection secured(String host, int port) throws IOException {
        var socket = (SSLSocket) sockets.createSocket();
        try {
            socket.connect(new java.net.InetSocketAddress(host, port), CONNECT_MILLIS);
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (!IP.matcher(host).matches()) {
                parameters.setServerNames(List.of(new SNIHostName(host)));
            }
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new SocketConnection(socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void untilItBreaks() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running && session.getSessionState().isBound()) {
                changed.await(10, TimeUnit.SECONDS);
                inbox.lookForUnfinished();
            }
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
