package vn.haiphong.hotline1022.application.inform;

import java.time.Instant;
import java.util.List;

/**
 * A petition as one member of staff may see it, in the office's words. What that person may not see is null or an
 * empty list here, so that it never leaves the server.
 *
 * @param petitioner null: the reader may not know who it is
 * @param petitionerNote said instead of the contact
 */
public record CaseFile(
        String code,
        String state,
        boolean confidential,
        String channel,
        String content,
        String place,
        String coordinates,
        Instant receivedAt,
        Instant occurredAt,
        String kind,
        String category,
        String field,
        String urgency,
        boolean urgent,
        Instant dueAt,
        boolean overdue,
        String decisionReason,
        String question,
        String mergedInto,
        String replyText,
        Instant repliedAt,
        String rating,
        String ratingReason,
        int reopened,
        Petitioner petitioner,
        String petitionerNote,
        List<Handling> handlings,
        List<ExplainedDeadline> limits,
        List<Entry> history,
        List<File> files,
        List<Letter> letters) {

    public record Petitioner(String name, String phone, String email) {}

    /** @param basis why the petition came to this agency */
    public record Handling(
            String agency,
            String role,
            String state,
            String basis,
            Instant assignedAt,
            Instant acceptedAt,
            Instant endedAt,
            String returnReason,
            String suggestedAgency,
            String opinion,
            int extensions) {}

    public record Entry(Instant at, String who, String note) {}

    /** @param picture can be shown small beside its name */
    public record File(long id, String name, boolean picture, long size, String addedBy, Instant addedAt) {}

    /**
     * @param recipient null: the reader may not know it
     * @param message the words of an SMS; null of a letter, or if the reader may not know them
     * @param segments how many messages the SMS costs; 0 of a letter
     */
    public record Letter(
            String kind,
            String recipient,
            String subject,
            String state,
            Instant createdAt,
            Instant sentAt,
            String message,
            int segments) {}
}
