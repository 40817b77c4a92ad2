package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** A coordinator decides whether a badly rated case is opened again (Giả định A-14). */
@Service
public class ReviewReopening {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Petitions petitions;
    private final PetitionEvents events;
    private final StepLimits limits;
    private final AgencyChoice agencyChoice;
    private final PetitionProcess process;
    private final Actor actor;
    private final Clock clock;
    private final Allowance allowance;

    ReviewReopening(
            Petitions petitions,
            PetitionEvents events,
            StepLimits limits,
            AgencyChoice agencyChoice,
            PetitionProcess process,
            Actor actor,
            Clock clock,
            @Value("${hotline.limits.review}") String limit) {
        this.petitions = petitions;
        this.events = events;
        this.limits = limits;
        this.agencyChoice = agencyChoice;
        this.process = process;
        this.actor = actor;
        this.clock = clock;
        this.allowance = new Allowance(
                Limit.parse(limit), StepLimits.DEFAULT_WARN_SHARE, "Giả định A-14", "hotline.limits.review");
    }

    /** The citizen asked for it: the decision has a limit like any other. */
    public Due asked(String code) {
        return limits.start(code, "review", "", allowance, petitions.get(code).urgencyOr("ordinary"));
    }

    /**
     * How a reopened case goes on.
     *
     * @param lead empty: a coordinator assigns by hand
     * @param halved whether it gets half of its limit; a second time it gets the whole of a complex case
     */
    public record Reopening(String lead, String urgency, boolean halved) {}

    /**
     * Once the case goes on with half its limit; who has to reopen it again has a complex case before him, unless it is
     * urgent.
     *
     * @param lead who deals with it now, the agency that did or another
     * @return empty: it is not opened again
     */
    public Optional<Reopening> decide(String code, Boolean approved, String note, String lead) {
        if (approved == null) {
            throw new BusinessRefusal("approved", "Chọn mở lại hoặc không mở lại.");
        }
        var now = clock.instant();
        limits.end(code, "review", "");
        if (approved) {
            var reopening = reopen(code, note, lead);
            // Sent when this is done: by then the case has its new limit, and the letter names it (Giả định A-37).
            process.deliver(petitions.get(code), "reopened", "");
            petitions.joinedTo(code).forEach(joined -> process.deliver(petitions.get(joined), "reopened", ""));
            return Optional.of(reopening);
        }
        if (note == null || note.isBlank()) {
            throw new BusinessRefusal("reviewNote", "Ghi lý do không mở lại.");
        }
        events.add(code, now, "reopening-refused", actor.current(), null, note, "Không mở lại: " + note);
        tellRefused(code, note);
        return Optional.empty();
    }

    /** To whoever asked for it: of several who were answered together it may have been another than the sender of the case. */
    private void tellRefused(String code, String note) {
        var asked = petitions.joinedTo(code).stream()
                .map(petitions::get)
                .filter(ReviewReopening::isDissatisfied)
                .toList();
        asked.forEach(joined -> process.deliver(joined, "not-reopened", note));
        if (asked.isEmpty() || isDissatisfied(petitions.get(code))) {
            process.deliver(petitions.get(code), "not-reopened", note);
        }
    }

    private static boolean isDissatisfied(Petition petition) {
        return petition.rating() != null && petition.rating() <= 2;
    }

    /** Decided, here or by whoever saw that a promise was not kept. */
    Reopening reopen(String code, String note, String lead) {
        var now = clock.instant();
        var petition = petitions.get(code);
        var choice = agencyChoice.fromPerson(
                lead, null, petition.areaCode(), now.atZone(OFFICE).toLocalDate());
        var again = petition.reopened() > 0;
        var urgency = again && !petition.isUrgent() ? "complex" : petition.urgencyOr("ordinary");
        petitions.reopened(code, urgency, now);
        events.add(code, now, "reopened", actor.current(), null, note, "Mở lại để xử lý tiếp");
        for (var joined : petitions.joinedTo(code)) {
            var words = "Phản ánh " + code + " được mở lại để xử lý tiếp";
            events.add(joined, now, "reopened-together", actor.current(), null, words, words);
        }
        return new Reopening(choice.lead(), urgency, !again);
    }

    /**
     * The end of a petition's way: rated, or the citizen stayed silent.
     *
     * @return false if it goes on elsewhere: it was reopened since
     */
    public boolean close(String code) {
        if (petitions.get(code).state() == PetitionState.MO_LAI) {
            return false;
        }
        petitions.closed(code, PetitionState.DONG, null, null, clock.instant());
        events.add(code, clock.instant(), "closed", Actor.SYSTEM, null, null, "Đã kết thúc");
        return true;
    }
}
