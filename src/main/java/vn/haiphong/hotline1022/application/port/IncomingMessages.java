package vn.haiphong.hotline1022.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What citizens wrote by mail and SMS, each once, the whole as it came. */
public interface IncomingMessages {

    /** Nobody else looks at this sender's messages until this transaction ends. */
    void lock(String sender);

    boolean isKnown(String place);

    /** The same words from the same sender in another place since then. */
    boolean isRepeated(String digest, Instant since);

    void keep(Incoming message, String became, String petitionCode);

    /** How many petitions this sender's messages became since then. */
    int openedBy(String sender, Instant since);

    /** The case this sender's last message became. */
    Optional<String> lastOpenedBy(String sender);

    /** The cases of this telephone that wait for an answer, newest question first. */
    List<Asked> askedBySms(String phone);

    /** Keeps a part of a long SMS. @return the whole text once all parts are here */
    Optional<String> part(String sender, int reference, int parts, int part, String text, Instant at);

    /** Whether this was in a message taken since then: a part brought again after the whole. */
    boolean isIn(String sender, String text, Instant since);

    /** Long SMS of which parts have been missing that long: what is here of each, and no longer kept as parts. */
    List<Unfinished> unfinished(Duration since, Instant now);

    /**
     * @param place where it lay
     * @param original the whole as it came
     */
    record Incoming(String channel, String place, String digest, String sender, Instant receivedAt, byte[] original) {}

    record Asked(String code, Instant at) {}

    record Unfinished(String sender, String text) {}
}
