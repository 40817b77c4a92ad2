package vn.haiphong.hotline1022.application.port;

import java.time.Duration;
import java.util.Optional;

/** What {@link RateLimits} counts, in one place for all nodes. */
public interface Knocks {

    /** @return how long to wait; empty: it is counted */
    Optional<Duration> count(String who, int perMinute);
}
