package vn.haiphong.hotline1022.adapter.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;
import vn.haiphong.hotline1022.support.TestPostgres;

@ExtendWith(OutputCaptureExtension.class)
class SettingsCheckTest {

    private static final String MAIL = "--spring.mail.host=mail.example.vn";
    private static final String NEVER_ASKED = "--spring.datasource.url=jdbc:postgresql://db.example.vn/hotline";

    @Configuration(proxyBeanMethods = false)
    static class EmptyHouse {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class HouseWithDatabase {}

    @Test
    void settings_that_can_work_are_let_through(CapturedOutput output) {
        run(
                EmptyHouse.class,
                NEVER_ASKED,
                MAIL,
                "--hotline.portal-url=https://1022.haiphong.gov.vn",
                "--hotline.portal.map.tiles=https://tiles.example.vn:8443/maps/{z}/{x}/{y}{r}.png?key=1",
                "--hotline.admin.password=mot mat khau dai");

        assertThat(output).doesNotContain("Không khởi động được", "hotline.portal-url");
    }

    @Test
    void without_a_mail_server_it_does_not_start(CapturedOutput output) {
        assertThatThrownBy(() -> run(EmptyHouse.class, NEVER_ASKED)).isInstanceOf(SettingsRefused.class);

        saidInOneSentence(output, "SPRING_MAIL_HOST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tiles.example.vn",
                "https://{s}.example.vn/{z}/{x}/{y}.png",
                "https://tiles.example.vn/{z}/{x}.png",
                "https://tiles.example.vn/{z}/{x}/{y}.png; script-src *",
                "javascript://tiles/{z}/{x}/{y}"
            })
    void a_map_server_that_cannot_be_asked_is_refused(String tiles, CapturedOutput output) {
        assertThatThrownBy(() -> run(EmptyHouse.class, NEVER_ASKED, MAIL, "--hotline.portal.map.tiles=" + tiles))
                .isInstanceOf(SettingsRefused.class);

        saidInOneSentence(output, "hotline.portal.map.tiles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:hotline", "jdbc:mysql://db/hotline", "postgresql://db/hotline"})
    void another_database_than_postgresql_is_refused_in_one_sentence(String url, CapturedOutput output) {
        assertThatThrownBy(() -> run(EmptyHouse.class, "--spring.datasource.url=" + url, MAIL))
                .isInstanceOf(SettingsRefused.class);

        saidInOneSentence(output, "SPRING_DATASOURCE_URL");
        assertThat(sentence(output)).contains("PostgreSQL", "jdbc:postgresql://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--hotline.sms.host=smpp.example.vn",
                "--hotline.sms.password=bimat",
                "--hotline.imap.host=imap.example.vn"
            })
    void half_a_gateway_and_half_a_mailbox_are_refused_in_one_sentence(String half, CapturedOutput output) {
        assertThatThrownBy(() -> run(EmptyHouse.class, NEVER_ASKED, MAIL, half)).isInstanceOf(SettingsRefused.class);

        saidInOneSentence(output, half.contains("sms") ? "HOTLINE_SMS_SYSTEMID" : "HOTLINE_IMAP_PASSWORD");
        assertThat(output).doesNotContain("bimat");
    }

    @Test
    void links_in_letters_lead_to_the_port_on_which_the_house_answers(CapturedOutput output) {
        run(EmptyHouse.class, NEVER_ASKED, MAIL, "--server.port=9191");

        assertThat(output).contains("http://localhost:9191");
    }

