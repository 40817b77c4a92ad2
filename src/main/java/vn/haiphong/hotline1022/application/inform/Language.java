package vn.haiphong.hotline1022.application.inform;

import java.util.List;
import java.util.Locale;

/** The two languages of the interfaces; Vietnamese unless the caller prefers English. */
public enum Language {
    VIETNAMESE,
    ENGLISH;

    private static final List<Locale> SPOKEN = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);
    private static final int LONGEST = 200;

    /** @param wanted what the caller accepts, as the header says it; null: no preference */
    public static Language of(String wanted) {
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

    public String choose(String vietnamese, String english) {
        return this == ENGLISH ? english : vietnamese;
    }
}
