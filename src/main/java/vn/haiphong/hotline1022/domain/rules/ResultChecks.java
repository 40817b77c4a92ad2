package vn.haiphong.hotline1022.domain.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import vn.haiphong.hotline1022.domain.rules.Finding.Kind;
import vn.haiphong.hotline1022.domain.rules.Finding.Severity;

/** Looks at each cell of the outputs. */
final class ResultChecks {

    private static final BigDecimal LEAST_INTEGER = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MOST_INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final RuleTable table;
    private final Vocabulary vocabulary;
    private final CellJudge judge;
    private final List<Finding> findings;

    ResultChecks(RuleTable table, Vocabulary vocabulary, CellJudge judge, List<Finding> findings) {
        this.table = table;
        this.vocabulary = vocabulary;
        this.judge = judge;
        this.findings = findings;
    }

    /** @param holdsWithin whether a row can hold on a day between two, both included, null: no bound */
    void check(int rowNumber, Holding holdsWithin) {
        var row = table.rows().get(rowNumber);
        for (var i = 0; i < table.outputs().size(); i++) {
            check(row, table.outputs().get(i), row.results().get(i), (from, to) -> holdsWithin.on(rowNumber, from, to));
        }
    }

    /** Whether a row can hold on a day of a time. */
    @FunctionalInterface
    interface Holding {

        boolean on(int row, LocalDate from, LocalDate to);
    }

    private void check(
            RuleTable.Row row, RuleTable.Output output, String text, BiPredicate<LocalDate, LocalDate> holdsWithin) {
        var language = table.languages().get(RuleTable.cell(row.id(), output.id()));
        if (language != null) {
            say(
                    Kind.forbidden,
                    Severity.blocks,
                    row,
                    output,
                    "Ô viết bằng " + language + "; bảng chỉ được viết bằng FEEL.");
            return;
        }
        var values = vocabulary.of(table, output);
        if (PlainResult.isNothing(text)) {
            if (!(values instanceof Values.Anything || values instanceof Values.Texts)) {
                say(
                        Kind.unknownValue,
                        Severity.blocks,
                        row,
                        output,
                        "Cột \"" + output.label() + "\" không được để trống.");
            }
            return;
        }
        var value = PlainResult.of(text);
        if (value.isEmpty()) {
            checkExpression(row, output, text);
        } else if (checkType(row, output, value.get(), Types.known(values, output.type()))) {
            checkValue(row, output, value.get(), values, holdsWithin);
        }
    }

    private void checkExpression(RuleTable.Row row, RuleTable.Output output, String text) {
        var expression = new FullExpression(text);
        var slip = expression.slip();
        var forbidden = expression.forbidden();
        var columns = table.inputs().stream().map(RuleTable.Input::expression).toList();
        var strange = expression.names().stream()
                .filter(name -> !columns.contains(name))
                .findFirst();
        if (expression.isOfAnotherLanguage()) {
            say(Kind.forbidden, Severity.blocks, row, output, "Ô có biểu thức ${…}; bảng chỉ được viết bằng FEEL.");
        } else if (slip.isPresent()) {
            say(Kind.syntax, Severity.blocks, row, output, slip.get());
        } else if (!forbidden.isEmpty()) {
            say(
                    Kind.forbidden,
                    Severity.blocks,
                    row,
                    output,
                    "Không được dùng " + String.join(", ", forbidden) + " trong bảng.");
        } else if (judge != null && !judge.isExpression(text)) {
            say(Kind.syntax, Severity.blocks, row, output, "Ô không đọc được: " + InWords.shortened(text));
        } else if (strange.isPresent()) {
            say(
                    Kind.syntax,
                    Severity.blocks,
                    row,
                    output,
                    "Thiếu dấu nháy: " + strange.get() + " phải viết \"" + strange.get()
                            + "\". Không có dấu nháy thì ô này trả về rỗng.");
        } else {
            say(
                    Kind.beyondAnalysis,
                    Severity.informs,
                    row,
                    output,
                    "Kết quả là công thức, không kiểm tra được giá trị: " + InWords.shortened(text));
        }
    }

