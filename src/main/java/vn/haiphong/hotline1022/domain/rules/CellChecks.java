package vn.haiphong.hotline1022.domain.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.haiphong.hotline1022.domain.rules.Finding.Kind;
import vn.haiphong.hotline1022.domain.rules.Finding.Severity;

/** Looks at each cell of the inputs by itself. */
final class CellChecks {

    private static final Pattern LETTERS_OF_CLASSES = Pattern.compile("\\[[^]]*]|\\\\.|\\(\\?[=!<:]+|\\{[^}]*}");

    private final RuleTable table;
    private final Vocabulary vocabulary;
    private final CellJudge judge;
    private final List<Finding> findings;
    private final List<Values> values;
    private final Map<String, Optional<PlainCell>> read = new HashMap<>();

    CellChecks(RuleTable table, Vocabulary vocabulary, CellJudge judge, List<Finding> findings) {
        this.table = table;
        this.vocabulary = vocabulary;
        this.judge = judge;
        this.findings = findings;
        this.values = table.inputs().stream()
                .map(input -> Types.known(vocabulary.of(table, input), input.type()))
                .toList();
    }

    /** @return the cell as the rest of the analysis may ask it */
    Cell check(RuleTable.Row row, int column) {
        var input = table.inputs().get(column);
        var text = row.tests().get(column);
        var language = table.languages().get(RuleTable.cell(row.id(), input.id()));
        var plain = read.computeIfAbsent(text, PlainCell::of).orElse(null);
        if (language != null) {
            say(
                    Kind.forbidden,
                    Severity.blocks,
                    row,
                    input,
                    "Ô viết bằng " + language + "; bảng chỉ được viết bằng FEEL.");
            return new Cell(text, null, null);
        }
        if (plain != null) {
            checkPlain(row, input, values.get(column), plain);
            return new Cell(text, plain, null);
        }
        return checkFull(row, input, text);
    }

    private Cell checkFull(RuleTable.Row row, RuleTable.Input input, String text) {
        var unknown = new Cell(text, null, null);
        var expression = new FullExpression(text);
        if (expression.isOfAnotherLanguage()) {
            say(Kind.forbidden, Severity.blocks, row, input, "Ô có biểu thức ${…}; bảng chỉ được viết bằng FEEL.");
            return unknown;
        }
        var slip = expression.slip();
        if (slip.isPresent()) {
            say(Kind.syntax, Severity.blocks, row, input, slip.get());
            return unknown;
        }
        var forbidden = expression.forbidden();
        if (!forbidden.isEmpty()) {
            say(
                    Kind.forbidden,
                    Severity.blocks,
                    row,
                    input,
                    "Không được dùng " + String.join(", ", forbidden) + " trong bảng.");
            return unknown;
        }
        if (judge != null && !isRead(text)) {
            say(Kind.syntax, Severity.blocks, row, input, "Ô không đọc được: " + InWords.shortened(text));
            return unknown;
        }
        var names = expression.names();
        var columns = table.inputs().stream().map(RuleTable.Input::expression).collect(Collectors.toSet());
        var strange = names.stream().filter(name -> !columns.contains(name)).toList();
        if (!strange.isEmpty()) {
            say(
                    Kind.syntax,
                    Severity.blocks,
                    row,
                    input,
                    "Thiếu dấu nháy: " + strange.get(0) + " phải viết \"" + strange.get(0)
                            + "\". Không có dấu nháy thì máy hiểu là một tên chưa có giá trị, và ô không so với chữ ấy.");
            return unknown;
        }
        say(
                Kind.beyondAnalysis,
                Severity.informs,
                row,
                input,
                "Ô viết bằng công thức, không phân tích chính xác được; chỉ thử với một số giá trị: "
                        + InWords.shortened(text));
        return names.isEmpty() ? new Cell(text, null, judge) : unknown;
    }

