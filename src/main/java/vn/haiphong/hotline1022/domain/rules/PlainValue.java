package vn.haiphong.hotline1022.domain.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An output cell that is a text, a number or a truth as it stands.
 *
 * @param value null for an empty cell
 */
public record PlainValue(Object value) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");

    /** Empty for a cell of the full language. */
    public static Optional<PlainValue> of(String cell) {
        var text = cell.strip();
        if (text.isEmpty()) {
            return Optional.of(new PlainValue(null));
        }
        var literal = TEXT.matcher(text);
        if (literal.matches()) {
            return Optional.of(new PlainValue(literal.group(1)));
        }
        if ("true".equals(text) || "false".equals(text)) {
            return Optional.of(new PlainValue(Boolean.valueOf(text)));
        }
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new PlainValue(text.contains(".") ? (Object) Double.valueOf(text) : Long.valueOf(text)));
        }
        return Optional.empty();
    }
}
