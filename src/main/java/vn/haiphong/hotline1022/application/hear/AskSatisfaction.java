package vn.haiphong.hotline1022.application.hear;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Consents;
import vn.haiphong.hotline1022.application.port.Consents.Purpose;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.petition.CallbackSample;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** A share of the closed cases is called back, chosen by nobody: was it fixed? (Giả định A-54) */
@Service
public class AskSatisfaction {

    private final Petitions petitions;
    private final Consents consents;
    private final PetitionEvents events;
    private final StepLimits limits;
    private final PetitionProcess process;
    private final Actor actor;
    private final Clock clock;
    private final Allowance allowance;
    private final double share;

    AskSatisfaction(
            Petitions petitions,
            Consents consents,
            PetitionEvents events,
            StepLimits limits,
            PetitionProcess process,
            Actor actor,
            Clock clock,
            @Value("${hotline.limits.ask}") String limit,
            @Value("${hotline.callback-share}") double share) {
        this.petitions = petitions;
        this.consents = consents;
        this.events = events;
        this.limits = limits;
        this.process = process;
        this.actor = actor;
        this.clock = clock;
        this.allowance =
                new Allowance(Limit.parse(limit), StepLimits.DEFAULT_WARN_SHARE, "Giả định A-54", "hotline.limits.ask");
        this.share = share;
    }

    /** The case has just been closed after an answer of an agency. */
    public void closed(String code) {
        var petition = petitions.get(code);
        var agency = petition.leadAgency();
        if (agency == null
                || agency.isBlank()
                || petition.confidential()
                || petitions.petitionerOf(code).phone() == null
                || hasWithdrawn(code)) {
            return; // nobody to ask, nothing to ask about on the telephone, or nobody who wants to be asked
        }
        if (CallbackSample.chooses(code, petition.reopened(), share)) {
            process.askSatisfaction(petition);
        }
    }

    private boolean hasWithdrawn(String code) {
        return consents.of(code).stream().anyMatch(one -> one.purpose() == Purpose.process && !one.stands());
    }

    public Due asked(String code) {
        return limits.start(code, "ask", "", allowance, urgencyOf(code));
    }

    public String urgencyOf(String code) {
        return petitions.get(code).urgencyOr("ordinary");
    }

    /** @return whether somebody has to decide about reopening the case */
    public boolean decide(String code, String outcome, String note) {
        var words = switch (outcome == null ? "" : outcome) {
            case "satisfied" -> "Hài lòng, đã giải quyết";
            case "not-fixed" -> "Chưa được giải quyết";
            case "unreachable" -> "Không gặp được";
            default -> throw new BusinessRefusal("askOutcome", "Chọn kết quả cuộc gọi.");
        };
        if ("not-fixed".equals(outcome) && (note == null || note.isBlank())) {
            throw new BusinessRefusal("askNote", "Ghi người dân nói còn việc gì chưa xong.");
        }
        limits.end(code, "ask", "");
        petitions.calledBack(code, outcome, actor.current(), clock.instant());
        events.add(
                code,
                clock.instant(),
                "called-back",
                actor.current(),
                null,
                words + (note == null || note.isBlank() ? "" : ": " + PetitionText.withoutTelephones(note.strip())),
                "not-fixed".equals(outcome) ? "Tổng đài đã gọi lại; đang xét mở lại" : "Tổng đài đã gọi lại");
        return "not-fixed".equals(outcome);
    }
}
