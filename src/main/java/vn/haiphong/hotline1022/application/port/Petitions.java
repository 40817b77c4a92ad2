package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.EvidenceDemand;
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

    /** As {@link #find}; nobody else changes it until this transaction ends. */
    Optional<Petition> findToChange(String code);

    /** The petition somebody holds the tracking key of; the digits of a phone open nothing here. */
    Optional<Petition> findWithTrackingKey(String code, String key);

    Optional<KnownRequest> findByIdempotencyKey(String key);

    Petitioner petitionerOf(String code);

    /** How many came with this telephone since then. */
    int sentWithPhone(String phone, Instant since);

    /** The newest petition of this telephone. */
    Optional<String> lastOfPhone(String phone);

    String trackingKeyOf(String code);

    /**
     * Petitions still open that came in before this one and since then, of the same field, decided or proposed, and of the same
     * area as far as both name one: possible doubles, newest first.
     */
    List<Petition> recent(String field, Petition petition, Instant since);

    void classified(
            String code,
            PetitionState state,
            String kind,
            String category,
            String field,
            String urgency,
            String areaCode,
            boolean confidential);

    /** Whether the last digits of the sender's telephone show how it stands, as long as it is not confidential. */
    void opensByPhone(String code, boolean opens);

    /** @param words what the citizen is told at once; null if nothing */
    void told(String code, String words);

    Optional<String> toldOf(String code);

    void closed(String code, PetitionState state, String reason, String replyText, Instant at);

    void merged(String code, String into, Instant at);

    /** The petition this one was joined to. */
    Optional<String> parentOf(String code);

    /** The petitions joined to this one, in the order in which they came. */
    List<String> joinedTo(String code);

    /** What is joined to a petition belongs to another one from now on. */
    void rejoined(String code, String into);

    /** Shown to few from now on, for good. */
    void confidential(String code);

    void assigned(String code, String leadAgency, PetitionState state);

    void dueAt(String code, Instant dueAt);

    /** What the case has to show before it is said to be done; kept, so that a later change of the table leaves it alone. */
    void demandsEvidence(String code, EvidenceDemand demand);

    EvidenceDemand evidenceDemandedOf(String code);

    void state(String code, PetitionState state);

    /** What the answer says became of the matter. */
    void ends(String code, Ending ending);

    Optional<Ending> endingOf(String code);

    void drafted(String code, String replyText, PetitionState state);

    /** The answer may be seen by the citizen from now on. */
    void answered(String code, String replyText, Instant at);

    void asked(String code, String question);

    /** Whether the citizen has been asked to add something before. */
    boolean wasAsked(String code);

    Optional<String> questionOf(String code);

    void supplemented(String code, String content, PetitionState state);

    /** Where it is became known. */
    void placed(String code, String areaCode);

    /** The petition its sender takes for the same matter, until somebody has decided. */
    void wishesToJoin(String code, String other);

    Optional<String> wishedParentOf(String code);

    /** The field the table proposes, until somebody has decided. */
    void proposed(String code, String field);

    void rated(String code, int rating, String reason, Instant at);

    /** By somebody whose petition was joined to another: the figures count a case's ratings once (Giả định A-38). */
    void ratedByJoined(String code, int rating, String reason);

    /** A citizen was called back about the answer: satisfied, not-fixed, unreachable. */
    void calledBack(String code, String outcome, String by, Instant at);

    /** A promised day has passed and somebody asked: done, postponed, reopened. */
    void planChecked(String code, LocalDate plannedUntil, String outcome, String by, Instant at);

    /** @param urgency from now on */
    void reopened(String code, String urgency, Instant at);

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
            String idempotencyKey,
            String idempotencyDigest) {}

    record KnownRequest(Receipt receipt, String digest) {}
}
