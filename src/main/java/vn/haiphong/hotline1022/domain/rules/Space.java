package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All cases a table can meet, cut along each axis into classes that no row tells apart. A row has two sets of classes on each
 * axis: those where it surely holds, and those where it may; they are the same wherever every cell can be read.
 */
final class Space {

    private final List<Axis> axes = new ArrayList<>();
    private int rows;

    /**
     * @param dimension null: of an axis that says of a cell only whether it holds
     * @param classes the points of each class
     */
    static final class Axis {

        final Dimension dimension;
        final List<List<Point>> classes;
        final List<BitSet> sure;
        final List<BitSet> maybe;
        private final List<BitSet> classesSure = new ArrayList<>();
        private final List<BitSet> classesMaybe = new ArrayList<>();

        private Axis(Dimension dimension, List<List<Point>> classes, List<BitSet> sure, List<BitSet> maybe, int rows) {
            this.dimension = dimension;
            this.classes = classes;
            this.sure = sure;
            this.maybe = maybe;
            for (var row = 0; row < rows; row++) {
                classesSure.add(classesOf(sure, row));
                classesMaybe.add(classesOf(maybe, row));
            }
        }

        private static BitSet classesOf(List<BitSet> rows, int row) {
            var classes = new BitSet(rows.size());
            for (var i = 0; i < rows.size(); i++) {
                classes.set(i, rows.get(i).get(row));
            }
            return classes;
        }

        BitSet of(int row, boolean surely) {
            return (surely ? classesSure : classesMaybe).get(row);
        }

        BitSet rowsAt(int number, boolean surely) {
            return (surely ? sure : maybe).get(number);
        }

        int size() {
            return classes.size();
        }

        BitSet everything() {
            var all = new BitSet(size());
            all.set(0, size());
            return all;
        }

        private void add(BitSet where) {
            var row = classesSure.size();
            classesSure.add(where);
            classesMaybe.add(where);
            where.stream().forEach(number -> {
                sure.get(number).set(row);
                maybe.get(number).set(row);
            });
        }
    }

    Space(int rows) {
        this.rows = rows;
    }

    List<Axis> axes() {
        return axes;
    }

    /** Where a row holds, surely or perhaps. */
    BitSet[] boxOf(int row, boolean surely) {
        return axes.stream().map(axis -> axis.of(row, surely)).toArray(BitSet[]::new);
    }

    BitSet[] everything() {
        return axes.stream().map(Axis::everything).toArray(BitSet[]::new);
    }

    /** A further row, that holds in this box. */
    int add(BitSet[] box) {
        for (var i = 0; i < axes.size(); i++) {
            axes.get(i).add((BitSet) box[i].clone());
        }
        return rows++;
    }

    /** The same axis as another space has. */
    void take(Axis axis) {
        axes.add(axis);
    }

    /**
     * @param ofRow the cells of each row, by column
     * @param only the rows that matter; the others hold nowhere
     * @param trying whether tried cells are asked at points that stand for more than themselves
     */
    void cut(Dimension dimension, List<List<Cell>> ofRow, BitSet only, boolean trying) {
        var points = dimension.points();
        var sure = filled(points.size());
        var maybe = filled(points.size());
        for (var column : dimension.columns()) {
            var sureHere = empty(points.size());
            var maybeHere = empty(points.size());
            rowsByCell(ofRow, only, column.index()).forEach((cell, rowsOfCell) -> {
                for (var i = 0; i < points.size(); i++) {
                    var point = points.get(i);
                    // what a tried cell says of one value it does not say of all the point stands for
                    var holds = !trying && cell.isTried() && !point.alone()
                            ? Boolean.TRUE
                            : cell.holds(point.values().get(column.expression()));
                    if (Boolean.TRUE.equals(holds)) {
                        sureHere.get(i).or(rowsOfCell);
                    }
                    if (!Boolean.FALSE.equals(holds)) {
                        maybeHere.get(i).or(rowsOfCell);
                    }
                }
            });
            for (var i = 0; i < points.size(); i++) {
                sure.get(i).and(sureHere.get(i));
                maybe.get(i).and(maybeHere.get(i));
            }
        }
        var grouped = new LinkedHashMap<List<BitSet>, List<Point>>();
        for (var i = 0; i < points.size(); i++) {
            grouped.computeIfAbsent(List.of(sure.get(i), maybe.get(i)), rowsThere -> new ArrayList<>())
                    .add(points.get(i));
        }
        axes.add(new Axis(
                dimension,
                List.copyOf(grouped.values()),
                grouped.keySet().stream()
                        .map(both -> (BitSet) both.get(0).clone())
                        .toList(),
                grouped.keySet().stream()
                        .map(both -> (BitSet) both.get(1).clone())
                        .toList(),
                rows));
    }

    /** An axis of two classes: something holds, or it does not. */
    int cutByWhether(BitSet wanting, BitSet refusing) {
        var holds = all();
        holds.andNot(refusing);
        var holdsNot = all();
        holdsNot.andNot(wanting);
        axes.add(new Axis(
                null,
                List.of(List.of(), List.of()),
                List.of(holds, holdsNot),
                List.of((BitSet) holds.clone(), (BitSet) holdsNot.clone()),
                rows));
        return axes.size() - 1;
    }

    private static Map<Cell, BitSet> rowsByCell(List<List<Cell>> ofRow, BitSet only, int column) {
        var rows = new HashMap<Cell, BitSet>();
        for (var row = only.nextSetBit(0); row >= 0; row = only.nextSetBit(row + 1)) {
            rows.computeIfAbsent(ofRow.get(row).get(column), cell -> new BitSet())
                    .set(row);
        }
        return rows;
    }

    BitSet all() {
        var all = new BitSet(rows);
        all.set(0, rows);
        return all;
    }

    private List<BitSet> filled(int number) {
        var sets = new ArrayList<BitSet>();
        for (var i = 0; i < number; i++) {
            sets.add(all());
        }
        return sets;
    }

    private static List<BitSet> empty(int number) {
        var sets = new ArrayList<BitSet>();
        for (var i = 0; i < number; i++) {
            sets.add(new BitSet());
        }
        return sets;
    }
}
