package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** Who may ask the board's questions (Giả định A-33), each at each of its doors. */
@HouseTest
class BoardRightsTest {

    private static final String BOARD = "/camunda/api/cockpit/plugin/board/default/";
    private static final List<String> QUESTIONS = List.of(
            "filters",
            "late",
            "late?format=csv",
            "late/list",
            "late/list?format=xlsx",
            "rates",
            "rates?format=csv",
            "results",
            "results?format=xlsx",
            "activities?definition=petition-handling",
            "activities/places?definition=petition-handling&activity=callActivity_assignPetition",
            "record?code={code}",
            "reports?month=2024-09",
            "reports?month=2024-09&format=xlsx",
            "reports?month=2024-09&format=pdf");

    /** It names people who were not told. */
    @Autowired
    House house;

    Staff staff;
    String code;

    @BeforeEach
    void open() {
        staff = new Staff(house);
        code = new Cases(house).petition();
    }

    private Staff.Answer ask(Staff.Browser browser, String question) {
        return browser.call("GET", BOARD + question.replace("{code}", code), null);
    }

    private List<String> questionsOfManagers() {
        return List.of("proof?from=" + lately(), "proof?format=csv", "proof?format=xlsx", "proof?format=pdf");
    }

    /** Other tests let weeks pass in this house. */
    private LocalDate lately() {
        return LocalDate.ofInstant(house.now(), WorkingCalendar.OFFICE).minusDays(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "coordinator", "admin"})
    void managers_coordinators_and_administrators_get_an_answer(String user) {
        var browser = staff.loggedIn(user, "welcome");

        assertThat(QUESTIONS)
                .allSatisfy(question ->
                        assertThat(ask(browser, question).status()).as(question).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "cshpfocal", "cshpofficer", "cshpleader", "ruleadmin", "ruleapprover"})
    void nobody_else_of_the_staff_does(String user) {
        var browser = staff.loggedIn(user, "welcome");

        assertThat(QUESTIONS).allSatisfy(question -> {
            var answer = ask(browser, question);
            assertThat(answer.status()).as(question).isEqualTo(403);
            assertThat(answer.body()).doesNotContain(code);
        });
        assertThat(issue(browser).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "admin"})
    void managers_and_administrators_have_it_proven_that_everybody_was_told(String user) {
        var browser = staff.loggedIn(user, "welcome");

        assertThat(questionsOfManagers())
                .allSatisfy(question ->
                        assertThat(ask(browser, question).status()).as(question).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coordinator",
                "operator",
                "cshpfocal",
                "cshpofficer",
                "cshpleader",
                "vpubleader",
                "ruleadmin",
                "ruleapprover"
            })
    void nobody_else_has(String user) {
        var browser = staff.loggedIn(user, "welcome");

        assertThat(questionsOfManagers()).allSatisfy(question -> {
            var answer = ask(browser, question);
            assertThat(answer.status()).as(question).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("@");
        });
    }

    @Test
    void a_proof_only_reads() {
        var browser = staff.loggedIn("manager", "welcome");
        ask(browser, "proof?from=" + lately()); // reads the ladder once, which is kept as history
        var before = writes();

        for (var question : questionsOfManagers()) {
            ask(browser, question);
        }

        assertThat(writes()).isEqualTo(before);
        assertThat(browser.form(BOARD + "proof", "from=" + lately()).status()).isEqualTo(405);
    }

    /** What a run of the work would leave behind. */
    private List<Long> writes() {
        return List.of("notice", "petition_event", "deadline", "notice_window", "act_hi_decinst", "act_ru_job").stream()
                .map(table -> house.jdbc
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    @Test
    void a_stranger_is_not_even_heard() {
        var browser = staff.stranger();

        assertThat(QUESTIONS)
                .allSatisfy(question ->
                        assertThat(ask(browser, question).status()).as(question).isEqualTo(401));
        assertThat(questionsOfManagers())
                .allSatisfy(question ->
                        assertThat(ask(browser, question).status()).as(question).isEqualTo(401));
    }

    @Test
    void coordinators_read_and_do_not_issue() {
        assertThat(issue(staff.loggedIn("coordinator", "welcome")).status()).isEqualTo(403);
        assertThat(house.jdbc
                        .sql("select count(*) from report_issue")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void no_other_site_makes_a_manager_issue() {
        // Not the session of the other tests: a request without its token may cost a session.
        var answer =
                staff.newlyLoggedIn("manager", "welcome").callWithoutToken("POST", BOARD + "reports", "month=2024-08");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void what_is_asked_wrongly_is_refused_in_words() {
        var manager = staff.loggedIn("manager", "cockpit");

        for (var question : List.of(
                "late?level=x",
                "late/list?which=x",
                "rates?from=x",
                "rates?from=2024-10-01&to=2024-09-01",
                "results?lateness=x",
                "results?page=x",
                "proof?from=x",
                "proof?from=2999-01-01",
                "proof?from=2020-01-01",
                "proof?minutes=0",
                "reports?month=x",
                "reports")) {
            assertThat(ask(manager, question).status()).as(question).isEqualTo(400);
            assertThat(ask(manager, "filters").status()).as("after " + question).isEqualTo(200);
        }
        assertThat(ask(manager, "late/list?sort=due_at;drop&desc=true&page=-1&size=9999")
                        .status())
                .isEqualTo(200);
        assertThat(ask(manager, "record?code=HP0").status()).isEqualTo(404);
        assertThat(ask(manager, "reports?month=2024-09&edition=9").status()).isEqualTo(404);
        assertThat(ask(manager, "filters").status()).isEqualTo(200);
        assertThat(ask(manager, "activities?definition=none").status()).isEqualTo(404);
        assertThat(ask(manager, "filters").status())
                .as("a refusal must not cost the session")
                .isEqualTo(200);
    }

    @Test
    void what_a_browser_gets_without_a_login_holds_no_figures() {
        var plugin = staff.stranger().call("GET", "/camunda/api/cockpit/plugin/board/static/app/plugin.js", null);

        assertThat(plugin.status()).isEqualTo(200);
        assertThat(plugin.body()).doesNotContain("HP1022-").doesNotContain("password");
    }

    private Staff.Answer issue(Staff.Browser browser) {
        return browser.form(BOARD + "reports", "month=2024-08&edition=1");
    }
}
