package vn.haiphong.hotline1022.adapter.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
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
import org.jsmpp.util.MessageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.haiphong.hotline1022.domain.message.SmsText;

/** A gateway that takes every SMS, delivers none and says that it did; they can be read beside the letters. */
final class DemoSmsGateway implements ServerMessageReceiverListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSmsGateway.class);
    private static final int BIND_MILLIS = 5_000;
    private static final byte RECEIPT = 4;
    private static final int HEADER = 6;

    private final SMPPServerSessionListener listener;
    private final DemoMailServer shown;
    private final Map<String, Map<Integer, String>> unfinished = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final ExecutorService receipts = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "demo-sms-receipts");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean open = true;

    DemoSmsGateway(DemoMailServer shown) {
        this.shown = shown;
        try {
            listener = new SMPPServerSessionListener(freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.setMessageReceiverListener(this);
        var server = new Thread(this::serve, "demo-sms-gateway");
        server.setDaemon(true);
        server.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return listener.getPort();
    }

    private void serve() {
        while (open) {
            try {
                listener.accept().waitForBind(BIND_MILLIS).accept("demo", InterfaceVersion.IF_34);
            } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
                LOG.debug("Nobody bound: {}", e.toString());
            }
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        try {
            var id = new MessageId(Long.toString(ids.incrementAndGet()));
            keep(message);
            receipts.execute(() -> report(id.getValue(), message, source));
            return new SubmitSmResult(id, new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new ProcessRequestException("no name", SMPPConstant.STAT_ESME_RSYSERR, e);
        }
    }

    private void keep(SubmitSm message) {
        var bytes = message.getShortMessage();
        if (!message.isUdhi()) {
            shown.keepSms(message.getDestAddress(), message.getSourceAddr(), read(message, bytes));
            return;
        }
        var whole = message.getDestAddress() + "|" + bytes[3];
        var parts = unfinished.computeIfAbsent(whole, none -> new TreeMap<>());
        synchronized (parts) {
            parts.put((int) bytes[5], read(message, Arrays.copyOfRange(bytes, HEADER, bytes.length)));
            if (parts.size() == bytes[4]) {
                unfinished.remove(whole);
                shown.keepSms(message.getDestAddress(), message.getSourceAddr(), String.join("", parts.values()));
            }
        }
    }

    private static String read(SubmitSm message, byte[] bytes) {
        return message.getDataCoding() == 8 ? new String(bytes, StandardCharsets.UTF_16BE) : SmsText.read(bytes);
    }

    private static void report(String id, SubmitSm message, SMPPServerSession source) {
        try {
            source.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    message.getDestAddress(),
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    message.getSourceAddr(),
                    new ESMClass(RECEIPT),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(),
                    new GeneralDataCoding(),
                    ("id:" + id + " sub:001 dlvrd:001 stat:DELIVRD err:000 text:").getBytes(StandardCharsets.US_ASCII));
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException e) {
            LOG.debug("A receipt was not taken: {}", e.toString());
        }
    }

    @Override
    public void close() {
        open = false;
        receipts.shutdownNow();
        try {
            listener.close();
        } catch (IOException e) {
            LOG.debug("Closing", e);
        }
    }

    private static ProcessRequestException notHere() {
        return new ProcessRequestException("submit_sm is what we take", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source)
            throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm message, SMPPServerSession source) throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm message, SMPPServerSession source) throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public void onAcceptCancelSm(CancelSm message, SMPPServerSession source) throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession source)
            throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm message, SMPPServerSession source)
            throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm message, SMPPServerSession source)
            throws ProcessRequestException {
        throw notHere();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        throw notHere();
    }
}
