package vn.haiphong.hotline1022.adapter.security;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Knocks;
import vn.haiphong.hotline1022.application.port.RateLimits;

/**
 * A bucket for each who knocks, and behind it the one that all nodes share: a flood is refused here and costs the database
 * nothing, and while the database does not answer each node still counts by itself. Whoever has not come for longest is forgotten
 * first, so that many cannot fill the memory.
 */
@Component
class BucketRateLimits implements RateLimits {

    private static final int MOST = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(BucketRateLimits.class);

    private record Known(int perMinute, Bucket bucket) {}

    private final Knocks knocks;

    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    BucketRateLimits(Knocks knocks) {
        this.knocks = knocks;
    }

    @Override
    public Optional<Duration> knock(String who, int perMinute) {
        var probe = bucketOf(who, perMinute).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? onAllNodes(who, perMinute)
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Optional<Duration> onAllNodes(String who, int perMinute) {
        try {
            return knocks.count(who, perMinute);
        } catch (DataAccessException away) {
            LOG.warn("Counted on this node alone, the database does not answer: {}", away.getMessage());
            return Optional.empty();
        }
    }

    private Bucket bucketOf(String who, int perMinute) {
        synchronized (known) {
            return known.compute(
                            who,
                            (name, before) -> before != null && before.perMinute() == perMinute
                                    ? before
                                    : new Known(perMinute, bucket(perMinute)))
                    .bucket();
        }
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
