package vn.haiphong.hotline1022.adapter.portal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people in Hải Phòng read and write them. */
final class OfficeTime {

    private static final ZoneId HAI_PHONG = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.ENGLISH);

    private OfficeTime() {}

    static String words(Instant at, Locale locale) {
        return at == null || !PortalLanguage.isEnglish(locale) ? words(at) : ENGLISH.format(at.atZone(HAI_PHONG));
    }

    static String words(Instant at) {
        return at == null ? null : WORDS.format(at.atZone(HAI_PHONG));
    }

    /**
     * @param typed as a browser's field for date and time gives it, without a zone
     * @throws java.time.DateTimeException if it is no time
     */
    static Instant parse(String typed) {
        return LocalDateTime.parse(typed.strip()).atZone(HAI_PHONG).toInstant();
    }
}
