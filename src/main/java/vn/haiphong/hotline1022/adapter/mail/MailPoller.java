package vn.haiphong.hotline1022.adapter.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.haiphong.hotline1022.application.hear.TakeMail;
import vn.haiphong.hotline1022.application.port.MailboxReaders;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;
import vn.haiphong.hotline1022.application.reply.FollowDelivery;

/**
 * Takes what citizens write to the hotline's mailbox, one node at a time. A letter is in the register before it is marked as
 * read: whoever dies in between finds it known. Numbers count, not marks: a letter somebody else opened is taken, too.
 */
@Component
@ConditionalOnProperty("hotline.imap.host")
class MailPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailPoller.class);
    private static final Duration MINE_FOR = Duration.ofMinutes(5);

    private final TakeMail takeMail;
    private final FollowDelivery follow;
    private final MailboxReaders readers;
    private final JudgeFiles judge;
    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final boolean tls;
    private final String folderName;
    private final Duration every;
    private final long largest;
    private final Sender own;
    private final String node = UUID.randomUUID().toString();
    private volatile boolean running;
    private Thread reader;

    MailPoller(
            TakeMail takeMail,
            FollowDelivery follow,
            MailboxReaders readers,
            JudgeFiles judge,
            @Value("${hotline.imap.host}") String host,
            @Value("${hotline.imap.port}") int port,
            @Value("${hotline.imap.username}") String user,
            @Value("${hotline.imap.password}") String password,
            @Value("${hotline.imap.tls}") boolean tls,
            @Value("${hotline.imap.folder}") String folderName,
            @Value("${hotline.imap.every}") Duration every,
            @Value("${hotline.imap.largest}") String largest,
            @Value("${hotline.sender}") String sender,
            @Value("${hotline.imap.address:}") String answersTo) {
        this.takeMail = takeMail;
        this.follow = follow;
        this.readers = readers;
        this.judge = judge;
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.tls = tls;
        this.folderName = folderName;
        this.every = every;
        this.largest = DataSize.parse(largest).toBytes();
        this.own = Sender.parse(sender, answersTo);
    }

    @Override
    public void start() {
        running = true;
        reader = new Thread(this::read, "mailbox");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void stop() {
        running = false;
        reader.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void read() {
        while (running) {
            try {
                poll();
            } catch (MessagingException | RuntimeException e) {
                LOG.warn("Mailbox {}@{} could not be read, again in {}: {}", user, host, every, e.toString());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Once through all that is new. */
    synchronized void poll() throws MessagingException {
        var mailbox = user + "@" + host + "/" + folderName;
        if (!readers.claim(mailbox, node, MINE_FOR)) {
            return;
        }
        var protocol = tls ? "imaps" : "imap";
        try (var store = Session.getInstance(settings("mail." + protocol + ".")).getStore(protocol)) {
            store.connect(host, port, user, password);
            try (var folder = store.getFolder(folderName)) {
                folder.open(Folder.READ_WRITE);
                takeAll(folder, (UIDFolder) folder, mailbox);
            }
        }
    }

    private void takeAll(Folder folder, UIDFolder numbers, String mailbox) throws MessagingException {
        var validity = numbers.getUIDValidity();
        var known = readers.from(mailbox, validity);
        var from = known.isPresent() ? known.getAsLong() : firstUnread(folder, numbers);
        var found = Arrays.stream(numbers.getMessagesByUID(from, UIDFolder.LASTUID))
                .filter(java.util.Objects::nonNull)
                .toArray(Message[]::new);
        var wanted = new FetchProfile();
        wanted.add(UIDFolder.FetchProfileItem.UID);
        wanted.add(FetchProfile.Item.FLAGS);
        wanted.add(FetchProfile.Item.SIZE);
        folder.fetch(found, wanted);
        var done = from;
        var failed = Long.MAX_VALUE;
        for (var letter : inOrder(found, numbers)) {
            var uid = numbers.getUID(letter);
            if (uid < from) {
                continue; // "from:*" always names the last one
            }
            if (!running || !readers.claim(mailbox, node, MINE_FOR)) {
                failed = Math.min(failed, uid);
                break;
            }
            try {
                take(letter, mailbox + "|" + validity + "|" + uid);
                done = uid + 1;
            } catch (MessageRemovedException e) {
                done = uid + 1;
            } catch (RuntimeException | IOException e) {
                LOG.warn("Letter {} of {} waits: {}", uid, mailbox, e.toString());
                failed = Math.min(failed, uid);
            }
        }
        readers.doneBefore(mailbox, validity, Math.min(done, failed));
    }

    private static Iterable<Message> inOrder(Message[] found, UIDFolder numbers) {
        return Arrays.stream(found)
                .sorted(Comparator.comparingLong(letter -> {
                    try {
                        return numbers.getUID(letter);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
    }

    /** What had been read before we came is somebody else's. */
    private static long firstUnread(Folder folder, UIDFolder numbers) throws MessagingException {
        var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        var first = numbers.getUIDNext();
        for (var letter : unread) {
            first = Math.min(first, numbers.getUID(letter));
        }
        return Math.max(1, first);
    }

    private void take(Message letter, String place) throws MessagingException, IOException {
        if (!takeMail.isKnown(place)) {
            var raw = raw(letter);
            var read = new ReadMail(raw);
            var mail = read.as(place, raw, own, upload -> judge.of(List.of(upload)));
            var bounce = read.bounce();
            if (bounce.isPresent()
                    && follow.cameBack(
                            bounce.get().messageId(),
                            bounce.get().recipient(),
                            bounce.get().error())) {
                takeMail.aside(mail);
            } else {
                takeMail.from(mail);
            }
        }
        letter.setFlag(Flags.Flag.SEEN, true);
    }

    /** The whole; of one that is too large the head, which says who to ask. */
    private byte[] raw(Message letter) throws MessagingException, IOException {
        if (letter instanceof IMAPMessage imap) {
            imap.setPeek(true); // not read until it is in the register
        }
        if (letter.getSize() > largest) {
            var head = new StringBuilder();
            for (var name : new String[] {
                "From", "Subject", "Message-ID", "Auto-Submitted", "Precedence", "List-Id", "In-Reply-To", "References"
            }) {
                var values = letter.getHeader(name);
                if (values != null && values.length > 0) {
                    head.append(name).append(": ").append(values[0]).append("\r\n");
                }
            }
            return (head + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                            + "(Thư quá lớn nên không lấy nội dung; thư còn trong hộp thư của tổng đài.)\r\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
        var bytes = new ByteArrayOutputStream();
        letter.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static Properties settings(String prefix) {
        var settings = new Properties();
        settings.setProperty(prefix + "connectiontimeout", "10000");
        settings.setProperty(prefix + "timeout", "30000");
        settings.setProperty(prefix + "writetimeout", "30000");
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "peek", "true");
        return settings;
    }
}
