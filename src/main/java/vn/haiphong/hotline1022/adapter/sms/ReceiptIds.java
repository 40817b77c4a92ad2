package vn.haiphong.hotline1022.adapter.sms;

import java.math.BigInteger;
import java.util.Locale;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;

/**
 * How a gateway names a message when it takes it and afterwards. Many count in hexadecimal and report in decimal, some the
 * other way round; with capitals and leading zeros or without. Here a message has one name.
 */
enum ReceiptIds {
    same,
    /** Taken under a hexadecimal name, reported under the decimal one. */
    decimal,
    /** Taken under a decimal name, reported under the hexadecimal one. */
    hex;

    private static final int HEXADECIMAL = 16;
    private static final int DECIMAL = 10;

    static ReceiptIds of(String setting) {
        try {
            return valueOf(setting);
        } catch (IllegalArgumentException e) {
            throw new SettingsRefused(
                    "hotline.sms.receipt-ids là same, decimal hoặc hex; không hiểu “" + setting + "”.", e);
        }
    }

    String taken(String id) {
        return switch (this) {
            case same -> id;
            case decimal -> number(id, HEXADECIMAL);
            case hex -> number(id, DECIMAL);
        };
    }

    String reported(String id) {
        return switch (this) {
            case same -> id;
            case decimal -> number(id, DECIMAL);
            case hex -> number(id, HEXADECIMAL);
        };
    }

    /** What is no number after all stays as it is. */
    private static String number(String id, int radix) {
        try {
            return new BigInteger(id, radix).toString(HEXADECIMAL).toLowerCase(Locale.ROOT);
        } catch (NumberFormatException e) {
            return id;
        }
    }
}
