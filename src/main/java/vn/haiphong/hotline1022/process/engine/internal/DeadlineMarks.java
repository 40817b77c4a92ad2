package vn.haiphong.hotline1022.process.engine.internal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;

/**
 * The engine's calendar of cycles, which reads our own marks itself: for each timer of each step the engine's reader
 * searches every archive of the program for an implementation of XML's durations.
 */
class DeadlineMarks extends CycleBusinessCalendar {

    private static final String REPEATED = "R/";
    private static final String WITHOUT_END = "/P1000D";

    /** A timer that repeats, so that the engine asks for the next mark each time it fires. */
    static String at(Instant mark) {
        // A timer knows whole seconds; one second later rather than before the mark.
        var second = mark.truncatedTo(ChronoUnit.SECONDS);
        return REPEATED + (second.equals(mark) ? second : second.plusSeconds(1)) + WITHOUT_END;
    }

    /**
     * A mark stands even when it has just passed, and is then due at once: the stock calendar would take the next repetition,
     * years later, and nobody would ever be told. So it is for a mark that passes while its timer is being made, and for the
     * successor the engine makes, of the mark that failed, when a report is rolled back.
     */
    @Override
    public Date resolveDuedate(String cycle, Date start, long repeatOffset) {
        var mark = markOf(cycle);
        return mark == null ? super.resolveDuedate(cycle, start, repeatOffset) : mark;
    }

    private static Date markOf(String cycle) {
        if (!cycle.startsWith(REPEATED) || !cycle.endsWith(WITHOUT_END)) {
            return null;
        }
        try {
            return Date.from(Instant.parse(cycle.substring(REPEATED.length(), cycle.length() - WITHOUT_END.length())));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
