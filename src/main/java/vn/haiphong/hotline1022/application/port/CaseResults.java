package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;

/**
 * How cases ended (Giả định A-30), from the facts kept when they did, and which had not ended though their limit had passed. An empty
 * agency code stands for 1022 itself.
 */
public interface CaseResults {

    /** All rates of a period at once: by agency, by field and over all. */
    List<Rate> rates(Period period, Instant now, Filter filter);

    /** What has become by now of the answers of a period, by agency. */
    List<Outcomes> outcomes(Period period);

    Excerpt<Result> list(Period period, Instant now, Filter filter, Part part);

    void each(Period period, Instant now, Filter filter, Consumer<Result> reader);

    enum Lateness {
        ON_TIME("on-time"),
        EXTENDED("extended"),
        LATE("late"),
        /** Not answered at the end of the period, and past its limit. */
        OPEN("open"),
        NO_LIMIT("no-limit");

        private final String key;

        Lateness(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /**
     * @param code part of a code; null: whichever, as for the others
     * @param lateness null: whatever was finished
     */
    record Filter(String code, String agency, String field, Lateness lateness) {}

    /**
     * @param agency null unless counted by agency; likewise the field
     * @param answered all answers, those without a limit included; median and 90th percentile are of these
     */
    record Rate(
            String agency,
            String field,
            long answered,
            long onTime,
            long extended,
            long late,
            long open,
            Long medianSeconds,
            Long ninetiethSeconds) {}

    /**
     * Every answer counts once: as reopened if the case was opened again, whatever it had said; otherwise by its ending. Those from
     * before endings were kept are in none of these.
     *
     * @param planned named a day; of these, kept: somebody found it done by then; broken: it was not, and a later day was named
     * @param rated those the citizen has rated; satisfied: with one of the two highest grades
     */
    record Outcomes(
            String agency,
            long answered,
            long reopened,
            long fixed,
            long explained,
            long planned,
            long kept,
            long broken,
            long handedOver,
            long impossible,
            long rated,
            long satisfied) {

        /** What somebody asked for is there: it is fixed, explained, or done as promised, and nobody had to come back. */
        public long settled() {
            return fixed + explained + kept;
        }

        public Outcomes plus(Outcomes other) {
            return new Outcomes(
                    agency,
                    answered + other.answered,
                    reopened + other.reopened,
                    fixed + other.fixed,
                    explained + other.explained,
                    planned + other.planned,
                    kept + other.kept,
                    broken + other.broken,
                    handedOver + other.handedOver,
                    impossible + other.impossible,
                    rated + other.rated,
                    satisfied + other.satisfied);
        }
    }

    /**
     * @param finishedAt null while it is open
     * @param ending what the answer says became of the matter; null for no answer, and for one from before endings were kept
     */
    record Result(
            String code,
            int round,
            String outcome,
            String agency,
            String field,
            Instant beganAt,
            Instant finishedAt,
            Instant dueAt,
            Instant originalDueAt,
            int extensions,
            Integer rating,
            Lateness lateness,
            String ending) {}
}
