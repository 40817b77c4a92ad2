package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;

/** What senders agreed to; one standing consent at most for each petition and purpose. */
public interface Consents {

    void add(
            String petitionCode,
            Purpose purpose,
            Instant at,
            String channel,
            String means,
            String wording,
            String recordedBy);

    List<Consent> of(String petitionCode);

    /** @return false if none stands */
    boolean withdraw(String petitionCode, Purpose purpose, Instant at, String by);

    enum Purpose {
        process,
        publish
    }

    /** @param withdrawnAt null: it stands */
    record Consent(
            Purpose purpose,
            Instant givenAt,
            String channel,
            String means,
            String wording,
            String recordedBy,
            Instant withdrawnAt) {

        public boolean stands() {
            return withdrawnAt == null;
        }
    }
}
