package vn.haiphong.hotline1022.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

@Tag("A-61")
class BucketRateLimitsTest {

    private final BucketRateLimits limits = new BucketRateLimits((who, perMinute) -> Optional.empty());

    @Test
    void who_knocks_too_often_hears_how_long_to_wait_and_nobody_else_does() {
        for (var i = 0; i < 3; i++) {
            assertThat(limits.knock("a", 3)).isEmpty();
        }

        assertThat(limits.knock("a", 3).orElseThrow()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(limits.knock("b", 3)).isEmpty();
    }

    @Test
    void what_all_nodes_have_counted_together_is_refused_though_this_one_would_let_it_in() {
        var wait = Duration.ofSeconds(7);

        assertThat(new BucketRateLimits((who, perMinute) -> Optional.of(wait)).knock("a", 3))
                .contains(wait);
    }

    @Test
    void while_the_database_is_away_a_node_goes_on_counting_by_itself() {
        var alone = new BucketRateLimits((who, perMinute) -> {
            throw new QueryTimeoutException("away");
        });

        for (var i = 0; i < 3; i++) {
            assertThat(alone.knock("a", 3)).isEmpty();
        }
        assertThat(alone.knock("a", 3)).isPresent();
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
