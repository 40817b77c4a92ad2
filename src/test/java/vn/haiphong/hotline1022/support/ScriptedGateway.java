package vn.haiphong.hotline1022.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.session.connection.socket.ServerSocketConnectionFactory;
import org.jsmpp.util.MessageId;

/** An SMS gateway on loopback that answers each submit_sm as it is told: with a name, an error, or silence. */
public final class ScriptedGateway implements AutoCloseable, ServerMessageReceiverListener {

    /** What the gateway says to the next submit_sm. */
    public enum Answer {
        TAKEN,
        SILENCE,
        HANG_UP
    }

    private final SMPPServerSessionListener listener;
    private final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Object> script = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> names = new LinkedBlockingQueue<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final BlockingQueue<SMPPServerSession> sessions = new LinkedBlockingQueue<>();
    private volatile SMPPServerSession session;

    public ScriptedGateway() {
        this(0);
    }

    public ScriptedGateway(int port) {
        this(port, new ServerSocketConnectionFactory());
    }

    /** One that speaks TLS. */
    public ScriptedGateway(SSLContext context) {
        this(0, secured(context.getServerSocketFactory()));
    }

    private static ServerConnectionFactory secured(SSLServerSocketFactory sockets) {
        return new ServerConnectionFactory() {
            @Override
            public ServerConnection listen(int port) throws IOException {
                return new ServerSocketConnection(sockets.createServerSocket(port));
            }

            @Override
            public ServerConnection listen(int port, int timeout) throws IOException {
                return listen(port);
            }

            @Override
            public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
                return listen(port);
            }
        };
    }

    private ScriptedGateway(int port, ServerConnectionFactory connections) {
        try {
            listener = new SMPPServerSessionListener(port == 0 ? freePort() : port, connections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.setMessageReceiverListener(this);
        var server = new Thread(this::serve, "scripted-gateway");
        server.setDaemon(true);
        server.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return listener.getPort();
    }

    /** @param answers {@link Answer}, or the number of an error */
    public void answers(Object... answers) {
        script.addAll(List.of(answers));
    }

    /** How it calls what it takes next. */
    public void names(String... next) {
        names.addAll(List.of(next));
    }

    public List<SubmitSm> taken() {
        return taken;
    }

    /** The next connection that was bound. */
    public SMPPServerSession bound() throws InterruptedException {
        return sessions.take();
    }

    private void serve() {
        while (closed.getCount() > 0) {
            try {
                var accepted = listener.accept();
                accepted.waitForBind(5_000).accept("gateway", InterfaceVersion.IF_34);
                session = accepted;
                sessions.add(accepted);
            } catch (Exception e) {
                // whoever it was has gone
            }
        }
    }

    /** A citizen writes. */
    public void write(String from, String text) throws Exception {
        deliver(
                from,
                text.getBytes(StandardCharsets.UTF_16BE),
                new GeneralDataCoding(org.jsmpp.bean.Alphabet.ALPHA_UCS2),
                0);
    }

    public void writePart(String from, int reference, int parts, int part, String text) throws Exception {
        var body = text.getBytes(StandardCharsets.UTF_16BE);
        var whole = new byte[body.length + 6];
        System.arraycopy(new byte[] {5, 0, 3, (byte) reference, (byte) parts, (byte) part}, 0, whole, 0, 6);
        System.arraycopy(body, 0, whole, 6, body.length);
        deliver(from, whole, new GeneralDataCoding(org.jsmpp.bean.Alphabet.ALPHA_UCS2), 0x40);
    }

    public void report(String id, String state) throws Exception {
        var text = "id:" + id + " sub:001 dlvrd:001 submit date:2409180815 done date:2409180816 stat:" + state
                + " err:005 text:";
        deliver("84912345678", text.getBytes(StandardCharsets.US_ASCII), new GeneralDataCoding(), 0x04);
    }

    private void deliver(String from, byte[] bytes, DataCoding coding, int esm) throws Exception {
        session.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                from,
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "1022",
                new ESMClass(esm),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(),
                coding,
                bytes);
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        var next = script.poll();
        if (next instanceof Integer error) {
            throw new ProcessRequestException("refused", error);
        }
        taken.add(message);
        if (next == Answer.HANG_UP) {
            source.close();
        }
        if (next == Answer.SILENCE) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        try {
            var name = names.poll();
            return new SubmitSmResult(
                    new MessageId(name == null ? "id" + ids.incrementAndGet() : name),
                    new org.jsmpp.bean.OptionalParameter[0]);
        } catch (org.jsmpp.PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        if (session != null) {
            session.close();
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm message, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm message, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelSm(CancelSm message, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm message, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm message, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) {
        throw new UnsupportedOperationException();
    }
}
