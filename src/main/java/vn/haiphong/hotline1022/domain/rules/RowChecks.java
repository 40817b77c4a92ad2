package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.haiphong.hotline1022.domain.rules.Cover.Spent;
import vn.haiphong.hotline1022.domain.rules.Finding.Kind;
import vn.haiphong.hotline1022.domain.rules.Finding.Severity;

/** Looks at the rows of a table beside each other. */
final class RowChecks {

    private static final int MOST_GAPS = 12;
    private static final int MOST_PAIRS_TRIED = 400;
    private static final Set<Kind> SAY_ENOUGH = Set.of(Kind.syntax, Kind.type, Kind.unknownValue, Kind.forbidden);

    private final RuleTable table;
    private final List<List<Cell>> cells;
    private final Geometry geometry;
    private final List<Finding> findings;
    private final Set<String> saidEnough;
    private final BitSet possible = new BitSet();

    RowChecks(RuleTable table, List<List<Cell>> cells, Geometry geometry, List<Finding> findings) {
        this.table = table;
        this.cells = cells;
        this.geometry = geometry;
        this.findings = findings;
        this.saidEnough = findings.stream()
                .filter(finding -> finding.severity() == Severity.blocks && SAY_ENOUGH.contains(finding.kind()))
                .map(Finding::rowId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    void check() {
        IntStream.range(0, table.rows().size()).forEach(this::checkPossible);
        switch (table.hitPolicy()) {
            case FIRST -> possible.stream().forEach(this::checkReached);
            case UNIQUE, ANY -> checkPairs();
            default -> checkSame();
        }
        if (table.hitPolicy().answersOnce()
                || table.inputs().size() > 0
                        && geometry.isExact()
                        && geometry.dimensions().stream().noneMatch(Dimension::open)) {
            checkGaps();
        }
        if (table.hitPolicy() == HitPolicy.FIRST
                && IntStream.range(0, cells.size()).noneMatch(this::isCatchAll)) {
            findings.add(
                    new Finding(
                            Kind.noCatchAll,
                            Severity.warns,
                            null,
                            null,
                            List.of(),
                            Map.of(),
                            "Bảng không có dòng cuối \"còn lại\" (mọi ô để -): giá trị mới thêm sau này sẽ không có dòng nào."));
        }
    }

    private boolean isCatchAll(int row) {
        return cells.get(row).stream().allMatch(Cell::isAnything);
    }

    private void checkPossible(int row) {
        if (!geometry.isPossible(row)) {
            if (!saidEnough.contains(idOf(row))) {
                var column = emptyColumn(row);
                add(
                        Kind.unreachable,
                        Severity.warns,
                        row,
                        column,
                        List.of(),
                        Map.of(),
                        column == null
                                ? "Không có hồ sơ nào khớp dòng này: các ô loại trừ nhau."
                                : "Không có hồ sơ nào khớp ô này, nên dòng không bao giờ được dùng.");
            }
            return;
        }
        possible.set(row);
        if (!geometry.isExact() && !saidEnough.contains(idOf(row)) && !isKnown(row)) {
            var found = geometry.caseOf(one(row), new BitSet());
            if (found.isEmpty()) {
                add(
                        Kind.beyondAnalysis,
                        Severity.informs,
                        row,
                        null,
                        List.of(),
                        Map.of(),
                        "Chưa tìm được ví dụ nào mà dòng này khớp; xin thử bằng một hồ sơ thật.");
            }
        }
    }

    private boolean isKnown(int row) {
        return cells.get(row).stream().noneMatch(Cell::isTried);
    }

    /** The column whose cell alone lets nothing through; null if it is only all of them together. */
    private String emptyColumn(int row) {
        for (var dimension : geometry.dimensions()) {
            for (var column : dimension.columns()) {
                var cell = cells.get(row).get(column.index());
                if (dimension.points().stream()
                        .allMatch(point ->
                                Boolean.FALSE.equals(cell.holds(point.values().get(column.expression())))
                                        && (point.alone() || !cell.isTried()))) {
                    return table.inputs().get(column.index()).id();
                }
            }
        }
        return null;
    }

    private void checkReached(int row) {
        if (saidEnough.contains(idOf(row))) {
            return;
        }
        var above = (BitSet) possible.clone();
        above.clear(row, table.rows().size());
        try {
            var covering = geometry.covering(row, above);
            if (covering.isPresent()) {
                sayShadowed(row, fewest(row, covering.get()));
            } else if (!geometry.isExact()
                    && geometry.caseOf(one(row), above).isEmpty()
                    && geometry.caseOf(one(row), new BitSet()).isPresent()) {
                sayUndecided(
                        row, "Chưa chắc dòng này có bao giờ được dùng: mọi ví dụ đã thử đều bị dòng ở trên bắt trước.");
            }
        } catch (Spent e) {
            if (geometry.cover()
                    .uncoveredByChance(geometry.space().boxOf(row, true), above, false)
                    .isEmpty()) {
                sayUndecided(
                        row, "Bảng quá phức tạp để biết chắc dòng này có bao giờ được dùng; đã thử mà không thấy.");
            }
        }
    }

    private BitSet fewest(int row, BitSet covering) {
        for (var other = covering.nextSetBit(0); other >= 0; other = covering.nextSetBit(other + 1)) {
            if (geometry.covering(row, one(other)).isPresent()) {
                return one(other);
            }
        }
        return covering;
    }

    private void sayShadowed(int row, BitSet covering) {
        add(
                Kind.shadowed,
                covering.stream().anyMatch(this::isCatchAll) ? Severity.blocks : Severity.warns,
                row,
                null,
                ids(covering),
                Map.of(),
                "Dòng này không bao giờ được dùng: " + named(covering) + " ở trên đã bắt hết.");
    }

    private void checkPairs() {
        var undecided = new TreeSet<Integer>();
        var tried = 0;
        for (var row = possible.nextSetBit(0); row >= 0; row = possible.nextSetBit(row + 1)) {
            var with = new BitSet();
            Map<String, Object> example = Map.of();
            for (var other = possible.nextSetBit(0); other < row; other = possible.nextSetBit(other + 1)) {
                if (geometry.areApart(row, other)
                        || table.hitPolicy() == HitPolicy.ANY && haveSameResults(row, other)) {
                    continue;
                }
                var both = one(row);
                both.set(other);
                if (geometry.isExact() && !example.isEmpty()) {
                    if (surelyMeet(row, other)) {
                        with.set(other);
                    } else {
                        undecided.add(row);
                    }
                    continue;
                }
                var found = geometry.isExact() || tried++ < MOST_PAIRS_TRIED
                        ? caseOrNone(both, new BitSet())
                        : Optional.<Map<String, Object>>empty();
                if (found.isPresent()) {
                    with.set(other);
                    example = example.isEmpty() ? found.get() : example;
                } else {
                    undecided.add(row);
                }
            }
            if (!with.isEmpty()) {
                add(
                        Kind.overlap,
                        Severity.blocks,
                        row,
                        null,
                        ids(with),
                        example,
                        "Dòng này và " + named(with) + " cùng khớp một hồ sơ"
                                + (table.hitPolicy() == HitPolicy.ANY ? " mà cho kết quả khác nhau" : "") + ", ví dụ "
                                + geometry.inWords(example, asked(row, with.nextSetBit(0))) + ".");
            }
        }
        undecided.forEach(row -> sayUndecided(row, "Chưa biết chắc dòng này có khi nào khớp cùng lúc với dòng khác."));
        if (table.hitPolicy() == HitPolicy.ANY) {
            checkSame();
        }
    }

    private boolean surelyMeet(int row, int other) {
        return geometry.space().axes().stream()
                .allMatch(axis -> axis.of(row, true).intersects(axis.of(other, true)));
    }

    private Optional<Map<String, Object>> caseOrNone(BitSet wanted, BitSet unwanted) {
        try {
            return geometry.caseOf(wanted, unwanted);
        } catch (Spent e) {
            return Optional.empty();
        }
    }

    /** Rows that ask exactly the same. */
    private void checkSame() {
        var same = new LinkedHashMap<List<BitSet>, List<Integer>>();
        possible.stream()
                .filter(this::isSure)
                .forEach(row -> same.computeIfAbsent(asks(row), key -> new ArrayList<>())
                        .add(row));
        for (var rows : same.values()) {
            for (var i = 1; i < rows.size(); i++) {
                var row = rows.get(i);
                var twins = new BitSet();
                rows.subList(0, i).stream()
                        .filter(other -> haveSameResults(row, other))
                        .forEach(twins::set);
                if (!twins.isEmpty()) {
                    add(
                            Kind.duplicate,
                            table.hitPolicy() == HitPolicy.ANY ? Severity.informs : Severity.warns,
                            row,
                            null,
                            ids(twins),
                            Map.of(),
                            "Dòng này trùng hẳn với " + named(twins)
                                    + (table.hitPolicy() == HitPolicy.ANY ? "." : ": kết quả bị tính hai lần."));
                }
            }
            if (table.hitPolicy() != HitPolicy.ANY) {
                sayConflict(rows);
            }
        }
    }

    /** Once for all of them: rows that add to each other are nothing unusual where all are used. */
    private void sayConflict(List<Integer> rows) {
        var last = rows.get(rows.size() - 1);
        var others = new BitSet();
        rows.stream().filter(other -> !haveSameResults(last, other)).forEach(others::set);
        if (!others.isEmpty()) {
            add(
                    Kind.conflict,
                    Severity.informs,
                    last,
                    null,
                    ids(others),
                    Map.of(),
                    "Dòng này có cùng điều kiện với " + named(others) + " mà kết quả khác; tất cả đều được dùng.");
        }
    }

    /** Whether it is known wherever the row holds. */
    private boolean isSure(int row) {
        return asks(row).equals(List.of(geometry.space().boxOf(row, false)));
    }

    private List<BitSet> asks(int row) {
        return List.of(geometry.space().boxOf(row, true));
    }

    private boolean haveSameResults(int row, int other) {
        var mine = table.rows().get(row).results();
        var others = table.rows().get(other).results();
        return IntStream.range(0, mine.size()).allMatch(i -> PlainResult.isSame(mine.get(i), others.get(i)));
    }

    private void checkGaps() {
        var all = new BitSet();
        all.set(0, table.rows().size());
        try {
            if (!geometry.isExact()) {
                checkGapByTrying(all);
                return;
            }
            var rows = all;
            for (var n = 0; n < MOST_GAPS; n++) {
                var gap = geometry.cover().uncovered(geometry.space().everything(), rows, false, new BitSet());
                if (gap.isEmpty()) {
                    if (n == 0
                            && geometry.cover()
                                    .uncovered(geometry.space().everything(), all, true, new BitSet())
                                    .isPresent()) {
                        sayUndecided(null, "Chưa biết chắc có hồ sơ nào không có dòng hay không.");
                    }
                    return;
                }
                var box = geometry.cover().widened(gap.get(), rows);
                sayGap(box, Geometry.example(geometry.space(), gap.get()));
                rows = (BitSet) rows.clone();
                rows.set(geometry.space().add(box));
            }
        } catch (Spent e) {
            geometry.cover()
                    .uncoveredByChance(geometry.space().everything(), all, false)
                    .filter(found -> geometry.isExact())
                    .ifPresentOrElse(
                            found -> sayGap(
                                    geometry.cover().widened(found, all), Geometry.example(geometry.space(), found)),
                            () -> sayUndecided(
                                    null,
                                    "Bảng quá phức tạp để biết chắc mọi hồ sơ đều có dòng; đã thử mà không thấy thiếu."));
        }
    }

    private void checkGapByTrying(BitSet all) {
        if (geometry.cover()
                .uncovered(geometry.space().everything(), all, true, new BitSet())
                .isEmpty()) {
            return;
        }
        var found = geometry.caseOf(new BitSet(), all);
        if (found.isPresent()) {
            var columns =
                    IntStream.range(0, table.inputs().size()).boxed().collect(Collectors.toCollection(TreeSet::new));
            findings.add(new Finding(
                    Kind.gap,
                    Severity.blocks,
                    null,
                    null,
                    List.of(),
                    found.get(),
                    "Có hồ sơ không dòng nào khớp, ví dụ " + geometry.inWords(found.get(), columns) + "."));
        } else {
            sayUndecided(null, "Chưa biết chắc có hồ sơ nào không có dòng hay không; đã thử mà không thấy thiếu.");
        }
    }

    private void sayGap(BitSet[] box, Map<String, Object> example) {
        var said = new ArrayList<String>();
        var columns = new ArrayList<Integer>();
        for (var i = 0; i < box.length; i++) {
            var axis = geometry.space().axes().get(i);
            if (box[i].cardinality() < axis.size()) {
                var first = axis.dimension.columns().get(0).index();
                columns.add(first);
                said.add(
                        axis.dimension.expressions().stream().map(this::labelOf).collect(Collectors.joining(", "))
                                + ": "
                                + InWords.list(box[i].stream()
                                        .boxed()
                                        .flatMap(c -> axis.classes.get(c).stream())
                                        .map(Point::says)
                                        .toList()));
            }
        }
        findings.add(new Finding(
                Kind.gap,
                table.hitPolicy().answersOnce() ? Severity.blocks : Severity.warns,
                null,
                columns.size() == 1 ? table.inputs().get(columns.get(0)).id() : null,
                List.of(),
                example,
                "Chưa có dòng nào cho " + (said.isEmpty() ? "bất kỳ hồ sơ nào" : String.join("; ", said)) + "."));
    }

    private String labelOf(String expression) {
        return table.inputs().stream()
                .filter(input -> input.expression().equals(expression))
                .findFirst()
                .map(RuleTable.Input::label)
                .orElse(expression);
    }

    /** The columns in which one of two rows asks something. */
    private Set<Integer> asked(int row, int other) {
        return IntStream.range(0, table.inputs().size())
                .filter(i -> !cells.get(row).get(i).isAnything()
                        || !cells.get(other).get(i).isAnything())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void sayUndecided(Integer row, String says) {
        add(Kind.notDecided, Severity.informs, row, null, List.of(), Map.of(), says);
    }

    private void add(
            Kind kind,
            Severity severity,
            Integer row,
            String columnId,
            Collection<String> others,
            Map<String, Object> example,
            String says) {
        findings.add(new Finding(
                kind, severity, row == null ? null : idOf(row), columnId, List.copyOf(others), example, says));
    }

    private String idOf(int row) {
        return table.rows().get(row).id();
    }

    private List<String> ids(BitSet rows) {
        return rows.stream().mapToObj(this::idOf).toList();
    }

    /** "dòng 3 (…)", by the numbers an administrator sees. */
    private String named(BitSet rows) {
        if (rows.cardinality() == 1) {
            var row = rows.nextSetBit(0);
            var says = table.rows().get(row).says();
            return "dòng " + (row + 1) + (says.isEmpty() ? "" : " (" + InWords.shortened(says) + ")");
        }
        return "các dòng "
                + InWords.list(
                        rows.stream().mapToObj(row -> String.valueOf(row + 1)).toList());
    }

    private static BitSet one(int row) {
        var rows = new BitSet();
        rows.set(row);
        return rows;
    }
}
