package vn.haiphong.hotline1022.application.port;

import java.time.Duration;
import java.util.Optional;

/** How often somebody may knock; counted for all nodes together, by the clock on the wall. */
public interface RateLimits {

    /**
     * @param who of one door, e.g. {@code open311 key 7} or {@code open311 from 203.0.113.7}
     * @param perMinute how many are let through a minute, all of them at once if need be
     * @return how long to wait; empty: come in
     */
    Optional<Duration> knock(String who, int perMinute);
}
