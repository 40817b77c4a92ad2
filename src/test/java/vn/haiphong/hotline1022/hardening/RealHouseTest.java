package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.Hotline1022;
import vn.haiphong.hotline1022.support.TestPostgres;

/** The house as the city would start it, with a database of its own: nothing of the demo is there, passwords are long. */
@Tag("house")
@Tag("alone")
class RealHouseTest {

    private static final String ADMIN_PASSWORD = "một mật khẩu thật dài";
    private static ConfigurableApplicationContext house;
    private static TestRestTemplate admin;

    @BeforeAll
    static void start() {
        house = new SpringApplicationBuilder(Hotline1022.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + TestPostgres.emptyDatabase(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=1",
                        "--hotline.admin.password=" + ADMIN_PASSWORD);
        admin = as("admin", ADMIN_PASSWORD);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngan", "123456789", "lan.so.xay.dung"})
    void a_password_that_is_easily_guessed_is_refused_in_a_sentence(String password) {
        var answer = create("lan", password);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("Mật khẩu phải dài ít nhất 10 ký tự");
        assertThat(users("lan")).isZero();
    }

    @Test
    void a_long_password_is_kept_as_a_hash_that_costs_a_guesser_dearly_and_opens_the_door() {
        assertThat(create("huong", "thuyền buồm trên sông Cấm").getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(house.getBean(JdbcClient.class)
                        .sql("select pwd_ from act_id_user where id_ = 'huong'")
                        .query(String.class)
                        .single())
                .startsWith("{PBKDF2-SHA256}600000$");
        assertThat(enter("huong", "thuyền buồm trên sông Cấm")).isEqualTo(HttpStatus.OK);
        assertThat(enter("huong", "thuyền buồm trên sông Đà")).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "manager", "tnhpofficer", "demo"})
    void no_account_of_the_demo_is_known(String user) {
        assertThat(enter(user, user)).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(users(user)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/demo/clock", "/demo/mail"})
    void no_door_of_the_demo_exists(String path) {
        assertThat(admin.getForEntity(path, String.class).getStatusCode().is2xxSuccessful())
                .isFalse();
        assertThat(admin.postForEntity(path, Map.of("advance", "PT1H"), String.class)
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
    }

    private static ResponseEntity<String> create(String user, String password) {
        return admin.postForEntity(
                "/engine-rest/user/create",
                Map.of(
                        "profile",
                        Map.of("id", user, "firstName", "Lan", "lastName", "Nguyễn"),
                        "credentials",
                        Map.of("password", password)),
                String.class);
    }

    /** Passwords may be Vietnamese; RFC 7617 sends them as UTF-8. */
    private static TestRestTemplate as(String user, String password) {
        return new TestRestTemplate(new RestTemplateBuilder()
                .rootUri("http://localhost:" + house.getEnvironment().getProperty("local.server.port"))
                .basicAuthentication(user, password, StandardCharsets.UTF_8));
    }

    private static HttpStatus enter(String user, String password) {
        return (HttpStatus) as(user, password)
                .getForEntity("/engine-rest/task/count", String.class)
                .getStatusCode();
    }

    private static long users(String id) {
        return house.getBean(JdbcClient.class)
                .sql("select count(*) from act_id_user where id_ = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
