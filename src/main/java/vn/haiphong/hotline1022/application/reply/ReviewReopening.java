package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** A coordinator decides whether a badly rated case is opened again (Giả định A-14). */
@Service
public class ReviewReopening {

    private final Petitions petitions;
    private final PetitionEvents events;
    private final StepLimits limits;
    private final Actor actor;
    private final Clock clock;
    private final Allowance allowance;

    ReviewReopening(
            Petitions petitions,
            PetitionEvents events,
            StepLimits limits,
            Actor actor,
            Clock clock,
            @Value("${hotline.limits.review}") String limit) {
        this.petitions = petitions;
        this.events = events;
        this.limits = limits;
        this.actor = actor;
        this.clock = clock;
        this.allowance = new Allowance(
                Limit.parse(limit), StepLimits.DEFAULT_WARN_SHARE, "Giả định A-14", "hotline.limits.review");
    }

    /** The citizen asked for it: the decision has a limit like any other. */
    public Due asked(String code) {
        return limits.start(code, "review", "", allowance, petitions.get(code).urgencyOr("ordinary"));
    }

    public void decide(String code, Boolean approved, String note) {
        if (approved == null) {
            throw new BusinessRefusal("approved", "Chọn mở lại hoặc không mở lại.");
        }
        var now = clock.instant();
        limits.end(code, "review", "");
        if (approved) {
            petitions.reopened(code);
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
