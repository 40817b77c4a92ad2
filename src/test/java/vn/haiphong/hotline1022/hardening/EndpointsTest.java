package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.hardening.Staff.Answer;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/**
 * Who may do what at the engine's interface, as a table that can be read: {@code endpoints.csv}. The case asked about is
 * at the agency CSHP; "other" is an officer of another one. With -Dwrite the table is written anew, to be read line by
 * line before it is committed.
 */
@HouseTest
class EndpointsTest {

    private static final Path TABLE = Path.of("src/test/resources/hardening/endpoints.csv");
    private static final Map<String, String> USERS = Map.of(
            "operator", "operator",
            "coordinator", "coordinator",
            "officer", "cshpofficer",
            "leader", "cshpleader",
            "other", "tnhpofficer",
            "manager", "manager",
            "ruleadmin", "ruleadmin",
            "ruleapprover", "ruleapprover",
            "admin", "admin");

    @Autowired
    House house;

    @Autowired
    RepositoryService repository;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    Staff staff;
    Cases cases;

    @BeforeEach
    void open() {
        staff = new Staff(house);
        cases = new Cases(house);
    }

    @AfterEach
    void tidyUp() {
        repository
                .createDeploymentQuery()
                .deploymentName("endpointTest")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        filters.createFilterQuery()
                .filterName("endpointTest")
                .list()
                .forEach(filter -> filters.deleteFilter(filter.getId()));
        authorizations
                .createAuthorizationQuery()
                .userIdIn("endpointTest", "endpointNew")
                .list()
                .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
        for (var id : List.of("endpointTest", "endpointNew")) {
            house.identity.deleteUser(id);
            house.identity.deleteGroup(id);
            house.identity.deleteTenant(id);
        }
    }

    @Test
    void everybody_may_do_what_the_table_says_and_nothing_else() throws IOException {
        var lines = Files.readAllLines(TABLE);
        var roles = List.of(lines.get(0).split(";")).subList(3, lines.get(0).split(";").length);
        var found = new ArrayList<String>();
        found.add(lines.get(0));
        for (var line : lines.subList(1, lines.size())) {
            found.add(line.isBlank() || line.startsWith("#") ? line : tried(line.split(";", -1), roles));
        }
        if (System.getProperty("write") != null) {
            Files.write(TABLE, found);
        }

        assertThat(String.join("\n", found)).isEqualTo(String.join("\n", lines));
    }

    @Test
    void nobody_deletes_an_account_not_even_his_own() {
        for (var user : USERS.values()) {
            if (!user.equals("admin")) {
                assertThat(staff.rest(user, "DELETE", "/user/" + user, null).status())
                        .as(user)
                        .isEqualTo(403);
            }
        }
        assertThat(house.identity.createUserQuery().userId("cshpofficer").count())
                .isOne();
    }

    private String tried(String[] line, List<String> roles) {
        var cells = new ArrayList<>(List.of(line).subList(0, 3));
        for (var i = 0; i < roles.size(); i++) {
            var asked = i + 3 >= line.length || !line[i + 3].isBlank();
            cells.add(asked ? outcome(line[0], line[1], line[2], roles.get(i)) : "");
        }
        return String.join(";", cells);
    }

    private String outcome(String method, String path, String body, String role) {
        var task = cases.at("CSHP", cases.petition());
        var user = USERS.get(role);
        var to = filled(path, task, user);
        var with = body.isBlank() ? null : filled(body, task, user);
        if (to.equals("/deployment/create")) {
            with = deployment();
        }
        var type = to.equals("/deployment/create") ? "multipart/form-data; boundary=edge" : "application/json";
        var answer = user == null
                ? staff.send(HttpClient.newHttpClient(), method, "/engine-rest" + to, with, type)
                : staff.rest(user, method, to, with, type);
        return outcome(answer);
    }

    private static String outcome(Answer answer) {
        return switch (answer.status()) {
            case 401, 403 -> "no";
            case 404 -> "none";
            case 400 ->
                answer.body().contains("Cannot correlate")
                                || answer.body().contains("is empty")
                                || answer.body().contains("không ghi số đo")
                        ? "none"
                        : "yes";
            case 200 -> answer.isEmpty() ? "none" : "yes";
            case 500 -> "error";
            default -> "yes";
        };
    }

    private static String deployment() {
        return "--edge\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nendpointTest\r\n--edge\r\n"
                + "Content-Disposition: form-data; name=\"data\"; filename=\"endpointTest.dmn\"\r\n\r\n"
                + TablesTest.table("feel", "input", "x") + "\r\n--edge--\r\n";
    }

    private String filled(String text, Task task, String user) {
        var filled = text.replace("{task}", task.getId())
                .replace("{instance}", task.getProcessInstanceId())
                .replace("{definition}", task.getProcessDefinitionId())
                .replace("{me}", user == null ? "operator" : user);
        if (filled.contains("{job}")) {
            filled = filled.replace(
                    "{job}",
                    house.management
                            .createJobQuery()
                            .processInstanceId(task.getProcessInstanceId())
                            .singleResult()
                            .getId());
        }
        if (filled.contains("{finished}")) {
            var finished = cases.at("CSHP", cases.petition()).getProcessInstanceId();
            house.runtime.deleteProcessInstance(finished, "test");
            filled = filled.replace("{finished}", finished);
        }
        if (filled.contains("{incident}")) {
            filled = filled.replace(
                    "{incident}",
                    house.runtime
                            .createIncident("test", task.getExecutionId(), "x", "x")
                            .getId());
        }
        if (filled.contains("{deployment}")) {
            filled = filled.replace(
                    "{deployment}",
                    repository
                            .createDeployment()
                            .name("endpointTest")
                            .addInputStream(
                                    "endpointTest.dmn",
                                    new java.io.ByteArrayInputStream(TablesTest.table("feel", "input", "x")
                                            .getBytes(StandardCharsets.UTF_8)))
                            .deploy()
                            .getId());
        }
        if (filled.contains("{filter}")) {
            var filter = filters.newTaskFilter("endpointTest").setQuery(house.tasks.createTaskQuery());
            filled = filled.replace("{filter}", filters.saveFilter(filter).getId());
        }
        if (filled.contains("endpointTest")
                && house.identity.createUserQuery().userId("endpointTest").count() == 0) {
            var account = house.identity.newUser("endpointTest");
            account.setPassword("Endpoint-test-1022!");
            house.identity.saveUser(account);
        }
        if (filled.contains("/group/endpointTest")
                && house.identity.createGroupQuery().groupId("endpointTest").count() == 0) {
            house.identity.saveGroup(house.identity.newGroup("endpointTest"));
        }
        if (filled.contains("/tenant/endpointTest")
                && house.identity.createTenantQuery().tenantId("endpointTest").count() == 0) {
            house.identity.saveTenant(house.identity.newTenant("endpointTest"));
        }
        return filled;
    }
}
