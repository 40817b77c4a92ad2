package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.hardening.Staff.Answer;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** An agency sees its own cases and no others, through every door; who wrote is known to 1022 alone. */
@HouseTest
class AgenciesApartTest {

    private static final String BROWSER = "/camunda/api/engine/engine/default";
    private static final List<String> DOORS = List.of("/engine-rest", BROWSER);

    /** Everything that lists something. */
    private static final List<String> LISTS = List.of(
            "/task",
            "/task?processInstanceBusinessKey={code}",
            "/task?tenantIdIn={agency}",
            "/task?candidateGroup={agency}&includeAssignedTasks=true",
            "/task?processInstanceId={instance}",
            "/process-instance",
            "/process-instance?businessKey={code}",
            "/process-instance?tenantIdIn={agency}",
            "/process-instance?subProcessInstance={instance}",
            "/process-instance?superProcessInstance={instance}",
            "/execution",
            "/execution?processInstanceId={instance}",
            "/variable-instance?deserializeValues=false",
            "/variable-instance?processInstanceIdIn={instance}",
            "/variable-instance?variableName=petitionCode",
            "/event-subscription",
            "/incident",
            "/incident?processInstanceId={instance}",
            "/job",
            "/job?processInstanceId={instance}",
            "/batch",
            "/batch/statistics",
            "/external-task",
            "/case-instance",
            "/history/task",
            "/history/task?processInstanceBusinessKey={code}",
            "/history/process-instance",
            "/history/process-instance?processInstanceBusinessKey={code}",
            "/history/activity-instance",
            "/history/activity-instance?processInstanceId={instance}",
            "/history/variable-instance",
            "/history/detail",
            "/history/user-operation",
            "/history/user-operation?processInstanceId={instance}",
            "/history/incident",
            "/history/decision-instance?includeInputs=true&includeOutputs=true",
            "/history/identity-link-log",
            "/history/job-log",
            "/history/external-task-log",
            "/history/batch",
            "/history/case-instance");

    private static final List<String> PARTS = List.of(
            "/process-instance/{instance}",
            "/process-instance/{instance}/variables",
            "/process-instance/{instance}/activity-instances",
            "/process-instance/{instance}/comment",
            "/execution/{instance}",
            "/execution/{instance}/localVariables",
            "/execution/{instance}/messageSubscriptions/agencyReplaced",
            "/history/process-instance/{instance}",
            "/task/{task}",
            "/task/{task}/form-variables",
            "/task/{task}/variables/content",
            "/task/{task}/comment",
            "/task/{task}/attachment",
            "/filter/{filter}",
            "/filter/{filter}/list",
            "/filter/{filter}/count",
            "/filter/{filter}/singleResult");

    @Autowired
    House house;

    @Autowired
    FilterService filters;

    @Autowired
    RatePetition rate;

    Staff staff;
    Cases cases;

