package vn.haiphong.hotline1022.domain.rules;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a column of a type may hold, as the engine has it. */
final class Types {

    private static final BigDecimal LEAST_INTEGER = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MOST_INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Types() {}

    /** What the vocabulary says; where it says nothing, what the type does. */
    static Values known(Values values, String type) {
        return values instanceof Values.Anything ? ofType(type) : values;
    }

    private static Values ofType(String type) {
        return switch (type) {
            case "string" -> new Values.Texts();
            case "boolean" -> new Values.Truth();
            case "integer" -> new Values.Numbers(LEAST_INTEGER, MOST_INTEGER, true);
            case "long" -> new Values.Numbers(true);
            case "double", "number" -> new Values.Numbers(false);
            case "date" -> new Values.Dates();
            default -> new Values.Anything();
        };
    }

    /** @param type as of a plain cell */
    static Values valuesOf(Class<?> type) {
        return type == Boolean.class
                ? new Values.Truth()
                : type == Double.class
                        ? new Values.Numbers(false)
                        : type == LocalDate.class ? new Values.Dates() : new Values.Texts();
    }

    /** The type of plain cells that fit; Object: any. */
    static Class<?> cellsFor(Values values) {
        return values instanceof Values.Truth
                ? Boolean.class
                : values instanceof Values.Numbers
                        ? Double.class
                        : values instanceof Values.Dates
                                ? LocalDate.class
                                : values instanceof Values.Anything ? Object.class : String.class;
    }

    static String named(Class<?> type) {
        return type == Boolean.class
                ? "có/không (true, false)"
                : type == Double.class ? "số" : type == LocalDate.class ? "ngày" : "chữ trong dấu nháy";
    }
}
