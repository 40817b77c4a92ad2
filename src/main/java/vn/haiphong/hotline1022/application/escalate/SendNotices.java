package vn.haiphong.hotline1022.application.escalate;

import java.time.Clock;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.ReplySender.NotSent;
import vn.haiphong.hotline1022.application.reply.PetitionerUnreachable;
import vn.haiphong.hotline1022.application.reply.SendNotice;

/** Sends what was written under one heading. Whoever has been told is not told again when the rest is tried once more. */
@Service
public class SendNotices {

    private final Notices notices;
    private final SendNotice sendNotice;
    private final PetitionEvents events;
    private final Clock clock;

    SendNotices(Notices notices, SendNotice sendNotice, PetitionEvents events, Clock clock) {
        this.notices = notices;
        this.sendNotice = sendNotice;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotSent if a letter was not taken: try again later; all others have been tried nevertheless */
    public void of(String batch) {
        NotSent later = null;
        for (var notice : notices.unsent(batch)) {
            try {
                send(notice.petitionCode(), notice.recipient(), () -> sendNotice.of(notice.key()));
            } catch (NotSent e) {
                later = e;
            }
        }
        if (later != null) {
            throw later;
        }
    }

    /** @param petitionCode null for a letter about many cases, which belongs to none: its row says what became of it */
    void send(String petitionCode, String recipient, Runnable letter) {
        try {
            letter.run();
        } catch (PetitionerUnreachable e) {
            if (petitionCode != null) {
                events.addAtOnce(
                        petitionCode,
                        clock.instant(),
                        "notice-failed",
                        Actor.SYSTEM,
                        "Không báo được cho " + recipient + ": " + e.getMessage());
            }
        }
    }
}
