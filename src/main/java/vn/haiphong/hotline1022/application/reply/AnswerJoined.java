package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;

/**
 * Whoever's petition was joined to another gets what that one's sender gets, in a letter of his own (Giả định A-10), and says
 * for himself whether it was done.
 */
@Service
public class AnswerJoined {

    private final Petitions petitions;
    private final PetitionEvents events;
    private final IssueLetter issueLetter;
    private final PetitionProcess process;
    private final Clock clock;

    AnswerJoined(
            Petitions petitions, PetitionEvents events, IssueLetter issueLetter, PetitionProcess process, Clock clock) {
        this.petitions = petitions;
        this.events = events;
        this.issueLetter = issueLetter;
        this.process = process;
        this.clock = clock;
    }

    /** @param letter reply or refusal */
    public void to(String parentCode, String letter, String text) {
        var confidential = petitions.get(parentCode).confidential();
        for (var code : petitions.joinedTo(parentCode)) {
            if (confidential) {
                petitions.confidential(code); // the same matter in other words
            }
            events.add(
                    code,
                    clock.instant(),
                    "answered",
                    Actor.SYSTEM,
                    null,
                    "Trả lời chung với " + parentCode,
                    "Đã có trả lời chung với phản ánh " + parentCode);
            if ("reply".equals(letter)) {
                issueLetter.toJoined(parentCode, code);
            }
            process.deliver(petitions.get(code), letter, text);
        }
    }
}
