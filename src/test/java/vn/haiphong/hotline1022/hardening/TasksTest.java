package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.hardening.Staff.Answer;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** A case goes by the steps of the regulation only: whatever else the engine could do with a task is refused to everybody. */
@HouseTest
class TasksTest {

    private static final String BROWSER = "/camunda/api/engine/engine/default";
    private static final List<String> PEOPLE = List.of(
            "cshpofficer",
            "cshpleader",
            "tnhpofficer",
            "tnhpleader",
            "operator",
            "coordinator",
            "manager",
            "ruleadmin",
            "ruleapprover");

    @Autowired
    House house;

    Staff staff;
    Cases cases;

    @BeforeEach
    void open() {
        staff = new Staff(house);
        cases = new Cases(house);
    }

    @ParameterizedTest
    @CsvSource({"/engine-rest,complete", "/engine-rest,submit-form", BROWSER + ",complete", BROWSER + ",submit-form"})
    void what_the_form_does_not_ask_never_reaches_the_case(String door, String verb) {
        var task = cases.beingResolvedAt("CSHP", cases.petition());
        claim("cshpofficer", task);
        var before = house.runtime.getVariables(task.getProcessInstanceId());
        var foreign = List.of(
                "petitionCode",
                "content",
                "place",
                "channel",
                "field",
                "category",
                "urgency",
                "kind",
                "areaCode",
                "decision",
                "leadAgency",
                "coordinatingAgencies",
                "handlingAgency",
                "agencyBasis",
                "lead",
                "settled",
                "revision",
                "dueAt",
                "warnAt",
                "acceptDueAt",
                "extendedDueAt",
                "extensionBound",
                "returnReason",
                "suggestedAgency",
                "opinion",
                "ladder",
                "replacedBy",
                "stepAgency",
                "nextDeadlineMark",
                "acceptAssignmentListener",
                "neverHeardOf");
        var variables = new TreeMap<String, Object>();
        foreign.forEach(name -> variables.put(name, Map.of("value", "TNHP")));
        variables.put("outcome", Map.of("value", "done"));
        variables.put("replyText", Map.of("value", "Đã thay bóng đèn, đèn đã sáng từ tối qua."));

        var answer =
                call(door, "cshpofficer", "POST", "/task/" + task.getId() + "/" + verb, Map.of("variables", variables));

        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
        var after = house.runtime.getVariables(task.getProcessInstanceId());
        assertThat(after).containsEntry("outcome", "done");
        foreign.forEach(name -> assertThat(after.get(name)).as(name).isEqualTo(before.get(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /task/{task}/variables/dueAt {\"value\":\"2030-01-01\"}",
                "PUT /task/{task}/localVariables/outcome {\"value\":\"return\"}",
                "POST /task/{task}/variables {\"modifications\":{\"leadAgency\":{\"value\":\"TNHP\"}}}",
                "POST /task/{task}/variables {\"deletions\":[\"dueAt\"]}",
                "POST /task/{task}/localVariables {\"modifications\":{\"outcome\":{\"value\":\"return\"}}}",
                "DELETE /task/{task}/variables/dueAt",
                "DELETE /task/{task}/localVariables/outcome",
                "PUT /execution/{execution}/localVariables/dueAt {\"value\":\"2030-01-01\"}",
                "POST /execution/{execution}/localVariables {\"modifications\":{\"a\":{\"value\":1}}}",
                "DELETE /execution/{execution}/localVariables/dueAt",
                "PUT /process-instance/{instance}/variables/dueAt {\"value\":\"2030-01-01\"}",
                "POST /process-instance/{instance}/variables {\"modifications\":{\"a\":{\"value\":1}}}",
                "DELETE /process-instance/{instance}/variables/dueAt",
                "POST /process-instance/variables-async {\"processInstanceIds\":[\"{instance}\"],\"variables\":{\"a\":{\"value\":1}}}"
            })
    void no_fact_changes_but_by_completing_a_step(String attempt) {
        assertNothingHappens(PEOPLE, attempt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /task/{task} {\"name\":\"Việc khác\"}",
                "PUT /task/{task} {\"due\":\"2030-01-01T00:00:00.000+0700\"}",
                "PUT /task/{task} {\"followUp\":\"2030-01-01T00:00:00.000+0700\"}",
                "PUT /task/{task} {\"priority\":99}",
                "PUT /task/{task} {\"owner\":\"cshpofficer\"}",
                "PUT /task/{task} {\"delegationState\":\"PENDING\"}",
                "PUT /task/{task} {\"tenantId\":\"TNHP\"}",
                "PUT /task/{task} {\"parentTaskId\":\"{task}\"}",
                "POST /task/{task}/delegate {\"userId\":\"cshpleader\"}",
                "POST /task/{task}/resolve {\"variables\":{\"dueAt\":{\"value\":\"2030-01-01\"}}}",
                "POST /task/{task}/resolve {}",
                "POST /task/{task}/bpmnError {\"errorCode\":\"notDelivered\"}",
                "POST /task/{task}/bpmnEscalation {\"escalationCode\":\"x\"}",
                "POST /task/{task}/identity-links {\"groupId\":\"TNHP\",\"type\":\"candidate\"}",
                "POST /task/{task}/identity-links {\"userId\":\"tnhpofficer\",\"type\":\"candidate\"}",
                "POST /task/{task}/identity-links {\"userId\":\"tnhpofficer\",\"type\":\"assignee\"}",
                "POST /task/{task}/identity-links {\"userId\":\"tnhpofficer\",\"type\":\"owner\"}",
                "POST /task/{task}/identity-links {\"userId\":\"tnhpofficer\",\"type\":\"reader\"}",
                "POST /task/{task}/identity-links/delete {\"groupId\":\"CSHP\",\"type\":\"candidate\"}",
                "POST /task/{task}/comment/create {\"message\":\"Ghi chú ngoài hồ sơ\"}",
                "POST /task/{task}/comment/create {\"message\":\"x\",\"processInstanceId\":\"{instance}\"}",
                "PUT /task/{task}/comment {\"id\":\"x\",\"message\":\"x\"}",
                "DELETE /task/{task}/comment",
                "DELETE /process-instance/{instance}/comment",
                "DELETE /task/{task}",
                "POST /task/create {\"id\":\"made-up\",\"name\":\"Việc tự đặt\",\"assignee\":\"{user}\"}",
                "POST /task/create {\"name\":\"Việc con\",\"parentTaskId\":\"{task}\"}",
                "DELETE /process-instance/{instance}",
                "POST /process-instance/delete {\"processInstanceIds\":[\"{instance}\"]}",
                "PUT /process-instance/{instance}/suspended {\"suspended\":true}",
                "PUT /process-instance/suspended {\"suspended\":true,\"processInstanceIds\":[\"{instance}\"]}",
                "POST /process-instance/{instance}/modification"
                        + " {\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_approveReply\"}]}",
                "POST /process-instance/{instance}/modification"
                        + " {\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"userTask_acceptAssignment\"}]}",
                "POST /execution/{execution}/signal {}",
                "POST /execution/{execution}/create-incident {\"incidentType\":\"slaBreach\"}",
                "POST /execution/{execution}/messageSubscriptions/agencyReplaced/trigger {}",
                "POST /message {\"messageName\":\"agencyReplaced\",\"processInstanceId\":\"{instance}\"}",
                "POST /message {\"messageName\":\"agencyReplaced\",\"businessKey\":\"{code}\"}"
            })
    void nothing_happens_to_a_task_beside_the_steps(String attempt) {
        assertNothingHappens(PEOPLE, attempt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /task/{task}/claim {\"userId\":\"{user}\"}",
                "POST /task/{task}/assignee {\"userId\":\"{user}\"}",
                "PUT /task/{task} {\"assignee\":\"{user}\"}",
                "POST /task/{task}/unclaim {}",
                "POST /task/{task}/complete {\"variables\":{\"outcome\":{\"value\":\"accept\"}}}",
                "POST /task/{task}/submit-form {\"variables\":{\"outcome\":{\"value\":\"accept\"}}}"
            })
    void who_is_not_meant_neither_takes_nor_completes_a_task(String attempt) {
        assertNothingHappens(List.of("tnhpofficer", "tnhpleader", "operator", "manager", "ruleadmin"), attempt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /task/{task}/claim {\"userId\":\"cshpfocal\"}",
                "POST /task/{task}/assignee {\"userId\":\"cshpfocal\"}",
                "PUT /task/{task} {\"assignee\":\"cshpfocal\"}"
            })
    void an_officer_gives_a_task_to_nobody_else(String attempt) {
        assertNothingHappens(List.of("cshpofficer"), attempt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /task/{task}/assignee {\"userId\":\"tnhpofficer\"}",
                "PUT /task/{task} {\"assignee\":\"tnhpofficer\"}",
                "POST /task/{task}/assignee {\"userId\":\"operator\"}",
                "POST /task/{task}/assignee {\"userId\":\"nobody\"}"
            })
    void a_task_is_given_only_to_somebody_who_may_do_it(String attempt) {
        assertNothingHappens(List.of("cshpleader", "coordinator"), attempt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cshpleader", "coordinator"})
    void a_leader_or_a_coordinator_gives_a_task_to_an_officer_and_releases_it(String user) {
        var task = cases.at("CSHP", cases.petition());
        var path = "/task/" + task.getId();

        assertThat(staff.post(user, path + "/assignee", "{\"userId\":\"cshpofficer\"}")
                        .status())
                .isEqualTo(204);
        assertThat(assignee(task)).isEqualTo("cshpofficer");
        assertThat(staff.post(user, path + "/unclaim", "{}").status()).isEqualTo(204);
        assertThat(assignee(task)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /task/{task}/claim {\"userId\":\"{user}\"}",
                "POST /task/{task}/assignee {\"userId\":\"{user}\"}",
                "PUT /task/{task} {\"assignee\":\"{user}\"}",
                "POST /task/{task}/unclaim {}",
                "POST /task/{task}/complete {\"variables\":{\"outcome\":{\"value\":\"accept\"}}}",
                "POST /task/{task}/submit-form {\"variables\":{\"outcome\":{\"value\":\"accept\"}}}"
            })
    void what_a_colleague_has_claimed_stays_with_the_colleague(String attempt) {
        var task = cases.at("CSHP", cases.petition());
        claim("cshpfocal", task);

        assertNothingHappens(List.of("cshpofficer"), attempt, task);
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "extend"})
    void what_a_leader_decides_no_officer_decides(String outcome) {
        var code = cases.sentTo("CSHP", "", Cases.PETITIONER);
        house.complete("cshpofficer", code, "userTask_acceptAssignment", "outcome", "accept");
        house.complete(
                "cshpofficer",
                code,
                "userTask_resolvePetition",
                "outcome",
                outcome,
                "replyText",
                "Đã thay bóng đèn, đèn đã sáng từ tối qua.",
                "extensionReason",
                "Chờ vật tư về kho",
                "extendTo",
                dueDay(code).plusDays(4).toString());
        var decision = cases.taskOf("CSHP", code);
        assertThat(decision.getTaskDefinitionKey()).isIn("userTask_approveReply", "userTask_decideExtension");

        for (var attempt : List.of(
                "POST /task/{task}/claim {\"userId\":\"{user}\"}",
                "POST /task/{task}/assignee {\"userId\":\"{user}\"}",
                "PUT /task/{task} {\"assignee\":\"{user}\"}",
                "POST /task/{task}/complete {\"variables\":{\"approved\":{\"value\":true}}}",
                "POST /task/{task}/submit-form {\"variables\":{\"approved\":{\"value\":true}}}",
                "POST /task/{task}/identity-links {\"groupId\":\"CSHP\",\"type\":\"candidate\"}")) {
            assertNothingHappens(List.of("cshpofficer", "cshpfocal", "tnhpleader"), attempt, decision);
        }
        assertNothingHappens(
                List.of("cshpleader", "coordinator"),
                "POST /task/{task}/assignee {\"userId\":\"cshpofficer\"}",
                decision);
    }

    @Test
    void what_is_of_another_agency_cannot_be_seen() {
        var code = cases.petition();
        var task = cases.at("CSHP", code);

        for (var user : List.of("tnhpofficer", "tnhpleader", "operator", "ruleadmin", "ruleapprover")) {
            for (var door : List.of("/engine-rest", BROWSER)) {
                assertThat(call(door, user, "GET", "/task?processInstanceBusinessKey=" + code, null)
                                .json())
                        .as(user)
                        .isEmpty();
                for (var part : List.of(
                        "",
                        "/variables",
                        "/localVariables",
                        "/variables/content",
                        "/form-variables",
                        "/form",
                        "/rendered-form",
                        "/deployed-form",
                        "/identity-links",
                        "/comment",
                        "/attachment")) {
                    var answer = call(door, user, "GET", "/task/" + task.getId() + part, null);

                    assertThat(answer.status()).as(user + part + answer.body()).isIn(400, 403, 404);
                    assertThat(answer.body()).doesNotContain(Cases.CONTENT, code);
                }
            }
        }
    }

    @Test
    void values_of_odd_kinds_are_refused_and_the_task_stays() {
        var task = cases.at("CSHP", cases.petition());
        claim("cshpofficer", task);
        for (var value : List.of(
                "{\"value\":\"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":"
                        + "\"java.util.HashMap\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                "{\"value\":{\"a\":1}}",
                "{\"value\":[1,2]}",
                "{\"value\":1}",
                "{\"value\":true,\"type\":\"Boolean\"}",
                "{\"value\":null}",
                "{\"value\":\"x\",\"type\":\"NoSuchType\"}",
                "{\"value\":\"YWJj\",\"type\":\"Bytes\"}",
                "{\"value\":\"" + Probe.EXPRESSION + "\"}")) {
            assertNothingHappens(
                    List.of("cshpofficer"),
                    "POST /task/{task}/complete {\"variables\":{\"outcome\":" + value + "}}",
                    task);
        }
    }

    private void assertNothingHappens(List<String> users, String attempt) {
        assertNothingHappens(users, attempt, cases.at("CSHP", cases.petition()));
    }

    /** @param attempt method, path and body, with {task} and the like in them */
    private void assertNothingHappens(List<String> users, String attempt, Task task) {
        var parts = attempt.split(" ", 3);
        var before = everythingAbout(task);
        for (var user : users) {
            for (var door : List.of("/engine-rest", BROWSER)) {
                var path = filled(parts[1], task, user);
                var body = parts.length < 3 ? null : whole(filled(parts[2], task, user), path, parts[0], task);
                var answer = send(door, user, parts[0], path, body);

                assertThat(answer.status())
                        .as(user + " at " + door + ": " + answer.body())
                        .isBetween(400, 500);
                assertThat(answer.body()).doesNotContain(".java:");
                assertThat(everythingAbout(task)).as(user + " at " + door).isEqualTo(before);
            }
        }
    }

    /** An update replaces the whole task: what is not to change must be said again. */
    private String whole(String body, String path, String method, Task task) {
        if (!method.equals("PUT") || !path.equals("/task/" + task.getId())) {
            return body;
        }
        var now = staff.get("admin", path).json();
        var given = Staff.parsed(body);
        var all = new TreeMap<String, Object>();
        for (var field :
                List.of("name", "description", "assignee", "owner", "due", "followUp", "priority", "tenantId")) {
            all.put(field, given.has(field) ? given.get(field) : now.get(field));
        }
        given.properties().forEach(field -> all.put(field.getKey(), field.getValue()));
        return Staff.json(all);
    }

    private List<Object> everythingAbout(Task task) {
        var all = new ArrayList<>();
        for (var query : List.of(
                "select * from act_ru_task where proc_inst_id_ = :id or id_ = 'made-up' or parent_task_id_ = :task"
                        + " order by id_",
                "select * from act_ru_execution where proc_inst_id_ = :id order by id_",
                "select * from act_ru_variable where proc_inst_id_ = :id order by id_",
                "select * from act_ru_identitylink where task_id_ = :task order by id_",
                "select * from act_ru_incident where proc_inst_id_ = :id order by id_",
                "select * from act_hi_comment where task_id_ = :task or proc_inst_id_ = :id order by id_",
                "select * from act_hi_attachment where task_id_ = :task or proc_inst_id_ = :id order by id_",
                "select count(*) from act_ru_batch where cast(:task || :id as text) <> ''")) {
            all.add(house.jdbc
                    .sql(query)
                    .param("id", task.getProcessInstanceId())
                    .param("task", task.getId())
                    .query()
                    .listOfRows());
        }
        return all;
    }

    private String filled(String text, Task task, String user) {
        var code = house.runtime
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        return text.replace("{task}", task.getId())
                .replace("{instance}", task.getProcessInstanceId())
                .replace("{execution}", task.getExecutionId())
                .replace("{code}", code)
                .replace("{user}", user);
    }

    private LocalDate dueDay(String code) {
        var due = house.task(code, "userTask_resolvePetition").getDueDate();
        return due.toInstant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
    }

    private void claim(String user, Task task) {
        assertThat(staff.post(user, "/task/" + task.getId() + "/claim", "{\"userId\":\"" + user + "\"}")
                        .status())
                .isEqualTo(204);
    }

    private String assignee(Task task) {
        return house.tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private Answer call(String door, String user, String method, String path, Object body) {
        return send(door, user, method, path, body == null ? null : Staff.json(body));
    }

    private Answer send(String door, String user, String method, String path, String body) {
        return door.equals(BROWSER)
                ? staff.loggedIn(user).call(method, BROWSER + path, body)
                : staff.rest(user, method, path, body);
    }
}
