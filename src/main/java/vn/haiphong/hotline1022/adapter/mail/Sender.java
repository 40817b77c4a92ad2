package vn.haiphong.hotline1022.adapter.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;

/**
 * In whose name letters go out.
 *
 * @param answersTo where answers are read, if not where they would go by themselves
 */
record Sender(InternetAddress address, Optional<InternetAddress> answersTo) {

    static Sender parse(String setting, String answersTo) {
        return new Sender(
                parsed(setting, "hotline.sender"),
                answersTo.isBlank() ? Optional.empty() : Optional.of(parsed(answersTo, "hotline.imap.address")));
    }

    /** Whether a letter from there is one of our own. */
    boolean is(String mailbox) {
        return address.getAddress().equalsIgnoreCase(mailbox)
                || answersTo
                        .filter(own -> own.getAddress().equalsIgnoreCase(mailbox))
                        .isPresent();
    }

    private static InternetAddress parsed(String setting, String name) {
        try {
            var address = new InternetAddress(setting, true);
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return address;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new SettingsRefused(
                    "Địa chỉ thư ở " + name + " không hợp lệ: hãy viết như Tổng đài 1022 <tongdai@example.vn>.", e);
        }
    }
}
