package vn.haiphong.hotline1022.application.reply;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.ReadLetter;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.ReplySender;
import vn.haiphong.hotline1022.application.port.ReplySender.NotSent;
import vn.haiphong.hotline1022.application.port.ReplySender.Rejected;
import vn.haiphong.hotline1022.application.port.ReplySender.Uncertain;
import vn.haiphong.hotline1022.application.port.SmsSender;

/**
 * Hands one kept message to the mail server, at most once. The state "sending" is committed before the message is handed
 * over, "sent" after; whoever finds "sending" after a crash does not know whether it went, and does not send again.
 */
@Service
public class SendNotice {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotice.class);

    private final Notices notices;
    private final ReadLetter readLetter;
    private final ReplySender letters;
    private final Optional<SmsSender> messages;
    private final Clock clock;

    SendNotice(Notices notices, ReadLetter readLetter, ReplySender letters, Optional<SmsSender> messages, Clock clock) {
        this.notices = notices;
        this.readLetter = readLetter;
        this.letters = letters;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @throws NotSent the mail server is away: nothing is lost, try again later
     * @throws PetitionerUnreachable refused for good, or nobody knows whether it went
     */
    public void of(String key) {
        var notice = notices.get(key);
        switch (notice.state()) {
            case sent, delivered, overtaken -> {
                return;
            }
            case sending -> {
                notices.uncertain(key, "Gián đoạn khi đang gửi");
                throw new PetitionerUnreachable(named(notice, "Không chắc thư đã tới: gián đoạn khi đang gửi."));
            }
            case uncertain, rejected, failed -> throw new PetitionerUnreachable(named(notice, "Thư không gửi được."));
            case pending -> hand(key, notice);
        }
    }

    private static String refused(Notices.Notice notice) {
        return notice.channel() == Notices.Channel.sms
                ? "Cổng tin nhắn từ chối số của người nhận."
                : "Máy chủ thư từ chối địa chỉ của người nhận.";
    }

    private static String named(Notices.Notice notice, String ofALetter) {
        return notice.channel() == Notices.Channel.sms
                ? ofALetter.replace("Thư", "Tin nhắn").replace("thư", "tin nhắn")
                : ofALetter;
    }

    private void hand(String key, Notices.Notice notice) {
        hand(notice, () -> notices.sending(key, clock.instant()));
    }

    /**
     * A letter that was put into words just now.
     *
     * @param claim what commits that it is being sent
     * @throws NotSent the mail server is away: nothing is lost, try again later
     * @throws PetitionerUnreachable refused for good, or nobody knows whether it went
     */
    public void hand(Notices.Notice notice, Runnable claim) {
        var key = notice.key();
        try {
            send(notice, claim);
            notices.sent(key, clock.instant());
        } catch (NotSent e) {
            notices.notSent(key, e.getMessage());
            throw e;
        } catch (Rejected e) {
            notices.rejected(key, e.getMessage());
            throw new PetitionerUnreachable(refused(notice));
        } catch (Uncertain e) {
            notices.uncertain(key, e.getMessage());
            throw new PetitionerUnreachable(named(notice, "Không chắc thư đã tới: mất kết nối khi đang gửi."));
        }
    }

    private void send(Notices.Notice notice, Runnable claim) {
        switch (notice.channel()) {
            case mail -> letters.send(notice, enclosed(notice), claim);
            case sms ->
                messages.orElseThrow(() -> new NotSent("Hệ thống không còn cổng tin nhắn.", null))
                        .send(notice, claim);
        }
    }

    /** An answer does not wait for a printer: its words go without the letter, which waits on the tracking page. */
    private Optional<ReplySender.Enclosure> enclosed(Notices.Notice notice) {
        try {
            return Optional.ofNullable(notice.letterId())
                    .flatMap(readLetter::toSend)
                    .map(file -> new ReplySender.Enclosure(file.name(), "application/pdf", file.pdf()));
        } catch (RuntimeException e) {
            LOG.error(
                    "The letter {} could not be made; the message {} goes without", notice.letterId(), notice.key(), e);
            return Optional.empty();
        }
    }

    /** The same message always has the same Message-ID, so that a doubled one could be recognised by any mail reader. */
    public static String messageId(String key) {
        return "<" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@1022.haiphong.gov.vn>";
    }
}
