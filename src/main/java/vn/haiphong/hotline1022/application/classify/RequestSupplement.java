package vn.haiphong.hotline1022.application.classify;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** Asks the citizen once for what is missing, with a limit and a default; our own clock stands meanwhile (Giả định A-09). */
@Service
public class RequestSupplement {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Petitions petitions;
    private final PetitionEvents events;
    private final StepLimits limits;
    private final Actor actor;
    private final Clock clock;
    private final Allowance allowance;

    RequestSupplement(
            Petitions petitions,
            PetitionEvents events,
            StepLimits limits,
            Actor actor,
            Clock clock,
            @Value("${hotline.limits.supplement}") String limit) {
        this.petitions = petitions;
        this.events = events;
        this.limits = limits;
        this.actor = actor;
        this.clock = clock;
        this.allowance = new Allowance(
                Limit.parse(limit), StepLimits.DEFAULT_WARN_SHARE, "Giả định A-09", "hotline.limits.supplement");
    }

    /** @return until when the citizen may answer */
    public Instant of(String code, String question) {
        limits.pause(code, "forward", "", "Chờ người dân bổ sung: " + question);
        var due = limits.start(code, "supplement", "", allowance, "ordinary");
        petitions.asked(code, question);
        events.add(
                code,
                clock.instant(),
                "supplement-asked",
                actor.current(),
                null,
                question,
                "Cần bổ sung thông tin trước " + WHEN.format(due.dueAt()));
        return due.dueAt();
    }

    /** The citizen has answered; the forwarding limit goes on with what was left of it. */
    public void received(String code) {
        limits.end(code, "supplement", "");
        limits.resume(code, "forward", "", "Người dân đã bổ sung");
    }

    /** No answer in time: laid aside; the citizen may send again whenever he likes. */
    public void missed(String code) {
        var now = clock.instant();
        limits.endAll(code, "");
        petitions.closed(code, PetitionState.TAM_DONG, "Không bổ sung thông tin đúng hạn", null, now);
        events.add(
                code,
                now,
                "supplement-missed",
                Actor.SYSTEM,
                null,
                "Hết hạn bổ sung, tạm đóng",
                "Tạm đóng vì chưa nhận được thông tin bổ sung; Quý vị có thể gửi lại bất cứ lúc nào");
    }
}
