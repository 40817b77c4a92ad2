package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.hardening.Staff.Answer;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** CVE-2026-109432: 7.24.0 runs code that anybody with a login hides in a query. */
@HouseTest
class ExpressionsInQueriesTest {

    private static final List<String> FIELDS = List.of(
            "assigneeExpression",
            "assigneeLikeExpression",
            "ownerExpression",
            "candidateUserExpression",
            "candidateGroupExpression",
            "candidateGroupsExpression",
            "involvedUserExpression",
            "processInstanceBusinessKeyExpression",
            "processInstanceBusinessKeyLikeExpression",
            "createdOnExpression",
            "createdBeforeExpression",
            "createdAfterExpression",
            "updatedAfterExpression",
            "dueDateExpression",
            "dueBeforeExpression",
            "dueAfterExpression",
            "followUpDateExpression",
            "followUpBeforeExpression",
            "followUpBeforeOrNotExistentExpression",
            "followUpAfterExpression");

    @Autowired
    House house;

    @Autowired
    FilterService filters;

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    Staff staff;
    int made;

    @BeforeEach
    void count() {
        staff = new Staff(house);
        made = Probe.MADE.get();
    }

    @AfterEach
    void nothing_was_evaluated() {
        assertThat(Probe.MADE).hasValue(made);
    }

    @Test
    void the_probe_would_be_seen() {
        configuration
                .getCommandExecutorTxRequired()
                .execute(context -> new JuelExpressionManager()
                        .createExpression(Probe.EXPRESSION)
                        .getValue(null));

        assertThat(Probe.MADE.getAndSet(made)).isEqualTo(made + 1);
    }

    static Stream<Arguments> queries() {
        return FIELDS.stream()
                .flatMap(field -> Stream.of(
                        Arguments.of(field, "top", Staff.json(Map.of(field, Probe.EXPRESSION))),
                        Arguments.of(
                                field, "or", Staff.json(Map.of("orQueries", List.of(Map.of(field, Probe.EXPRESSION))))),
                        Arguments.of(
                                field,
                                "second or",
                                Staff.json(Map.of(
                                        "name",
                                        "x",
                                        "orQueries",
                                        List.of(
                                                Map.of("assignee", "demo"),
                                                Map.of("name", "x", field, Probe.EXPRESSION)))))));
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("queries")
    void no_query_runs_an_expression(String field, String where, String query) {
        assertRefused(staff.post("tnhpofficer", "/task", query));
        assertRefused(staff.post("tnhpofficer", "/task/count", query));
        assertRefused(staff.post("tnhpofficer", "/filter/" + filter("Việc mới") + "/list", query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "count", "singleResult"})
    void a_filter_runs_no_expression_that_is_added_to_it(String what) {
        var query = orQuery(Probe.EXPRESSION);
        var path = "/filter/" + filter("Việc của tôi") + "/" + what;

        assertRefused(staff.post("operator", path, query));
        assertRefused(staff.loggedIn("operator", "tasklist")
                .call("POST", "/camunda/api/engine/engine/default" + path, query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "tnhpofficer", "coordinator", "admin"})
    void the_browser_s_door_runs_none_either(String user) {
        var browser = staff.loggedIn(user, "tasklist");

        assertRefused(browser.call("POST", "/camunda/api/engine/engine/default/task", orQuery(Probe.EXPRESSION)));
        assertRefused(browser.call("POST", "/camunda/api/engine/engine/default/task/count", orQuery(Probe.EXPRESSION)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser().getClass()}",
                "${currentUser()}${now()}",
                "${now().getClass().getClassLoader()}",
                "${dateTime().plusDays(1).getClass()}",
                "#{currentUser()}",
                "${sendReplyDelegate}",
                "${currentUser() == 'admin' ? 'a' : 'b'}",
                "${''.class}",
                "${nextDeadlineMark}",
                "text"
            })
    void only_a_handful_of_expressions_is_known_to_queries(String expression) {
        assertRefused(staff.post("operator", "/task", orQuery(expression)));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void not_even_an_administrator_saves_a_filter_with_one(String field, String where, String query) {
        var name = "Thử " + field + where;
        var body = "{\"resourceType\":\"Task\",\"name\":\"" + name + "\",\"query\":" + query + ",\"properties\":{}}";

        assertRefused(staff.post("admin", "/filter/create", body));
        assertRefused(staff.rest("admin", "PUT", "/filter/" + filter("Việc mới"), body));

        assertThat(filters.createFilterQuery().filterName(name).count()).isZero();
    }

    @Test
    void a_filter_that_came_into_the_database_another_way_is_refused_when_it_is_opened() {
        var id = filters.saveFilter(filters.newTaskFilter("Từ nơi khác")
                        .setQuery(house.tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")))
                .getId();
        try {
            var stored = house.jdbc
                    .sql("select query_ from act_ru_filter where id_ = ?")
                    .param(id)
                    .query(String.class)
                    .single();
            assertThat(stored).contains("${currentUser()}");
            house.jdbc
                    .sql("update act_ru_filter set query_ = ? where id_ = ?")
                    .params(stored.replace("${currentUser()}", Probe.EXPRESSION), id)
                    .update();

            assertRefused(staff.get("admin", "/filter/" + id + "/list"));
            assertRefused(staff.get("admin", "/filter/" + id + "/count"));
        } finally {
            filters.deleteFilter(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Việc mới", "Việc của tôi", "Sắp đến hạn", "Quá hạn"})
    void the_queues_of_the_house_open(String queue) {
        for (var user : List.of("operator", "coordinator", "tnhpofficer")) {
            assertThat(staff.get(user, "/filter/" + filter(queue) + "/count")
                            .json()
                            .get("count")
                            .isInt())
                    .isTrue();
            assertThat(staff.get(user, "/filter/" + filter(queue) + "/list")
                            .json()
                            .isArray())
                    .isTrue();
            var opened = staff.loggedIn(user, "tasklist")
                    .call(
                            "POST",
                            "/camunda/api/engine/engine/default/filter/" + filter(queue)
                                    + "/list?firstResult=0&maxResults=15",
                            "{}");
            assertThat(opened.status()).as(user + ": " + opened.body()).isEqualTo(200);
        }
    }

    @Test
    void the_queues_hold_what_they_promise() {
        var cases = new Cases(house);
        var fresh = cases.at("TNHP", cases.petition());
        var mine = cases.at("TNHP", cases.petition());
        house.as("tnhpofficer", () -> {
            house.tasks.claim(mine.getId(), "tnhpofficer");
            return null;
        });

        assertThat(idsIn("Việc mới")).contains(fresh.getId()).doesNotContain(mine.getId());
        assertThat(idsIn("Việc của tôi")).contains(mine.getId()).doesNotContain(fresh.getId());
        assertThat(idsIn("Sắp đến hạn")).contains(fresh.getId(), mine.getId());
        assertThat(idsIn("Quá hạn")).doesNotContain(fresh.getId(), mine.getId());
    }

    private List<String> idsIn(String queue) {
        var list =
                staff.get("tnhpofficer", "/filter/" + filter(queue) + "/list").json();
        return StreamSupport.stream(list.spliterator(), false)
                .map((JsonNode task) -> task.get("id").asText())
                .toList();
    }

    private String filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult().getId();
    }

    private static String orQuery(String expression) {
        return Staff.json(Map.of("orQueries", List.of(Map.of("assigneeExpression", expression))));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("\\tat ", ".java:");
    }
}
