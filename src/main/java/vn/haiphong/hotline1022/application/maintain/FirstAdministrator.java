package vn.haiphong.hotline1022.application.maintain;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The password of the first administrator: asked for when the database knows no administrator yet. */
@Component
public class FirstAdministrator {

    public static final int SHORTEST_PASSWORD = 10;
    private static final String WHERE = "hotline.admin.password (biến môi trường HOTLINE_ADMIN_PASSWORD)";

    private final String password;

    FirstAdministrator(@Value("${hotline.admin.password:}") String password) {
        this.password = password;
    }

    /** @throws SettingsRefused if none is set, or one that anybody could guess */
    public String password() {
        if (password.isBlank()) {
            throw new SettingsRefused("Cơ sở dữ liệu chưa có quản trị viên nào: hãy đặt mật khẩu cho tài khoản admin ở "
                    + WHERE + ", dài ít nhất " + SHORTEST_PASSWORD + " ký tự.");
        }
        check(password);
        return password;
    }

    /** @throws SettingsRefused if it is one that anybody could guess */
    public static void check(String password) {
        if (password.toLowerCase(Locale.ROOT).contains("admin")) {
            throw new SettingsRefused(
                    "Mật khẩu của quản trị viên không được chứa tên tài khoản “admin”: hãy đặt mật khẩu" + " khác ở "
                            + WHERE + ", dài ít nhất " + SHORTEST_PASSWORD + " ký tự.");
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new SettingsRefused("Mật khẩu của quản trị viên quá ngắn: hãy đặt ở " + WHERE
                    + " một mật khẩu dài ít nhất " + SHORTEST_PASSWORD + " ký tự.");
        }
    }
}
