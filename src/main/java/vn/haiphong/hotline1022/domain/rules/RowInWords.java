package vn.haiphong.hotline1022.domain.rules;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a row aloud: "Lĩnh vực là Thoát nước và địa bàn là quận Lê Chân → cơ quan chủ trì Công ty Thoát nước". */
public final class RowInWords {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST_CELL = 160;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern BARE =
            Pattern.compile("-?[\\p{L}_][\\p{L}\\p{N}_ .-]*(\\s*,\\s*[\\p{L}_][\\p{L}\\p{N}_ .-]*)*");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final List<String> WORDS_OF_THE_LANGUAGE = List.of("true", "false", "null");

    private final RuleTable table;
    private final Vocabulary vocabulary;

    public RowInWords(RuleTable table, Vocabulary vocabulary) {
        this.table = table;
        this.vocabulary = vocabulary;
    }

    public String of(RuleTable.Row row) {
        var then = new ArrayList<String>();
        for (var i = 0; i < table.outputs().size(); i++) {
            var output = table.outputs().get(i);
            result(output.label(), row.results().get(i), vocabulary.of(table, output))
                    .ifPresent(then::add);
        }
        return when(row) + " → " + (then.isEmpty() ? "để trống" : String.join("; ", then));
    }

    /** The case the row is for: "Mức độ là Khẩn cấp và lĩnh vực là Thoát nước". */
    public String when(RuleTable.Row row) {
        var when = new ArrayList<String>();
        for (var i = 0; i < table.inputs().size(); i++) {
            var input = table.inputs().get(i);
            test(input.label(), row.tests().get(i), vocabulary.of(table, input)).ifPresent(when::add);
        }
        return when.isEmpty() ? "Mọi trường hợp" : upperFirst(String.join(" và ", when));
    }

    /** What one cell says, by the id of its column; empty for a cell that says nothing. */
    public Optional<String> cell(String columnId, String cell) {
        for (var input : table.inputs()) {
            if (input.id().equals(columnId)) {
                return test(input.label(), cell, vocabulary.of(table, input)).map(RowInWords::upperFirst);
            }
        }
        return table.outputs().stream()
                .filter(output -> output.id().equals(columnId))
                .findFirst()
                .flatMap(output -> result(output.label(), cell, vocabulary.of(table, output)))
                .map(RowInWords::upperFirst);
    }

    /** What a change of one cell means: "lĩnh vực: thêm Cây xanh", "cơ quan chủ trì: CSHP → SXD". */
    public String changed(TableDifference.CellChange cell) {
        var before = cell.before() == null ? "" : cell.before();
        var after = cell.after() == null ? "" : cell.after();
        var values = valuesOf(cell.columnId());
        var was = names(before, values);
        var is = names(after, values);
        var says = new ArrayList<String>();
        if (!was.isEmpty() && !is.isEmpty() && isNegated(before) == isNegated(after)) {
            var come = is.stream().filter(name -> !was.contains(name)).toList();
            var gone = was.stream().filter(name -> !is.contains(name)).toList();
            if (come.size() + gone.size() < was.size() + is.size()) {
                if (!come.isEmpty()) {
                    says.add("thêm " + String.join(", ", come));
                }
                if (!gone.isEmpty()) {
                    says.add("bỏ " + String.join(", ", gone));
                }
            }
        }
        return cell.label() + ": "
                + (says.isEmpty()
                        ? alone(cell.columnId(), before) + " → " + alone(cell.columnId(), after)
                        : String.join("; ", says));
    }

    private Values valuesOf(String columnId) {
        return table.inputs().stream()
                .filter(input -> input.id().equals(columnId))
                .findFirst()
                .map(input -> vocabulary.of(table, input))
                .or(() -> table.outputs().stream()
                        .filter(output -> output.id().equals(columnId))
                        .findFirst()
                        .map(output -> vocabulary.of(table, output)))
                .orElseGet(Values.Anything::new);
    }

    private static boolean isNegated(String cell) {
        return PlainCell.of(cell).filter(PlainCell::isNegated).isPresent();
    }

    /** All a cell names, one by one; none if it does not only name things. */
    private static List<String> names(String cell, Values values) {
        var parts = PlainCell.of(cell).map(PlainCell::parts).orElse(List.of());
        if (parts.stream().allMatch(PlainCell.Text.class::isInstance)) {
            return parts.stream()
                    .map(part -> named(((PlainCell.Text) part).text(), values))
                    .toList();
        }
        return parts.stream().allMatch(PlainCell.Search.class::isInstance)
                ? parts.stream()
                        .flatMap(part ->
                                alternatives(((PlainCell.Search) part).pattern().strip()).stream())
                        .map(words -> "“" + words.strip() + "”")
                        .toList()
                : List.of();
    }

    /** A cell without the name of its column. */
    private String alone(String columnId, String cell) {
        if (columnId == null) {
            return cell.isBlank() ? "để trống" : "“" + cell + "”";
        }
        var isInput = table.inputs().stream().anyMatch(input -> input.id().equals(columnId));
        var says = isInput ? test("", cell, valuesOf(columnId)) : result("", cell, valuesOf(columnId));
        return says.map(words -> words.strip().replaceFirst("^: ", ""))
                .orElse(isInput ? "giá trị nào cũng được" : "để trống");
    }

    /** Words somebody forgot to put between quotes: the engine would take them for names of something. */
    public static boolean isBare(String cell) {
        var text = cell.strip();
        var not = NOT.matcher(text);
        var inside = not.matches() ? not.group(1).strip() : text;
        return BARE.matcher(inside).matches() && !WORDS_OF_THE_LANGUAGE.contains(inside);
    }

