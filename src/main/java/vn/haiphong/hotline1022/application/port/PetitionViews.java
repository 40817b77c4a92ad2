package vn.haiphong.hotline1022.application.port;

import java.util.Optional;

/** Read models of petitions. */
public interface PetitionViews {

    Optional<PetitionStatus> forCitizen(String code, String key);
}
