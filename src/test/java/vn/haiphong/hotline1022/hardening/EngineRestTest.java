package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Http;

/** As shipped the engine's door for programs stands open to everybody; here it asks everybody for a password. */
@HouseTest
class EngineRestTest {

    @Autowired
    House house;

    Http http;

    @BeforeEach
    void door() {
        http = new Http(Integer.parseInt(house.url("").replaceAll(".*:", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest/engine",
                "/engine-rest/engine/",
                "/engine-rest/engine/default",
                "/engine-rest/engine/default/task",
                "/engine-rest/version",
                "/engine-rest/task",
                "/engine-rest/task/count",
                "/engine-rest/identity/groups",
                "/engine-rest/identity/password-policy",
                "/engine-rest/user",
                "/engine-rest/metrics",
                "/engine-rest/telemetry/data",
                "/engine-rest/schema/log",
                "/engine-rest/openapi.json",
                "/engine-rest/application.wadl",
                "/engine-rest/no-such-thing",
                "/engine-rest/filter",
                "/engine-rest//task",
                "/engine-rest/;/task",
                "/engine-rest;x=y/task",
                "/engine-rest/task;x=y",
                "/engine-rest/./task",
                "/engine-rest/x/../task",
                "/engine-rest/%74ask",
                "/%65ngine-rest/task",
                "/engine%2drest/task",
                "/engine-rest%2ftask",
                "//engine-rest/task",
                "/./engine-rest/task",
                "/css/../engine-rest/task",
                "/css/..;/engine-rest/task",
                "/engine-rest/engine;/default/task",
                "/ENGINE-REST/task",
                "/engine-rest/engine/default/engine"
            })
    void nothing_of_it_is_open_to_strangers(String path) {
        for (var method : new String[] {"GET", "POST", "OPTIONS", "HEAD", "PUT", "DELETE", "PATCH", "TRACE"}) {
            var answer = raw(method, path, "");

            assertThat(status(answer)).as(method + " " + path + "\n" + answer).isIn(400, 401, 403, 404, 405);
            assertThat(answer).doesNotContain("\"name\":\"default\"", "[]", "\"count\"", "7.24");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/engine", "/engine-rest/task", "/engine-rest/version", "/engine-rest/user"})
    void a_plain_request_is_asked_for_a_password(String path) {
        var answer = raw("GET", path, "");

        assertThat(status(answer)).isEqualTo(401);
        assertThat(answer).containsIgnoringCase("WWW-Authenticate: Basic");
    }

    @Test
    void the_right_password_opens_it_and_leaves_nothing_behind() {
        var answer = raw("GET", "/engine-rest/task/count", authorization("operator:operator"));

        assertThat(status(answer)).isEqualTo(200);
        assertThat(answer).contains("{\"count\":").doesNotContainIgnoringCase("Set-Cookie");
        assertThat(raw("GET", "/engine-rest/task/count", "")).doesNotContainIgnoringCase("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operator:wrong",
                "operator:",
                "operator",
                ":operator",
                ":",
                "",
                "nobody:nobody",
                "OPERATOR:operator",
                " operator:operator",
                "operator :operator",
                "operator%:operator",
                "oper_tor:operator",
                "' or '1'='1:x",
                "operator' --:operator",
                "operator\u0000:operator",
                "operator\n:operator",
                "${currentUser()}:x",
                "điều phối:điều phối",
                "../admin:admin",
                "system:",
                "null:null"
            })
    void what_is_not_an_account_stays_outside(String userAndPassword) {
        var answer = raw("GET", "/engine-rest/task/count", authorization(userAndPassword));

        assertThat(status(answer)).as(answer).isEqualTo(401);
        assertThat(answer).doesNotContain("Exception", ".java:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic ", "Basic !!!!", "Basic =", "Bearer abc", "basic", "Digest username=\"operator\""
            })
    void a_header_that_makes_no_sense_opens_nothing(String header) {
        var answer = raw("GET", "/engine-rest/task/count", "Authorization: " + header + "\n");

        assertThat(status(answer)).as(answer).isIn(400, 401);
        assertThat(answer).doesNotContain("Exception", ".java:", "\"count\"");
    }

    @Test
    void endless_names_and_passwords_are_not_looked_up() {
        var endless = "x".repeat(3_000);

        assertThat(status(raw("GET", "/engine-rest/task/count", authorization(endless + ":x"))))
                .isEqualTo(401);
        assertThat(status(raw("GET", "/engine-rest/task/count", authorization("operator:" + endless))))
                .isEqualTo(401);
    }

    @Test
    void a_session_of_the_webapps_is_no_password() {
        var browser = new Staff(house).loggedIn("admin", "tasklist");

        assertThat(browser.call("GET", "/engine-rest/task/count", null).status())
                .isEqualTo(401);
    }

    private String raw(String method, String path, String headers) {
        return http.raw(
                method + " " + path + " HTTP/1.1\nHost: localhost\nConnection: close\nContent-Length: 0\n" + headers
                        + "\n",
                new byte[0]);
    }

    private static String authorization(String userAndPassword) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    @Test
    void what_lacks_its_contents_is_a_bad_request_not_a_failure() {
        var staff = new Staff(house);
        for (var address : java.util.List.of(
                "/migration/execute",
                "/migration/executeAsync",
                "/migration/validate",
                "/process-instance/delete",
                "/modification/execute",
                "/message")) {
            for (var body : new String[] {"null", "{}", ""}) {
                var answer = staff.post("admin", address, body);
                assertThat(answer.status())
                        .as(address + " " + body + answer.body())
                        .isBetween(400, 499);
                assertThat(answer.body()).doesNotContain("NullPointerException");
            }
        }
        assertThat(staff.get("admin", "/metrics").status()).isEqualTo(400);
        assertThat(staff.rest("admin", "POST", "/deployment/create", "", "multipart/form-data; boundary=x")
                        .status())
                .isBetween(400, 499);
        assertThat(staff.rest("admin", "POST", "/deployment/create", "--x--\r\n", "multipart/form-data; boundary=x")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void a_missing_right_is_said_in_one_vietnamese_sentence() {
        var staff = new Staff(house);
        for (var address : java.util.List.of("/user/operator", "/group/operators", "/authorization/x")) {
            var answer = staff.rest("cshpofficer", "DELETE", address, null);
            assertThat(answer.status()).as(address).isIn(403, 404);
            assertThat(answer.body()).doesNotContain("does not have", "permission");
        }
        var answer = staff.rest("operator", "DELETE", "/user/cshpofficer", null);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("message").asText()).isEqualTo("Tài khoản này không có quyền làm việc đó.");
    }
}
