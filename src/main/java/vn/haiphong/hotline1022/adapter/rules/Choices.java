package vn.haiphong.hotline1022.adapter.rules;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.haiphong.hotline1022.application.rules.SayRules;
import vn.haiphong.hotline1022.domain.rules.Values;

/**
 * What a column may hold, for the side of the editor.
 *
 * @param kind codes, numbers, dates, truth, texts, formatted or anything
 * @param several whether a result may name several codes, separated by commas
 */
record Choices(
        String id,
        String label,
        String expression,
        String type,
        boolean input,
        String kind,
        List<Code> codes,
        boolean several,
        BigDecimal least,
        BigDecimal most,
        boolean whole) {

    /** @param until its last day, as people write it; null: it has none */
    record Code(String code, String name, String until) {

        static Code of(String code, Values.Codes codes) {
            var life = codes.lives().get(code);
            return new Code(
                    code,
                    codes.names().get(code),
                    life == null || life.last() == null ? null : DAY.format(life.last()));
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    static Choices of(SayRules.Column column) {
        var values = column.values();
        var codes = values instanceof Values.Codes known
                ? known.names().keySet().stream()
                        .map(code -> Code.of(code, known))
                        .toList()
                : List.<Code>of();
        var numbers = values instanceof Values.Numbers known ? known : new Values.Numbers(false);
        return new Choices(
                column.id(),
                column.label(),
                column.expression(),
                column.type(),
                column.input(),
                kind(values),
                codes,
                values instanceof Values.Codes known && known.several(),
                numbers.least(),
                numbers.most(),
                numbers.whole());
    }

    private static String kind(Values values) {
        return values.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
