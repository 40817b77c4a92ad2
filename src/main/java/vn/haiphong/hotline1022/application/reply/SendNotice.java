package vn.haiphong.hotline1022.application.reply;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.ReplySender;
import vn.haiphong.hotline1022.application.port.ReplySender.NotSent;
import vn.haiphong.hotline1022.application.port.ReplySender.Rejected;
import vn.haiphong.hotline1022.application.port.ReplySender.Uncertain;

/**
 * Hands one kept message to the mail server, at most once. The state "sending" is committed before the message is handed
 * over, "sent" after; whoever finds "sending" after a crash does not know whether it went, and does not send again.
 */
@Service
public class SendNotice {

    private final Notices notices;
    private final ReplySender sender;
    private final Clock clock;

    SendNotice(Notices notices, ReplySender sender, Clock clock) {
        this.notices = notices;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * @throws NotSent the mail server is away: nothing is lost, try again later
     * @throws PetitionerUnreachable refused for good, or nobody knows whether it went
     */
    public void of(String key) {
        var notice = notices.get(key);
        switch (notice.state()) {
            case sent -> {
                return;
            }
            case sending -> {
                notices.uncertain(key, "Gián đoạn khi đang gửi");
                throw new PetitionerUnreachable("Không chắc thư đã tới: gián đoạn khi đang gửi.");
            }
            case uncertain, rejected -> throw new PetitionerUnreachable("Thư không gửi được.");
            case pending -> hand(key, notice);
        }
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
            sender.send(notice, claim);
            notices.sent(key, clock.instant());
        } catch (NotSent e) {
            notices.notSent(key, e.getMessage());
            throw e;
        } catch (Rejected e) {
            notices.rejected(key, e.getMessage());
            throw new PetitionerUnreachable("Máy chủ thư từ chối địa chỉ của người nhận.");
        } catch (Uncertain e) {
            notices.uncertain(key, e.getMessage());
            throw new PetitionerUnreachable("Không chắc thư đã tới: mất kết nối khi đang gửi.");
        }
    }

    /** The same message always has the same Message-ID, so that a doubled one could be recognised by any mail reader. */
    public static String messageId(String key) {
        return "<" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@1022.haiphong.gov.vn>";
    }
}
