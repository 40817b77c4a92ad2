package vn.haiphong.hotline1022.process.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** CVE-2026-109432: engine 7.24.0 evaluates expressions inside "orQueries" for anybody with a login. */
@HouseTest
class QueryExpressionsTest {

    private static final String MARK = "hotline.test.expression.ran";

    @Autowired
    House house;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
                        + ".invoke(null, '" + MARK + "', 'yes')}",
                "${dateTime().getClass().forName('java.lang.System').getProperties().setProperty('" + MARK
                        + "', 'yes')}",
                "${sendReplyDelegate}",
                "${1 + 1}",
                "#{currentUser()}"
            })
    void no_expression_of_a_stranger_is_evaluated_however_deep_in_a_query(String expression) {
        System.clearProperty(MARK);

        var answer = ask("operator", Map.of("orQueries", List.of(Map.of("assigneeExpression", expression))));

        assertThat(answer.getStatusCode().isError()).isTrue();
        assertThat(System.getProperty(MARK)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${currentUser()}", "${''.getClass()}"})
    void at_the_top_of_a_query_nobody_may_write_expressions_at_all(String expression) {
        assertThat(ask("operator", Map.of("assigneeExpression", expression))
                        .getStatusCode()
                        .isError())
                .isTrue();
    }

    @Test
    void a_query_without_expressions_is_answered() {
        var answer = ask("operator", Map.of("orQueries", List.of(Map.of("assignee", "operator"))));

        assertThat(answer.getStatusCode().is2xxSuccessful()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "coordinator", "manager", "ruleadmin", "tnhpleader"})
    void nobody_but_administrators_saves_a_filter(String user) {
        var answer = send(user, "/engine-rest/filter/create", filter("${currentUser()}"));

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
    }

    @Test
    void not_even_an_administrator_saves_a_filter_that_would_run_code() {
        var answer = send("admin", "/engine-rest/filter/create", filter("${''.getClass()}"));

        assertThat(answer.getStatusCode().isError()).isTrue();
    }

    private static Map<String, Object> filter(String expression) {
        return Map.of(
                "resourceType",
                "Task",
                "name",
                "thử",
                "properties",
                Map.of(),
                "query",
                Map.of("orQueries", List.of(Map.of("assigneeExpression", expression))));
    }

    private ResponseEntity<String> ask(String user, Map<String, Object> query) {
        return send(user, "/engine-rest/task", query);
    }

    private ResponseEntity<String> send(String user, String path, Map<String, Object> body) {
        return house.httpAs(user)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .onStatus(status -> true, (request, response) -> {})
                .toEntity(String.class);
    }
}
