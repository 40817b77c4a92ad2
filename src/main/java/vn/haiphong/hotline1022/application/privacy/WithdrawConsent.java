package vn.haiphong.hotline1022.application.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Consents;
import vn.haiphong.hotline1022.application.port.Consents.Consent;
import vn.haiphong.hotline1022.application.port.Consents.Purpose;
import vn.haiphong.hotline1022.application.port.DataRequests;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.reply.PublishAnswer;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.Petition;

/**
 * Whoever holds the key takes a consent back (Giả định A-63). Publishing ends at once. Processing does not end by itself: what an
 * authority has begun it may have to finish and keep, so somebody of 1022 decides, within the limit for it.
 */
@Service
public class WithdrawConsent {

    /** Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP: a withdrawal is carried out within 15 days. */
    static final Duration LIMIT = Duration.ofDays(15);

    private final Petitions petitions;
    private final Consents consents;
    private final DataRequests requests;
    private final PetitionEvents events;
    private final PublishAnswer publishAnswer;
    private final Clock clock;

    WithdrawConsent(
            Petitions petitions,
            Consents consents,
            DataRequests requests,
            PetitionEvents events,
            PublishAnswer publishAnswer,
            Clock clock) {
        this.petitions = petitions;
        this.consents = consents;
        this.requests = requests;
        this.events = events;
        this.publishAnswer = publishAnswer;
        this.clock = clock;
    }

    /** What stands and what was withdrawn; empty if there is no petition of this code for this key. */
    @Transactional(readOnly = true)
    public List<Consent> shown(String code, String key) {
        return petitions
                .findWithTrackingKey(code, key)
                .map(Petition::code)
                .map(consents::of)
                .orElse(List.of());
    }

    /** @return false if there is no petition of this code for this key */
    @Transactional
    public boolean with(String code, String key, Purpose purpose) {
        var found = petitions.findWithTrackingKey(code, key);
        found.ifPresent(petition -> take(petition.code(), purpose));
        return found.isPresent();
    }

    private void take(String code, Purpose purpose) {
        Instant now = clock.instant();
        if (!consents.withdraw(code, purpose, now, Actor.CITIZEN)) {
            throw new BusinessRefusal("purpose", "Hiện không có sự đồng ý nào để rút.");
        }
        if (purpose == Purpose.publish) {
            unpublish(code, now);
        } else {
            // Whoever does not want his data used does not want them shown either.
            if (consents.withdraw(code, Purpose.publish, now, Actor.CITIZEN)) {
                unpublish(code, now);
            }
            requests.withdrawn(code, "Người gửi rút đồng ý xử lý dữ liệu trên trang tra cứu", now, now.plus(LIMIT));
            events.add(
                    code,
                    now,
                    "consent-withdrawn",
                    Actor.CITIZEN,
                    null,
                    "Rút đồng ý xử lý dữ liệu cá nhân; chờ Tổng đài quyết định",
                    "Đã rút đồng ý xử lý dữ liệu cá nhân; Tổng đài sẽ quyết định và thông báo");
        }
    }

    private void unpublish(String code, Instant now) {
        publishAnswer.withdrawn(code);
        events.add(
                code,
                now,
                "consent-withdrawn",
                Actor.CITIZEN,
                null,
                "Rút đồng ý công khai",
                "Đã rút đồng ý công khai; phản ánh không còn trên trang công khai");
    }
}
