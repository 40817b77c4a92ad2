package vn.haiphong.hotline1022.domain.figures;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Very many durations in whole seconds, of which one is asked for by its rank. */
public final class Durations {

    /** Each round looks closer: at 12 days, at some minutes, at the second. */
    private static final int[] SHIFTS = {20, 8, 0};

    private final List<int[]> parts = new ArrayList<>();
    private long count;

    public void add(int... seconds) {
        parts.add(seconds);
        count += seconds.length;
    }

    /**
     * Each in four bytes, the highest first, as a database hands over very many of them.
     *
     * @return how many
     */
    public int addPacked(byte[] packed) {
        var seconds = new int[packed.length / Integer.BYTES];
        ByteBuffer.wrap(packed).asIntBuffer().get(seconds);
        add(seconds);
        return seconds.length;
    }

    public long count() {
        return count;
    }

    /**
     * The shortest that at least this share of them does not exceed, as {@code percentile_disc} of SQL; null of none. Nothing
     * is sorted: a round counts how many lie in each stretch of the stretch the one before has found.
     */
    public Long within(double share) {
        if (count == 0) {
            return null;
        }
        var rank = Math.max(1, (long) Math.ceil(share * count));
        long low = Integer.MIN_VALUE;
        long high = Integer.MAX_VALUE;
        for (var shift : SHIFTS) {
            var counts = new long[(int) ((high - low) >> shift) + 1];
            for (var part : parts) {
                for (var seconds : part) {
                    if (seconds >= low && seconds <= high) {
                        counts[(int) ((seconds - low) >> shift)]++;
                    }
                }
            }
            var stretch = 0;
            while (rank > counts[stretch]) {
                rank -= counts[stretch++];
            }
            low += (long) stretch << shift;
            high = low + (1L << shift) - 1;
        }
        return low;
    }
}
