package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** A coordinator decides whether a badly rated case is opened again (Giả định A-14). */
@Service
public class ReviewReopening {

    private final Petitions petitions;
    private final PetitionEvents events;
    private final Actor actor;
    private final Clock clock;

    ReviewReopening(Petitions petitions, PetitionEvents events, Actor actor, Clock clock) {
        this.petitions = petitions;
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    public void decide(String code, Boolean approved, String note) {
        if (approved == null) {
            throw new BusinessRefusal("approved", "Chọn mở lại hoặc không mở lại.");
        }
        var now = clock.instant();
        if (approved) {
            petitions.reopened(code, now);
            events.add(code, now, "reopened", actor.current(), null, note, "Mở lại để xử lý tiếp");
            return;
        }
        if (note == null || note.isBlank()) {
            throw new BusinessRefusal("reviewNote", "Ghi lý do không mở lại.");
        }
        events.add(code, now, "reopening-refused", actor.current(), null, note, "Không mở lại: " + note);
    }

    /** The end of a petition's way: rated, or the citizen stayed silent. */
    public void close(String code) {
        petitions.closed(code, PetitionState.DONG, null, null, clock.instant());
        events.add(code, clock.instant(), "closed", Actor.SYSTEM, null, null, "Đã kết thúc");
    }
}
