package vn.haiphong.hotline1022.application.receive;

import java.time.Clock;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** A citizen says something about a case that has not asked him: it is in the case file (Giả định A-57). */
@Service
public class HearCitizen {

    private static final int LONGEST = 2000;

    private final PetitionEvents events;
    private final Words words;
    private final Clock clock;

    HearCitizen(PetitionEvents events, Words words, Clock clock) {
        this.events = events;
        this.words = words;
        this.clock = clock;
    }

    /** @param channel by which it came: sms, email */
    public void said(String code, String text, String channel) {
        events.add(
                code,
                clock.instant(),
                "said",
                Actor.CITIZEN,
                null,
                words.of("channel", channel) + ": "
                        + PetitionText.upTo(LONGEST, PetitionText.withoutTelephones(text.strip())),
                "Đã nhận thêm lời nhắn của Quý vị");
    }
}
