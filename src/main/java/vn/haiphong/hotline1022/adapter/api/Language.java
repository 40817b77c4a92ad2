package vn.haiphong.hotline1022.adapter.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The two languages of the interfaces; Vietnamese unless the caller prefers English. */
enum Language {
    VIETNAMESE,
    ENGLISH;

    private static final List<Locale> SPOKEN = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);
    private static final int LONGEST = 200;

    static Language of(HttpServletRequest request) {
        var wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted == null || wanted.isBlank() || wanted.length() > LONGEST) {
            return VIETNAMESE;
        }
        try {
            return Locale.ENGLISH.equals(Locale.lookup(Locale.LanguageRange.parse(wanted), SPOKEN))
                    ? ENGLISH
                    : VIETNAMESE;
        } catch (IllegalArgumentException e) {
            return VIETNAMESE; // a header nobody can read is no preference
        }
    }

    String choose(String vietnamese, String english) {
        return this == ENGLISH ? english : vietnamese;
    }
}
