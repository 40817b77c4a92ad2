package vn.haiphong.hotline1022.domain.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What can be told of an expression of the full language by looking at its words: names, functions, slips of the pen. */
final class FullExpression {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*)*");
    private static final Pattern CALL =
            Pattern.compile("((?:" + WORD.pattern() + "\\s+){0,4}" + WORD.pattern() + ")\\s*\\(");
    private static final Pattern DAY = Pattern.compile("\\bdate\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern WRITTEN_DAY = Pattern.compile("\\b\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}\\b");
    private static final Pattern OTHER_QUOTES = Pattern.compile("[\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb']");
    private static final Pattern SEARCH = Pattern.compile("\\bmatches\\(\\s*\\?\\s*,\\s*\"([^\"\\\\]*)\"\\s*\\)");

    /** What the engine's FEEL offers and is safe in a table: the same answer for the same case, and no long work. */
    private static final Set<String> FUNCTIONS = Set.of(
            "matches",
            "contains",
            "starts with",
            "ends with",
            "lower case",
            "upper case",
            "string length",
            "substring",
            "substring before",
            "substring after",
            "list contains",
            "date",
            "time",
            "date and time",
            "duration",
            "years and months duration",
            "day of week",
            "day of year",
            "month of year",
            "week of year",
            "not",
            "number",
            "string",
            "count",
            "min",
            "max",
            "sum",
            "abs",
            "floor",
            "ceiling",
            "decimal",
            "modulo",
            "round up",
            "round down",
            "round half up",
            "odd",
            "even",
            "before",
            "after",
            "includes",
            "is defined",
            "trim");

    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "between",
            "if",
            "then",
            "else",
            "instance",
            "of",
            "true",
            "false",
            "null",
            "item");

    private static final Set<String> FORBIDDEN_WORDS = Set.of("for", "some", "every", "function", "external", "java");

    private final String expression;
    private final String bare;

    FullExpression(String expression) {
        this.expression = expression;
        this.bare = COMMENT.matcher(TEXT.matcher(expression).replaceAll("\"\"")).replaceAll(" ");
    }

    /** Names that nobody gave a value here: what somebody forgot to put between quotes, or another column. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        var called = calls();
        var words = WORD.matcher(bare);
        while (words.find()) {
            var word = words.group();
            var isOfCall =
                    called.stream().anyMatch(call -> List.of(call.split("\\s+")).contains(word));
            if (!isOfCall && !KEYWORDS.contains(word)) {
                names.add(word);
            }
        }
        return names;
    }

    /** Functions that are not on the list, and words that make programs of expressions. */
    List<String> forbidden() {
        var forbidden = new ArrayList<>(calls());
        forbidden.removeIf(FUNCTIONS::contains);
        var words = WORD.matcher(bare);
        while (words.find()) {
            if (FORBIDDEN_WORDS.contains(words.group())) {
                forbidden.add(words.group());
            }
        }
        return forbidden.stream().distinct().toList();
    }

    private List<String> calls() {
        var calls = new ArrayList<String>();
        var found = CALL.matcher(bare);
        while (found.find()) {
            var words = List.of(found.group(1).split("\\s+"));
            var name = words.get(words.size() - 1);
            for (var first = 0; first < words.size(); first++) {
                var longer = String.join(" ", words.subList(first, words.size()));
                if (FUNCTIONS.contains(longer)) {
                    name = longer;
                    break;
                }
            }
            if (!KEYWORDS.contains(name) || FUNCTIONS.contains(name)) {
                calls.add(name);
            }
        }
        return calls;
    }

    boolean isOfAnotherLanguage() {
        return bare.contains("${") || bare.contains("#{");
    }

    /** What is wrong in the eyes of anybody, with how it is written; empty if nothing is. */
    Optional<String> slip() {
        if (OTHER_QUOTES.matcher(bare).find()) {
            return Optional.of("Dấu nháy phải là dấu nháy kép thẳng (\"), không phải nháy cong hay nháy đơn.");
        }
        if (bare.chars().filter(c -> c == '"').count() % 2 == 1) {
            return Optional.of("Thiếu một dấu nháy kép (\").");
        }
        var days = DAY.matcher(expression);
        while (days.find()) {
            try {
                LocalDate.parse(days.group(1));
            } catch (DateTimeParseException e) {
                return Optional.of("Không có ngày \"" + days.group(1)
                        + "\"; ngày viết theo năm-tháng-ngày, ví dụ date(\"2025-07-01\").");
            }
        }
        if (WRITTEN_DAY.matcher(bare).find()) {
            return Optional.of("Ngày phải viết date(\"2025-07-01\"); viết trần thì máy hiểu là phép tính.");
        }
        var searches = SEARCH.matcher(expression);
        while (searches.find()) {
            try {
                Pattern.compile(searches.group(1));
            } catch (PatternSyntaxException e) {
                return Optional.of(
                        "Mẫu tìm chữ viết sai (thường là thiếu hoặc thừa dấu ngoặc): " + e.getDescription() + ".");
            }
        }
        if (bare.strip().startsWith("=") || bare.strip().startsWith("!=")) {
            return Optional.of(
                    "Không viết dấu = trước giá trị: muốn bằng thì chỉ viết giá trị, muốn khác thì viết not(…).");
        }
        if (bare.contains(";")) {
            return Optional.of("Các giá trị cách nhau bằng dấu phẩy, không phải dấu chấm phẩy.");
        }
        return Optional.empty();
    }
}
