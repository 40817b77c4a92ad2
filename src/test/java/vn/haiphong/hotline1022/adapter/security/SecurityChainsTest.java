package vn.haiphong.hotline1022.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;
import vn.haiphong.hotline1022.support.Doors;
import vn.haiphong.hotline1022.support.Http;

@Doors.Test
@ExtendWith(OutputCaptureExtension.class)
class SecurityChainsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private Http http;

    @BeforeEach
    void knock() {
        http = new Http(port);
    }

    // Camunda --------------------------------------------------------------------------------------------------------

    @Test
    void camundas_applications_keep_their_own_headers_sessions_and_csrf_protection() {
        var page = http.get("/camunda/app/tasklist/default/");
        var post = http.post("/camunda/api/admin/auth/user/default/login/tasklist", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(post.statusCode()).isEqualTo(200);
        for (var header : List.of("Content-Security-Policy", "X-Frame-Options", "Set-Cookie", "Cache-Control")) {
            assertThat(page.headers().firstValue(header)).as(header).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/api/admin/SETUP/default/user/create",
                "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda;x/api;y/admin;z/setup;jsessionid=1/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/x/../admin/setup/default/user/create",
                "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin\\setup/default/user/create",
                "/x/../camunda/api/admin/setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/%63amunda/api/admin/setup/default/user/create"
            })
    void nobody_makes_himself_an_administrator(String address) {
        for (var method : List.of("POST", "GET")) {
            var answer = http.raw(
                    method + " " + address
                            + " HTTP/1.1\nHost: localhost\nConnection: close\nContent-Type: application/json\n"
                            + "Content-Length: 2\n\n",
                    "{}".getBytes(StandardCharsets.US_ASCII));

            assertThat(answer).matches("(?s)HTTP/1.1 (400|403|404).*").doesNotContain("behind the door");
        }
    }

    @Test
    void what_only_sounds_like_the_setup_stays_open() {
        assertThat(http.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(200);
        assertThat(http.get("/camunda/app/admin/default/setup-help").statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_engines_interface_passes_to_its_own_filter_without_a_session() {
        var answer = http.post("/engine-rest/task", "{}", "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    // Administration -------------------------------------------------------------------------------------------------

    @Test
    void health_is_public_and_says_no_more_than_up() {
        var health = http.get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("components", "PostgreSQL");
    }

    @Test
    void figures_and_clock_are_for_administrators() {
        assertThat(http.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(http.get("/actuator/prometheus", as("operator", "operator")).statusCode())
                .isEqualTo(403);
        assertThat(http.get("/actuator/prometheus", as("admin", "wrong")).statusCode())
                .isEqualTo(401);
        assertThat(http.get("/actuator/prometheus", as("admin", "a\u0000b")).statusCode())
                .isEqualTo(401);
        assertThat(http.get("/actuator/prometheus", as("admin", "x".repeat(5000)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(http.get("/actuator/prometheus", "Authorization", "Basic %%%")
                        .statusCode())
                .isEqualTo(401);
        assertThat(http.get("/actuator/prometheus", as("admin", "admin")).statusCode())
                .isEqualTo(200);
        assertThat(http.get("/actuator/env").statusCode()).isEqualTo(401);
        assertThat(http.get("/actuator").statusCode()).isEqualTo(401);

        assertThat(http.get("/api/demo/clock").statusCode()).isEqualTo(200);
        var refused = http.post("/api/demo/clock", "{}");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(http.post("/api/demo/clock", "{}", as("operator", "operator"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.post("/api/demo/clock", "{}", as("admin", "admin")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void spring_keeps_no_users_of_its_own(CapturedOutput output) {
        assertThat(context.getBeanProvider(UserDetailsService.class).stream()).isEmpty();
        assertThat(output).doesNotContain("Using generated security password");
    }

    // The portal -----------------------------------------------------------------------------------------------------

    @Test
    void the_portals_pages_run_no_foreign_code_and_leave_no_trace() {
        for (var page : List.of(
                http.get("/"),
                http.get("/send"),
                http.get("/my-cases"),
                http.get("/answered"),
                http.get("/limits"),
                http.get("/figures"),
                http.get("/privacy"),
                http.get("/accessibility"),
                http.get("/js/send.js"),
                http.get("/track"),
                http.get("/demo/mailbox"),
                http.get("/nothing"))) {
            assertThat(header(page, "Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                    .contains("frame-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(page, "Set-Cookie")).doesNotContain("JSESSIONID");
        }
        var cookie = header(http.get("/"), "Set-Cookie");
        assertThat(cookie).startsWith("PORTAL-CSRF=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(http.get("/demo/mailbox").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_only_read_cannot_be_written_to_and_what_is_written_needs_its_token() {
        var form = new String[] {"Content-Type", "application/x-www-form-urlencoded"};
        for (var address :
                List.of("/answered", "/limits", "/figures", "/privacy", "/my-cases/x", "/send", "/my-cases")) {
            assertThat(http.post(address, "x=y", form).statusCode()).as(address).isEqualTo(403);
        }
        for (var address : List.of("/js", "/js/../application.yaml", "/messages/portal.properties", "/send/x")) {
            assertThat(http.get(address).statusCode()).as(address).isIn(400, 404);
        }
    }

    @Test
    void styles_may_be_kept_and_unknown_addresses_do_not_exist() {
        var style = http.get("/css/portal.css");

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(header(style, "Cache-Control")).contains("max-age=3600").doesNotContain("no-store");
        assertThat(header(style, "Set-Cookie")).isEmpty();
        for (var address : List.of("/rules-of-nobody", "/templates/portal/send.html", "/application.yaml", "/db")) {
            assertThat(http.get(address).statusCode()).as(address).isEqualTo(404);
        }
        assertThat(http.get("/robots.txt").body()).contains("Disallow: /track");
    }

    // ----------------------------------------------------------------------------------------------------------------

    private static String[] as(String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)};
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    // The map --------------------------------------------------------------------------------------------------------

    @Test
    void a_map_server_gives_pictures_to_the_citizens_pages_and_nothing_else() {
        assertThat(SecurityChains.withPicturesFrom("")).doesNotContain("img-src");
        assertThat(SecurityChains.withPicturesFrom("https://tiles.example.vn:8443/{z}/{x}/{y}.png?key=1"))
                .startsWith("default-src 'self'; ")
                .endsWith("; img-src 'self' https://tiles.example.vn:8443");
    }

    @Test
    void of_the_map_only_what_a_page_needs_is_given_away() {
        assertThat(http.get("/webjars/leaflet/1.9.4/dist/leaflet.js").statusCode())
                .isEqualTo(200);
        assertThat(http.get("/map/hai-phong.geojson").headers().firstValue("Content-Type"))
                .contains("application/geo+json");
        assertThat(http.get("/map/NOTICE.txt").body()).contains("OpenStreetMap", "GeoNames");
        assertThat(http.get("/webjars/leaflet/1.9.4/package.json").statusCode()).isEqualTo(404);
        assertThat(http.get("/webjars/").statusCode()).isEqualTo(404);
    }
}
