package vn.haiphong.hotline1022.application.port;

import java.util.Optional;

/** Read models of petitions. */
public interface PetitionViews {

    Optional<PetitionStatus> byTrackingKey(String code, String key);

    /** @param digits the last four of the sender's telephone; they open no confidential petition */
    Optional<PetitionStatus> byPhone(String code, String digits);
}
