package vn.haiphong.hotline1022.application.classify;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;

/** Joins a duplicate to the petition that came first, with what is joined to it already; the senders are told (Giả định A-10). */
@Service
public class MergePetition {

    private final Petitions petitions;
    private final PetitionEvents events;
    private final PetitionProcess process;
    private final StepLimits limits;
    private final Clock clock;

    MergePetition(Petitions petitions, PetitionEvents events, PetitionProcess process, StepLimits limits, Clock clock) {
        this.petitions = petitions;
        this.events = events;
        this.process = process;
        this.limits = limits;
        this.clock = clock;
    }

    public void into(String code, String parentCode) {
        var now = clock.instant();
        petitions.merged(code, parentCode, now);
        for (var joined : petitions.joinedTo(code)) {
            tellJoined(joined, parentCode, now);
        }
        petitions.rejoined(code, parentCode);
        limits.endAll(code, "");
        tellJoined(code, parentCode, now);
        events.add(
                parentCode,
                now,
                "joined",
                Actor.SYSTEM,
                null,
                "Phản ánh " + code + " được gộp vào đây",
                "Có thêm phản ánh cùng nội dung");
        process.deliver(
                petitions.get(parentCode),
                "joined",
                "Có thêm người phản ánh cùng nội dung (mã " + code + "); hai phản ánh được xử lý chung theo mã "
                        + parentCode + ".");
    }

    private void tellJoined(String code, String parentCode, Instant now) {
        events.add(
                code,
                now,
                "merged",
                Actor.SYSTEM,
                null,
                "Gộp vào " + parentCode,
                "Đã gộp với phản ánh " + parentCode + " đang được xử lý");
        process.deliver(
                petitions.get(code),
                "merged",
                "Phản ánh của Quý vị cùng nội dung với phản ánh mã " + parentCode
                        + " đang được xử lý nên được gộp vào phản ánh đó. Khi có kết quả, Tổng đài 1022 trả lời Quý vị theo mã "
                        + code + ".");
    }
}
