package vn.haiphong.hotline1022.adapter.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times as people in Hải Phòng read and write them. */
final class OfficeTime {

    private static final ZoneId HAI_PHONG = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern BY_HAND = Pattern.compile("([\\d:]+)(?: ngày| on)? +([\\d/]+)|([\\d/]+) +([\\d:]+)");

    private OfficeTime() {}

    static String words(LocalDate day, Locale locale) {
        return (PortalLanguage.isEnglish(locale) ? ENGLISH_DAY : DAY).format(day);
    }

    static String words(Instant at, Locale locale) {
        return at == null || !PortalLanguage.isEnglish(locale) ? words(at) : ENGLISH.format(at.atZone(HAI_PHONG));
    }

    static String words(Instant at) {
        return at == null ? null : WORDS.format(at.atZone(HAI_PHONG));
    }

    /**
     * @param typed as a browser's field for date and time gives it, without a zone; or by hand in a browser that has no such field:
     *     "08:00 ngày 18/09/2024", "18/9/2024 8:00"
     * @throws java.time.DateTimeException if it is no time
     */
    static Instant parse(String typed) {
        var byHand = BY_HAND.matcher(typed.strip());
        var at = byHand.matches()
                ? byHand.group(1) != null
                        ? LocalDateTime.parse(byHand.group(2) + " " + byHand.group(1), DAY_AND_TIME)
                        : LocalDateTime.parse(byHand.group(3) + " " + byHand.group(4), DAY_AND_TIME)
                : LocalDateTime.parse(typed.strip());
        return at.atZone(HAI_PHONG).toInstant();
    }
}
