package vn.haiphong.hotline1022.adapter.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.NetworkAddress;

/**
 * How often somebody who is writing may ask what the tables say (Giả định A-58). Each node counts for itself and forgets when
 * it stops: all that is at stake is its time.
 */
@Component
class Pace {

    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final int NETWORKS = 40;

    private final Clock clock;
    private final int perNetwork;
    private final Map<String, Integer> asked = new HashMap<>();
    private Instant since = Instant.MIN;
    private int altogether;

    Pace(Clock clock, @Value("${hotline.previews.per-network}") int perNetwork) {
        this.clock = clock;
        this.perNetwork = perNetwork;
    }

    synchronized boolean allows(String from) {
        var now = clock.instant();
        if (now.isBefore(since) || !now.isBefore(since.plus(WHILE))) {
            asked.clear();
            altogether = 0;
            since = now;
        }
        return ++altogether <= perNetwork * NETWORKS
                && asked.merge(NetworkAddress.of(from), 1, Integer::sum) <= perNetwork;
    }
}
