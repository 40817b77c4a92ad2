package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The limits of every step, computed once and kept. An empty agency code stands for 1022 itself. */
public interface Deadlines {

    void open(NewDeadline deadline);

    /** Ends the limit of a step; nothing happens if it has ended. */
    void end(String code, String step, String agencyCode, Instant at);

    /** Ends whatever still runs for an agency (or 1022). */
    void endAll(String code, String agencyCode, Instant at);

    /** A step that had ended goes on, with the due date it had. */
    void resumeEnded(String code, String step, String agencyCode);

    Optional<OpenDeadline> find(String code, String step, String agencyCode);

    List<OpenDeadline> open(String code, String agencyCode);

    void moved(long id, Instant warnAt, Instant dueAt, Instant pausedAt);

    void told(long id, boolean warned, int level);

    record NewDeadline(
            String petitionCode,
            String step,
            String agencyCode,
            String limit,
            String urgency,
            Instant startedAt,
            Instant warnAt,
            Instant dueAt,
            String ground) {}

    record OpenDeadline(
            long id,
            String petitionCode,
            String step,
            String agencyCode,
            String limit,
            String urgency,
            Instant startedAt,
            Instant warnAt,
            Instant dueAt,
            Instant originalDueAt,
            Instant pausedAt,
            boolean warned,
            int level) {}
}
