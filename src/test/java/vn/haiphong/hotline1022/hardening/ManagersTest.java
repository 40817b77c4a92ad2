package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** Whoever looks over all cases sees where they stand, and no word of what is in them. */
@HouseTest
@Tag("A-07")
class ManagersTest {

    private static final String SECRET = "Zorro Quỳnh";

    @Autowired
    House house;

    private Staff staff;
    private String code;

    @BeforeEach
    void aDenunciationThatNobodyHasReadYet() {
        staff = new Staff(house);
        code = house.receive("Tôi tố cáo ông " + SECRET + " nhận hối lộ khi cấp phép", "quận Lê Chân")
                .code()
                .value();
        house.runDueJobs();
    }

    @Test
    void a_manager_reads_no_variable_through_any_door() {
        var task = house.task(code, "userTask_classifyPetition");
        for (var address : List.of(
                "/process-instance/" + task.getProcessInstanceId() + "/variables",
                "/process-instance/" + task.getProcessInstanceId() + "/variables/content",
                "/execution/" + task.getExecutionId() + "/localVariables",
                "/task/" + task.getId() + "/variables",
                "/task/" + task.getId() + "/localVariables",
                "/task/" + task.getId() + "/form-variables",
                "/task/" + task.getId() + "/rendered-form",
                "/variable-instance",
                "/variable-instance?processInstanceIdIn=" + task.getProcessInstanceId(),
                "/history/variable-instance",
                "/history/detail")) {
            assertThat(staff.get("manager", address).body()).as(address).doesNotContain(SECRET);
        }
        var cockpit = staff.loggedIn("manager");
        assertThat(cockpit.call(
                                "POST",
                                "/camunda/api/engine/engine/default/variable-instance",
                                "{\"processInstanceIdIn\":[\"" + task.getProcessInstanceId() + "\"]}")
                        .isEmpty())
                .as("Cockpit's tab of variables")
                .isTrue();
        assertThat(staff.get("coordinator", "/task/" + task.getId() + "/variables")
                        .body())
                .as("whoever works on it reads it")
                .contains(SECRET);
    }

