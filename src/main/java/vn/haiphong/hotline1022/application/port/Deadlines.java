package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;

/** The limits of every step, computed once and kept. An empty agency code stands for 1022 itself. */
public interface Deadlines extends DeadlineTraces {

    void open(NewDeadline deadline);

    /** Ends the limit of a step; nothing happens if it has ended. */
    void end(String code, String step, String agencyCode, Instant at);

    /** Ends whatever still runs for an agency (or 1022), but for a call to the citizen that somebody still owes. */
    void endAll(String code, String agencyCode, Instant at);

    /** A step that had ended goes on, with the due date it had. */
    void resumeEnded(String code, String step, String agencyCode);

    Optional<OpenDeadline> find(String code, String step, String agencyCode);

    /** The limit of a step that began last, whether it has ended or not. */
    Optional<OpenDeadline> latest(String code, String step, String agencyCode);

    /**
     * Open limits an agency ('' for 1022) answers for, first those due first.
     *
     * @param lead whether it answers for the limit of the whole case, too
     */
    List<OpenDeadline> openOf(String code, String agencyCode, boolean lead);

    /** How the due date of a limit came about. */
    DeadlineTrace traceOf(long id);

    /** Writes down what moves a limit, with the dates it has from then on. */
    void move(long id, Move move);

    void told(long id, boolean warned, int level);

    /**
     * Open limits with their traces, in the order of their numbers.
     *
     * @param after the last one seen; 0 to begin
     */
    List<OpenTrace> openTraces(long after, int most);

    /** What a change of the calendar moved, by agency ('' for 1022); for whoever is to be told. */
    List<MovedDeadline> movedBy(long calendarVersion);

    /**
     * @param rule the row of the table that set the limit; null: the row that set the case's latest limit
     * @param calendarVersion of the calendar the dates were counted with
     */
    record NewDeadline(
            String petitionCode,
            String step,
            String agencyCode,
            String limit,
            String urgency,
            Instant startedAt,
            Due due,
            double warnShare,
            String ground,
            String rule,
            long calendarVersion) {}

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

    /** @param lead the agency that leads; null before there is one */
    record OpenTrace(
            long id,
            String petitionCode,
            String step,
            String agencyCode,
            String lead,
            DeadlineTrace trace,
            Due due,
            long calendarVersion) {}

    /**
     * @param wasDueAt before the change
     * @param petitionerEmail null if there is none, or the case is confidential
     */
    record MovedDeadline(
            long id,
            String petitionCode,
            String step,
            String agencyCode,
            String lead,
            Instant wasDueAt,
            Instant dueAt,
            String petitionerName,
            String petitionerEmail) {}

    /**
     * @param extendedTo the date a person granted; null for every other kind
     * @param due what holds after the move
     */
    record Move(Kind kind, Instant at, String actor, String reason, Instant extendedTo, Due due, long calendarVersion) {

        public enum Kind {
            paused,
            resumed,
            extended,
            /** The calendar changed. */
            recalculated
        }
    }
}
