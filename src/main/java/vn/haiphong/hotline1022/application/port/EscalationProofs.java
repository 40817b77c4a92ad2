package vn.haiphong.hotline1022.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what the ladder asks for against the letters that were written, over all cases at once. */
public interface EscalationProofs {

    /** When limits passed in that time, each moment once with the urgency that chooses its ladder. */
    Set<Passed> passed(Instant from, Instant until);

    /** @param allowance how long the house may take from a level being reached to the letter being sent */
    Held hold(List<Reached> rungs, Instant until, Duration allowance);

    record Passed(String urgency, Instant dueAt) {}

    /** One role to be told at one level of one ladder, for every limit with this urgency and due date. */
    record Reached(String urgency, Instant dueAt, int level, String role, Instant at) {}

    /** @param counts how many people at how many levels came out how; no entry where it is none */
    record Held(Map<Finding, Long> counts, List<Deviation> deviations) {}

    /**
     * One person (or, where nobody is named, one level) with whom something is not as it should be.
     *
     * @param dueAt the limit that had passed
     * @param agency whose people were to be told; '' for 1022
     * @param roles for which of the ladder's roles
     * @param recipient the address, null where nobody is named
     */
    record Deviation(
            String code,
            long deadline,
            String step,
            Instant dueAt,
            int level,
            String agency,
            List<String> roles,
            String recipient,
            Instant reachedAt,
            Finding finding) {}

    enum Finding {
        /** Sent, once, and the mail server has taken it. */
        told,
        /** The level was reached and nothing was written. */
        missed,
        /** More than one letter for the same limit, level and person. */
        doubled,
        /** Written before the level was reached. */
        early,
        /** Written, but not yet sent: the mail server is away. */
        waiting,
        /** A node died, or the line broke, while it was handed over: it may have arrived, and is not sent again. */
        uncertain,
        /** The mail server does not take letters for this address. */
        rejected,
        /** Nobody is named as a contact for this level. */
        nobody
    }
}
