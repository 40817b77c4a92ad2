package vn.haiphong.hotline1022.application.privacy;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Consents;
import vn.haiphong.hotline1022.application.port.Consents.Purpose;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.reply.PublishAnswer;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.Petition;

/**
 * Whoever holds the key agrees to publishing later than with the petition, having read the answer, say, or again after taking it
 * back (Giả định A-67). What is answered already is published at once.
 */
@Service
public class AgreeToPublish {

    /** Of the words beside the box on the tracking page (consents.html); whoever changes them counts on. */
    public static final String WORDING = "tracking-1";

    private final Petitions petitions;
    private final Consents consents;
    private final PetitionEvents events;
    private final PublishAnswer publishAnswer;
    private final Clock clock;

    AgreeToPublish(
            Petitions petitions, Consents consents, PetitionEvents events, PublishAnswer publishAnswer, Clock clock) {
        this.petitions = petitions;
        this.consents = consents;
        this.events = events;
        this.publishAnswer = publishAnswer;
        this.clock = clock;
    }

    /** Whether there is something to agree to: what is confidential is never published. */
    @Transactional(readOnly = true)
    public boolean mayBeAsked(String code, String key) {
        return petitions
                .findWithTrackingKey(code, key)
                .filter(petition -> !petition.confidential() && !stands(petition.code()))
                .isPresent();
    }

    /** @return false if there is no petition of this code for this key */
    @Transactional
    public boolean with(String code, String key) {
        var found = petitions.findWithTrackingKey(code, key);
        found.ifPresent(this::agree);
        return found.isPresent();
    }

    private void agree(Petition petition) {
        if (petition.confidential()) {
            throw new BusinessRefusal("purpose", "Nội dung này được giữ kín nên không công khai.");
        }
        if (stands(petition.code())) {
            return; // pressed twice
        }
        var now = clock.instant();
        consents.add(petition.code(), Purpose.publish, now, "portal", "checkbox", WORDING, Actor.CITIZEN);
        publishAnswer.of(petition.code());
        events.add(
                petition.code(),
                now,
                "consent-given",
                Actor.CITIZEN,
                null,
                "Đồng ý công khai",
                "Đã đồng ý công khai nội dung và kết quả");
    }

    private boolean stands(String code) {
        return consents.of(code).stream().anyMatch(one -> one.purpose() == Purpose.publish && one.stands());
    }
}
