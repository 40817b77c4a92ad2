package vn.haiphong.hotline1022.domain.petition;

import java.util.Locale;

/** The key of a receipt between two people: printed in groups of four, and typed by hand in whatever way. */
public final class TrackingKey {

    private static final int GROUP = 4;

    private TrackingKey() {}

    /** As it is printed: {@code K784-DQAN-2M5X-7P}. Links carry it as it is kept. */
    public static String grouped(String key) {
        return key.replaceAll("(?<=\\G.{" + GROUP + "})(?=.)", "-");
    }

    /**
     * As it is kept, or as four digits of a telephone are: without spaces and dashes, in capitals, and with the digits that were
     * taken for letters no key has.
     */
    public static String typed(String typed) {
        if (typed == null) {
            return "";
        }
        return Typed.bare(typed)
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
