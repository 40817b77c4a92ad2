package vn.haiphong.hotline1022.domain.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;

/** How values and lists are said in Vietnamese. */
final class InWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int FEW = 5;
    private static final int LONG = 70;

    private InWords() {}

    static String of(Object value) {
        if (value == null) {
            return "để trống";
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof Boolean truth) {
            return truth ? "có" : "không";
        }
        if (value instanceof Number number) {
            return number(number.doubleValue());
        }
        return "\"" + shortened(value.toString()) + "\"";
    }

    static String number(double number) {
        return new BigDecimal(String.valueOf(number))
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String shortened(String text) {
        return text.length() <= LONG ? text : text.substring(0, LONG - 1) + "…";
    }

    /** The first few. */
    static String list(Collection<String> all) {
        var first = String.join(", ", List.copyOf(all).subList(0, Math.min(FEW, all.size())));
        return all.size() <= FEW ? first : first + " và " + (all.size() - FEW) + " mục nữa";
    }
}
