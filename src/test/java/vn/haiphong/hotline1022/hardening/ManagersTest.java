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
        for (var asked : List.of(
                List.of("/process-instance", "{\"variables\":[" + like + "]}"),
                List.of("/process-instance/count", "{\"variables\":[" + like + "]}"),
                List.of("/execution", "{\"variables\":[" + like + "]}"),
                List.of("/task", "{\"processVariables\":[" + like + "]}"),
                List.of("/task", "{\"taskVariables\":[" + like + "]}"),
                List.of("/task", "{\"orQueries\":[{\"processVariables\":[" + like + "]}]}"),
                List.of(
                        "/task",
                        "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\","
                                + "\"parameters\":{\"variable\":\"content\",\"type\":\"String\"}}]}"))) {
            var answer = staff.post("manager", asked.get(0), asked.get(1));
            assertThat(answer.status()).as(asked + answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("không tìm theo nội dung");
        }
        assertThat(staff.get("manager", "/process-instance?businessKey=" + code).isEmpty())
                .as("where it stands is seen")
                .isFalse();
    }
}
