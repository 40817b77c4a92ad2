package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.domain.petition.PetitionState.CitizenStatus;

/**
 * A petition as its sender may see it: the citizen's words, no drafts, no names of officers.
 *
 * @param statusText the status in words; for a merged petition with the other code
 * @param joinedTo how the petition stands that this one was joined to; what follows, down to the ratings, is then said of that one
 * @param content null if it is confidential: whoever gets hold of the key reads no more than the sender must know; or if the
 *     digits of a telephone were given
 * @param place where it is, in the words of its sender and with the name of the area; null likewise, or if not said
 * @param told what the sender should know before any answer, e.g. whom to call in danger
 * @param dueAt the limit for the answer, empty before it is known
 * @param passedOnBy until when 1022 passes it on; empty once it has
 * @param safeBy until when there has to be no danger any more; empty if there is none, or it was averted
 * @param dueExplained why the answer is due then, a sentence each
 * @param originalDueAt the limit before an extension, empty if never extended
 * @param earlier what was answered before the case was opened again, first to last
 * @param question what the citizen is asked to add, only while waiting for it
 * @param mayRate whether a rating is still possible; never without any contact, since then no answer is owed
 * @param rateUntil until when, as long as it is
 */
public record PetitionStatus(
        String code,
        CitizenStatus status,
        String statusText,
        Instant receivedAt,
        Optional<Joined> joinedTo,
        String content,
        String place,
        Optional<String> told,
        Optional<Agency> agency,
        Optional<Instant> dueAt,
        Optional<Instant> originalDueAt,
        Optional<Instant> passedOnBy,
        Optional<Instant> safeBy,
        List<String> dueExplained,
        Optional<Reply> reply,
        List<Earlier> earlier,
        Optional<String> question,
        Optional<Instant> questionUntil,
        boolean mayRate,
        Optional<Instant> rateUntil,
        Optional<Integer> rating,
        List<Entry> history) {

    public PetitionStatus explained(List<String> dueExplained) {
        return new PetitionStatus(
                code,
                status,
                statusText,
                receivedAt,
                joinedTo,
                content,
                place,
                told,
                agency,
                dueAt,
                originalDueAt,
                passedOnBy,
                safeBy,
                dueExplained,
                reply,
                earlier,
                question,
                questionUntil,
                mayRate,
                rateUntil,
                rating,
                history);
    }

    public record Joined(String code, CitizenStatus status) {}

    /** How it stands, and no word of what was sent, asked or written since; the history holds the steps alone already. */
    public PetitionStatus toWhoeverKnowsTheTelephone() {
        return new PetitionStatus(
                code,
                status,
                statusText,
                receivedAt,
                joinedTo,
                null,
                null,
                Optional.empty(),
                agency,
                dueAt,
                originalDueAt,
                passedOnBy,
                safeBy,
                dueExplained,
                reply.map(Reply::withoutLetter),
                earlier.stream().map(Earlier::withoutLetter).toList(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                history);
    }

    public record Agency(String code, String name) {}

    /**
     * @param ending what it says became of the matter: fixed, planned, handed-over, impossible, answered; null if it does not say
     * @param endingText the same in words
     * @param letterNumber of the letter that goes with it; null if it has none
     */
    public record Reply(
            String text, Instant at, String ending, String endingText, LocalDate plannedUntil, String letterNumber) {

        private Reply withoutLetter() {
            return new Reply(text, at, ending, endingText, plannedUntil, null);
        }
    }

    /** @param round how often the case had been opened again before */
    public record Earlier(int round, Reply reply) {

        Earlier withoutLetter() {
            return new Earlier(round, reply.withoutLetter());
        }
    }

    public record Entry(Instant at, String text) {}
}
