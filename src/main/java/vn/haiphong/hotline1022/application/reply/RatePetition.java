package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.PetitionState;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/**
 * The citizen says how satisfied he is; the two lowest marks with a reason may ask for reopening (Giả định ). Whoever
 * was joined to a case says so for himself; asking for its reopening leads to the one review of that case.
 */
@Service
public class RatePetition {

    private static final int LONGEST_REASON = 1000;

    private final Petitions petitions;
    private final PetitionProcess process;
    private final PetitionEvents events;
    private final Words words;
    private final RatingLink link;
    private final Clock clock;
    private final Duration ratingPeriod;

    RatePetition(
            Petitions petitions,
            PetitionProcess process,
            PetitionEvents events,
            Words words,
            RatingLink link,
            Clock clock,
            @Value("${hotline.limits.rating}") Duration ratingPeriod) {
        this.ratingPeriod = ratingPeriod;
        this.link = link;
        this.words = words;
        this.petitions = petitions;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param rating 4 Rất hài lòng, 3 Hài lòng, 2 Bình thường, 1 Không hài lòng
     * @return false if there is no petition of this code for this key
     */
    @Transactional
    public boolean with(String code, String key, int rating, String reason, boolean reopen) {
        var petition = petitions.findWithTrackingKey(code, key);
        petition.ifPresent(found -> rated(found, rating, reason, reopen));
        return petition.isPresent();
    }

    /** From the link in a letter. @return false if it rates nothing that is answered now */
    @Transactional
    public boolean signed(String code, String sign, int rating, String reason, boolean reopen) {
        var petition = link.opens(code, sign);
        petition.ifPresent(found -> rated(found, rating, reason, reopen));
        return petition.isPresent();
    }

    /** Whether the answer still waits for a rating. */
    public boolean waitsFor(Petition found) {
        return found.rating() == null
                && petitions
                        .parentOf(found.code())
                        .map(petitions::get)
                        .map(this::standsFor)
                        .orElse(found.state() == PetitionState.DA_TRA_LOI);
    }

    private void rated(Petition found, int rating, String reason, boolean reopen) {
        if (rating < 1 || rating > 4) {
            throw new BusinessRefusal("rating", "Chọn một trong bốn mức hài lòng.");
        }
        // Who rates and who was joined to the same case come one after the other.
        var lead = petitions.parentOf(found.code()).flatMap(petitions::findToChange);
        if (found.rating() != null || !lead.map(this::standsFor).orElse(found.state() == PetitionState.DA_TRA_LOI)) {
            throw new BusinessRefusal("rating", "Phản ánh này hiện không chờ đánh giá.");
        }
        if (!petitions.petitionerOf(found.code()).isReachable()) {
            throw new BusinessRefusal("rating", "Tin báo không kèm thông tin liên hệ nên không có phần đánh giá.");
        }
        if (reason != null && (reason.length() > LONGEST_REASON || !PetitionText.isReadable(reason))) {
            throw new BusinessRefusal("reason", "Lý do tối đa " + LONGEST_REASON + " ký tự.");
        }
        var given = reason == null || reason.isBlank() ? null : reason.strip();
        if (reopen && (rating > 2 || given == null)) {
            throw new BusinessRefusal("reason", "Đề nghị mở lại cần mức Bình thường hoặc Không hài lòng và lý do.");
        }
        if (rating <= 2 && given == null) {
            throw new BusinessRefusal("reason", "Xin cho biết lý do, để Tổng đài biết phải làm gì.");
        }
        if (lead.isPresent()) {
            petitions.ratedByJoined(found.code(), rating, given);
        } else {
            petitions.rated(found.code(), rating, given, clock.instant());
        }
        events.add(
                found.code(),
                clock.instant(),
                "rated",
                Actor.CITIZEN,
                null,
                "Đánh giá " + words.of("rating", String.valueOf(rating)) + (given == null ? "" : ": " + given),
                reopen ? "Đã đánh giá, đề nghị mở lại" : "Đã đánh giá");
        if (lead.isPresent()) {
            if (reopen) {
                doubted(lead.get(), found.code(), given);
            }
        } else if (!process.rated(found.code(), clock.instant(), reopen) && !isReviewed(found.code())) {
            throw new BusinessRefusal("rating", "Phản ánh này hiện không chờ đánh giá.");
        }
    }

    /** Whoever was joined has as long as the sender of the case, whatever that one has said of the answer. */
    private boolean standsFor(Petition lead) {
        return lead.state().isAnswered()
                && lead.repliedAt() != null
                && clock.instant().isBefore(lead.repliedAt().plus(ratingPeriod));
    }

    /** One review decides for all who were answered together. */
    private void doubted(Petition lead, String joined, String reason) {
        events.add(
                lead.code(),
                clock.instant(),
                "doubted-by-joined",
                Actor.CITIZEN,
                null,
                "Người gửi phản ánh gộp " + joined + " đề nghị mở lại: " + PetitionText.withoutTelephones(reason),
                null);
        if (!isReviewed(lead.code())) {
            process.askReopening(lead);
        }
    }

    private boolean isReviewed(String code) {
        return process.waitingAt(code, "userTask_reviewReopening") > 0;
    }
}
