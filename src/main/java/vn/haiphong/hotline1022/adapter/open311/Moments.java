package vn.haiphong.hotline1022.adapter.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Moments as clients write them: ISO 8601 with a zone. Without one, as some libraries write it, it is the city's; a day alone
 * begins at its midnight.
 */
final class Moments {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WITHOUT_ZONE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");
    private static final Pattern ZONE_WITHOUT_COLON = Pattern.compile("([+-]\\d{2})(\\d{2})$");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private Moments() {}

    static Optional<Instant> parse(String written) {
        if (written.length() > 40) {
            return Optional.empty();
        }
        try {
            if (WITHOUT_ZONE.matcher(written).matches()) {
                return Optional.of(LocalDateTime.parse(written.replace(' ', 'T'))
                        .atZone(OFFICE)
                        .toInstant());
            }
            var at = DAY.matcher(written).matches()
                    ? LocalDate.parse(written).atStartOfDay(OFFICE).toInstant()
                    // A plus sign that was not encoded in an address arrives as a blank.
                    : OffsetDateTime.parse(ZONE_WITHOUT_COLON
                                    .matcher(written.replace(' ', '+'))
                                    .replaceFirst("$1:$2"))
                            .toInstant();
            return at.isBefore(FIRST) || at.isAfter(LAST) ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @throws Open311Problem if it is given and cannot be read */
    static Instant of(Params params, String name) {
        var written = params.text(name);
        if (written == null) {
            return null;
        }
        return parse(written)
                .orElseThrow(() -> new Open311Problem(
                        400,
                        name + ": thời điểm theo ISO 8601 có múi giờ, ví dụ 2024-09-18T08:00:00+07:00.",
                        name + ": a moment by ISO 8601 with its zone, for example 2024-09-18T08:00:00+07:00."));
    }
}