    @BeforeEach
    void open() {
        staff = new Staff(house);
        cases = new Cases(house);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tnhpfocal", "tnhpofficer", "tnhpleader", "ruleadmin", "ruleapprover"})
    void nobody_elses_case_is_in_any_list(String user) {
        var task = caseOf("CSHP");

        for (var list : LISTS) {
            for (var door : DOORS) {
                var answer = get(door, user, filled(list, task));

                assertThat(answer.status()).as(list + answer.body()).isEqualTo(200);
                assertKnowsNothing(user + " at " + door + list, answer, task);
            }
        }
    }

    @Test
    void the_lists_would_show_it_to_those_who_may() {
        var task = caseOf("CSHP");

        assertThat(LISTS.stream()
                        .filter(list -> mentions(staff.get("manager", filled(list, task)), task))
                        .count())
                .isGreaterThan(16);
        for (var list : List.of("/task", "/process-instance", "/execution", "/job", "/variable-instance")) {
            assertThat(mentions(staff.get("cshpofficer", list), task)).as(list).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tnhpofficer", "tnhpleader", "operator", "ruleadmin"})
    void nothing_of_it_can_be_asked_for(String user) {
        var task = caseOf("CSHP");

        for (var part : PARTS) {
            for (var door : DOORS) {
                var answer = get(door, user, filled(part, task));

                assertThat(answer.status()).as(user + part + answer.body()).isBetween(400, 404);
                assertThat(answer.body()).doesNotContain(Cases.CONTENT, "agency-handling:", "CSHP");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"processInstanceBusinessKey\":\"{code}\"}",
                "{\"tenantIdIn\":[\"CSHP\"]}",
                "{\"candidateGroup\":\"CSHP\"}",
                "{\"candidateGroups\":[\"CSHP\",\"TNHP\"],\"includeAssignedTasks\":true}",
                "{\"processInstanceId\":\"{instance}\"}",
                "{\"taskIdIn\":[\"{task}\"]}",
                "{\"orQueries\":[{\"tenantIdIn\":[\"CSHP\"],\"unassigned\":true}]}",
                "{\"orQueries\":[{\"taskIdIn\":[\"{task}\"],\"nameLike\":\"%\"}]}",
                "{\"withoutTenantId\":true}",
                "{\"processVariables\":[{\"name\":\"petitionCode\",\"operator\":\"eq\",\"value\":\"{code}\"}]}",
                "{\"nameLike\":\"%\"}"
            })
    void no_query_of_ones_own_leads_to_it(String query) {
        var task = caseOf("CSHP");
        var body = filled(query, task);

        for (var door : DOORS) {
            assertKnowsNothing(query, send(door, "tnhpofficer", "POST", "/task", body), task);
            for (var queue : List.of("Việc mới", "Việc của tôi", "Sắp đến hạn", "Hồ sơ của TNHP")) {
                var list = "/filter/" + filter(queue) + "/list";
                assertKnowsNothing(queue + query, send(door, "tnhpofficer", "POST", list, body), task);
            }
            assertThat(send(door, "tnhpofficer", "POST", "/filter/" + filter("Hồ sơ của CSHP") + "/list", body)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void counts_and_figures_count_ones_own_only() {
        var before = figures("tnhpofficer");

        caseOf("CSHP");
        assertThat(figures("tnhpofficer")).isEqualTo(before);
        caseOf("TNHP");
        assertThat(figures("tnhpofficer")).isNotEqualTo(before);
    }

    private List<String> figures(String user) {
        return List.of(
                        "/task/count",
                        "/process-instance/count",
                        "/execution/count",
                        "/variable-instance/count",
                        "/job/count",
                        "/incident/count",
                        "/history/task/count",
                        "/history/process-instance/count",
                        "/history/user-operation/count",
                        "/process-definition/statistics?failedJobs=true&incidents=true",
                        "/process-definition/key/agency-handling/statistics?failedJobs=true&incidents=true",
                        "/history/process-definition/{definition}/statistics?finished=true&canceled=true")
                .stream()
                .map(path -> path.replace("{definition}", definition()))
                .map(path -> path + " " + staff.get(user, path).body())
                .toList();
    }

    private String definition() {
        return caseOf("VPUB").getProcessDefinitionId();
    }

    @Test
    void no_message_and_no_signal_reaches_another_agencys_case() {
        var task = caseOf("CSHP");

        for (var user : List.of("tnhpofficer", "operator", "coordinator", "manager", "ruleadmin")) {
            for (var door : DOORS) {
                for (var body : List.of(
                        "{\"messageName\":\"agencyReplaced\",\"all\":true}",
                        "{\"messageName\":\"agencyReplaced\",\"businessKey\":\"{code}\",\"all\":true}",
                        "{\"messageName\":\"agencyReplaced\",\"tenantId\":\"CSHP\",\"all\":true}",
                        "{\"messageName\":\"petitionRated\",\"businessKey\":\"{code}\"}",
                        "{\"messageName\":\"petitionSupplemented\",\"businessKey\":\"{code}\"}")) {
                    send(door, user, "POST", "/message", filled(body, task));
                }
                send(door, user, "POST", "/signal", "{\"name\":\"agencyReplaced\"}");
                send(door, user, "POST", "/signal", "{\"name\":\"agencyReplaced\",\"tenantId\":\"CSHP\"}");
            }
        }

        assertThat(house.tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @Test
    void the_case_file_opens_to_the_agency_that_has_it() {
        var task = caseOf("CSHP");

        var file = file("cshpofficer", task);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).contains(Cases.CONTENT).doesNotContain("Nguyễn Văn Thử", "912345678");
        for (var user : List.of("tnhpofficer", "tnhpleader", "operator", "ruleadmin")) {
            assertThat(file(user, task).status()).as(user).isEqualTo(404);
        }
        assertThat(file("coordinator", task).body()).contains("Nguyễn Văn Thử");
    }

    @Test
    void a_manager_finds_the_cases_of_every_agency_in_cockpits_own_lists_and_an_agency_none() {
        var code = cases.sentTo("CSHP", "", Cases.PETITIONER);
        var definition = cases.taskOf("CSHP", code).getProcessDefinitionId();
        var list = "/camunda/api/cockpit/plugin/base/default/process-instance";
        var query = "{\"processDefinitionId\":\"" + definition + "\",\"businessKey\":\"" + code + "\"}";

        assertThat(staff.loggedIn("manager", "cockpit")
                        .call("POST", list, query)
                        .body())
                .contains(code);
        assertThat(staff.loggedIn("manager", "cockpit")
                        .call("POST", list + "/count", query)
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(staff.loggedIn("tnhpofficer").call("POST", list, query).body())
                .doesNotContain(code);
    }

    @Test
    void who_has_handed_a_case_over_has_it_no_more() {
        var code = cases.sentTo("CSHP", "", Cases.PETITIONER);
        var first = cases.taskOf("CSHP", code);
        house.complete(
                "cshpfocal",
                first,
                "outcome",
                "return",
                "returnReason",
                "Đường này do thoát nước quản lý, ngoài thẩm quyền của công ty");
        house.complete("coordinator", code, "userTask_assignByHand", "leadAgency", "TNHP", "agencyBasis", "Kiểm thử");
        house.runDueJobs();
        var second = cases.taskOf("TNHP", code);

        for (var user : List.of("cshpfocal", "cshpofficer", "cshpleader")) {
            for (var task : List.of(first, second)) {
                for (var list : LISTS) {
                    assertKnowsNothing(user + list, staff.get(user, filled(list, task)), task);
                }
                assertThat(file(user, task).status()).isEqualTo(404);
                assertThat(staff.get(user, "/task/" + task.getId()).status()).isEqualTo(404);
            }
        }
        assertThat(mentions(staff.get("tnhpofficer", "/task"), second)).isTrue();
        assertThat(file("tnhpofficer", second).status()).isEqualTo(200);
    }

    @Test
    void agencies_that_work_side_by_side_see_their_own_part() {
        var code = cases.sentTo("CSHP", "TNHP", Cases.PETITIONER);
        var lead = cases.taskOf("CSHP", code);
        var coordinating = cases.taskOf("TNHP", code);

        assertThat(tasksOf(code, "cshpofficer")).containsExactly(lead.getId());
        assertThat(tasksOf(code, "tnhpofficer")).containsExactly(coordinating.getId());
        for (var part : PARTS.subList(0, 13)) {
            assertThat(staff.get("cshpofficer", filled(part, coordinating)).status())
                    .as(part)
                    .isBetween(400, 404);
            assertThat(staff.get("tnhpofficer", filled(part, lead)).status())
                    .as(part)
                    .isBetween(400, 404);
        }
        assertThat(file("tnhpofficer", coordinating).body()).contains(Cases.CONTENT);
        assertThat(file("tnhpofficer", lead).status()).isEqualTo(404);
    }

    @Test
    void a_denunciation_is_read_by_nobody_but_those_who_receive_it() {
        var words = "Tôi tố cáo ông Lê Bí Mật nhận hối lộ khi cấp phép";
        var code = house.receive(words, "quận Lê Chân").code().value();
        house.runDueJobs();
        assertThat(staff.get("tnhpofficer", "/variable-instance").body()).doesNotContain("Lê Bí Mật");

        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "refer",
                "field",
                "to_cao",
                "refusalReason",
                "to_cao",
                "replyText",
                "Mời ông bà gửi đơn đến cơ quan có thẩm quyền giải quyết tố cáo.");

        var task = house.task(code, "userTask_approveRefusal");
        for (var user :
                List.of("operator", "coordinator", "manager", "admin", "tttpofficer", "ruleadmin", "cshpleader")) {
            for (var list : LISTS) {
                assertThat(staff.get(user, filled(list, task)).body())
                        .as(user + list)
                        .doesNotContain("Lê Bí Mật");
            }
            assertThat(staff.get(user, "/task/" + task.getId() + "/form-variables")
                            .body())
                    .doesNotContain("Lê Bí Mật");
        }
        assertThat(anywhereInTheEngine("Lê Bí Mật")).isEmpty();
        assertThat(file("coordinator", task).body()).contains("Lê Bí Mật");
        for (var user : List.of("operator", "manager", "ruleadmin", "cshpleader", "admin")) {
            assertThat(file(user, task).status()).as(user).isEqualTo(404);
        }
        assertThat(house.jdbc
                        .sql("select user_id from personal_read where petition_code = ?")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("coordinator");
    }

    @Test
    void who_wrote_is_in_no_table_of_the_engine() {
        var code = cases.sentTo("CSHP", "TNHP", new Petitioner("Zyx Đặc Biệt", "0977123789", "zyx.dacbiet@example.vn"));
        house.complete("tnhpofficer", cases.taskOf("TNHP", code), "outcome", "accept");
        house.complete("tnhpofficer", code, "userTask_giveOpinion", "opinion", "Không ảnh hưởng cống ngầm.");
        house.complete("cshpofficer", cases.taskOf("CSHP", code), "outcome", "accept");
        house.complete(
                "cshpofficer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã thay bóng đèn.");
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        var key = house.jdbc
                .sql("select tracking_key from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
        rate.with(code, key, 1, "Đèn vẫn tắt, chưa ai đến sửa.", true);
        house.runDueJobs();
        house.complete("coordinator", code, "userTask_reviewReopening", "approved", true, "reviewNote", "Mở lại");
        house.runDueJobs();

        assertThat(house.jdbc
                        .sql("select count(*) from notice where petition_code = ? and state = 'sent'")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isPositive();
        for (var trace : List.of("Zyx Đặc Biệt", "977123789", "zyx.dacbiet", key)) {
            assertThat(anywhereInTheEngine(trace)).as(trace).isEmpty();
        }
        assertThat(anywhereInTheEngine(code)).contains("act_ru_execution");
    }

    @Test
    void a_stranger_learns_nothing_at_all() {
        var task = caseOf("CSHP");
        var client = HttpClient.newHttpClient();
        var paths = new ArrayList<>(LISTS);
        paths.addAll(PARTS);

        for (var path : paths) {
            for (var door : DOORS) {
                var answer = staff.send(client, "GET", door + filled(path, task), null, "application/json");

                assertThat(answer.status()).as(door + path).isIn(401, 403, 404);
                assertKnowsNothing(path, answer, task);
            }
        }
    }

    // --- what is asked

    private Task caseOf(String agency) {
        return cases.at(agency, cases.petition());
    }

    private Answer file(String user, Task task) {
        return staff.loggedIn(user)
                .call("GET", "/camunda/api/tasklist/plugin/hotline/default/task/" + task.getId() + "/case", null);
    }

    private List<String> tasksOf(String code, String user) {
        var found = new ArrayList<String>();
        staff.get(user, "/task?processInstanceBusinessKey=" + code)
                .json()
                .forEach(task -> found.add(task.get("id").asText()));
        return found;
    }

    private Answer get(String door, String user, String path) {
        return send(door, user, "GET", path, null);
    }

    private Answer send(String door, String user, String method, String path, String body) {
        return door.equals(BROWSER)
                ? staff.loggedIn(user).call(method, BROWSER + path, body)
                : staff.rest(user, method, path, body);
    }

    private String filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult().getId();
    }

    private String filled(String path, Task task) {
        return path.replace("{task}", task.getId())
                .replace("{instance}", task.getProcessInstanceId())
                .replace("{agency}", "CSHP")
                .replace("{code}", code(task))
                .replace("{filter}", filter("Hồ sơ của CSHP"));
    }

    /** Also of an instance that is over. */
    private String code(Task task) {
        return house.history
                .createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private boolean mentions(Answer answer, Task task) {
        return answer.body().contains(task.getId())
                || answer.body().contains(task.getProcessInstanceId())
                || answer.body().contains(code(task));
    }

    private void assertKnowsNothing(String where, Answer answer, Task task) {
        assertThat(answer.body()).as(where).doesNotContain(task.getId(), task.getProcessInstanceId());
        if (house.runtime.createProcessInstanceQuery().processInstanceBusinessKey(code(task)).list().stream()
                .map(ProcessInstance::getTenantId)
                .allMatch(task.getTenantId()::equals)) {
            assertThat(answer.body()).as(where).doesNotContain(code(task));
        }
    }

    /** @return the engine's tables with that text in any of their columns, stored bytes included */
    private List<String> anywhereInTheEngine(String text) {
        var bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return house
                .jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_name like 'act\\_%' order by table_name")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> house.jdbc
                                .sql("select count(*) from " + table
                                        + " t where position(:text in t::text) > 0 or position(:bytes in t::text) > 0")
                                .params(Map.of("text", text, "bytes", bytes))
                                .query(Integer.class)
                                .single()
                        > 0)
                .toList();
    }
}
