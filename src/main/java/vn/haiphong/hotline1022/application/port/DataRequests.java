package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people ask about their data, and how far it is. */
public interface DataRequests {

    /** A withdrawal that waits for a decision; the same again changes nothing. */
    void withdrawn(String petitionCode, String note, Instant at, Instant dueAt);

    /** @return its number */
    long propose(Kind kind, Proposal proposal, String by, Instant at, Instant dueAt);

    Optional<Request> find(long id);

    /** As {@link #find}; nobody else decides about it until this transaction ends. */
    Optional<Request> findToDecide(long id);

    /** Newest first; those that are open before all others. */
    List<Request> latest(int most);

    /** Approved erasures some of whose cases were not finished then. */
    List<Request> waiting();

    void decided(long id, State state, String by, String note, Instant at);

    /** Erased or handed over; whom it was about is forgotten if nothing of the person is left. */
    void carriedOut(long id, State state, Map<String, Long> counts, boolean forget, Instant at);

    enum Kind {
        withdrawal,
        export,
        erasure
    }

    enum State {
        open,
        proposed,
        approved,
        waiting,
        done,
        refused
    }

    /** @param identified how the person was recognised: key, call-back */
    record Proposal(
            String petitionCode, PersonalData.Person person, String identified, String note, List<String> codes) {}

    record Request(
            long id,
            Kind kind,
            String petitionCode,
            PersonalData.Person person,
            String identified,
            String note,
            Instant askedAt,
            Instant dueAt,
            State state,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt,
            String decisionNote,
            List<String> codes,
            Instant doneAt,
            Map<String, Long> counts) {}
}
