package vn.haiphong.hotline1022.application.rules;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.TableEvaluations;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.petition.PetitionText;
import vn.haiphong.hotline1022.domain.rules.Finding;
import vn.haiphong.hotline1022.domain.rules.Finding.Kind;
import vn.haiphong.hotline1022.domain.rules.Finding.Severity;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Example;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Row;

/** Thử ví dụ của dòng (Giả định A-44): the whole table is asked about each example, as it would be asked in a case. */
@Service
public class TryExamples {

    private static final String PLAIN_TEXT = "plainText";
    private static final String TEXT = "text";
    private static final String HAS_PLACE = "hasPlace";
    private static final String MENTIONS_CODE = "mentionsCode";
    private static final String RECEIVED_ON = "receivedOn";
    private static final int LONGEST_WORDS = 80;

    private final TableFiles files;
    private final TableEvaluations evaluations;
    private final Clock clock;

    TryExamples(TableFiles files, TableEvaluations evaluations, Clock clock) {
        this.files = files;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /** What does not go as its author expects; nothing else. */
    public List<Finding> of(String dmn) {
        var table = files.read(dmn);
        if (table.rows().stream().allMatch(row -> row.examples().isEmpty())) {
            return List.of();
        }
        TableEvaluations.Table tried;
        try {
            tried = evaluations.of(dmn);
        } catch (BusinessRefusal cannotRun) {
            return List.of(new Finding(
                    Kind.example, Severity.blocks, null, null, List.of(), Map.of(), cannotRun.getMessage()));
        }
        var findings = new ArrayList<Finding>();
        for (var row : table.rows()) {
            for (var example : row.examples()) {
                tried(table, tried, row, example).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> tried(RuleTable table, TableEvaluations.Table tried, Row row, Example example) {
        var values = new LinkedHashMap<String, Object>();
        try {
            values.putAll(valuesOf(table, example));
            var answered = tried.rowsFor(values);
            if (answered.contains(row.id()) == example.catches()) {
                return Optional.empty();
            }
            return Optional.of(finding(row, answered, values, says(table, row, example, answered)));
        } catch (BusinessRefusal refusal) {
            return Optional.of(
                    finding(row, List.of(), values, "Ví dụ " + words(example) + ": " + refusal.getMessage()));
        }
    }

    private static Finding finding(Row row, List<String> answered, Map<String, Object> values, String says) {
        return new Finding(
                Kind.example,
                Severity.blocks,
                row.id(),
                null,
                answered.stream().filter(id -> !id.equals(row.id())).toList(),
                values,
                says);
    }

    private static String says(RuleTable table, Row row, Example example, List<String> answered) {
        if (!example.catches()) {
            return "Ví dụ " + words(example) + " không được thuộc dòng này, nhưng bảng vẫn chọn dòng này.";
        }
        var numbers = new HashMap<String, Integer>();
        for (var i = 0; i < table.rows().size(); i++) {
            numbers.put(table.rows().get(i).id(), i + 1);
        }
        return "Ví dụ " + words(example) + " phải thuộc dòng này (dòng " + numbers.get(row.id()) + "), nhưng "
                + (answered.isEmpty()
                        ? "không dòng nào của bảng nhận."
                        : "bảng chọn dòng "
                                + String.join(
                                        ", ",
                                        answered.stream()
                                                .map(id -> String.valueOf(numbers.get(id)))
                                                .toList())
                                + ".");
    }

    private static String words(Example example) {
        var words = String.join(
                " · ",
                example.values().values().stream()
                        .filter(value -> !value.isBlank())
                        .toList());
        return "“" + PetitionText.upTo(LONGEST_WORDS, words.strip()) + "”";
    }

    /** What a case like this would bring to the table; the words of a petition are read as they are in a case. */
    Map<String, Object> valuesOf(RuleTable table, Example example) {
        var written = example.values();
        var words = Optional.ofNullable(written.get(TEXT)).filter(text -> !text.isBlank());
        var plainWords = Optional.ofNullable(written.get(PLAIN_TEXT))
                .filter(text -> !text.isBlank())
                .or(() -> words);
        var values = new LinkedHashMap<String, Object>();
        for (var input : table.inputs()) {
            var name = input.expression();
            var value = written.getOrDefault(name, "").strip();
            switch (name) {
                case PLAIN_TEXT ->
                    values.put(
                            name,
                            PetitionText.of(plainWords.orElse("")).inFull().plain());
                case TEXT ->
                    values.put(
                            name,
                            PetitionText.of(words.or(() -> plainWords).orElse(""))
                                    .inFull()
                                    .accented());
                case RECEIVED_ON ->
                    values.put(
                            name,
                            value.isEmpty()
                                    ? clock.instant()
                                            .atZone(WorkingCalendar.OFFICE)
                                            .toLocalDate()
                                    : day(input, value));
                default ->
                    values.put(name, value.isEmpty() ? unsaid(input, plainWords.orElse("")) : typed(input, value));
            }
        }
        return values;
    }

    private static Object unsaid(RuleTable.Input input, String words) {
        return switch (input.expression()) {
            case HAS_PLACE -> PetitionText.of(words).inFull().namesAPlace();
            case MENTIONS_CODE -> PetitionText.of(words).mentionedCode().isPresent();
            default -> "boolean".equals(input.type()) ? Boolean.FALSE : null;
        };
    }

    private static Object typed(RuleTable.Input input, String value) {
        return switch (input.type()) {
            case "boolean" -> {
                if (!List.of("true", "false").contains(value)) {
                    throw new BusinessRefusal("example", "cột “" + input.label() + "” chỉ nhận true hoặc false.");
                }
                yield Boolean.valueOf(value);
            }
            case "integer", "long", "double", "number" -> number(input, value);
            case "date" -> day(input, value);
            default -> value;
        };
    }

    private static Object number(RuleTable.Input input, String value) {
        try {
            var number = new BigDecimal(value.replace(',', '.'));
            return List.of("integer", "long").contains(input.type()) ? number.longValueExact() : number.doubleValue();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new BusinessRefusal("example", "cột “" + input.label() + "” phải là số, không phải “" + value + "”.");
        }
    }

    private static LocalDate day(RuleTable.Input input, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new BusinessRefusal(
                    "example", "cột “" + input.label() + "” phải là ngày như 2024-09-18, không phải “" + value + "”.");
        }
    }
}
