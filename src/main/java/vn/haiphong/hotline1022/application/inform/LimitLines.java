package vn.haiphong.hotline1022.application.inform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.haiphong.hotline1022.application.inform.PublishLimits.Group;
import vn.haiphong.hotline1022.application.inform.PublishLimits.Line;
import vn.haiphong.hotline1022.application.inform.PublishLimits.Matter;
import vn.haiphong.hotline1022.application.inform.PublishLimits.Row;
import vn.haiphong.hotline1022.domain.rules.CodeTest;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/**
 * The table of limits as a citizen asks it: for each urgency the rows that can still be reached, those with the same limits told
 * in one line. What is told stays true whatever the administrators write: rows are brought together only where no row between
 * them decides about the same matter, and a row that is not understood is told in full.
 */
final class LimitLines {

    private static final List<String> URGENCIES = List.of("urgent", "ordinary", "complex");

    private final RuleTable table;

    LimitLines(RuleTable table) {
        this.table = table;
    }

    /** @param rows as published, one for each of the table */
    List<Group> of(List<Row> rows) {
        var groups = new ArrayList<Group>();
        for (var urgency : URGENCIES) {
            var lines = new ArrayList<Line>();
            for (var i = 0; i < rows.size(); i++) {
                var matter = matter(table.rows().get(i), rows.get(i).when(), urgency);
                if (matter.isPresent() && lines.stream().noneMatch(line -> covers(line, matter.get()))) {
                    add(lines, line(matter.get(), table.rows().get(i).id(), rows.get(i)));
                }
            }
            if (!lines.isEmpty()) {
                groups.add(new Group(urgency, joined(lines)));
            }
        }
        return groups;
    }

    private static Line line(Matter matter, String row, Row limits) {
        return new Line(List.of(matter), Set.of(row), limits.forward(), limits.safe(), limits.answer());
    }

    /** Empty if the row is for another urgency. */
    private Optional<Matter> matter(RuleTable.Row row, String inFull, String urgency) {
        var category = CodeTest.ANYTHING;
        var kind = CodeTest.ANYTHING;
        var field = CodeTest.ANYTHING;
        var understood = true;
        for (var i = 0; i < table.inputs().size(); i++) {
            var test = CodeTest.of(row.tests().get(i));
            var column = table.inputs().get(i).expression().strip();
            if (test.isEmpty()) {
                understood = false;
                continue;
            }
            switch (column) {
                case "urgency" -> {
                    if (!test.get().holds(urgency)) {
                        return Optional.empty();
                    }
                }
                case "category" -> category = test.get();
                case "kind" -> kind = test.get();
                case "field" -> field = test.get();
                default -> understood &= test.get().isAnything();
            }
        }
        return Optional.of(new Matter(category, kind, field, understood ? Optional.empty() : Optional.of(inFull)));
    }

    /** A row that directly follows one with the same limits makes one line with it. */
    private static void add(List<Line> lines, Line next) {
        var last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        if (last != null && isAlike(last, next)) {
            lines.set(lines.size() - 1, together(last, next));
        } else {
            lines.add(next);
        }
    }

    /** Lines with the same limits that stand apart become one where one of them may move to the other. */
    private static List<Line> joined(List<Line> lines) {
        var joined = new ArrayList<Line>();
        for (var line : lines) {
            var at = joined.size();
            for (var i = joined.size() - 1; i >= 0 && at == joined.size(); i--) {
                if (isAlike(joined.get(i), line)) {
                    var between = joined.subList(i + 1, joined.size());
                    if (isApart(joined.get(i), between)) {
                        joined.add(together(joined.remove(i), line));
                        at = -1;
                    } else if (isApart(line, between)) {
                        joined.set(i, together(joined.get(i), line));
                        at = -1;
                    }
                }
            }
            if (at >= 0) {
                joined.add(line);
            }
        }
        return joined;
    }

    private static boolean isAlike(Line one, Line other) {
        return one.forward().equals(other.forward())
                && one.safe().equals(other.safe())
                && one.answer().equals(other.answer());
    }

    private static boolean isApart(Line line, List<Line> others) {
        return others.stream()
                .flatMap(other -> other.matters().stream())
                .noneMatch(other -> line.matters().stream().anyMatch(matter -> meet(matter, other)));
    }

    private static Line together(Line one, Line other) {
        var matters = new ArrayList<>(one.matters());
        matters.removeIf(matter -> covers(other, matter));
        matters.addAll(other.matters());
        var rows = new HashSet<>(one.rows());
        rows.addAll(other.rows());
        return new Line(List.copyOf(matters), Set.copyOf(rows), one.forward(), one.safe(), one.answer());
    }

    private static boolean covers(Line line, Matter matter) {
        return line.matters().stream()
                .anyMatch(one -> one.inFull().isEmpty()
                        && one.category().covers(matter.category())
                        && one.kind().covers(matter.kind())
                        && one.field().covers(matter.field()));
    }

    private static boolean meet(Matter one, Matter other) {
        return one.category().meets(other.category())
                && one.kind().meets(other.kind())
                && one.field().meets(other.field());
    }

    /**
     * @param alone whether the line is all there is of its group
     * @param say the words for "matter.&lt;code&gt;" and "matters.all", "matters.others", "matters.except"
     */
    static String inWords(Line line, boolean alone, UnaryOperator<String> say) {
        var words = line.matters().stream()
                .map(matter -> inWords(matter, alone, say))
                .collect(Collectors.joining("; "));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String inWords(Matter matter, boolean alone, UnaryOperator<String> say) {
        if (matter.inFull().isPresent()) {
            return matter.inFull().get();
        }
        var parts = new ArrayList<String>();
        for (var test : List.of(matter.kind(), matter.category(), matter.field())) {
            if (!test.isAnything()) {
                var codes = test.codes().stream()
                        .map(code -> lowerFirst(say.apply("matter." + code)))
                        .collect(Collectors.joining("; "));
                parts.add(test.except() ? lowerFirst(say.apply("matters.except")) + " " + codes : codes);
            }
        }
        return parts.isEmpty()
                ? lowerFirst(say.apply(alone ? "matters.all" : "matters.others"))
                : String.join(" – ", parts);
    }

    private static String lowerFirst(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
