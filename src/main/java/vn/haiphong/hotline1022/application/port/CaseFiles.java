package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.application.port.Attachments.Attachment;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** Everything the register knows about one petition, read at once; who may see what of it is not decided here. */
public interface CaseFiles {

    Optional<Facts> find(String code);

    /**
     * @param area name of the area, null if unknown
     * @param ending what the answer says became of the matter, null if nobody has chosen
     */
    record Facts(
            String code,
            PetitionState state,
            String channel,
            String content,
            String address,
            String area,
            Double lat,
            Double lon,
            Instant occurredAt,
            Instant receivedAt,
            boolean confidential,
            String kind,
            String category,
            String field,
            String urgency,
            Instant dueAt,
            String decisionReason,
            String question,
            String mergedInto,
            String replyText,
            Instant repliedAt,
            Ending ending,
            Integer rating,
            String ratingReason,
            int reopened,
            Petitioner petitioner,
            List<Handling> handlings,
            List<Event> events,
            List<File> files,
            List<Letter> letters) {}

    record Petitioner(String name, String phone, String email) {}

    record Handling(
            String agency,
            String agencyName,
            boolean lead,
            String state,
            String basis,
            Instant assignedAt,
            Instant acceptedAt,
            Instant endedAt,
            String returnReason,
            String suggestedAgency,
            String opinion,
            int extensions) {}

    /** @param type of a note by staff; empty if only the words for the citizen say what happened */
    record Event(Instant at, String actor, String agencyName, String type, String note) {}

    /** @param agencyName of the agency whose evidence it is; empty for what the sender or 1022 added */
    record File(Attachment file, String agencyName) {}

    /**
     * @param subject of the letter it went in; null if it has not been put into words yet
     * @param message the words of an SMS, without the key in it; null of a letter
     */
    record Letter(
            String kind,
            String recipient,
            String subject,
            String state,
            Instant createdAt,
            Instant sentAt,
            String message) {

        public Letter(String kind, String recipient, String subject, String state, Instant createdAt, Instant sentAt) {
            this(kind, recipient, subject, state, createdAt, sentAt, null);
        }
    }
}
