package vn.haiphong.hotline1022.application.receive;

import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/**
 * A petition that speaks of two matters for different crews becomes two, each with its own limit and answer (Giả định A-24).
 * Sender, place, files and tracking key are the same.
 */
@Service
public class SplitPetition {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Petitions petitions;
    private final PetitionProcess process;
    private final PetitionEvents events;
    private final Actor actor;
    private final Clock clock;

    SplitPetition(Petitions petitions, PetitionProcess process, PetitionEvents events, Actor actor, Clock clock) {
        this.petitions = petitions;
        this.process = process;
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param content the second matter, in the operator's words
     * @param place as the form shows it
     * @return the code of the new petition
     */
    public PetitionCode off(String code, String content, String place) {
        if (petitions.get(code).confidential()) {
            throw new BusinessRefusal("splitContent", "Nội dung mật không được tách thành phản ánh khác.");
        }
        var text = content.strip();
        if (text.length() < CheckPetition.MIN_CONTENT || text.length() > CheckPetition.MAX_CONTENT) {
            throw new BusinessRefusal(
                    "splitContent",
                    "Nội dung tách ra cần từ " + CheckPetition.MIN_CONTENT + " đến " + CheckPetition.MAX_CONTENT
                            + " ký tự.");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var part = PetitionCode.of(now.atZone(OFFICE).toLocalDate(), petitions.nextNumber());
        petitions.addPart(part.value(), code, text, now);
        events.add(
                code,
                now,
                "split",
                actor.current(),
                null,
                "Tách việc thứ hai thành phản ánh " + part.value(),
                "Một phần nội dung được xử lý riêng theo mã " + part.value());
        events.add(
                part.value(),
                now,
                "received",
                actor.current(),
                null,
                "Tách từ phản ánh " + code,
                "Được tách từ phản ánh " + code);
        process.start(petitions.get(part.value()), place);
        return part;
    }
}
