package vn.haiphong.hotline1022.adapter.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.ReplySender;

/**
 * Hands a message to the mail server, one connection for each. What counts is to know afterwards whether it was taken: until
 * the server has asked for the content it certainly was not, once the content is on its way only the server's answer tells.
 */
@Component
class MailReplySender implements ReplySender {

    private final JavaMailSenderImpl server;
    private final Sender sender;
    private final Clock clock;
    private volatile Session last;

    MailReplySender(
            JavaMailSenderImpl server,
            @Value("${hotline.sender}") String sender,
            @Value("${hotline.imap.address:}") String answersTo,
            Clock clock) {
        this.server = server;
        this.sender = Sender.parse(sender, answersTo);
        this.clock = clock;
    }

    @Override
    public void send(Notice notice, Optional<Enclosure> enclosure, Runnable beforeHandingOver) {
        var session = session();
        var message = written(notice, enclosure, session);
        var transport = connected(session);
        try {
            beforeHandingOver.run();
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw failure(e, message.contentStarted());
        } finally {
            close(transport);
        }
    }

    /** Kept as long as the settings are the same: a new one searches every archive of the program for protocols. */
    private Session session() {
        var settings = settings();
        var session = last;
        if (session == null || !session.getProperties().equals(settings)) {
            session = Session.getInstance(settings);
            last = session;
        }
        return session;
    }

    private NoticeMessage written(Notice notice, Optional<Enclosure> enclosure, Session session) {
        try {
            return NoticeMessage.of(notice, enclosure, sender, clock.instant(), session);
        } catch (AddressException e) {
            throw new Rejected("Địa chỉ không hợp lệ: " + e.getMessage(), e);
        } catch (MessagingException e) {
            throw new NotSent("Không soạn được thư: " + e.getMessage(), e);
        }
    }

    private Transport connected(Session session) {
        Transport transport = null;
        try {
            transport = session.getTransport(protocol());
            // A blank name means: no login.
            var user = StringUtils.hasText(server.getUsername()) ? server.getUsername() : null;
            transport.connect(server.getHost(), server.getPort(), user, user == null ? null : server.getPassword());
            return transport;
        } catch (MessagingException e) {
            close(transport);
            throw new NotSent("Không kết nối được máy chủ thư: " + e.getMessage(), e);
        }
    }

    private static Failure failure(MessagingException e, boolean contentStarted) {
        var recipientRefused = find(e, SMTPAddressFailedException.class);
        if (recipientRefused != null) {
            var code = recipientRefused.getReturnCode();
            return code >= 500
                    ? new Rejected("Máy chủ thư từ chối người nhận: " + recipientRefused.getMessage(), e)
                    : new NotSent("Máy chủ thư hẹn lại: " + recipientRefused.getMessage(), e);
        }
        var answered = find(e, SMTPSendFailedException.class);
        var code = answered == null ? -1 : answered.getReturnCode();
        if (!contentStarted) {
            return code >= 500 && "DATA".equalsIgnoreCase(answered.getCommand())
                    ? new Rejected("Máy chủ thư từ chối thư: " + answered.getMessage(), e)
                    : new NotSent("Máy chủ thư chưa nhận thư: " + e.getMessage(), e);
        }
        if (code >= 500) {
            return new Rejected("Máy chủ thư từ chối thư: " + answered.getMessage(), e);
        }
        return code >= 400
                ? new NotSent("Máy chủ thư hẹn lại: " + answered.getMessage(), e)
                : new Uncertain("Mất kết nối khi đang gửi: " + e.getMessage(), e);
    }

    private static <T extends Exception> T find(MessagingException failure, Class<T> wanted) {
        for (Exception each = failure; each != null; ) {
            if (wanted.isInstance(each)) {
                return wanted.cast(each);
            }
            each = each instanceof MessagingException chain ? chain.getNextException() : null;
        }
        return null;
    }

    /** The settings of the house, with an end to every wait: a server that hangs must not hold up all other letters. */
    private Properties settings() {
        var settings = new Properties();
        settings.putAll(server.getJavaMailProperties());
        var prefix = "mail." + protocol() + ".";
        settings.putIfAbsent(prefix + "connectiontimeout", "5000");
        settings.putIfAbsent(prefix + "timeout", "10000");
        settings.putIfAbsent(prefix + "writetimeout", "10000");
        if (StringUtils.hasText(server.getUsername())) {
            settings.putIfAbsent(prefix + "auth", "true");
        }
        return settings;
    }

    private String protocol() {
        return StringUtils.hasText(server.getProtocol()) ? server.getProtocol() : JavaMailSenderImpl.DEFAULT_PROTOCOL;
    }

    private static void close(Transport transport) {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException e) {
            // what became of the message is known by now
        }
    }
}
