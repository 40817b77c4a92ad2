package vn.haiphong.hotline1022.adapter.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A mail server that takes every letter and delivers none: what came in since the start can be looked at. */
final class DemoMailServer implements AutoCloseable {

    private static final int KEPT = 1000;
    private static final int STARTUP_MILLIS = 10_000;
    private static final String ANYBODY = "anybody";
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final GreenMail server;
    private final Deque<ReceivedMail> received = new ArrayDeque<>();
    private long count;
    private GreenMailUser anybody;

    record ReceivedMail(long id, String to, String from, String subject, String sentAt, String text, String html) {}

    DemoMailServer() {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        server = new GreenMail(setup);
        server.start();
        try {
            anybody = server.getUserManager().createUser(ANYBODY, ANYBODY, ANYBODY);
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
        var users = server.getUserManager();
        users.setMessageDeliveryHandler((message, address) -> {
            keep(message, address);
            return emptied(users);
        });
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** Newest first. @param recipient part of the address to look for; blank: all */
    synchronized List<ReceivedMail> received(String recipient) {
        var wanted = recipient.strip().toLowerCase(Locale.ROOT);
        return received.stream()
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    synchronized Optional<ReceivedMail> find(long id) {
        return received.stream().filter(mail -> mail.id() == id).findFirst();
    }

    /** An SMS, as it came to the telephone. */
    synchronized void keepSms(String to, String from, String text) {
        keep(new ReceivedMail(++count, to, from, "Tin nhắn SMS", WHEN.format(java.time.Instant.now()), text, ""));
    }

    private void keep(ReceivedMail mail) {
        received.addFirst(mail);
        if (received.size() > KEPT) {
            received.removeLast();
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private synchronized void keep(MovingMessage moving, MailAddress address) throws MessagingException {
        var message = moving.getMessage();
        var from = message.getFrom();
        var sent = message.getSentDate();
        keep(new ReceivedMail(
                ++count,
                address.getEmail(),
                from == null || from.length == 0 ? "" : ((InternetAddress) from[0]).toUnicodeString(),
                message.getSubject() == null ? "" : message.getSubject(),
                sent == null ? "" : WHEN.format(sent.toInstant()),
                body(message, "text/plain"),
                body(message, "text/html")));
    }

    /** The server insists on a mailbox of its own; ours is enough. */
    private GreenMailUser emptied(UserManager users) throws MessagingException {
        try {
            users.getImapHostManager().getInbox(anybody).deleteAllMessages();
            return anybody;
        } catch (FolderException e) {
            throw new MessagingException("Mailbox", e);
        }
    }

    private static String body(Part part, String type) throws MessagingException {
        try {
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (var i = 0; i < parts.getCount(); i++) {
                    BodyPart each = parts.getBodyPart(i);
                    var found = body(each, type);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return "";
        } catch (IOException e) {
            throw new MessagingException("Unreadable mail", e);
        }
    }
}