    @Test
    void a_manager_finds_no_case_by_what_is_written_in_it() {
        var like = "{\"name\":\"content\",\"operator\":\"like\",\"value\":\"%Zorro%\"}";
        var asked = List.of(
                List.of("/process-instance", "{\"variables\":[" + like + "]}"),
                List.of("/process-instance/count", "{\"variables\":[" + like + "]}"),
                List.of("/process-instance", "{\"orQueries\":[{\"variables\":[" + like + "]}]}"),
                List.of("/execution", "{\"variables\":[" + like + "]}"),
                List.of("/execution", "{\"processVariables\":[" + like.replace("\"like\"", "\"eq\"") + "]}"),
                List.of("/task", "{\"processVariables\":[" + like + "]}"),
                List.of("/task/count", "{\"processVariables\":[" + like + "]}"),
                List.of("/task", "{\"taskVariables\":[" + like + "]}"),
                List.of("/task", "{\"caseInstanceVariables\":[" + like + "]}"),
                List.of("/task", "{\"orQueries\":[{\"processVariables\":[" + like + "]}]}"),
                List.of("/task", sortedBy("processVariable")),
                List.of("/task", sortedBy("executionVariable")),
                List.of("/task", sortedBy("taskVariable")),
                List.of(
                        "/task",
                        "{\"orQueries\":[{\"unassigned\":true}],"
                                + sortedBy("taskVariable").substring(1)),
                List.of("/variable-instance", "{\"variableValues\":[" + like + "]}"),
                List.of("/variable-instance/count", "{\"variableValues\":[" + like + "]}"),
                List.of("/history/process-instance", "{\"variables\":[" + like + "]}"),
                List.of("/history/process-instance/count", "{\"variables\":[" + like + "]}"),
                List.of("/history/process-instance", "{\"orQueries\":[{\"variables\":[" + like + "]}]}"),
                List.of("/history/task", "{\"processVariables\":[" + like + "]}"),
                List.of("/history/task", "{\"taskVariables\":[" + like.replace("\"like\"", "\"eq\"") + "]}"),
                List.of("/history/task/count", "{\"orQueries\":[{\"processVariables\":[" + like + "]}]}"),
                List.of(
                        "/history/variable-instance",
                        "{\"variableName\":\"content\",\"variableValue\":\"" + SECRET + "\"}"),
                // What acts on what a query finds answers differently when it finds nothing.
                List.of("/process-instance/delete", "{\"processInstanceQuery\":{\"variables\":[" + like + "]}}"),
                List.of(
                        "/process-instance/suspended-async",
                        "{\"suspended\":true,\"processInstanceQuery\":{\"variables\":[" + like + "]}}"),
                List.of(
                        "/process-instance/delete-historic-query-based",
                        "{\"historicProcessInstanceQuery\":{\"variables\":[" + like + "]}}"),
                List.of(
                        "/process-instance/job-retries",
                        "{\"retries\":1,\"processInstanceQuery\":{\"variables\":[" + like + "]}}"),
                List.of(
                        "/message",
                        "{\"messageName\":\"agencyReplaced\",\"all\":true,"
                                + "\"correlationKeys\":{\"confidential\":{\"value\":true}}}"));
        var cockpit = staff.loggedIn("manager");
        assertThat(asked).allSatisfy(one -> {
            refused(one, staff.post("manager", one.get(0), one.get(1)));
            refused(one, cockpit.call("POST", "/camunda/api/engine/engine/default" + one.get(0), one.get(1)));
        });
        for (var address : List.of(
                "/process-instance?variables=content_like_%25Zorro%25",
                "/task?processVariables=content_like_%25Zorro%25",
                "/variable-instance?variableValues=content_like_%25Zorro%25",
                "/history/variable-instance?variableName=content&variableValue=Zorro")) {
            refused(List.of(address), staff.get("manager", address));
        }
        assertThat(staff.get("manager", "/process-instance?businessKey=" + code).isEmpty())
                .as("where it stands is seen")
                .isFalse();
        assertThat(staff.post("manager", "/process-instance", "{\"variables\":[],\"orQueries\":[{\"active\":true}]}")
                        .status())
                .as("what asks for no text is answered")
                .isEqualTo(200);
        assertThat(staff.get("manager", "/process-instance?sortBy=definitionKey&sortOrder=asc")
                        .status())
                .isEqualTo(200);
    }

    private static String sortedBy(String what) {
        return "{\"sorting\":[{\"sortBy\":\"" + what + "\",\"sortOrder\":\"asc\","
                + "\"parameters\":{\"variable\":\"content\",\"type\":\"String\"}}]}";
    }

    private static void refused(List<String> asked, Staff.Answer answer) {
        assertThat(answer.status()).as(asked + answer.body()).isEqualTo(403);
        assertThat(answer.body()).as(asked.toString()).contains("không tìm theo nội dung");
    }

    /** Cockpit's lists have queries of their own, which the engine's commands never see. */
    @Test
    void nor_in_the_lists_of_Cockpit_itself() {
        var definition = house.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .list()
                .get(0)
                .getProcessDefinitionId();
        var like = "{\"variables\":[{\"name\":\"content\",\"operator\":\"like\",\"value\":\"%Zorro%\"}]}";
        var inAddress = "?variables=content_like_%25Zorro%25";
        var cockpit = staff.loggedIn("manager");
        var lists = "/camunda/api/cockpit/plugin/base/default";
        for (var list : List.of(
                "/process-instance",
                "/process-instance/count",
                "/process-definition/" + definition + "/called-process-definitions",
                "/process-instance/none/called-process-instances")) {
            refused(List.of(list), cockpit.call("POST", lists + list, like));
            refused(List.of(list), cockpit.call("GET", lists + list + inAddress, null));
        }
        assertThat(cockpit.call(
                                "POST",
                                lists + "/process-instance/count",
                                "{\"processDefinitionId\":\"" + definition + "\",\"variables\":[]}")
                        .json()
                        .path("count")
                        .asInt())
                .as("what asks for no text is answered")
                .isPositive();
        assertThat(staff.loggedIn("admin", "cockpit")
                        .call("POST", lists + "/process-instance/count", like)
                        .json()
                        .path("count")
                        .asInt())
                .as("an administrator finds by variables")
                .isPositive();
    }
}
