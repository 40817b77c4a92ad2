package vn.haiphong.hotline1022.adapter.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;

/** In whose name letters go out. */
record Sender(InternetAddress address) {

    static Sender parse(String setting) {
        try {
            var address = new InternetAddress(setting, true);
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return new Sender(address);
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new SettingsRefused(
                    "Địa chỉ người gửi ở hotline.sender không hợp lệ: hãy viết như Tổng đài 1022 <tongdai@example.vn>.",
                    e);
        }
    }
}
