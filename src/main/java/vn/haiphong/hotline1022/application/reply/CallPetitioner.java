package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.receive.SupplementPetition;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** An operator tells a citizen on the telephone what no letter could (Giả định A-12). */
@Service
public class CallPetitioner {

    private final Petitions petitions;
    private final PetitionEvents events;
    private final SupplementPetition supplement;
    private final StepLimits limits;
    private final PetitionProcess process;
    private final Actor actor;
    private final Clock clock;
    private final Allowance allowance;

    CallPetitioner(
            Petitions petitions,
            PetitionEvents events,
            SupplementPetition supplement,
            StepLimits limits,
            PetitionProcess process,
            Actor actor,
            Clock clock,
            @Value("${hotline.limits.call}") String limit) {
        this.petitions = petitions;
        this.events = events;
        this.supplement = supplement;
        this.limits = limits;
        this.process = process;
        this.actor = actor;
        this.clock = clock;
        this.allowance = new Allowance(
                Limit.parse(limit), StepLimits.DEFAULT_WARN_SHARE, "Giả định A-12", "hotline.limits.call");
    }

    /** No letter reaches him, so somebody has to call, and soon. */
    public Due needed(String code) {
        return limits.start(code, "call", "", allowance, urgencyOf(code));
    }

    public String urgencyOf(String code) {
        return petitions.get(code).urgencyOr("ordinary");
    }

    /** Whether the call is a matter of those who may open a confidential case. */
    public boolean isConfidential(String code) {
        return petitions.get(code).confidential();
    }

    /** @param supplementText what the citizen added on the telephone, null if nothing was asked or said */
    public void recorded(String code, String callResult, String callNote, String supplementText) {
        if (callResult == null || callResult.isBlank()) {
            throw new BusinessRefusal("callResult", "Chọn kết quả cuộc gọi: đã gặp hoặc không gặp được.");
        }
        var reached = "reached".equals(callResult);
        if (!reached && (callNote == null || callNote.isBlank())) {
            throw new BusinessRefusal("callNote", "Ghi đã gọi khi nào, mấy lần, vì sao không gặp được.");
        }
        if (process.waitingAt(code, "userTask_callPetitioner") < 2) { // of several calls the last ends the limit
            limits.end(code, "call", "");
        }
        events.add(
                code,
                clock.instant(),
                "called",
                actor.current(),
                null,
                (reached ? "Đã gọi, đã gặp" : "Đã gọi, không gặp được")
                        + (callNote == null || callNote.isBlank()
                                ? ""
                                : ": " + PetitionText.withoutTelephones(callNote.strip())),
                reached ? "Đã thông báo qua điện thoại" : null);
        if (supplementText != null && !supplementText.isBlank()) {
            supplement.onTheTelephone(code, supplementText, actor.current());
        }
    }
}
