package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** A table is read by people who are no programmers, so it must not be able to run a program: FEEL, and nothing else. */
@HouseTest
class TablesTest {

    private static final String KEY = "test-table";
    private static final List<String> PLACES =
            List.of("input", "input entry", "output entry", "literal", "default", "default of literal");

    @Autowired
    House house;

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionService decisions;

    Staff staff;
    int made;

    @BeforeEach
    void count() {
        staff = new Staff(house);
        made = Probe.MADE.get();
    }

    @AfterEach
    void nothing_stays_and_nothing_ran() {
        repository.createDeploymentQuery().deploymentName("thu").list().stream()
                .map(Deployment::getId)
                .forEach(id -> repository.deleteDeployment(id, true));
        assertThat(Probe.MADE).hasValue(made);
    }

    static Stream<Arguments> otherLanguages() {
        return Stream.of(
                        "juel",
                        "JUEL",
                        "groovy",
                        "javascript",
                        "ecmascript",
                        "python",
                        "ruby",
                        "http://www.groovy-lang.org/FEEL",
                        "x/FEEL",
                        "feel.js")
                .flatMap(language -> PLACES.stream().map(place -> Arguments.of(language, place)));
    }

    static Stream<Arguments> namesOfFeel() {
        return Stream.of(
                        "feel",
                        "FEEL",
                        "http://www.omg.org/spec/FEEL/20140401",
                        "http://www.omg.org/spec/DMN/20180521/FEEL/",
                        "https://www.omg.org/spec/DMN/20191111/FEEL/")
                .flatMap(language -> PLACES.stream().map(place -> Arguments.of(language, place)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("otherLanguages")
    void another_language_is_refused_when_it_is_deployed(String language, String place) {
        var answer = staff.deploy("admin", KEY + ".dmn", table(language, place, Probe.EXPRESSION));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("chỉ được viết bằng FEEL");
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(KEY)
                        .count())
                .isZero();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("namesOfFeel")
    void feel_by_any_of_its_names_is_welcome(String language, String place) {
        var answer = staff.deploy("admin", KEY + ".dmn", table(language, place, "x"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(decisions
                        .evaluateDecisionByKey(KEY)
                        .variables(Map.of("x", "a"))
                        .evaluate())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function(a) external { java: { class: \"" + "vn.haiphong.hotline1022.hardening.Probe"
                        + "\", method signature: \"toString()\" } }",
                "{ f: function(a) external { java: { class: \"java.lang.System\","
                        + " method signature: \"getProperty(java.lang.String)\" } }, r: f(\"java.version\") }.r",
                "(function(a) external { java: { class: \"java.lang.System\","
                        + " method signature: \"getProperty(java.lang.String)\" } })(\"java.version\")"
            })
    void feel_reaches_no_java(String feel) {
        var answer = staff.deploy("admin", KEY + ".dmn", table("feel", "output entry", feel));

        if (answer.status() == 200) {
            try {
                var result = decisions
                        .evaluateDecisionTableByKey(KEY)
                        .variables(Map.of("x", "a"))
                        .evaluate();
                assertThat(result.toString()).doesNotContain(System.getProperty("java.version"));
            } catch (ProcessEngineException refused) {
                assertThat(refused).isNotNull();
            }
        } else {
            assertThat(answer.status()).isBetween(400, 599);
        }
    }

    @Test
    void feel_reaches_no_members_of_what_it_is_given() {
        staff.deploy("admin", KEY + ".dmn", table("feel", "output entry", "x.class.name"));

        var found = decisions
                .evaluateDecisionTableByKey(KEY)
                .variables(Map.of("x", "a"))
                .evaluate();

        assertThat(found.toString()).doesNotContain("java.lang");
    }

    @ParameterizedTest
    @MethodSource("doctypes")
    void a_table_with_entities_is_refused(String doctype, String reference) {
        var plain = table("feel", "input", "x");
        assertThat(staff.deploy("admin", KEY + ".dmn", plain).status()).isEqualTo(200);
        nothing_stays_and_nothing_ran();

        var answer = staff.deploy(
                "admin",
                KEY + ".dmn",
                plain.replace("<definitions", doctype + "<definitions")
                        .replace("<decision ", "<description>" + reference + "</description><decision "));

        assertThat(answer.status()).as(answer.body()).isBetween(400, 599).isNotIn(401, 403);
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(KEY)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("doctypes")
    void a_diagram_with_entities_is_refused(String doctype, String reference) {
        assertThat(staff.deploy("admin", "test.bpmn", diagram("", "x")).status())
                .isEqualTo(200);
        nothing_stays_and_nothing_ran();

        var answer = staff.deploy("admin", "test.bpmn", diagram(doctype, reference));

        assertThat(answer.status()).as(answer.body()).isBetween(400, 599).isNotIn(401, 403);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("test-diagram")
                        .count())
                .isZero();
    }

    static Stream<Arguments> doctypes() {
        return Stream.of(
                Arguments.of("<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>", "&a;"),
                Arguments.of("<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://localhost:1/p.dtd\"> %p;]>", "x"),
                Arguments.of("<!DOCTYPE d SYSTEM \"http://localhost:1/d.dtd\">", "x"),
                Arguments.of("<!DOCTYPE d [<!ENTITY a \"chữ\">]>", "&a;"),
                Arguments.of(
                        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
                                + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]>",
                        "&f;"));
    }

    private static String diagram(String doctype, String text) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + doctype
                + "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"t\">"
                + "<bpmn:process id=\"test-diagram\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">"
                + "<bpmn:documentation>" + text + "</bpmn:documentation>"
                + "<bpmn:startEvent id=\"s\"/></bpmn:process></bpmn:definitions>";
    }

    /** who could deploy or delete one would need nobody's approval. */
    @ParameterizedTest
    @ValueSource(strings = {"admin", "ruleadmin", "ruleapprover"})
    void a_table_of_the_house_neither_comes_nor_goes_beside_the_way_of_a_change(String user) throws IOException {
        var table = Files.readString(Path.of("dmn/escalation-ladder.dmn"));
        var versions = versions();

        var coming = staff.deploy(user, "x.dmn", table.replace("\"leader\"", "\"chair\""));
        var again = staff.post(user, "/deployment/" + versions.get(0).getDeploymentId() + "/redeploy", "{}");
        var going =
                staff.rest(user, "DELETE", "/deployment/" + versions.get(0).getDeploymentId() + "?cascade=true", null);

        assertThat(List.of(coming.status(), again.status(), going.status()))
                .as(coming.body() + again.body() + going.body())
                .isSubsetOf(403, 404);
        assertThat(versions()).hasSameSizeAs(versions);
    }

    private List<DecisionDefinition> versions() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("escalation-ladder")
                .list();
    }

    @Test
    void the_same_holds_for_our_own_code() {
        var deployment = repository
                .createDeployment()
                .name("thu")
                .addString(KEY + ".dmn", table("juel", "output entry", Probe.EXPRESSION));

        assertThatThrownBy(deployment::deploy).isInstanceOf(ProcessEngineException.class);
    }

    /** A table with one input, one output and one row, one of whose places is written in that language. */
    static String table(String language, String place, String text) {
        var head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" id=\"test\" name=\"Bảng thử\" namespace=\"t\""
                + (place.startsWith("default") ? " expressionLanguage=\"" + language + "\"" : "") + ">"
                + "<decision id=\"" + KEY + "\" name=\"Bảng thử\" camunda:historyTimeToLive=\"P1D\">";
        var tail = "</decision></definitions>";
        if (place.endsWith("literal")) {
            return head + "<variable id=\"v\" name=\"v\" typeRef=\"string\"/><literalExpression id=\"l\""
                    + at("literal", place, language) + ">" + element(text) + "</literalExpression>" + tail;
        }
        return head + "<decisionTable id=\"t\" hitPolicy=\"FIRST\"><input id=\"i\"><inputExpression id=\"ie\""
                + at("input", place, language) + ">" + element(place.equals("input") ? text : "x")
                + "</inputExpression></input><output id=\"o\" name=\"o\" typeRef=\"string\"/><rule id=\"r\">"
                + "<inputEntry id=\"e\"" + at("input entry", place, language) + ">"
                + element(place.equals("input entry") ? text : "") + "</inputEntry>"
                + "<outputEntry id=\"oe\"" + at("output entry", place, language) + ">"
                + element(place.equals("output entry") ? text : "\"a\"") + "</outputEntry></rule></decisionTable>"
                + tail;
    }

    private static String at(String here, String place, String language) {
        return here.equals(place) ? " expressionLanguage=\"" + language + "\"" : "";
    }

    private static String element(String text) {
        return "<text><![CDATA[" + text + "]]></text>";
    }
}
