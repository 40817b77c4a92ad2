package vn.haiphong.hotline1022.domain.petition;

import java.util.regex.Pattern;

/** What is published names nobody's contact data: telephones, e-mail addresses and numbers of papers or accounts are covered. */
public final class MaskPersonalData {

    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d(?:[ .()-]{0,2}\\d){6,}");

    private MaskPersonalData() {}

    public static String in(String text) {
        return LONG_NUMBER.matcher(EMAIL.matcher(text).replaceAll("***")).replaceAll("***");
    }
}
