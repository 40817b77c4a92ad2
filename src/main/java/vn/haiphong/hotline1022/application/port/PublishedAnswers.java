package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.haiphong.hotline1022.domain.petition.Ending;

/** Answers everybody may read, masked before they are kept. */
public interface PublishedAnswers {

    /**
     * Keeps what may be shown of an answered petition, in place of an earlier answer.
     *
     * @param content masked
     * @param reply masked
     */
    void keep(String code, String content, String reply);

    /** Forgets what was kept of a petition. */
    void remove(String code);

    /** What may be kept, if the petition is answered, its sender agreed, it is not confidential and nothing of it was erased. */
    Optional<Publishable> publishable(String code);

    /** Codes of answers that may be kept and are not, in their order. @param after the last one seen; empty: from the first on */
    List<String> missing(String after, int most);

    /** Newest first; what may not be shown any more is left out. */
    List<Answer> find(Wanted wanted, int most);

    /** The answer of this name, if it may still be shown. */
    Optional<Answer> find(UUID id);

    /** Pictures of these petitions that everybody may see, the sender's before those of the work that was done. */
    List<PublicPicture> pictures(List<String> codes);

    /** Empty if it may not be seen, or not any more. */
    Optional<PublicPicture> picture(UUID petition, long id);

    /**
     * @param petition by the name that says nothing about it
     * @param ofWork what the agency left, not what its sender saw
     */
    record PublicPicture(String code, UUID petition, long id, String mediaType, boolean ofWork) {}

    record Publishable(String content, String reply) {}

    /**
     * @param words in small letters without marks; all have to occur
     * @param areas codes; empty: wherever
     * @param before the last one seen; null: from the newest on
     * @param located only those whose place is known
     */
    record Wanted(
            List<String> words,
            String field,
            List<String> areas,
            Instant from,
            Instant to,
            Seen before,
            boolean located) {}

    record Seen(Instant repliedAt, UUID id) {}

    /**
     * @param ending what became of the matter; null if the answer does not say
     * @param lat to about a hundred metres; null, as {@code lon}, where the place is not known
     */
    record Answer(
            UUID id,
            String field,
            String areaCode,
            String agency,
            Instant receivedAt,
            Instant repliedAt,
            String content,
            Ending ending,
            String reply,
            Double lat,
            Double lon) {}
}
