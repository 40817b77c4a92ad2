package vn.haiphong.hotline1022.domain.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.haiphong.hotline1022.domain.rules.Finding.Kind;
import vn.haiphong.hotline1022.domain.rules.Finding.Severity;

/**
 * Looks at a decision table for what its author did not mean. What it reports is so: a reported gap finds no row, a reported
 * overlap two, a reported dead row is never used. Where every cell is plain and no column is searched for words, it also misses
 * none of these; elsewhere it says what it could not decide. Values are those of the vocabulary; a column it knows nothing of
 * holds what its type says, or values of the types its cells name.
 */
public final class TableAnalysis {

    private static final long WORK = 40_000_000;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    private final CellJudge judge;
    private final long work;

    /** @param judge for cells of the full language; null: they are not tried */
    public TableAnalysis(CellJudge judge) {
        this(judge, WORK);
    }

    TableAnalysis(CellJudge judge, long work) {
        this.judge = judge;
        this.work = work;
    }

    /** In the order of the rows; what concerns the whole table or a column comes first. */
    public List<Finding> of(RuleTable table, Vocabulary vocabulary) {
        var findings = new ArrayList<Finding>();
        if (!hasShape(table, findings)) {
            return findings;
        }
        checkHead(table, findings);
        var cells = cells(table, vocabulary, findings);
        var geometry = new Geometry(table, vocabulary, cells, new Cover.Budget(work));
        var days = new DaysOfRows(table, vocabulary, geometry);
        var results = new ResultChecks(table, vocabulary, judge, findings);
        IntStream.range(0, table.rows().size()).forEach(row -> results.check(row, days::holds));
        new RowChecks(table, cells, geometry, findings).check();
        return sorted(table, findings);
    }

    private static boolean hasShape(RuleTable table, List<Finding> findings) {
        var ids = new HashSet<String>();
        for (var row : table.rows()) {
            if (row.tests().size() != table.inputs().size()
                    || row.results().size() != table.outputs().size()) {
                findings.add(ofRow(row, "Dòng thiếu hoặc thừa ô so với các cột của bảng."));
            } else if (!ids.add(row.id())) {
                findings.add(ofRow(row, "Hai dòng mang cùng một mã " + row.id() + "."));
            }
        }
        if (table.rows().isEmpty()) {
            findings.add(ofTable(Kind.gap, Severity.blocks, "Bảng không có dòng nào."));
        }
        if (table.outputs().isEmpty()) {
            findings.add(ofTable(Kind.syntax, Severity.blocks, "Bảng không có cột kết quả."));
        }
        return findings.isEmpty();
    }

    private static void checkHead(RuleTable table, List<Finding> findings) {
        if (table.hitPolicy().isUnknownToTheEngine()) {
            findings.add(ofTable(
                    Kind.forbidden,
                    Severity.blocks,
                    "Hệ thống không dùng được cách chọn dòng " + table.hitPolicy() + "."));
        }
        for (var input : table.inputs()) {
            var language = table.languages().get(input.id());
            var expression = new FullExpression(input.expression());
            var forbidden = expression.forbidden();
            if (language != null || expression.isOfAnotherLanguage()) {
                findings.add(ofColumn(input, Kind.forbidden, Severity.blocks, "Cột chỉ được viết bằng FEEL."));
            } else if (!forbidden.isEmpty()) {
                findings.add(ofColumn(
                        input,
                        Kind.forbidden,
                        Severity.blocks,
                        "Không được dùng " + String.join(", ", forbidden) + " trong bảng."));
            } else if (!NAME.matcher(input.expression().strip()).matches()) {
                findings.add(ofColumn(
                        input,
                        Kind.beyondAnalysis,
                        Severity.informs,
                        "Cột đọc một công thức; các ví dụ nêu giá trị của công thức, không phải của hồ sơ."));
            }
        }
    }

    private List<List<Cell>> cells(RuleTable table, Vocabulary vocabulary, List<Finding> findings) {
        var checks = new CellChecks(table, vocabulary, judge, findings);
        var known = new HashMap<List<Object>, Cell>();
        var cells = new ArrayList<List<Cell>>();
        for (var row : table.rows()) {
            cells.add(IntStream.range(0, table.inputs().size())
                    .mapToObj(column -> {
                        var cell = checks.check(row, column);
                        return known.computeIfAbsent(
                                List.of(column, cell.isPlain() ? cell.plain() : cell.text()), same -> cell);
                    })
                    .toList());
        }
        return cells;
    }

    /** Whether a row can hold on a day of a time: by the column that says the day, with whatever comes together with it. */
    private record DaysOfRows(RuleTable table, Vocabulary vocabulary, Geometry geometry) {

        boolean holds(int row, LocalDate from, LocalDate to) {
            var day = vocabulary.day(table);
            if (!geometry.isPossible(row)) {
                return false;
            }
            for (var i = 0; i < geometry.dimensions().size(); i++) {
                var dimension = geometry.dimensions().get(i);
                var place = day.map(dimension.expressions()::indexOf).orElse(-1);
                if (place >= 0) {
                    var axis = geometry.space().axes().get(i);
                    return axis.of(row, false).stream()
                            .boxed()
                            .flatMap(c -> axis.classes.get(c).stream())
                            .anyMatch(point -> point.isOn(place, from, to));
                }
            }
            return true;
        }
    }

    private static List<Finding> sorted(RuleTable table, List<Finding> findings) {
        var order = new HashMap<String, Integer>();
        table.rows().forEach(row -> order.put(row.id(), order.size()));
        return findings.stream()
                .sorted(Comparator.comparingInt(finding -> Objects.requireNonNullElse(order.get(finding.rowId()), -1)))
                .toList();
    }

    private static Finding ofRow(RuleTable.Row row, String says) {
        return new Finding(Kind.syntax, Severity.blocks, row.id(), null, List.of(), Map.of(), says);
    }

    private static Finding ofTable(Kind kind, Severity severity, String says) {
        return new Finding(kind, severity, null, null, List.of(), Map.of(), says);
    }

    private static Finding ofColumn(RuleTable.Input input, Kind kind, Severity severity, String says) {
        return new Finding(kind, severity, null, input.id(), List.of(), Map.of(), says);
    }
}
