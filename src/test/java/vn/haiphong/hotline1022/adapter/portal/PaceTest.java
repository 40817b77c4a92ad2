package vn.haiphong.hotline1022.adapter.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.support.TestClock;

@Tag("A-58")
class PaceTest {

    private final TestClock clock = new TestClock("2024-09-18T08:00:00+07:00");
    private final Pace pace = new Pace(clock, 3);

    @Test
    void who_asks_too_often_waits_for_the_next_minute_and_others_do_not() {
        assertThat(IntStream.range(0, 4).mapToObj(i -> pace.allows("203.0.113.7")))
                .containsExactly(true, true, true, false);
        assertThat(pace.allows("203.0.113.8")).isTrue();

        clock.advance(Duration.ofMinutes(1));
        assertThat(pace.allows("203.0.113.7")).isTrue();
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
