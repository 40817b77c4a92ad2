package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Values worth trying where cells cannot be read: texts made of what the searches look for, the points, the plain ones. */
final class Candidates {

    private final List<List<Cell>> cells;
    private final Vocabulary vocabulary;
    private final RuleTable table;
    private final Map<String, Optional<PatternExamples>> examples = new HashMap<>();
    private final Map<Dimension, List<String>> searches = new IdentityHashMap<>();

    Candidates(List<List<Cell>> cells, Vocabulary vocabulary, RuleTable table) {
        this.cells = cells;
        this.vocabulary = vocabulary;
        this.table = table;
    }

    /** Points of a dimension at which all these rows hold, as far as this dimension goes. */
    List<Point> of(Dimension dimension, BitSet rows, int most) {
        var points = new ArrayList<Point>();
        var known = new LinkedHashSet<Object>();
        for (var point : dimension.points()) {
            add(points, known, dimension, rows, point);
        }
        if (dimension.expressions().size() == 1
                && dimension.points().stream().anyMatch(point -> point.values().get(0) instanceof String)) {
            var written = written(dimension);
            var wanted = searchesOf(dimension, rows);
            add(points, known, dimension, rows, text(written.apply("")));
            if (wanted.isEmpty()) {
                for (var pattern : searches.computeIfAbsent(dimension, this::allSearches)) {
                    for (var i = 0; i < 3 && points.size() < most; i++) {
                        var number = i;
                        examplesOf(pattern)
                                .ifPresent(all ->
                                        add(points, known, dimension, rows, text(written.apply(all.example(number)))));
                    }
                }
            } else {
                for (var i = 0; i < most; i++) {
                    add(points, known, dimension, rows, text(written.apply(joined(wanted, i))));
                }
            }
        }
        return points;
    }

    private static Point text(String text) {
        var values = new ArrayList<Object>();
        values.add(text);
        return new Point(values, true, InWords.of(text));
    }

    private void add(List<Point> points, LinkedHashSet<Object> known, Dimension dimension, BitSet rows, Point point) {
        if (known.add(point.values()) && holds(dimension, rows, point)) {
            points.add(point);
        }
    }

    private boolean holds(Dimension dimension, BitSet rows, Point point) {
        return rows.stream()
                .allMatch(row -> dimension.columns().stream()
                        .allMatch(column -> Boolean.TRUE.equals(cells.get(row)
                                .get(column.index())
                                .holds(point.values().get(column.expression())))));
    }

    private UnaryOperator<String> written(Dimension dimension) {
        var input = table.inputs().get(dimension.columns().get(0).index());
        return vocabulary.of(table, input) instanceof Values.Texts texts ? texts.written() : UnaryOperator.identity();
    }

    private List<PatternExamples> searchesOf(Dimension dimension, BitSet rows) {
        var patterns = new LinkedHashSet<String>();
        rows.stream()
                .forEach(row -> dimension.columns().forEach(column -> {
                    var cell = cells.get(row).get(column.index());
                    if (cell.isPlain() && !cell.plain().isNegated()) {
                        cell.plain().parts().stream()
                                .filter(PlainCell.Search.class::isInstance)
                                .findFirst()
                                .ifPresent(part -> patterns.add(((PlainCell.Search) part).pattern()));
                    }
                }));
        return patterns.stream()
                .flatMap(pattern -> examplesOf(pattern).stream())
                .toList();
    }

    private List<String> allSearches(Dimension dimension) {
        var patterns = new LinkedHashSet<String>();
        for (var row : cells) {
            for (var column : dimension.columns()) {
                var cell = row.get(column.index());
                if (cell.isPlain()) {
                    cell.plain().parts().stream()
                            .filter(PlainCell.Search.class::isInstance)
                            .forEach(part -> patterns.add(((PlainCell.Search) part).pattern()));
                }
            }
        }
        return List.copyOf(patterns);
    }

    private Optional<PatternExamples> examplesOf(String pattern) {
        return examples.computeIfAbsent(pattern, PatternExamples::of);
    }

    /** One text with something for each search: the first goes through all it looks for, the others at another pace. */
    private static String joined(List<PatternExamples> searches, int number) {
        var text = new StringBuilder();
        for (var i = 0; i < searches.size(); i++) {
            var search = searches.get(i);
            var pace = i == 0 ? number : number / 3 + number * i;
            text.append(search.example(pace % search.variants()));
        }
        return text.toString();
    }
}
