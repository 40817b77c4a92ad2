package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** What programs sent by Open311, and what anybody, or they, may read of the register. */
public interface ClientRequests {

    /** What a program said with a petition. */
    record Sent(
            String code,
            long keyId,
            String jurisdiction,
            String service,
            String field,
            String category,
            String accountId,
            String deviceId,
            String mediaUrl,
            String digest,
            Instant receivedAt) {}

    /** Until the end of the transaction nobody else takes what is the same. */
    void alone(long keyId, String digest);

    /** The petition that came of the same words since then. */
    Optional<String> repeated(long keyId, String digest, Instant since);

    void add(Sent sent);

    /** What the service proposes that the sender of a petition chose. */
    record Choice(String field, String category) {}

    /** Empty too where the service proposes nothing. */
    Optional<Choice> choice(String code);

    /**
     * Who looks at what.
     *
     * @param keyId sees what was sent with it, too; null: what is published alone
     * @param home whether petitions of all channels belong to the jurisdiction
     */
    record Reader(String jurisdiction, boolean home, Long keyId) {}

    /**
     * Which petitions; a null leaves open. Distances are measured to what is published: the rounded place.
     *
     * @param codes then everything else is null
     * @param fields decided or, before that, proposed by the service
     * @param closed null: open and closed ones
     * @param words part of the text, as it is shown without contact data
     * @param radius metres
     */
    record Wanted(
            List<String> codes,
            List<String> fields,
            Instant from,
            Instant to,
            Instant updatedFrom,
            Instant updatedTo,
            Boolean closed,
            String words,
            Double lat,
            Double lon,
            Double radius,
            boolean byUpdate,
            boolean oldestFirst,
            int offset,
            int limit) {}

    /**
     * A petition as the register has it; what of it is shown is not decided here.
     *
     * @param readable whether the reader may read what was written; else no more than that a program sent it, and how it stands
     * @param service what the sender chose; null if it came through another channel
     * @param field decided, or proposed by the service; null if neither
     */
    record Found(
            String code,
            PetitionState state,
            boolean confidential,
            boolean readable,
            String channel,
            String service,
            String field,
            String content,
            String address,
            String areaCode,
            Double lat,
            Double lon,
            Instant receivedAt,
            Instant updatedAt,
            Instant closedAt,
            Instant dueAt,
            String agencyName,
            String told,
            String replyText,
            Ending.Kind ending,
            String mergedInto) {}

    /** Nothing but what the reader may see; asked for by its number, also what a program sent. */
    List<Found> find(Reader reader, Wanted wanted);

    /** Something the citizen is told in the history of a petition. */
    record Update(
            long id,
            String code,
            Instant at,
            String type,
            String text,
            PetitionState state,
            String replyText,
            boolean confidential) {}

    /** In the order in which it happened. */
    List<Update> updates(Reader reader, Instant from, Instant to, List<String> codes, int offset, int limit);

    /**
     * Keeps that a program added something.
     *
     * @param clientId the program's own number of it
     * @return empty if it was kept before; then nothing is to be done again
     */
    Optional<Long> addUpdate(String code, long keyId, String clientId, Instant at);

    long updateOf(String code, long keyId, String clientId);
}
