package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What is known of the SMS that went out, part by part, and of the numbers that want none. */
public interface SmsBooks {

    /** The gateway has a part; committed at once. */
    void handedOver(String key, int part, int parts, String gatewayId, Instant at);

    Set<Integer> handedOver(String key);

    /** The gateway says what became of a part; committed at once. @return the message it is a part of, if known already */
    Optional<String> reported(String gatewayId, boolean delivered, String error, Instant at);

    /** What became of the whole message, as far as it is reported. */
    Outcome outcomeOf(String key);

    /** @return false if it was stopped before */
    boolean stop(String phone, Instant at);

    /** @return false if it was not stopped */
    boolean resume(String phone);

    boolean isStopped(String phone);

    /** @param error what the gateway gave as reason; null if it failed for none */
    record Outcome(State state, String error) {}

    enum State {
        open,
        delivered,
        failed
    }
}
