package vn.haiphong.hotline1022.application.port;

import java.util.Optional;
import vn.haiphong.hotline1022.application.inform.PetitionStatus;

/** Read models of petitions. */
public interface PetitionViews {

    Optional<PetitionStatus> forCitizen(String code, String key);
}
