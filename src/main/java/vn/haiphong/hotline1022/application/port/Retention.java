package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long the words of cases are kept, and the register of deletions. */
public interface Retention {

    /** The class that holds the log of looks, and no cases. */
    String READS = "reads";

    List<KeptClass> classes();

    Optional<KeptClass> find(String name);

    /** Ended before that moment and not erased for that reason yet. */
    long due(String name, Instant before);

    /** Some of them, the oldest first; nobody else takes these before this transaction ends. */
    List<String> take(String name, Instant before, int most);

    /** Some of what is due, to be looked at. */
    List<String> sample(String name, Instant before, int most);

    long propose(String name, Instant before, long planned, String by, Instant at);

    Optional<Run> findToChange(long run);

    List<Run> runs();

    void approved(long run, String by, Instant at);

    void withdrawn(long run, Instant at);

    void progressed(long run, long more);

    void finished(long run, Instant at);

    record KeptClass(String name, String title, int months, String ground) {}

    /** @param state proposed, running, done, withdrawn */
    record Run(
            long id,
            String name,
            Instant before,
            long planned,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt,
            String state,
            long done,
            Instant finishedAt) {}
}
