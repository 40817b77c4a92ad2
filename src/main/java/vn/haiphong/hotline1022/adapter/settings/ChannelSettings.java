package vn.haiphong.hotline1022.adapter.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;

/** An SMS gateway or a mailbox is named whole or not at all: half of it would lose messages in silence. */
final class ChannelSettings {

    private static final List<String> SMS = List.of("host", "system-id", "password", "sender");
    private static final List<String> IMAP = List.of("host", "username", "password");

    private ChannelSettings() {}

    static void check(Environment environment) {
        whole(environment, "hotline.sms.", SMS, "cổng tin nhắn SMS");
        whole(environment, "hotline.imap.", IMAP, "hộp thư đến");
        oneOf(environment, "hotline.sms.form", List.of("plain", "accented"));
        oneOf(environment, "hotline.sms.receipt-ids", List.of("same", "decimal"));
        if (number(environment, "hotline.sms.per-second", "10") <= 0
                || number(environment, "hotline.sms.segments", "3") < 1) {
            throw new SettingsRefused("hotline.sms.per-second và hotline.sms.segments phải là số lớn hơn 0.");
        }
    }

    private static void whole(Environment environment, String prefix, List<String> names, String what) {
        var missing = names.stream()
                .filter(name -> !StringUtils.hasText(environment.getProperty(prefix + name)))
                .toList();
        if (!missing.isEmpty() && missing.size() < names.size()) {
            throw new SettingsRefused("Khai báo " + what + " còn thiếu "
                    + missing.stream()
                            .map(name -> prefix + name + " (" + variable(prefix + name) + ")")
                            .collect(Collectors.joining(", "))
                    + ": hãy đặt đủ, hoặc bỏ hết các khai báo " + prefix + "* để không dùng.");
        }
    }

    private static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static void oneOf(Environment environment, String name, List<String> values) {
        var given = environment.getProperty(name);
        if (StringUtils.hasText(given) && !values.contains(given)) {
            throw new SettingsRefused(name + " phải là một trong: " + String.join(", ", values) + ".");
        }
    }

    private static double number(Environment environment, String name, String usual) {
        try {
            return Double.parseDouble(environment.getProperty(name, usual));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
