package vn.haiphong.hotline1022.adapter.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.ReplySender.Enclosure;

/** A notice as mail: text and HTML and what goes along, under the identity the notice was given when it was kept. */
final class NoticeMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;
    private boolean contentStarted;

    private NoticeMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @throws AddressException if nobody can be reached at that address */
    static NoticeMessage of(Notice notice, Optional<Enclosure> enclosure, Sender sender, Instant now, Session session)
            throws MessagingException {
        var message = new NoticeMessage(session, oneLine(notice.messageId()));
        message.setFrom(sender.address());
        if (sender.answersTo().isPresent()) {
            message.setReplyTo(new Address[] {sender.answersTo().get()});
        }
        message.setRecipient(Message.RecipientType.TO, recipient(notice));
        message.setSubject(oneLine(notice.subject()), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", "vi");
        var text = new MimeBodyPart();
        text.setText(notice.text(), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(notice.html(), UTF_8, "html");
        var words = new MimeMultipart("alternative", text, html);
        if (enclosure.isEmpty()) {
            message.setContent(words);
        } else {
            var both = new MimeBodyPart();
            both.setContent(words);
            message.setContent(new MimeMultipart("mixed", both, file(enclosure.get())));
        }
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart file(Enclosure enclosure) throws MessagingException {
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(enclosure.content(), enclosure.type())));
        file.setFileName(enclosure.name());
        file.setDisposition(Part.ATTACHMENT);
        return file;
    }

    /** Whether the mail server has asked for the content, so that it may have it. */
    boolean contentStarted() {
        return contentStarted;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        contentStarted = true;
        super.writeTo(out, ignoreList);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress recipient(Notice notice) throws AddressException {
        var address = notice.recipient();
        if (!address.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new AddressException("ký tự lạ", oneLine(address));
        }
        var recipient = new InternetAddress(address, true);
        if (!address.equals(recipient.getAddress()) || !address.contains("@")) {
            throw new AddressException("không phải một địa chỉ", address);
        }
        try {
            if (notice.recipientName() != null && !notice.recipientName().isBlank()) {
                recipient.setPersonal(oneLine(notice.recipientName()), UTF_8);
            }
            return recipient;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A header ends with its line: whatever came in from outside must not begin a new one. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
