package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** Who comes in at the pages of the tables, and with what: every address they have is tried, also those added later. */
@HouseTest
@Tag("A-42")
class RulesDoorTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String LIMITS = "handling-deadline";

    @Autowired
    House house;

    @Autowired
    DraftRules draft;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping addresses;

    private Staff staff;
    private long id;

    @BeforeEach
    void aDraft() {
        staff = new Staff(house);
        id = house.as("ruleadmin", () -> draft.open(LIMITS, "Đề nghị của Sở Xây dựng"));
    }

    @AfterEach
    void nothingWaits() {
        if (draft.find(id).state() == State.draft) {
            house.as("ruleadmin", () -> {
                draft.withdraw(id);
                return null;
            });
        }
    }

    /** With what stands in braces put in, and what they ask for. */
    private List<String> doors(RequestMethod method) {
        var found = new ArrayList<String>();
        addresses.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(method))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/rules") && !path.equals("/rules/login"))
                .map(path -> path.replace("{id}", Long.toString(id))
                        .replace("{key}", LIMITS)
                        .replace("{number}", "1"))
                .map(path -> path.equals("/rules/compare") ? path + "?table=" + LIMITS + "&from=1&to=1" : path)
                .forEach(found::add);
        return found;
    }

    private boolean isForEditorsOnly(String path) {
        return path.endsWith("/edit");
    }

    @Test
    void the_test_knows_the_doors() {
        assertThat(doors(RequestMethod.GET))
                .contains(
                        "/rules", "/rules/tables/" + LIMITS, "/rules/changes/" + id, "/rules/changes/" + id + "/edit");
        assertThat(doors(RequestMethod.POST))
                .contains("/rules/changes", "/rules/changes/" + id + "/save", "/rules/changes/" + id + "/rollback");
    }

    @Test
    void a_stranger_is_asked_to_log_in_and_changes_nothing() {
        var stranger = staff.stranger();
        for (var door : doors(RequestMethod.GET)) {
            var answer = stranger.at("GET", door, null, JSON);
            assertThat(answer.status()).as(door).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .as(door)
                    .contains("/rules/login");
        }
        for (var door : doors(RequestMethod.POST)) {
            assertThat(stranger.at("POST", door, "", FORM).status()).as(door).isIn(302, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "coordinator", "cshpofficer", "cshpleader"})
    void who_has_nothing_to_do_with_the_tables_sees_nothing_of_them(String user) {
        var somebody = staff.loggedIn(user, "tasklist");
        for (var door : doors(RequestMethod.GET)) {
            var answer = somebody.at("GET", door, null, JSON);
            assertThat(answer.isRefused()).as(door + ": " + answer.status()).isTrue();
            assertThat(answer.body()).as(door).doesNotContain("Sở Xây dựng");
        }
        for (var door : doors(RequestMethod.POST)) {
            assertThat(somebody.at("POST", door, "", FORM).status()).as(door).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "admin", "ruleapprover"})
    void managers_administrators_of_the_system_and_approvers_look_and_draft_nothing(String user) {
        var looker = staff.loggedIn(user, "cockpit");
        for (var door : doors(RequestMethod.GET)) {
            var status = looker.at("GET", door, null, JSON).status();
            if (isForEditorsOnly(door)) {
                assertThat(status).as(door).isEqualTo(403);
            } else {
                // Whoever may look comes in, even where there is nothing to show of this draft or something is missing.
                assertThat(status).as(door).isIn(200, 302, 400, 404);
            }
        }
        for (var door : List.of("/rules", "/rules/tables/" + LIMITS, "/rules/changes/" + id)) {
            assertThat(looker.at("GET", door, null, JSON).status()).as(door).isEqualTo(200);
        }
        for (var door : doors(RequestMethod.POST)) {
            if (user.equals("ruleapprover") && door.endsWith("/rollback")) {
                continue;
            }
            assertThat(looker.at("POST", door, "", FORM).status()).as(door).isEqualTo(403);
        }
        assertThat(draft.find(id).state()).isEqualTo(State.draft);
    }

    @Test
    void an_approver_may_go_back_where_there_is_something_to_go_back_from() {
        var answer = staff.loggedIn("ruleapprover", "cockpit")
                .at("POST", "/rules/changes/" + id + "/rollback", "reason=Sai", FORM);

        assertThat(answer.status()).as("comes in, and is told why not").isEqualTo(302);
        assertThat(draft.find(id).state()).isEqualTo(State.draft);
    }

    @Test
    void nothing_is_changed_without_the_token_of_the_page() {
        var admin = staff.loggedIn("ruleadmin", "cockpit");
        for (var door : doors(RequestMethod.POST)) {
            assertThat(admin.callWithoutToken("POST", door, "{}").status())
                    .as(door)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_logout_at_cockpit_is_one_here() {
        var admin = staff.newlyLoggedIn("ruleadmin", "cockpit");
        assertThat(admin.at("GET", "/rules", null, JSON).status()).isEqualTo(200);

        admin.call("POST", "/camunda/api/admin/auth/user/default/logout", null);

        assertThat(admin.at("GET", "/rules", null, JSON).status()).isEqualTo(302);
    }

    @Test
    void the_editor_runs_no_text_as_a_program_and_nobody_else_shows_it() {
        var head = staff.loggedIn("ruleadmin", "cockpit")
                .at("GET", "/rules/changes/" + id + "/edit", null, JSON)
                .headers();

        assertThat(head.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval")
                .doesNotContain("script-src");
        assertThat(staff.stranger()
                        .at("GET", "/rules/assets/vendor/dmn-js-17.10.2/LICENSE", null, JSON)
                        .status())
                .isEqualTo(200);
    }

    private Staff.Answer sent(String what, String body) {
        return staff.loggedIn("ruleadmin", "cockpit").at("POST", "/rules/changes/" + id + "/" + what, body, JSON);
    }

    @Test
    void who_saves_second_hears_who_was_first_joins_and_loses_nothing() throws IOException {
        var read = draft.find(id).dmn();
        var theirs = read.replaceFirst("\"wall PT5M\"", "\"wall PT6M\"");
        var mine = read.replaceFirst("\"working PT4H\"", "\"working PT3H\"");
        assertThat(theirs).isNotEqualTo(read);
        assertThat(mine).isNotEqualTo(read);
        var first = sent("save", Staff.json(Map.of("revision", 1, "dmn", theirs, "reason", "Lý do")));
        assertThat(first.status()).as(first.body()).isEqualTo(200);

        var second = sent("save", Staff.json(Map.of("revision", 1, "dmn", mine, "reason", "Lý do")));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("message").asText()).contains("đã lưu bản khác lúc");

        var joined = sent("join", Staff.json(Map.of("base", read, "mine", mine)));
        assertThat(joined.status()).as(joined.body()).isEqualTo(200);
        assertThat(joined.json().path("conflicts")).isEmpty();
        var dmn = joined.json().path("dmn").asText();
        assertThat(dmn).contains("wall PT6M").contains("working PT3H");

        assertThat(sent("save", Staff.json(Map.of("revision", 2, "dmn", dmn, "reason", "Lý do")))
                        .status())
                .isEqualTo(200);

        var beside = sent("beside", Staff.json(Map.of("dmn", mine, "reason", "Của tôi")));
        var own = draft.find(beside.json().path("id").asLong());
        assertThat(own.baseVersion()).isEqualTo(draft.find(id).baseVersion());
        assertThat(own.dmn()).isEqualTo(mine);
    }

    @Test
    void hostile_and_foreign_files_are_refused_with_a_sentence() throws IOException {
        var table = Files.readString(Path.of("dmn", LIMITS + ".dmn"));
        var entity = table.replaceFirst(
                "<definitions", "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><definitions");
        var refused = Map.of(
                entity,
                "không phải là DMN",
                Files.readString(Path.of("dmn/escalation-ladder.dmn")),
                "bản nháp là bảng",
                "PK\u0003\u0004rác",
                "XLSX",
                "<html></html>",
                "đúng một bảng",
                table.replaceFirst("<decision ", "<description>" + "a".repeat(5_100_000) + "</description><decision "),
                "lớn",
                " ".repeat(12_100_000),
                "lớn");

        refused.forEach((file, says) -> {
            var answer = staff.loggedIn("ruleadmin", "cockpit")
                    .at("POST", "/rules/changes/" + id + "/import", file, "application/octet-stream");
            assertThat(answer.status()).as(says).isEqualTo(400);
            assertThat(answer.json().path("message").asText()).contains(says);
        });
        assertThat(sent("save", "{").status()).isEqualTo(400);
        assertThat(sent("words", "{\"inputs\":[],\"outputs\":[],\"tests\":[\"a\"],\"results\":[]}")
                        .status())
                .isEqualTo(400);
        assertThat(sent("save", "null").status()).isEqualTo(400);
        assertThat(sent("check", "{}").status()).isEqualTo(400);
    }

    @Test
    void a_table_that_comes_back_from_an_office_shows_what_it_would_change_and_changes_nothing() {
        var admin = staff.loggedIn("ruleadmin", "cockpit");
        var file = draft.find(id).dmn().replaceFirst("\"wall PT5M\"", "\"wall PT7M\"");

        var answer = admin.at("POST", "/rules/changes/" + id + "/import", file, "application/octet-stream");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("rows")).hasSize(1);
        assertThat(draft.find(id).revision()).isEqualTo(1);
        assertThat(admin.at("GET", "/rules/changes/" + id + "/xlsx", null, JSON).status())
                .isEqualTo(200);
    }
}
