package vn.haiphong.hotline1022.adapter.security;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.RateLimits;

/** A bucket for each who knocks; whoever has not come for longest is forgotten first, so that many cannot fill the memory. */
@Component
class BucketRateLimits implements RateLimits {

    private static final int MOST = 50_000;

    private record Known(int perMinute, Bucket bucket) {}

    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    @Override
    public Optional<Duration> knock(String who, int perMinute) {
        var probe = bucketOf(who, perMinute).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
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
