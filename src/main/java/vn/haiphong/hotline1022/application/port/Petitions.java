package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** The register's petitions. */
public interface Petitions {

    long nextNumber();

    void add(NewEntry entry);

    /** A petition of its own with the sender, place, files and tracking key of the one it is a part of. */
    void addPart(String code, String partOf, String content, Instant receivedAt);

    /** @throws java.util.NoSuchElementException if there is none of this code */
    Petition get(String code);

    Optional<Petition> find(String code);

    /** The petition somebody holds a key for: the tracking key, or the last four digits of the phone. */
    Optional<Petition> findWithKey(String code, String key);

    Optional<KnownRequest> findByIdempotencyKey(String key);

    Petitioner petitionerOf(String code);

    String trackingKeyOf(String code);

    /** Open petitions of the same field and area received since then: possible duplicates, newest first. */
    List<Petition> recent(String field, String areaCode, Instant since, String exceptCode);

    void classified(
            String code,
            PetitionState state,
            String kind,
            String category,
            String field,
            String urgency,
            String areaCode,
            boolean confidential);

    void closed(String code, PetitionState state, String reason, String replyText, Instant at);

    void merged(String code, String into, Instant at);

    void assigned(String code, String leadAgency, PetitionState state);

    void dueAt(String code, Instant dueAt);

    void state(String code, PetitionState state);

    void drafted(String code, String replyText, PetitionState state);

    /** The answer may be seen by the citizen from now on. */
    void answered(String code, String replyText, Instant at);

    void asked(String code, String question);

    void supplemented(String code, String content, PetitionState state);

    void rated(String code, int rating, String reason, Instant at);

    void reopened(String code, Instant at);

    record NewEntry(
            String code,
            String trackingKey,
            String channel,
            String content,
            String address,
            String areaCode,
            boolean outsideTerritory,
            Double lat,
            Double lon,
            Instant occurredAt,
            Instant receivedAt,
            boolean consentToPublish,
            Petitioner petitioner,
            List<vn.haiphong.hotline1022.application.port.NewPetition.File> files,
            String idempotencyKey,
            String idempotencyDigest) {}

    record KnownRequest(Receipt receipt, String digest) {}
}
