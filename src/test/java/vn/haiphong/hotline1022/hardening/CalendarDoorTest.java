package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

@HouseTest
class CalendarDoorTest {

    @Autowired
    House house;

    private Staff staff;

    @BeforeEach
    void staff() {
        staff = new Staff(house);
    }

    @Test
    void only_who_keeps_the_rules_changes_the_calendar_and_hears_a_refusal_in_a_sentence() {
        var path = "/camunda/api/cockpit/plugin/calendar/default";
        var body = "{\"days\":[{\"day\":\"2026-10-03\",\"kind\":\"off\",\"name\":\"Nghỉ\",\"source\":\"QĐ 1\"}]}";

        var refused = staff.loggedIn("ruleadmin", "cockpit").call("POST", path + "/preview", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Ngày 03/10/2026 đã là ngày nghỉ.");
        assertThat(staff.loggedIn("ruleadmin", "cockpit")
                        .call("POST", path + "/preview", "{\"days\":[{\"day\":\"không\"}]}")
                        .status())
                .isEqualTo(400);

        assertThat(staff.loggedIn("manager", "cockpit")
                        .call("GET", path + "/days", null)
                        .json()
                        .path("mayChange")
                        .asBoolean())
                .isFalse();
        assertThat(staff.loggedIn("manager", "cockpit")
                        .call("POST", path + "/preview", body)
                        .status())
                .isEqualTo(403);
        assertThat(staff.loggedIn("manager", "cockpit")
                        .call("POST", path + "/apply", body)
                        .status())
                .isEqualTo(403);
        assertThat(staff.loggedIn("cshpofficer")
                        .call("GET", path + "/days", null)
                        .isRefused())
                .isTrue();
        assertThat(staff.stranger().call("GET", path + "/days", null).isRefused())
                .isTrue();
    }
}
