package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cases of a table as a {@link Space}, and the two questions everything else is made of: do these rows leave anything over
 * there, and is there a case where these rows hold and those do not.
 *
 * <p>Where every cell can be read, one space answers both. A cell that has to be tried (a search for words, a formula) is in
 * that space an axis of its own: it holds or it does not, whatever the others do. What is covered there is covered; what is
 * left over there may be no real case, so cases are looked for by trying values, and only what was found is claimed.
 */
final class Geometry {

    private static final int[] TRIES = {24, 160, 1200};

    private final RuleTable table;
    private final List<List<Cell>> cells;
    private final List<Dimension> dimensions;
    private final boolean exact;
    private final Space space;
    private final Cover cover;
    private final Cover.Budget budget;
    private final Candidates candidates;
    private final Map<String, Integer> axisOfPattern = new HashMap<>();

    Geometry(RuleTable table, Vocabulary vocabulary, List<List<Cell>> cells, Cover.Budget budget) {
        this.table = table;
        this.cells = cells;
        this.budget = budget;
        this.dimensions = Dimensions.of(table, vocabulary, cells);
        this.exact = dimensions.stream().noneMatch(Dimension::tried);
        this.candidates = new Candidates(cells, vocabulary, table);
        this.space = new Space(cells.size());
        dimensions.forEach(dimension -> space.cut(dimension, cells, space.all(), exact));
        dimensions.stream().filter(Dimension::tried).forEach(this::cutByTriedCells);
        this.cover = new Cover(space, budget);
    }

    boolean isExact() {
        return exact;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    Space space() {
        return space;
    }

    Cover cover() {
        return cover;
    }

    private void cutByTriedCells(Dimension dimension) {
        var wanting = new LinkedHashMap<String, BitSet>();
        var refusing = new LinkedHashMap<String, BitSet>();
        for (var column : dimension.columns()) {
            for (var row = 0; row < cells.size(); row++) {
                var cell = cells.get(row).get(column.index());
                if (cell.isTried()) {
                    var search = onlySearch(cell);
                    var refuses = search != null && cell.plain().isNegated();
                    var key = column.expression() + "\n" + (search == null ? cell.text() : "matches " + search);
                    (refuses ? refusing : wanting)
                            .computeIfAbsent(key, k -> new BitSet())
                            .set(row);
                }
            }
        }
        var all = new LinkedHashSet<>(wanting.keySet());
        all.addAll(refusing.keySet());
        for (var key : all) {
            var axis = space.cutByWhether(
                    wanting.getOrDefault(key, new BitSet()), refusing.getOrDefault(key, new BitSet()));
            axisOfPattern.put(dimension.expressions() + "\n" + key, axis);
        }
    }

    private static String onlySearch(Cell cell) {
        return cell.isPlain()
                        && cell.plain().parts().size() == 1
                        && cell.plain().parts().get(0) instanceof PlainCell.Search search
                ? search.pattern()
                : null;
    }

    /** Whether a row can hold anywhere, as far as can be read. */
    boolean isPossible(int row) {
        for (var part : space.boxOf(row, false)) {
            if (part.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The rows that leave nothing over of a row, if these do; empty if they do not, or nobody can tell. */
    Optional<BitSet> covering(int row, BitSet rows) {
        var used = new BitSet();
        return cover.uncovered(followed(space.boxOf(row, false)), rows, true, used)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(used);
    }

    /** Who finds some words finds more of them, too: where one search holds, those that look for its words and others hold. */
    private BitSet[] followed(BitSet[] box) {
        if (axisOfPattern.size() < 2) {
            return box;
        }
        for (var one : axisOfPattern.entrySet()) {
            var at = box[one.getValue()];
            if (at.cardinality() == 1) {
                for (var other : axisOfPattern.entrySet()) {
                    if (!other.equals(one) && box[other.getValue()].cardinality() == 2) {
                        if (at.get(0) && Alternatives.within(one.getKey(), other.getKey())) {
                            box[other.getValue()].clear(1);
                        } else if (at.get(1) && Alternatives.within(other.getKey(), one.getKey())) {
                            box[other.getValue()].clear(0);
                        }
                    }
                }
            }
        }
        return box;
    }

    /** Whether two rows can never hold at once, as far as can be read. */
    boolean areApart(int one, int other) {
        for (var axis : space.axes()) {
            if (!axis.of(one, false).intersects(axis.of(other, false))) {
                return true;
            }
        }
        return false;
    }

    /** A case where all of some rows hold and none of some others, for sure; empty if there is none or none was found. */
    Optional<Map<String, Object>> caseOf(BitSet wanted, BitSet unwanted) {
        if (exact) {
            return cover.uncovered(common(space, wanted), unwanted, false, new BitSet())
                    .map(classes -> example(space, classes));
        }
        for (var tries : TRIES) {
            var found = caseAmong(wanted, unwanted, tries);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Map<String, Object>> caseAmong(BitSet wanted, BitSet unwanted, int tries) {
        var tried = new Space(cells.size());
        var all = (BitSet) wanted.clone();
        all.or(unwanted);
        for (var i = 0; i < dimensions.size(); i++) {
            var dimension = dimensions.get(i);
            if (dimension.tried()) {
                var points = candidates.of(dimension, wanted, tries);
                if (points.isEmpty()) {
                    return Optional.empty();
                }
                tried.cut(dimension.with(points), cells, all, true);
            } else {
                tried.take(space.axes().get(i));
            }
        }
        return new Cover(tried, budget)
                .uncovered(common(tried, wanted), unwanted, false, new BitSet())
                .map(classes -> example(tried, classes));
    }

    private static BitSet[] common(Space space, BitSet rows) {
        var box = space.everything();
        for (var i = 0; i < box.length; i++) {
            for (var row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                box[i].and(space.axes().get(i).of(row, true));
            }
        }
        return box;
    }

    static Map<String, Object> example(Space space, int[] classes) {
        var example = new LinkedHashMap<String, Object>();
        for (var i = 0; i < classes.length; i++) {
            var axis = space.axes().get(i);
            if (axis.dimension != null) {
                var values = axis.classes.get(classes[i]).get(0).values();
                for (var e = 0; e < values.size(); e++) {
                    example.put(axis.dimension.expressions().get(e), values.get(e));
                }
            }
        }
        return example;
    }

    /** A case in words, and no more of it than where the rows ask something. */
    String inWords(Map<String, Object> example, Set<Integer> columns) {
        var said = new ArrayList<String>();
        var expressions = new LinkedHashSet<String>();
        for (var column : columns) {
            var input = table.inputs().get(column);
            if (expressions.add(input.expression().strip())) {
                said.add(input.label() + ": " + nameOf(input.expression().strip(), example));
            }
        }
        return said.isEmpty() ? "mọi hồ sơ" : String.join("; ", said);
    }

    private String nameOf(String expression, Map<String, Object> example) {
        var value = example.get(expression);
        return dimensions.stream()
                .filter(dimension -> dimension.expressions().equals(List.of(expression)))
                .flatMap(dimension -> dimension.points().stream())
                .filter(point ->
                        point.alone() && java.util.Objects.equals(point.values().get(0), value))
                .map(Point::says)
                .findFirst()
                .orElse(InWords.of(value));
    }
}
