package vn.haiphong.hotline1022.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A-61")
class BucketRateLimitsTest {

    private final BucketRateLimits limits = new BucketRateLimits();

    @Test
    void who_knocks_too_often_hears_how_long_to_wait_and_nobody_else_does() {
        for (var i = 0; i < 3; i++) {
            assertThat(limits.knock("a", 3)).isEmpty();
        }

        assertThat(limits.knock("a", 3).orElseThrow()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(limits.knock("b", 3)).isEmpty();
    }

    @Test
    void whoever_has_not_come_for_longest_is_forgotten_first() {
        limits.knock("first", 1);
        for (var i = 0; i < 50_000; i++) {
            limits.knock("from " + i, 1);
        }

        assertThat(limits.knock("first", 1)).isEmpty();
        assertThat(limits.knock("from 49999", 1)).isPresent();
    }
}
