package vn.haiphong.hotline1022.application.receive;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** One way to write a telephone number (E.164), so that a person is found again however he typed it. */
public final class Telephones {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 40;

    private Telephones() {}

    /** @return empty if it is none */
    public static Optional<String> written(String given) {
        try {
            var number = PHONES.parse(given.length() > LONGEST ? "" : given, "VN");
            return PHONES.isPossibleNumber(number)
                    ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
