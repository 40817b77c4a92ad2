package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;

/** What each agency does about a petition. */
public interface Handlings {

    void open(String code, String agency, boolean lead, String basis, Instant at);

    void accepted(String code, String agency, Instant at);

    void returned(String code, String agency, String reason, String suggestedAgency, Instant at);

    void ended(String code, String agency, State state, String opinion, Instant at);

    void extended(String code, String agency);

    List<Handling> of(String code);

    /** Open handlings of agencies, for the hand-over when an agency ends; leads first, so that a co-handling one finds them. */
    List<Handling> openOf(List<String> agencies);

    enum State {
        CHO_NHAN,
        DANG_XU_LY,
        CHUYEN_TRA,
        DA_XONG,
        THAY_THE
    }

    record Handling(
            String petitionCode,
            String agency,
            boolean lead,
            State state,
            String basis,
            Instant assignedAt,
            Instant endedAt,
            String returnReason,
            String opinion,
            int extensions) {}
}
