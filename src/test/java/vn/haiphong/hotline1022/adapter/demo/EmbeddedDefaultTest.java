package vn.haiphong.hotline1022.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;
import vn.haiphong.hotline1022.application.port.DemoClockMoved;
import vn.haiphong.hotline1022.support.TestPostgres;

class EmbeddedDefaultTest {

    private static final String NO_DATABASE = "--spring.datasource.url=";

    @TempDir
    Path home;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        MailSenderAutoConfiguration.class
    })
    @Import({ClockConfiguration.class, DemoContacts.class})
    static class SmallHouse {

        private final List<DemoClockMoved> moves = new ArrayList<>();

        @EventListener
        void moved(DemoClockMoved move) {
            moves.add(move);
        }

        /** Who reads the directory in, in the whole house. */
        @Bean
        Object masterDataImport() {
            return new Object();
        }

        @Bean
        LastLook lastLook(JdbcClient jdbc) {
            return new LastLook(jdbc);
        }
    }

    /** Needs the database until its own end. */
    record LastLook(JdbcClient jdbc) implements DisposableBean {

        private static Integer seen;

        @Override
        public void destroy() {
            seen = jdbc.sql("select count(*) from contact").query(Integer.class).single();
            System.out.println("seen at the end: " + seen);
        }
    }

    @Test
    void where_no_database_is_named_everything_comes_up_and_goes_down_in_order() {
        String url;
        try (var house = run(NO_DATABASE, "--hotline.demo.start=2024-09-18T08:00:00+07:00")) {
            var settings = house.getEnvironment();
            url = settings.getProperty("spring.datasource.url");
            assertThat(settings.getActiveProfiles()).containsExactly("demo");
            assertThat(settings.getProperty("logging.level.com.icegreen.greenmail"))
                    .as("application-demo.yaml")
                    .isEqualTo("warn");
            assertThat(settings.getProperty("spring.application.name")).isEqualTo("hotline1022");
            assertThat(house.getBean(DemoClock.class).instant())
                    .isBetween("2024-09-18T01:00:00Z", "2024-09-18T01:05:00Z");
            assertThat(house.getBean(SmallHouse.class).moves).hasSize(1);
            assertThat(house.getBean(JdbcClient.class)
                            .sql("select count(*) from contact")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
            var mail = new SimpleMailMessage();
            mail.setTo("dan@example.vn");
            mail.setText("Thử");
            house.getBean(JavaMailSender.class).send(mail);
            assertThat(house.getBean(DemoMailServer.class).received("dan@")).hasSize(1);
            LastLook.seen = null;
        }

        assertThat(LastLook.seen)
                .as("the database is there until the last bean has gone")
                .isEqualTo(7);
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
                .isInstanceOf(SQLException.class);
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void asked_to_stop_from_outside_it_goes_down_in_the_same_order() throws Exception {
        var house = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedHouse.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        var output = new ArrayList<String>();
        try (var said = new BufferedReader(new InputStreamReader(house.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                output.add(line);
                if (line.equals("started")) {
                    assertThat(home.resolve("postgres/postmaster.pid")).exists();
                    house.toHandle().destroy(); // SIGTERM; Ctrl-C takes the same way
                }
            }
        } finally {
            house.destroyForcibly().waitFor();
        }

        assertThat(output).contains("started", "seen at the end: 7");
        assertThat(output).noneMatch(line -> line.contains("Exception"));
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_command_line_outweighs_the_files_of_the_demo() {
        try (var house = run(NO_DATABASE, "--logging.level.com.icegreen.greenmail=error")) {
            assertThat(house.getEnvironment().getProperty("logging.level.com.icegreen.greenmail"))
                    .isEqualTo("error");
        }
    }

    @Test
    void a_start_that_fails_leaves_no_server_behind() {
        assertThatThrownBy(() -> run(NO_DATABASE, "--hotline.demo.start=yesterday"))
                .hasRootCauseInstanceOf(java.time.format.DateTimeParseException.class)
                .hasStackTraceContaining("HOTLINE_DEMO_START");

        assertThat(home.resolve("postgres")).exists();
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void where_a_database_is_named_nothing_of_this_exists() throws Exception {
        try (var house = run(
                "--spring.datasource.url=" + TestPostgres.emptyDatabase(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.mail.host=mail.example.vn")) {
            assertThat(house.getEnvironment().getActiveProfiles()).isEmpty();
            assertThat(house.getEnvironment().getPropertySources().contains(EmbeddedDefault.SOURCE))
                    .isFalse();
            assertThat(house.getBeanProvider(DemoMailServer.class).getIfAvailable())
                    .isNull();
            assertThat(house.getBeanProvider(DemoClock.class).getIfAvailable()).isNull();
            assertThat(house.getBeanProvider(java.time.Clock.class).getIfAvailable())
                    .as("the house lives by the database's clock, which is no part of this small one")
                    .isNull();
            try (var files = Files.list(home)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void the_accounts_of_the_demo_never_reach_a_database_of_ones_own() {
        assertThatThrownBy(() -> run(
                        "--spring.datasource.url=jdbc:postgresql://db.example.vn/hotline",
                        "--spring.profiles.active=demo"))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("spring.profiles.active");
    }

    private ConfigurableApplicationContext run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--hotline.demo.data=" + home);
        return new SpringApplicationBuilder(SmallHouse.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(all.toArray(String[]::new));
    }
}
