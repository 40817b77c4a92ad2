package vn.haiphong.hotline1022.application.port;

import java.util.Optional;

/** Read models of petitions. */
public interface PetitionViews {

    Optional<PetitionStatus> byTrackingKey(String code, String key);

    /**
     * No more than how it stands.
     *
     * @param digits the last four of the sender's telephone, which others know; they open none before it was screened, and
     *     never what is confidential or looks so
     */
    Optional<PetitionStatus> byPhone(String code, String digits);
}
