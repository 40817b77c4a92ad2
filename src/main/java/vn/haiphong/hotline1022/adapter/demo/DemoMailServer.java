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
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail server that takes every letter and delivers none: what came in since the start can be looked at. Only what is
 * written to the hotline itself lies in a mailbox, where the house reads it.
 */
final class DemoMailServer implements AutoCloseable {

    private static final int KEPT = 1000;
    private static final int KEPT_WITH_FILES = 200;
    private static final int STARTUP_MILLIS = 10_000;
    private static final String ANYBODY = "anybody";
    static final String HOTLINE = "tongdai";
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final GreenMail server;
    private final Deque<ReceivedMail> received = new ArrayDeque<>();
    private final Map<Long, List<Enclosed>> files = new LinkedHashMap<>();
    private long count;
    private GreenMailUser anybody;
    private GreenMailUser hotline;

    /** @param messageId null of an SMS: it is answered on a telephone */
    record ReceivedMail(
            long id,
            String to,
            String from,
            String replyTo,
            String messageId,
            String subject,
            String sentAt,
            String text,
            String html) {}

    record Enclosed(String name, String type, byte[] content) {}

    /** @param own the address of the hotline */
    DemoMailServer(String own) {
        server = new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_IMAP)});
        server.start();
        try {
            anybody = server.getUserManager().createUser(ANYBODY, ANYBODY, ANYBODY);
            hotline = server.getUserManager().createUser(own, HOTLINE, HOTLINE);
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
        var users = server.getUserManager();
        users.setMessageDeliveryHandler((message, address) -> {
            if (address.getEmail().equalsIgnoreCase(own)) {
                return hotline;
            }
            keep(message, address);
            return emptied(users);
        });
    }

    private static ServerSetup setup(String protocol) {
        var setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        return setup;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** Where the hotline's own mailbox is read; name and password are {@link #HOTLINE}. */
    int imapPort() {
        return server.getImap().getPort();
    }

    /** What came along with a letter. */
    synchronized List<Enclosed> filesOf(long id) {
        return files.getOrDefault(id, List.of());
    }

    /** As the recipient would answer with a mail program. */
    void answer(ReceivedMail mail, String text) {
        try {
            var answer = new MimeMessage(Session.getInstance(new Properties()));
            answer.setFrom(new InternetAddress(mail.to()));
            answer.setRecipients(Message.RecipientType.TO, mail.replyTo());
            answer.setSubject("Re: " + mail.subject(), StandardCharsets.UTF_8.name());
            answer.setHeader("In-Reply-To", mail.messageId());
            answer.setText(text, StandardCharsets.UTF_8.name());
            answer.saveChanges();
            hotline.deliver(answer);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
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
        keep(new ReceivedMail(
                ++count, to, from, null, null, "Tin nhắn SMS", WHEN.format(java.time.Instant.now()), text, ""));
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
        var replyTo = message.getReplyTo();
        var sent = message.getSentDate();
        keep(new ReceivedMail(
                ++count,
                address.getEmail(),
                from == null || from.length == 0 ? "" : ((InternetAddress) from[0]).toUnicodeString(),
                replyTo == null || replyTo.length == 0 ? null : ((InternetAddress) replyTo[0]).getAddress(),
                message.getMessageID(),
                message.getSubject() == null ? "" : message.getSubject(),
                sent == null ? "" : WHEN.format(sent.toInstant()),
                body(message, "text/plain"),
                body(message, "text/html")));
        var enclosed = enclosed(message);
        if (!enclosed.isEmpty()) {
            files.put(count, enclosed);
        }
        if (files.size() > KEPT_WITH_FILES) {
            files.remove(files.keySet().iterator().next());
        }
    }

    private static List<Enclosed> enclosed(Part part) throws MessagingException {
        try {
            var found = new ArrayList<Enclosed>();
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                var name = part.getFileName() == null ? "tep" : part.getFileName();
                var type = new ContentType(part.getContentType()).getBaseType();
                try (var in = part.getInputStream()) {
                    found.add(new Enclosed(name, type, in.readAllBytes()));
                }
            } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (var i = 0; i < parts.getCount(); i++) {
                    found.addAll(enclosed(parts.getBodyPart(i)));
                }
            }
            return found;
        } catch (IOException e) {
            throw new MessagingException("Unreadable mail", e);
        }
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
