package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.Map;

/** How it goes with the petitions that the tables send somewhere. */
public interface RuleOutcomes {

    /**
     * @param assigned petitions given to a lead agency
     * @param returned how many of these assignments came back from the agency by now
     * @param byHand how often a person had to name the agency, or named another than the table
     */
    record Outcome(long assigned, long returned, long byHand) {}

    /** Of what was assigned from {@code from} on, up to and without {@code to}. */
    Outcome between(Instant from, Instant to);

    /** Petitions given to each lead agency in that time. */
    Map<String, Long> loads(Instant from, Instant to);
}
