package vn.haiphong.hotline1022.domain.petition;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Mã phản ánh {@code HP1022-YYMMDD-NNNNNN-C}: day of receipt, running number, check digit (ISO 7064 MOD 11,10) so that a
 * code read over the phone with one wrong digit is noticed. Giả định A-18.
 */
public record PetitionCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("(?:(?:HP)?1022)?(\\d{6})(\\d{6,9})(\\d)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    public static PetitionCode of(LocalDate day, long number) {
        var digits = DAY.format(day) + String.format("%06d", number);
        return new PetitionCode(
                "HP1022-" + digits.substring(0, 6) + "-" + digits.substring(6) + "-" + checkDigit(digits));
    }

    /** The code somebody typed or dictated, with or without its dashes and its beginning; empty if it cannot be one of ours. */
    public static Optional<PetitionCode> parse(String typed) {
        if (typed == null || typed.length() > 40) {
            return Optional.empty();
        }
        var matcher = SHAPE.matcher(Typed.bare(typed).toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var digits = matcher.group(1) + matcher.group(2);
        return checkDigit(digits) == matcher.group(3).charAt(0) - '0'
                ? Optional.of(new PetitionCode(
                        "HP1022-" + matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3)))
                : Optional.empty();
    }

    private static int checkDigit(String digits) {
        var product = 10;
        for (var i = 0; i < digits.length(); i++) {
            var sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
