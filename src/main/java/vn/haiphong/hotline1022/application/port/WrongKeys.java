package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import vn.haiphong.hotline1022.domain.petition.WrongTries;

/** Wrong keys by what they were tried on, or where they came from; shared by all nodes. */
public interface WrongKeys {

    WrongTries of(String subject);

    /** As {@link #of}; nobody else gets past this for that subject until the transaction ends. */
    WrongTries alone(String subject);

    void keep(String subject, WrongTries tries);

    void forgetBefore(Instant at);
}
