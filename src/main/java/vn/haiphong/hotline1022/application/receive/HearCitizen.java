package vn.haiphong.hotline1022.application.receive;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;

/** A citizen says something more about a petition: it is kept in its history, where those who work on it read it. */
@Service
public class HearCitizen {

    private final PetitionEvents events;
    private final Words words;
    private final Clock clock;

    HearCitizen(PetitionEvents events, Words words, Clock clock) {
        this.events = events;
        this.words = words;
        this.clock = clock;
    }

    /** @param channel through which it came */
    @Transactional
    public void said(String code, String text, String channel) {
        events.add(
                code,
                clock.instant(),
                "citizen-said",
                Actor.CITIZEN,
                null,
                "Qua " + words.of("channel", channel) + ": " + text,
                "Người dân đã gửi thêm ý kiến");
    }
}
