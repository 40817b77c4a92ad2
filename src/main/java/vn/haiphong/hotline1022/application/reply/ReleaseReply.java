package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Handlings;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.resolve.ChooseEnding;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** 1022 looks at form and privacy of an answer, not at its substance, and lets it go to the citizen (Giả định A-12). */
@Service
public class ReleaseReply {

    private final Petitions petitions;
    private final Handlings handlings;
    private final PetitionEvents events;
    private final PublishAnswer publishAnswer;
    private final StepLimits limits;
    private final ChooseEnding chooseEnding;
    private final IssueLetter issueLetter;
    private final Actor actor;
    private final Clock clock;
    private final Duration ratingPeriod;

    ReleaseReply(
            Petitions petitions,
            Handlings handlings,
            PetitionEvents events,
            PublishAnswer publishAnswer,
            StepLimits limits,
            ChooseEnding chooseEnding,
            IssueLetter issueLetter,
            Actor actor,
            Clock clock,
            @Value("${hotline.limits.rating}") Duration ratingPeriod) {
        this.petitions = petitions;
        this.handlings = handlings;
        this.events = events;
        this.publishAnswer = publishAnswer;
        this.limits = limits;
        this.chooseEnding = chooseEnding;
        this.issueLetter = issueLetter;
        this.actor = actor;
        this.clock = clock;
        this.ratingPeriod = ratingPeriod;
    }

    public void decide(String code, Boolean approved, String replyText, String sendBackReason) {
        if (approved == null) {
            throw new BusinessRefusal("approved", "Chọn đạt hoặc trả lại sửa.");
        }
        var now = clock.instant();
        limits.end(code, "check", "");
        if (!approved) {
            if (sendBackReason == null || sendBackReason.isBlank()) {
                throw new BusinessRefusal("sendBackReason", "Ghi lý do trả lại để cơ quan sửa.");
            }
            limits.resumeEnded(code, "handle", "");
            petitions.state(code, PetitionState.DANG_XU_LY);
            events.add(code, now, "reply-returned", actor.current(), null, sendBackReason, null);
            return;
        }
        if (replyText == null || replyText.isBlank()) {
            throw new BusinessRefusal("replyText", "Trả lời không được để trống.");
        }
        petitions.drafted(code, replyText.strip(), PetitionState.CHO_KIEM_TRA);
    }

    /** The answer is out: from now on the citizen sees it. @return until when it may be rated */
    public Instant release(String code, String replyText) {
        var now = clock.instant();
        var petition = petitions.get(code);
        if (petitions.endingOf(code).isEmpty()) {
            petitions.ends(code, chooseEnding.unchosen(code)); // an older diagram knows no ending
        }
        petitions.answered(code, replyText.strip(), now);
        publishAnswer.of(code);
        issueLetter.ofAnswer(code);
        limits.endAll(code, "");
        for (var handling : handlings.of(code)) {
            if (handling.endedAt() == null) {
                handlings.ended(code, handling.agency(), Handlings.State.DA_XONG, null, now);
                limits.endAll(code, handling.agency());
            }
        }
        var late = petition.dueAt() != null && now.isAfter(petition.dueAt());
        events.add(
                code,
                now,
                "answered",
                actor.current(),
                petition.leadAgency(),
                late ? "Trả lời quá hạn" : "Trả lời",
                "Đã trả lời");
        return now.plus(ratingPeriod);
    }
}