    @Test
    void the_clock_of_the_demo_does_not_exist_elsewhere(CapturedOutput output) {
        assertThatThrownBy(() ->
                        run(EmptyHouse.class, NEVER_ASKED, MAIL, "--hotline.demo.start=2024-09-18T08:00:00+07:00"))
                .isInstanceOf(SettingsRefused.class);

        saidInOneSentence(output, "HOTLINE_DEMO_START");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "ADMIN", "ngan", "chinkytu9"})
    void a_password_anybody_could_guess_is_not_taken(String password, CapturedOutput output) {
        assertThatThrownBy(() -> run(EmptyHouse.class, NEVER_ASKED, MAIL, "--hotline.admin.password=" + password))
                .isInstanceOf(SettingsRefused.class);

        saidInOneSentence(output, "HOTLINE_ADMIN_PASSWORD");
        assertThat(output).doesNotContain("chinkytu9", "ngan ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "https://127.0.0.1", "1022", ""})
    void links_that_no_citizen_can_open_are_warned_of(String portal, CapturedOutput output) {
        run(EmptyHouse.class, NEVER_ASKED, MAIL, "--hotline.portal-url=" + portal);

        assertThat(output).contains("WARN").contains("hotline.portal-url", "HOTLINE_PORTAL_URL");
    }

    @Test
    void a_database_that_is_away_is_named_without_its_password(CapturedOutput output) throws Exception {
        int nobody;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }

        var failure = catchThrowable(() -> run(
                HouseWithDatabase.class,
                MAIL,
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + nobody + "/phan_anh?user=x&password=tuyetmat",
                "--spring.datasource.password=bimat"));

        assertThat(failure).isNotNull();
        saidInOneSentence(output, "“phan_anh” tại 127.0.0.1:" + nobody, "SPRING_DATASOURCE_URL");
        assertThat(sentence(output)).doesNotContain("tuyetmat", "bimat");
    }

    @Test
    void a_database_that_does_not_exist_is_named(CapturedOutput output) {
        var failure = catchThrowable(() -> run(
                HouseWithDatabase.class,
                MAIL,
                "--spring.datasource.url=" + TestPostgres.emptyDatabase().replaceAll("/test\\d+", "/khong_co"),
                "--spring.datasource.username=postgres"));

        assertThat(failure).isNotNull();
        saidInOneSentence(output, "không có cơ sở dữ liệu “khong_co”");
    }

    @Test
    void a_database_that_does_not_let_us_in_is_named(CapturedOutput output) {
        var failure = catchThrowable(() -> run(
                HouseWithDatabase.class,
                MAIL,
                "--spring.datasource.url=" + TestPostgres.emptyDatabase().replaceAll("\\?.*", ""),
                "--spring.datasource.username=nguoi_la",
                "--spring.datasource.password=bimat"));

        assertThat(failure).isNotNull();
        saidInOneSentence(output, "từ chối đăng nhập", "SPRING_DATASOURCE_PASSWORD");
        assertThat(sentence(output)).doesNotContain("bimat");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "jdbc:postgresql://db.example.vn:5433/hotline, “hotline” tại db.example.vn:5433",
                "jdbc:postgresql://db.example.vn/hotline?user=a&password=b/c@d, “hotline” tại db.example.vn",
                "jdbc:postgresql://a:b@db.example.vn/hotline, “hotline” tại db.example.vn",
                "'jdbc:postgresql://one:1,two:2/hotline', '“hotline” tại one:1,two:2'",
                "jdbc:postgresql:hotline, “hotline” tại localhost",
                "jdbc:oracle:thin:secret, đã khai báo",
                "null, đã khai báo"
            })
    void an_address_is_shown_without_secrets(String url, String shown) {
        assertThat(DatabaseAddress.of(url)).isEqualTo(shown);
    }

    private static void saidInOneSentence(CapturedOutput output, String... words) {
        assertThat(sentence(output)).contains(words);
        assertThat(output.getAll()).doesNotContain("\tat ", "APPLICATION FAILED TO START");
    }

    private static String sentence(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("Không khởi động được"))
                .reduce((one, other) -> "several: " + one + other)
                .orElse("none");
    }

    private static void run(Class<?> house, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("--spring.main.banner-mode=off");
        new SpringApplicationBuilder(house)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new))
                .close();
    }
}
