package vn.haiphong.hotline1022.domain.petition;

import java.util.regex.Pattern;

/** Takes out of a text what points to a person, before strangers may read it. */
public final class MaskPersonalData {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]{1,64}@[^\\s@<>\",;:]{1,190}\\.[A-Za-z]{2,}");
    /** Numbers of identity papers, accounts, insurance: nine digits and more, however they are grouped. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ .-]?\\d){8,}");

    private MaskPersonalData() {}

    public static String in(String text) {
        var withoutAddresses = EMAIL.matcher(text).replaceAll("(thư điện tử)");
        return LONG_NUMBER
                .matcher(PetitionText.withoutTelephones(withoutAddresses))
                .replaceAll("(số)");
    }
}
