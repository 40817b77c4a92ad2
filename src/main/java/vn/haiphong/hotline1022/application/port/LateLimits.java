package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;

/**
 * The open limits of agencies and of 1022, as the board counts them. An empty agency code stands for 1022 itself; the limit
 * of the whole case counts for its lead agency. The citizen's own time to supplement is nobody's lateness.
 */
public interface LateLimits {

    /** All counts of the board at once: by agency, by step, by level and over all. */
    List<Count> count(Instant now, Instant soon, Filter filter);

    Excerpt<OpenLimit> list(Which which, Instant now, Instant soon, Filter filter, Part part);

    /** Every limit of the list, one after the other: an export is longer than a page. */
    void each(Which which, Instant now, Instant soon, Filter filter, Consumer<OpenLimit> reader);

    enum Which {
        LATE,
        SOON,
        PAUSED
    }

    /** Null: whichever. */
    record Filter(String agency, String step, Integer level) {}

    /**
     * @param agency null unless counted by agency; likewise step and level
     * @param lateCases how many cases the late limits belong to
     */
    record Count(
            String agency,
            String step,
            Integer level,
            long late,
            long lateCases,
            long soon,
            long paused,
            Instant longestLate) {}

    /** @param field empty for a confidential case */
    record OpenLimit(
            String code,
            boolean confidential,
            String agency,
            String field,
            String step,
            Instant startedAt,
            Instant dueAt,
            Instant originalDueAt,
            Instant pausedAt,
            int level) {}
}
