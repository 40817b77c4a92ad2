package vn.haiphong.hotline1022.adapter.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A-58")
class PaceTest {

    private final Map<String, Integer> knocks = new HashMap<>();
    private final Pace pace = new Pace(this::knock, "preview", 3);

    /** A minute that does not end. */
    private Optional<Duration> knock(String who, int perMinute) {
        return knocks.merge(who, 1, Integer::sum) <= perMinute ? Optional.empty() : Optional.of(Duration.ofMinutes(1));
    }

    @Test
    void who_asks_too_often_waits_and_others_do_not() {
        assertThat(IntStream.range(0, 4).mapToObj(i -> pace.allows("203.0.113.7")))
                .containsExactly(true, true, true, false);
        assertThat(pace.allows("203.0.113.8")).isTrue();
    }

    @Test
    void a_whole_network_of_new_addresses_counts_as_one() {
        assertThat(IntStream.range(1, 5).mapToObj(i -> pace.allows("2001:db8:1:2::" + i)))
                .containsExactly(true, true, true, false);
    }

    @Test
    void all_together_ask_only_so_much() {
        assertThat(IntStream.range(0, 200)
                        .filter(i -> pace.allows("203.0.113." + i))
                        .count())
                .isEqualTo(120);
    }
}