    private boolean checkType(RuleTable.Row row, RuleTable.Output output, Object value, Values values) {
        var fits = values instanceof Values.Anything
                || values instanceof Values.Truth && value instanceof Boolean
                || values instanceof Values.Numbers numbers
                        && value instanceof BigDecimal number
                        && fits(number, numbers)
                || !(values instanceof Values.Truth
                                || values instanceof Values.Numbers
                                || values instanceof Values.Dates)
                        && value instanceof String;
        var converted = table.hitPolicy().counts() && !(value instanceof BigDecimal);
        if (!fits || converted) {
            say(
                    Kind.type,
                    Severity.blocks,
                    row,
                    output,
                    "Cột \"" + output.label() + "\" phải là "
                            + (values instanceof Values.Numbers numbers && numbers.whole()
                                    ? "số nguyên"
                                    : Types.named(converted ? Double.class : Types.cellsFor(values)))
                            + ", ô này là " + InWords.of(value) + ".");
        }
        return fits && !converted;
    }

    private static boolean fits(BigDecimal number, Values.Numbers numbers) {
        return !numbers.whole()
                || number.scale() <= 0 && number.compareTo(LEAST_INTEGER) >= 0 && number.compareTo(MOST_INTEGER) <= 0;
    }

    private void checkValue(
            RuleTable.Row row,
            RuleTable.Output output,
            Object value,
            Values values,
            BiPredicate<LocalDate, LocalDate> holdsWithin) {
        if (values instanceof Values.Codes codes) {
            var written = value.toString();
            var named = codes.several() ? written.split(",", -1) : new String[] {written};
            Arrays.stream(named)
                    .map(code -> codes.several() ? code.strip() : code)
                    .forEach(code -> checkCode(row, output, code, named.length, codes, holdsWithin));
        } else if (values instanceof Values.Formatted formatted) {
            Optional.ofNullable(formatted.fault().apply(value.toString()))
                    .ifPresent(fault -> say(Kind.unknownValue, Severity.blocks, row, output, fault));
        } else if (values instanceof Values.Numbers numbers && value instanceof BigDecimal number) {
            if (numbers.least() != null && number.compareTo(numbers.least()) < 0
                    || numbers.most() != null && number.compareTo(numbers.most()) > 0) {
                say(
                        Kind.unknownValue,
                        Severity.blocks,
                        row,
                        output,
                        "Cột \"" + output.label() + "\" phải từ " + bound(numbers.least()) + " đến "
                                + bound(numbers.most()) + ", ô này là " + InWords.of(number) + ".");
            }
        }
    }

    private static String bound(BigDecimal bound) {
        return bound == null ? "…" : InWords.of(bound);
    }

    private void checkCode(
            RuleTable.Row row,
            RuleTable.Output output,
            String code,
            int among,
            Values.Codes codes,
            BiPredicate<LocalDate, LocalDate> holdsWithin) {
        if (!codes.names().containsKey(code) || code.isEmpty() && among > 1) {
            say(
                    Kind.unknownValue,
                    Severity.blocks,
                    row,
                    output,
                    (code.isEmpty() ? "Thiếu một mã" : "Không có mã \"" + InWords.shortened(code) + "\"")
                            + " trong cột \"" + output.label() + "\"." + Likeness.hint(code, codes.names()));
            return;
        }
        var life = codes.lives().get(code);
        if (life == null) {
            return;
        }
        var today = vocabulary.today();
        var named = codes.names().get(code) + " (" + code + ")";
        if (life.last() != null && holdsWithin.test(later(today, life.last().plusDays(1)), null)) {
            say(
                    Kind.endedValue,
                    life.successor() == null ? Severity.warns : Severity.informs,
                    row,
                    output,
                    named + " chỉ có đến " + InWords.day(life.last()) + ", dòng này còn áp dụng sau ngày đó; "
                            + (life.successor() == null
                                    ? "không có một cơ quan kế thừa duy nhất, hồ sơ sẽ phải phân công bằng tay."
                                    : "hồ sơ chuyển cho " + life.successor() + "."));
        }
        if (life.first() != null
                && life.first().isAfter(today)
                && holdsWithin.test(today, life.first().minusDays(1))) {
            say(
                    Kind.endedValue,
                    Severity.warns,
                    row,
                    output,
                    named + " chỉ có từ " + InWords.day(life.first()) + ", dòng này đã áp dụng trước ngày đó.");
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private void say(Kind kind, Severity severity, RuleTable.Row row, RuleTable.Output output, String says) {
        findings.add(new Finding(kind, severity, row.id(), output.id(), List.of(), Map.of(), says));
    }
}
