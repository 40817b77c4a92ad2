package vn.haiphong.hotline1022.domain.petition;

import java.util.regex.Pattern;

/** What people put between the letters of a code when they write it down: spaces of all kinds, dashes of all lengths. */
final class Typed {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}\u2212_.]+");

    private Typed() {}

    static String bare(String typed) {
        return BETWEEN.matcher(typed).replaceAll("");
    }
}
