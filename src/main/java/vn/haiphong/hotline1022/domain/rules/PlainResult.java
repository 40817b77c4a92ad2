package vn.haiphong.hotline1022.domain.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A cell of an output that is a value written out. */
final class PlainResult {

    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

    private PlainResult() {}

    /** A text, a number, a boolean; {@link Optional#empty} for anything else. */
    static Optional<Object> of(String cell) {
        var text = cell.strip();
        var words = TEXT.matcher(text);
        if (words.matches()) {
            return Optional.of(words.group(1));
        }
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text).stripTrailingZeros());
        }
        return "true".equals(text) || "false".equals(text) ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }

    static boolean isNothing(String cell) {
        return cell.isBlank() || "null".equals(cell.strip()) || "-".equals(cell.strip());
    }

    /** The same for whoever reads it. */
    static boolean isSame(String one, String other) {
        var value = of(one);
        return value.isPresent() ? value.equals(of(other)) : one.strip().equals(other.strip());
    }
}
