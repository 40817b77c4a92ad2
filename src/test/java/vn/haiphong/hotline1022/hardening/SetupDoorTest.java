package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Http;

/** CVE-2026-77226: the first-run page of 7.24.0 makes an administrator of whoever knocks when there seems to be none. */
@HouseTest
class SetupDoorTest {

    private static final String INTRUDER = "intruder";
    private static final String BODY = "{\"profile\":{\"id\":\"" + INTRUDER
            + "\",\"firstName\":\"x\",\"lastName\":\"y\"},\"credentials\":{\"password\":\"Intruder-1022!\"}}";

    @Autowired
    House house;

    @AfterEach
    void nobody_came_in() {
        assertThat(house.identity.createUserQuery().userId(INTRUDER).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/default/user/create?x=1",
                "/camunda/api/admin/setup/other/user/create",
                "/camunda/api/admin/setup;x/default/user/create",
                "/camunda/api/admin;a=b/setup/default/user/create",
                "/camunda/api/admin/setup/default;jsessionid=1/user/create",
                "/camunda/;/api/admin/setup/default/user/create",
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda/./api/admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/x/../admin/setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/auth/../setup/default/user/create",
                "/camunda/app/../api/admin/setup/default/user/create",
                "/css/../camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/s%65tup/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/%61pi/admin/setup/default/user/create",
                "/%63amunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin%2Fsetup%2Fdefault/user/create",
                "/camunda/api/admin/setup%2fdefault/user/create",
                "/camunda/api/admin%252fsetup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create",
                "/camunda/api/admin/%2E%2E/admin/setup/default/user/create",
                "/camunda/api/admin/x/%2e%2e/setup/default/user/create",
                "/camunda/api/admin/..;/admin/setup/default/user/create",
                "/camunda/api/admin/x/..;/setup/default/user/create",
                "/camunda/api/admin\\setup/default/user/create",
                "/camunda/api/admin%5csetup/default/user/create",
                "/camunda/api/admin/setup%00/default/user/create",
                "/camunda/api/admin/setup%20/default/user/create",
                "/camunda/api/admin/setup%09/default/user/create",
                "/camunda/api/ADMIN/SETUP/default/user/create",
                "/camunda/api/admin/Setup/default/user/create",
                "/CAMUNDA/api/admin/setup/default/user/create",
                "/camunda/api/admin/%c0%afsetup/default/user/create",
                "/camunda/api/admin/setup/default/%75ser/create",
                "/camunda/api/admin/s%u0065tup/default/user/create"
            })
    void the_door_stays_shut_however_it_is_written(String path) {
        assertShut(path);
    }

    @Test
    void it_stays_shut_when_there_is_no_administrator_at_all() {
        var administrators = house.identity
                .createUserQuery()
                .memberOfGroup(Groups.CAMUNDA_ADMIN)
                .list();
        assertThat(administrators).isNotEmpty();
        administrators.forEach((User user) -> house.identity.deleteMembership(user.getId(), Groups.CAMUNDA_ADMIN));
        try {
            assertShut("/camunda/api/admin/setup/default/user/create");
            assertShut("/camunda/api/admin/setup;x/default/user/create");
            assertShut("/camunda/api/admin//setup/default/user/create");
            assertShut("/camunda/api/admin/%73etup/default/user/create");
        } finally {
            administrators.forEach((User user) -> house.identity.createMembership(user.getId(), Groups.CAMUNDA_ADMIN));
        }
    }

    @Test
    void a_browser_with_its_token_finds_it_shut_as_well() {
        var staff = new Staff(house);

        assertThat(staff.stranger()
                        .call("POST", "/camunda/api/admin/setup/default/user/create", BODY)
                        .status())
                .isIn(403, 404);
        assertThat(staff.loggedIn("admin", "admin")
                        .call("POST", "/camunda/api/admin/setup/default/user/create", BODY)
                        .status())
                .isIn(403, 404);
    }

    /** Sent byte by byte, since a proper client would tidy the address up; with a session and its token, as a browser has. */
    private void assertShut(String path) {
        var page = raw("GET /camunda/app/welcome/default/ HTTP/1.1\nHost: localhost\nConnection: close\n\n", "");
        var session = between(page, "JSESSIONID=", ";");
        var token = between(page, "XSRF-TOKEN=", ";");
        var answer = raw(
                "POST " + path + " HTTP/1.1\nHost: localhost\nConnection: close\nContent-Type: application/json\n"
                        + "Cookie: JSESSIONID=" + session + "; XSRF-TOKEN=" + token + "\nX-XSRF-TOKEN: " + token
                        + "\nContent-Length: " + BODY.length() + "\n\n",
                BODY);

        assertThat(status(answer)).as(path + "\n" + answer).isIn(400, 401, 403, 404, 405);
        assertThat(house.identity.createUserQuery().userId(INTRUDER).count())
                .as(path)
                .isZero();
    }

    private String raw(String head, String body) {
        return new Http(Integer.parseInt(house.url("").replaceAll(".*:", "")))
                .raw(head, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private static String between(String text, String from, String to) {
        var start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }
}
