package vn.haiphong.hotline1022.adapter.rules;

import java.math.BigDecimal;
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

    record Code(String code, String name) {}

    static Choices of(SayRules.Column column) {
        var values = column.values();
        var codes = values instanceof Values.Codes known
                ? known.names().entrySet().stream()
                        .map(code -> new Code(code.getKey(), code.getValue()))
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