    private boolean isRead(String text) {
        try {
            judge.holds(text, null);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void checkPlain(RuleTable.Row row, RuleTable.Input input, Values values, PlainCell cell) {
        if (cell.isAnything()) {
            return;
        }
        var wanted = Types.cellsFor(values);
        var wrong = cell.type() == Boolean.class && wanted != Boolean.class && wanted != Object.class
                || cell.parts().stream()
                        .map(PlainCell.Part::type)
                        .anyMatch(type -> type != Object.class && wanted != Object.class && type != wanted);
        if (wrong) {
            say(
                    Kind.type,
                    Severity.blocks,
                    row,
                    input,
                    "Cột \"" + input.label() + "\" chứa " + Types.named(wanted) + ", ô này so với thứ khác: "
                            + InWords.shortened(row.tests().get(table.inputs().indexOf(input)))
                            + ". Dòng này không khớp hồ sơ nào.");
            return;
        }
        if (wanted == LocalDate.class && "date".equals(input.type())) {
            say(
                    Kind.type,
                    Severity.blocks,
                    row,
                    input,
                    "Cột kiểu date nhận ngày kèm giờ, so với date(…) không bao giờ đúng; cột ngày phải để trống kiểu.");
            return;
        }
        for (var part : cell.parts()) {
            if (part instanceof PlainCell.Range range && range.isEmpty()) {
                say(
                        Kind.syntax,
                        Severity.blocks,
                        row,
                        input,
                        "Khoảng này không chứa giá trị nào: đầu khoảng lớn hơn cuối khoảng.");
            } else if (part instanceof PlainCell.Text text) {
                checkText(row, input, values, text.text());
            } else if (part instanceof PlainCell.Search search && values instanceof Values.Texts texts) {
                checkSearch(row, input, texts.written(), search.pattern());
            }
        }
    }

    private void checkText(RuleTable.Row row, RuleTable.Input input, Values values, String text) {
        if (values instanceof Values.Codes codes && !codes.names().containsKey(text)) {
            say(
                    Kind.unknownValue,
                    Severity.blocks,
                    row,
                    input,
                    "Không có mã \"" + InWords.shortened(text) + "\" trong cột \"" + input.label() + "\"."
                            + Likeness.hint(text, codes.names()));
        } else if (values instanceof Values.Texts texts
                && !text.equals(texts.written().apply(text))) {
            say(
                    Kind.unknownValue,
                    Severity.warns,
                    row,
                    input,
                    "Cột \"" + input.label() + "\" không bao giờ có chữ viết như \"" + InWords.shortened(text) + "\".");
        }
    }

    /** Letters that the texts of this column never have: capitals, or marks in a text without marks. */
    private void checkSearch(RuleTable.Row row, RuleTable.Input input, UnaryOperator<String> written, String pattern) {
        var strange = new TreeSet<String>();
        LETTERS_OF_CLASSES
                .matcher(pattern)
                .replaceAll("")
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .filter(letter -> !written.apply("qq" + letter + "qq").contains(letter))
                .forEach(strange::add);
        if (!strange.isEmpty()) {
            var words = wordsWith(pattern, strange);
            say(
                    Kind.unknownValue,
                    Severity.warns,
                    row,
                    input,
                    "Lời phản ánh trong cột \"" + input.label() + "\" không bao giờ có chữ " + InWords.list(strange)
                            + ", nên không tìm thấy: " + InWords.list(words) + ".");
        }
    }

    private static Set<String> wordsWith(String pattern, Set<String> letters) {
        return Pattern.compile("[^()|?*+^$]+")
                .matcher(pattern)
                .results()
                .map(found -> found.group().strip())
                .filter(word -> letters.stream().anyMatch(word::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void say(Kind kind, Severity severity, RuleTable.Row row, RuleTable.Input input, String says) {
        findings.add(new Finding(kind, severity, row.id(), input.id(), new ArrayList<>(), Map.of(), says));
    }
}
