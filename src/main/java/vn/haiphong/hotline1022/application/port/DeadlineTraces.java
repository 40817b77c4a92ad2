package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import vn.haiphong.hotline1022.application.port.Deadlines.Move;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;

/** How the due dates of a case came about. */
public interface DeadlineTraces {

    /** The limits of a case in the order in which they began, each with its whole trace. */
    List<KeptTrace> tracesOf(String code);

    /**
     * @param agencyName as it was called when the limit ended, or is today; empty for 1022
     * @param calendarVersion with which the trace gives the stored date
     */
    record KeptTrace(
            long id,
            String step,
            String agencyName,
            String ground,
            String rule,
            DeadlineTrace trace,
            Due due,
            Instant originalDueAt,
            Instant pausedAt,
            Instant endedAt,
            int level,
            long calendarVersion,
            List<Move> moves) {}
}
