package vn.haiphong.hotline1022.application.classify;

import java.time.Clock;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** The coordinator approves a refusal or referral, or sends it back to the operator (Giả định A-07). */
@Service
public class CloseRefused {

    private final Petitions petitions;
    private final PetitionEvents events;
    private final StepLimits limits;
    private final Actor actor;
    private final Clock clock;

    CloseRefused(Petitions petitions, PetitionEvents events, StepLimits limits, Actor actor, Clock clock) {
        this.petitions = petitions;
        this.events = events;
        this.limits = limits;
        this.actor = actor;
        this.clock = clock;
    }

    public void decide(
            String code, String decision, String reason, Boolean approved, String replyText, String sendBackReason) {
        if (approved == null) {
            throw new BusinessRefusal("approved", "Chọn duyệt hoặc trả lại.");
        }
        var now = clock.instant();
        if (!approved) {
            if (sendBackReason == null || sendBackReason.isBlank()) {
                throw new BusinessRefusal("sendBackReason", "Ghi lý do trả lại để tổng đài viên phân loại lại.");
            }
            events.add(code, now, "refusal-sent-back", actor.current(), null, sendBackReason, null);
            return;
        }
        if (replyText == null || replyText.isBlank()) {
            throw new BusinessRefusal("replyText", "Lời báo cho người dân không được để trống.");
        }
        var refer = "refer".equals(decision);
        petitions.closed(code, refer ? PetitionState.HUONG_DAN : PetitionState.TU_CHOI, reason, replyText, now);
        limits.endAll(code, "");
        events.add(
                code,
                now,
                "refused",
                actor.current(),
                null,
                "Duyệt: " + reason,
                refer ? "Đã hướng dẫn đến cơ quan có thẩm quyền" : "Không tiếp nhận, đã nêu lý do");
    }
}
