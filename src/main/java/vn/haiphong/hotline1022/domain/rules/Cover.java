package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Whether rows together leave nothing over of a box, exactly. Axis by axis the box is cut into groups of classes at which the
 * same rows are left, until one row covers what is left of the box, or none is left; of two groups the one with more rows need
 * not be looked at, and what was found covered once is not looked at again.
 */
final class Cover {

    private static final int CHANCES = 3000;

    private final Space space;
    private final Budget budget;

    Cover(Space space, Budget budget) {
        this.space = space;
        this.budget = budget;
    }

    /** Work that may be done; beyond it nothing is decided. */
    static final class Budget {

        private long left;

        Budget(long work) {
            this.left = work;
        }

        private void spend(long work) {
            left -= work;
            if (left < 0) {
                throw new Spent();
            }
        }
    }

    static final class Spent extends RuntimeException {

        Spent() {
            super(null, null, false, false);
        }
    }

    private record State(BitSet open, BitSet rows) {}

    /**
     * A class on each axis of the box where none of the rows holds; empty if there is none.
     *
     * @param surely whether a row counts where it surely holds, or where it may
     * @param used gets the rows that do the covering
     * @throws Spent
     */
    Optional<int[]> uncovered(BitSet[] box, BitSet rows, boolean surely, BitSet used) {
        for (var part : box) {
            if (part.isEmpty()) {
                return Optional.empty();
            }
        }
        var open = new BitSet();
        open.set(0, box.length);
        var here = new int[box.length];
        return new Search(box, surely, used).leftOver(open, meeting(box, rows, surely), here)
                ? Optional.of(here)
                : Optional.empty();
    }

    /** The same by chance: what it finds is true, what it does not find may be there all the same. */
    Optional<int[]> uncoveredByChance(BitSet[] box, BitSet rows, boolean surely) {
        for (var part : box) {
            if (part.isEmpty()) {
                return Optional.empty();
            }
        }
        var chance = new Random(1022);
        var classes = new int[box.length][];
        for (var i = 0; i < box.length; i++) {
            classes[i] = box[i].stream().toArray();
        }
        for (var n = 0; n < CHANCES; n++) {
            var here = new int[box.length];
            var left = (BitSet) rows.clone();
            for (var i = 0; i < box.length; i++) {
                here[i] = classes[i][chance.nextInt(classes[i].length)];
                left.and(space.axes().get(i).rowsAt(here[i], surely));
            }
            if (left.isEmpty()) {
                return Optional.of(here);
            }
        }
        return Optional.empty();
    }

    private BitSet meeting(BitSet[] box, BitSet rows, boolean surely) {
        var meeting = new BitSet();
        rows.stream().filter(row -> meets(box, row, surely)).forEach(meeting::set);
        return meeting;
    }

    private boolean meets(BitSet[] box, int row, boolean surely) {
        for (var i = 0; i < box.length; i++) {
            if (!space.axes().get(i).of(row, surely).intersects(box[i])) {
                return false;
            }
        }
        return true;
    }

    /** As much of the space around a class on each axis as none of the rows may hold in. */
    BitSet[] widened(int[] around, BitSet rows) {
        var box = new BitSet[around.length];
        for (var i = 0; i < around.length; i++) {
            box[i] = new BitSet();
            box[i].set(around[i]);
        }
        for (var wholly : new boolean[] {true, false}) {
            for (var i = 0; i < box.length; i++) {
                var axis = space.axes().get(i);
                var alone = box[i];
                box[i] = axis.everything();
                var others = meeting(box, rows, false);
                if (!others.isEmpty()) {
                    box[i] = alone;
                    if (!wholly) {
                        for (var c = 0; c < axis.size(); c++) {
                            if (!axis.rowsAt(c, false).intersects(others)) {
                                box[i].set(c);
                            }
                        }
                    }
                }
            }
        }
        return box;
    }

    private final class Search {

        private final BitSet[] box;
        private final boolean surely;
        private final BitSet used;
        private final Set<State> covered = new HashSet<>();

        Search(BitSet[] box, boolean surely, BitSet used) {
            this.box = box;
            this.surely = surely;
            this.used = used;
        }

        boolean leftOver(BitSet open, BitSet rows, int[] here) {
            budget.spend(1 + (long) rows.cardinality() * open.cardinality() / 8);
            if (rows.isEmpty()) {
                open.stream().forEach(i -> here[i] = box[i].nextSetBit(0));
                return true;
            }
            var state = new State(open, rows);
            if (covered.contains(state)) {
                return false;
            }
            var axis = axisToCut(open, rows);
            if (axis < 0) {
                return false; // a row holds in all of it
            }
            var stillOpen = (BitSet) open.clone();
            stillOpen.clear(axis);
            for (var group : groups(axis, rows)) {
                here[axis] = group.number();
                if (leftOver(stillOpen, group.rows(), here)) {
                    return true;
                }
            }
            covered.add(state);
            return false;
        }

        /** The axis that most rows ask something of; none if a row asks nothing any more. */
        private int axisToCut(BitSet open, BitSet rows) {
            var asking = new int[box.length];
            for (var row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                var asks = false;
                for (var i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
                    if (!containsAll(space.axes().get(i).of(row, surely), box[i])) {
                        asking[i]++;
                        asks = true;
                    }
                }
                if (!asks) {
                    used.set(row);
                    return -1;
                }
            }
            var best = open.nextSetBit(0);
            for (var i = best; i >= 0; i = open.nextSetBit(i + 1)) {
                if (asking[i] > asking[best]) {
                    best = i;
                }
            }
            return best;
        }

        private record Group(int number, BitSet rows) {}

        /** The fewest rows first, and none that has all the rows of another. */
        private List<Group> groups(int axis, BitSet rows) {
            Map<BitSet, Integer> byRows = new HashMap<>();
            var cut = space.axes().get(axis);
            for (var c = box[axis].nextSetBit(0); c >= 0; c = box[axis].nextSetBit(c + 1)) {
                var left = (BitSet) cut.rowsAt(c, surely).clone();
                left.and(rows);
                byRows.putIfAbsent(left, c);
            }
            budget.spend(byRows.size());
            var sorted = byRows.entrySet().stream()
                    .map(entry -> new Group(entry.getValue(), entry.getKey()))
                    .sorted(Comparator.<Group>comparingInt(group -> group.rows().cardinality())
                            .thenComparingInt(Group::number))
                    .toList();
            var least = new ArrayList<Group>();
            for (var group : sorted) {
                if (least.stream().noneMatch(other -> containsAll(group.rows(), other.rows()))) {
                    least.add(group);
                }
            }
            return least;
        }
    }

    private static boolean containsAll(BitSet all, BitSet some) {
        var rest = (BitSet) some.clone();
        rest.andNot(all);
        return rest.isEmpty();
    }
}
