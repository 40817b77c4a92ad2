package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The rehearsals of changed tables, and what came of them. Kept with the change and the revision of its draft. */
public interface Rehearsals {

    enum State {
        running,
        finished,
        failed,
        cancelled,
        /** Its node is gone; nobody goes on with it. */
        abandoned
    }

    /**
     * @param revision of the draft that was rehearsed; after the next saving it says nothing any more
     * @param days how far back the petitions go
     * @param error why it failed
     * @param summary null unless it is finished
     */
    record Rehearsal(
            long id,
            long changeId,
            int revision,
            int baseVersion,
            int days,
            State state,
            String startedBy,
            Instant startedAt,
            Instant finishedAt,
            long done,
            long total,
            boolean cancelAsked,
            String error,
            Summary summary) {}

    /**
     * @param all whether there are no older petitions than these
     * @param changed petitions that would go another way
     * @param kept how many of them are listed
     * @param otherRow petitions for which another row speaks and says the same
     * @param by how many differ in each kind
     * @param checked petitions also asked of the engine itself, and {@code agreed}: it said the same
     * @param disagreed codes of those it did not agree about
     * @param beyondPlain cells of the full language, which make it slow
     * @param byTheEngine tables that only the engine can read, which are slower still
     * @param rows what the rows say that are named in it, by table, version and row
     */
    record Summary(
            long petitions,
            Instant since,
            boolean all,
            long changed,
            long kept,
            long otherRow,
            Map<String, Long> by,
            List<Load> loads,
            Golden golden,
            long checked,
            long agreed,
            List<String> disagreed,
            int beyondPlain,
            List<String> byTheEngine,
            Map<String, String> rows,
            double seconds) {}

    /** @param agency empty: a person has to assign */
    record Load(String agency, String name, long before, long after) {}

    /** Acceptance examples: how many come out right by the table in force and by the changed one, and which ones differ. */
    record Golden(int cases, int before, int after, List<GoldenCase> differing) {}

    /**
     * @param says the example itself; nobody's petition
     * @param broken right before, wrong after; else it is the other way round
     */
    record GoldenCase(
            String set,
            String id,
            String says,
            String column,
            String expected,
            String before,
            String after,
            boolean broken,
            Map<String, RowPair> rows) {}

    /** Rows of one table that spoke in only one of the versions, as {@code version:row}. */
    record RowPair(List<String> before, List<String> after) {}

    /** What becomes of a petition, as far as it may differ. */
    record Fate(
            String field,
            String category,
            String urgency,
            String decision,
            String agency,
            String coordinating,
            String limits,
            String ladder) {}

    /**
     * @param kinds in what it differs
     * @param detail null for a confidential one
     */
    record Difference(String code, boolean confidential, List<String> kinds, Detail detail) {}

    /** @param decided what people decided; null: nothing yet */
    record Detail(
            Instant receivedAt, String areaCode, Fate before, Fate after, Fate decided, Map<String, RowPair> rows) {}

    /** @return empty if one of this change is running */
    Optional<Long> begin(long changeId, int revision, int baseVersion, int days, String by, Instant at);

    /** @return false if it is to stop: somebody asked for it, or takes it for gone */
    boolean progress(long id, long done, long total);

    void keep(long id, List<Difference> differences);

    void finished(long id, Summary summary, Instant at);

    void failed(long id, String error, Instant at);

    void cancelled(long id, Instant at);

    void askToCancel(long id);

    Optional<Rehearsal> find(long id);

    /** The last of a change, whatever became of it. */
    Optional<Rehearsal> latest(long changeId);

    /** The last one finished of that revision. */
    Optional<Rehearsal> finishedOf(long changeId, int revision);

    /** @param kind null: any */
    List<Difference> differences(long id, String kind, int from, int most);

    void eachDifference(long id, String kind, Consumer<Difference> reader);

    long countDifferences(long id, String kind);
}
