package vn.haiphong.hotline1022.application.inform;

import java.time.Instant;
import java.util.List;

/**
 * A petition as one member of staff may see it, in the office's words. What that person may not see is null or an
 * empty list here, so that it never leaves the server.
 *
 * @param petitioner null: the reader may not know who it is
 * @param petitionerNote said instead of the contact
 * @param letterNumber of the letter of reply the reader may open; null: there is none, or it names who may not be known
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
        String ending,
        String rating,
        String ratingReason,
        int reopened,
        Petitioner petitioner,
        String petitionerNote,
        List<Handling> handlings,
        List<ExplainedDeadline> limits,
        List<Entry> history,
        List<File> files,
        Evidence evidence,
        List<Letter> letters,
        List<Consent> consents,
        List<Message> messages,
        String letterNumber) {

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

    /**
     * @param kind picture, video, document
     * @param shows before or after the work, or from the sender: sent
     * @param locked null, or why nobody opens it
     */
    public record File(
            long id,
            String name,
            String kind,
            String shows,
            String showsWords,
            String locked,
            long size,
            String addedBy,
            Instant addedAt) {}

    /**
     * @param mayAdd whether the reader adds files here
     * @param asAgency in an agency's name: before or after is asked
     * @param mayOpenOriginal with place and device, as it was sent
     * @param demanded a photo after the work is asked
     * @param missing and is not there yet
     */
    public record Evidence(
            boolean mayAdd, boolean asAgency, boolean mayOpenOriginal, boolean demanded, boolean missing) {}

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

    /** @param withdrawnAt null: it stands */
    public record Consent(String purpose, Instant givenAt, Instant withdrawnAt) {}

    /** What the citizen wrote later. @param open nobody has answered it yet */
    public record Message(Instant at, String text, boolean open) {}
}
