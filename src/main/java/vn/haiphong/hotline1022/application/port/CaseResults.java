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
