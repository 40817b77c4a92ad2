package vn.haiphong.hotline1022.domain.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void what_is_counted_is_what_sorting_would_find() {
        var random = new Random(1022);
        for (var round = 0; round < 300; round++) {
            var longest = 1 << random.nextInt(31);
            var seconds = random.ints(1 + random.nextInt(200), 0, longest).toArray();
            var durations = new Durations();
            var half = seconds.length / 2;
            durations.add(Arrays.copyOf(seconds, half));
            durations.addPacked(packed(Arrays.copyOfRange(seconds, half, seconds.length)));
            var sorted = IntStream.of(seconds).sorted().toArray();

            assertThat(durations.count()).isEqualTo(sorted.length);
            for (var share : new double[] {0, 0.1, 0.5, 0.9, 1}) {
                var rank = Math.max(1, (int) Math.ceil(share * sorted.length));
                assertThat(durations.within(share)).isEqualTo(sorted[rank - 1]);
            }
        }
    }

    @Test
    void the_shortest_the_longest_and_what_ended_before_it_began_have_their_rank() {
        var durations = new Durations();
        durations.add(Integer.MAX_VALUE, 0, Integer.MIN_VALUE);

        assertThat(durations.within(0.3)).isEqualTo(Integer.MIN_VALUE);
        assertThat(durations.within(0.5)).isZero();
        assertThat(durations.within(0.9)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void of_none_nothing_is_said() {
        assertThat(new Durations().within(0.5)).isNull();
    }

    private static byte[] packed(int[] seconds) {
        var bytes = ByteBuffer.allocate(seconds.length * Integer.BYTES);
        bytes.asIntBuffer().put(seconds);
        return bytes.array();
    }
}
