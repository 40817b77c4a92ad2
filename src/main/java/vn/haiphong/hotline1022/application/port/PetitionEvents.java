package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;

/** The append-only history of every petition. */
public interface PetitionEvents {

    /**
     * @param actor user id, "citizen" or "system"
     * @param agencyCode whose step it was; null for 1022
     * @param note for staff, Vietnamese
     * @param publicNote for the citizen, Vietnamese; null: not shown
     */
    void add(String code, Instant at, String type, String actor, String agencyCode, String note, String publicNote);

    /** For staff, committed at once: what has happened outside stays true even if the step that did it is repeated. */
    void addAtOnce(String code, Instant at, String type, String actor, String note);

    /** Whether exactly that happened to a petition since then. */
    boolean isNoted(String code, String type, String note, Instant since);

    /** How often that happened to a petition since then. */
    long countSince(String code, String type, Instant since);

    /** Of this petition and those joined to it, the ones whose senders wrote and were not answered since. */
    List<String> unheard(String code);
}