    private static Optional<String> test(String label, String cell, Values values) {
        var of = lowerFirst(label);
        var plain = PlainCell.of(cell);
        if (plain.isEmpty()) {
            return Optional.of(of + ": " + shortened(cell));
        }
        var parts = plain.get();
        if (parts.isAnything()) {
            return Optional.empty();
        }
        if (parts.parts().isEmpty()) {
            return Optional.of(of + ": " + truth(parts.holds(true)));
        }
        if (parts.parts().stream().allMatch(PlainCell.Search.class::isInstance)) {
            return Optional.of(of
                    + (parts.isNegated() ? " không có: " : ": ")
                    + parts.parts().stream()
                            .map(part -> words(((PlainCell.Search) part).pattern()))
                            .collect(Collectors.joining(", ")));
        }
        if (parts.parts().stream().allMatch(PlainCell.Text.class::isInstance)) {
            return Optional.of(of
                    + (parts.isNegated() ? " không phải " : " là ")
                    + listed(parts.parts().stream()
                            .map(part -> named(((PlainCell.Text) part).text(), values))
                            .toList()));
        }
        return Optional.of(of
                + (parts.isNegated() ? " không phải " : " ")
                + parts.parts().stream()
                        .map(part -> part(part, values, parts.isNegated()))
                        .collect(Collectors.joining(" hoặc ")));
    }

    private static String listed(List<String> names) {
        var last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " hoặc " + names.get(last);
    }

    private static String part(PlainCell.Part part, Values values, boolean negated) {
        var is = negated ? "" : "là ";
        if (part instanceof PlainCell.Text text) {
            return is + named(text.text(), values);
        }
        if (part instanceof PlainCell.Nothing) {
            return is + "không có giá trị";
        }
        if (part instanceof PlainCell.Equal equal) {
            return is + bound(equal.bound());
        }
        if (part instanceof PlainCell.Range range) {
            return range(range);
        }
        return words(((PlainCell.Search) part).pattern());
    }

    private static String range(PlainCell.Range range) {
        var says = new ArrayList<String>();
        if (range.from() != null) {
            says.add((range.fromIncluded() ? "từ " : "sau ") + bound(range.from()));
        }
        if (range.to() != null) {
            says.add((range.toIncluded() ? "đến hết " : "trước ") + bound(range.to()));
        }
        return range.from() instanceof PlainCell.Figure || range.to() instanceof PlainCell.Figure
                ? figures(range)
                : String.join(" ", says);
    }

    private static String figures(PlainCell.Range range) {
        var says = new ArrayList<String>();
        if (range.from() != null) {
            says.add((range.fromIncluded() ? "từ " : "trên ") + bound(range.from()));
        }
        if (range.to() != null) {
            says.add((range.toIncluded() ? "đến " : "dưới ") + bound(range.to()));
        }
        return String.join(" ", says);
    }

    private static String bound(PlainCell.Bound bound) {
        return bound instanceof PlainCell.Day day
                ? "ngày " + DAY.format(day.day())
                : number(((PlainCell.Figure) bound).number());
    }

    private static String number(double number) {
        return number == Math.rint(number)
                ? Long.toString((long) number)
                : Double.toString(number).replace('.', ',');
    }

    private static Optional<String> result(String label, String cell, Values values) {
        var text = cell.strip();
        if (text.isEmpty() || "-".equals(text) || "\"\"".equals(text)) {
            return Optional.empty();
        }
        var literal = TEXT.matcher(text);
        var says = literal.matches()
                ? results(literal.group(1), values)
                : "true".equals(text) || "false".equals(text) ? truth("true".equals(text)) : shortened(text);
        return Optional.of(
                lowerFirst(label) + (literal.matches() && values instanceof Values.Codes ? " " : ": ") + says);
    }

    private static String results(String text, Values values) {
        return values instanceof Values.Codes codes && codes.several()
                ? Arrays.stream(text.split(","))
                        .map(code -> named(code.strip(), values))
                        .collect(Collectors.joining(", "))
                : named(text, values);
    }

    private static String named(String code, Values values) {
        var name = values instanceof Values.Codes codes ? codes.names().get(code) : null;
        if (code.isEmpty()) {
            return name == null || name.isBlank() ? "để trống" : name;
        }
        return name == null || name.isBlank() ? "“" + code + "”" : name;
    }

    private static String truth(boolean holds) {
        return holds ? "có" : "không";
    }

    /** The first of the words that are looked for: " (ổ gà|ổ voi) " is “ổ gà”, “ổ voi”. */
    static String words(String pattern) {
        var alternatives = alternatives(pattern.strip());
        var says = alternatives.stream()
                .limit(MOST_WORDS)
                .map(words -> "“" + words.strip() + "”")
                .collect(Collectors.joining(", "));
        return alternatives.size() > MOST_WORDS
                ? says + " và " + (alternatives.size() - MOST_WORDS) + " cách nói khác"
                : says;
    }

    private static List<String> alternatives(String pattern) {
        var inside =
                pattern.startsWith("(") && pattern.endsWith(")") ? pattern.substring(1, pattern.length() - 1) : pattern;
        var found = new ArrayList<String>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < inside.length(); i++) {
            var c = inside.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
                if (depth < 0) {
                    return List.of(pattern); // the first bracket and the last are not a pair
                }
            } else if (c == '|' && depth == 0) {
                found.add(inside.substring(start, i));
                start = i + 1;
            }
        }
        found.add(inside.substring(start));
        return found;
    }

    private static String shortened(String cell) {
        return cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…";
    }

    private static String lowerFirst(String label) {
        return label.isEmpty()
                        || label.length() > 1 && Character.isUpperCase(label.charAt(1))
                        || Character.isDigit(label.charAt(0))
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    private static String upperFirst(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
