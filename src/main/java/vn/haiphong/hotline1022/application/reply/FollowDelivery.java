package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Channel;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.SmsBooks;
import vn.haiphong.hotline1022.domain.petition.Petition;

/**
 * What is heard of a message after it was handed over: it has arrived, or it has not; then it goes by another channel,
 * unless it went by that already, and somebody calls when none is left (Giả định A-12).
 */
@Service
public class FollowDelivery {

    /** That others wrote too, that SMS have ended, or a link somebody can ask for again. */
    private static final Set<String> NOT_WORTH_A_CALL = Set.of("joined", "stopped", "my-cases", "assigned");

    private final Notices notices;
    private final SmsBooks books;
    private final Petitions petitions;
    private final PetitionEvents events;
    private final PetitionProcess process;
    private final Clock clock;

    FollowDelivery(
            Notices notices,
            SmsBooks books,
            Petitions petitions,
            PetitionEvents events,
            PetitionProcess process,
            Clock clock) {
        this.notices = notices;
        this.books = books;
        this.petitions = petitions;
        this.events = events;
        this.process = process;
        this.clock = clock;
    }

    /** The parts the gateway has; they never go again. */
    public Set<Integer> partsOf(String key) {
        return books.handedOver(key);
    }

    public void handedOver(String key, int part, int parts, String gatewayId) {
        books.handedOver(key, part, parts, gatewayId, clock.instant());
    }

    /**
     * All parts are with the gateway: what it reported meanwhile counts now. In a transaction of its own, as every step of a
     * sending: the next one writes the same row.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void allHandedOver(String key) {
        settle(key);
    }

    /** The gateway says what became of a part; it may say so before we know whose it is, and more than once. */
    @Transactional
    public void reported(String gatewayId, boolean delivered, String error) {
        books.reported(gatewayId, delivered, error, clock.instant()).ifPresent(this::settle);
    }

    private void settle(String key) {
        var outcome = books.outcomeOf(key);
        switch (outcome.state()) {
            case open -> {
                return;
            }
            case delivered -> notices.delivered(key);
            case failed -> failed(notices.get(key), outcome.error());
        }
    }

    /**
     * A letter came back. From where its reader forwards it to it may come back, too: he has it all the same.
     *
     * @return false if it is none of ours
     */
    @Transactional
    public boolean cameBack(String messageId, String recipient, String error) {
        var notice = notices.withMessageId(messageId);
        notice.filter(sent -> recipient == null || sent.recipient().equalsIgnoreCase(recipient))
                .ifPresent(sent -> failed(sent, error));
        return notice.isPresent();
    }

    private void failed(Notice notice, String error) {
        // One of a case after the other: of two channels that fail at once the later one has to see it.
        var petition = petitions.findToChange(notice.petitionCode()).orElseThrow();
        if (!notices.failed(notice.key(), error) || !isToTheCitizen(notice)) {
            return;
        }
        var sms = notice.channel() == Channel.sms;
        var reason = (sms ? "Tin nhắn không đến được máy người nhận" : "Thư bị trả lại")
                + (error == null || error.isBlank() ? "." : ": " + error);
        var toldOtherwise = notices.find(SendReply.besides(notice))
                .filter(FollowDelivery::isOut)
                .isPresent();
        events.add(
                notice.petitionCode(),
                clock.instant(),
                "not-delivered",
                Actor.SYSTEM,
                null,
                reason + (toldOtherwise ? " Người dân đã được báo qua kênh kia." : ""),
                null);
        if (!toldOtherwise && !NOT_WORTH_A_CALL.contains(notice.kind()) && !(sms && "receipt".equals(notice.kind()))) {
            process.tellOtherwise(petition, notice.kind(), textOf(notice, petition), notice.key(), reason);
        }
    }

    /** The words themselves; the letter around them has a key in it that is nobody else's. */
    private String textOf(Notice notice, Petition petition) {
        if (notice.said() != null) {
            return notice.said();
        }
        return switch (notice.kind()) {
            case "reply", "refusal" -> petition.replyText() == null ? "" : petition.replyText();
            case "supplement" -> petitions.questionOf(notice.petitionCode()).orElse("");
            default -> "";
        };
    }

    private boolean isToTheCitizen(Notice notice) {
        var petitioner = petitions.petitionerOf(notice.petitionCode());
        return notice.recipient().equals(petitioner.email())
                || notice.recipient().equals(petitioner.phone());
    }

    private static boolean isOut(Notice notice) {
        return notice.state() == Notices.State.sent || notice.state() == Notices.State.delivered;
    }
}
