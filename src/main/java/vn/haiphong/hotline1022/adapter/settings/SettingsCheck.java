package vn.haiphong.hotline1022.adapter.settings;

import java.net.URI;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import vn.haiphong.hotline1022.application.maintain.FirstAdministrator;
import vn.haiphong.hotline1022.application.maintain.MapTiles;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;

/** Looks at the settings before anything is started: what cannot work is said in one sentence instead of a stack trace. */
class SettingsCheck implements EnvironmentPostProcessor, Ordered {

    /** Allows the profile "demo" on a database of one's own; for tests, never for a house with real cases in it. */
    static final String OWN_DATABASE = "hotline.demo.own-database";

    private static final String DEMO = "demo";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private final Log log;

    SettingsCheck(DeferredLogFactory logs) {
        this.log = logs.getLog(SettingsCheck.class);
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 2; // after the embedded default has decided
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        checkDatabase(environment);
        ChannelSettings.check(environment);
        MapTiles.of(environment.getProperty("hotline.portal.map.tiles", ""));
        if (environment.matchesProfiles(DEMO)) {
            checkDemo(environment);
        } else {
            checkHouse(environment);
        }
    }

    private static void checkDatabase(Environment environment) {
        var url = environment.getProperty("spring.datasource.url", "");
        if (StringUtils.hasText(url) && !url.strip().startsWith(POSTGRESQL)) {
            throw new SettingsRefused(
                    "Hệ thống chỉ chạy với PostgreSQL: hãy đặt spring.datasource.url (SPRING_DATASOURCE_URL) dạng"
                            + " jdbc:postgresql://máy-chủ:5432/tên-cơ-sở-dữ-liệu, hoặc bỏ khai báo đó để chạy thử.");
        }
    }

    private static void checkDemo(ConfigurableEnvironment environment) {
        var embedded = environment.getPropertySources().contains("embeddedDefault");
        if (!embedded && !environment.getProperty(OWN_DATABASE, Boolean.class, false)) {
            throw new SettingsRefused(
                    "Hồ sơ cấu hình demo tạo tài khoản có mật khẩu ai cũng biết nên chỉ dùng với cơ sở dữ liệu nhúng: hãy bỏ demo"
                            + " khỏi spring.profiles.active, hoặc bỏ spring.datasource.url (SPRING_DATASOURCE_URL).");
        }
    }

    private void checkHouse(Environment environment) {
        if (StringUtils.hasText(environment.getProperty("hotline.demo.start"))) {
            throw new SettingsRefused(
                    "hotline.demo.start (HOTLINE_DEMO_START) chỉ dùng cho bản chạy thử; hệ thống này dùng cơ sở dữ liệu riêng nên"
                            + " luôn theo giờ thật: hãy bỏ khai báo đó.");
        }
        if (!StringUtils.hasText(environment.getProperty("spring.mail.host"))) {
            throw new SettingsRefused(
                    "Chưa khai báo máy chủ thư: hãy đặt spring.mail.host (biến môi trường SPRING_MAIL_HOST) để gửi được trả lời"
                            + " cho người dân.");
        }
        var password = environment.getProperty("hotline.admin.password", "");
        if (!password.isEmpty()) {
            FirstAdministrator.check(password);
        }
        var portal = environment.getProperty("hotline.portal-url", "");
        if (pointsHere(portal)) {
            log.warn("hotline.portal-url đang là “" + portal
                    + "”: liên kết trong thư gửi người dân sẽ không mở được; hãy đặt địa chỉ công khai của cổng"
                    + " (HOTLINE_PORTAL_URL).");
        }
    }

    private static boolean pointsHere(String address) {
        try {
            var host = URI.create(address).getHost();
            return host == null || THIS_MACHINE.contains(host);
        } catch (IllegalArgumentException notAnAddress) {
            return true;
        }
    }
}
