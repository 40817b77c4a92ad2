package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every change of a decision table there has been: drafted, decided, in force, taken back. Nothing is ever deleted. */
public interface RuleChanges {

    enum State {
        draft,
        proposed,
        approved,
        in_force,
        rolled_back,
        withdrawn
    }

    /**
     * @param baseVersion the version of the table it was drafted from
     * @param dmn the whole table as it would be, a DMN file
     * @param revision counts the savings of the draft
     * @param effectiveAt the moment chosen for it; null while nobody has proposed it
     * @param version the version of the table it became; null before
     * @param rollsBack the change this one takes back; null if none
     */
    record Change(
            long id,
            String tableKey,
            String tableName,
            int baseVersion,
            State state,
            String reason,
            String author,
            Instant createdAt,
            String dmn,
            int revision,
            String changedBy,
            Instant changedAt,
            Instant effectiveAt,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt,
            String decisionNote,
            Integer version,
            Instant inForceAt,
            Instant watchedUntil,
            Long rollsBack) {

        /** Written on papers and in the process. */
        public String code() {
            return "BQĐ-" + id;
        }
    }

    /** What happened to a change, in the words of the page. */
    record Event(Instant at, String actor, String kind, String text) {}

    long open(
            String tableKey,
            String tableName,
            int baseVersion,
            String dmn,
            String reason,
            String author,
            Instant at,
            Long rollsBack);

    Optional<Change> find(long id);

    /** Newest first, without their tables' texts. */
    List<Change> all();

    /** The same of one table. */
    List<Change> of(String tableKey);

    /** Which change a version of a table came from; empty for what was delivered with the house. */
    Optional<Change> ofVersion(String tableKey, int version);

    /** @return false if somebody else has saved since that revision was read, or it is no draft any more */
    boolean save(long id, int revision, String dmn, int baseVersion, String reason, String editor, Instant at);

    Set<String> editors(long id);

    /**
     * Moves on from exactly that state.
     *
     * @return false if it is not in that state: somebody was faster
     */
    boolean propose(long id, int revision, Instant effectiveAt, String by, Instant at);

    boolean decide(long id, State decision, String by, String note, Instant at);

    boolean move(long id, State from, State to);

    boolean inForce(long id, State from, int version, Instant at, Instant watchedUntil);

    void add(long id, Instant at, String actor, String kind, String text);

    List<Event> events(long id);
}
