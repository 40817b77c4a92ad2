package vn.haiphong.hotline1022.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import vn.haiphong.hotline1022.application.inform.CaseEvidence;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.Receipt;
import vn.haiphong.hotline1022.application.receive.ReceivePetition;
import vn.haiphong.hotline1022.application.resolve.AddEvidence;

/** What tests do in the house: send petitions, act as somebody, let time pass, run what is due. */
@TestComponent
@Lazy
public class House {

    private static final String RESOLVE = "userTask_resolvePetition";

    public final TaskService tasks;
    public final RuntimeService runtime;
    public final HistoryService history;
    public final ManagementService management;
    public final IdentityService identity;
    public final JdbcClient jdbc;
    private final RepositoryService repository;
    private final ReceivePetition receive;
    private final CaseEvidence evidence;
    private final AddEvidence addEvidence;
    private final Clock clock;
    private final Environment environment;
    private final Walked walked;

    House(
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            ManagementService management,
            IdentityService identity,
            JdbcClient jdbc,
            RepositoryService repository,
            ReceivePetition receive,
            CaseEvidence evidence,
            AddEvidence addEvidence,
            Clock clock,
            Environment environment,
            Walked walked) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.management = management;
        this.identity = identity;
        this.jdbc = jdbc;
        this.repository = repository;
        this.receive = receive;
        this.evidence = evidence;
        this.addEvidence = addEvidence;
        this.clock = clock;
        this.environment = environment;
        this.walked = walked;
    }

    public String url(String path) {
        return "http://localhost:" + environment.getProperty("local.server.port") + path;
    }

    public RestClient http() {
        return RestClient.create(url(""));
    }

    public RestClient httpAs(String user) {
        return RestClient.builder()
                .baseUrl(url(""))
                .defaultHeaders((HttpHeaders headers) -> headers.setBasicAuth(user, user))
                .build();
    }

    // --- petitions

    public Receipt receive(String content, String area) {
        return receive(content, area, new Petitioner("Nguyễn Văn Thử", "0912345678", "dan@example.vn"));
    }

    public Receipt receive(String content, String area, Petitioner petitioner) {
        return receive.from(
                new NewPetition("portal", content, petitioner, null, area, null, null, null, false, List.of(), null));
    }

    public String stateOf(String code) {
        return jdbc.sql("select state from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    // --- people

    /** Runs as that user, with groups and tenants as after a login. */
    public <T> T as(String user, Supplier<T> what) {
        var groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .toList();
        var tenants = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(org.camunda.bpm.engine.identity.Tenant::getId)
                .toList();
        identity.setAuthentication(user, groups, tenants);
        try {
            return what.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    public List<Task> tasksOf(String code) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(code)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    public Task task(String code, String definition) {
        var found = tasks.createTaskQuery()
                .processInstanceBusinessKey(code)
                .taskDefinitionKey(definition)
                .list();
        if (found.size() != 1) {
            throw new AssertionError("Expected one " + definition + " of " + code + ", there are "
                    + tasksOf(code).stream().map(Task::getTaskDefinitionKey).toList());
        }
        return found.get(0);
    }

    /** Claims and completes the one open task of that name, as that user. */
    public void complete(String user, String code, String definition, Object... namesAndValues) {
        complete(user, task(code, definition), namesAndValues);
    }

    public void complete(String user, Task task, Object... namesAndValues) {
        if (RESOLVE.equals(task.getTaskDefinitionKey())
                && Arrays.asList(namesAndValues).contains("done")) {
            showEvidence(user, codeOf(task));
        }
        completeAsItIs(user, task, namesAndValues);
    }

    /** Without looking whether anything is missing. */
    public void completeAsItIs(String user, Task task, Object... namesAndValues) {
        var variables = new HashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        as(user, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), user);
            }
            tasks.complete(task.getId(), variables);
            return null;
        });
    }

    private String codeOf(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    /** Who has done the work takes a picture of it, where the case asks for one. */
    public void showEvidence(String user, String code) {
        if (evidence.isMissing(code)) {
            addPhoto(user, code, "after");
        }
    }

    /** @param shows before or after */
    public boolean addPhoto(String user, String code, String shows) {
        return as(user, () -> addEvidence.to(code, List.of(Photos.checked("anh.jpg")), shows));
    }

    // --- time

    public Instant now() {
        return clock.instant();
    }

    public void advance(Duration by) {
        httpAs("admin")
                .post()
                .uri("/api/demo/clock")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("advance", by.toString()))
                .retrieve()
                .toBodilessEntity();
    }

    public void advanceTo(String at) {
        advanceTo(OffsetDateTime.parse(at).toInstant());
    }

    public void advanceTo(Instant at) {
        var longest = Duration.ofDays(300); // the clock refuses leaps over a year
        for (var by = Duration.between(now(), at); !by.isNegative() && !by.isZero(); by = Duration.between(now(), at)) {
            advance(by.compareTo(longest) > 0 ? longest : by.plusMillis(1));
        }
    }

    /** Runs every job that is due now, and those that thereby become due; a failing job fails the test. */
    public void runDueJobs() {
        for (var round = 0; round < 100; round++) {
            var due = management.createJobQuery().executable().withRetriesLeft().list().stream()
                    .filter(job -> job.getDuedate() == null || !job.getDuedate().after(Date.from(now())))
                    .map(Job::getId)
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            for (var job : due) {
                if (management.createJobQuery().jobId(job).count() > 0) {
                    management.executeJob(job);
                }
            }
        }
        throw new AssertionError("Jobs go on and on");
    }

    // --- diagrams

    /** The nodes of a diagram that no case has passed so far. */
    public Set<String> notPassed(String diagram) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(diagram)
                .latestVersion()
                .singleResult();
        var nodes = new TreeSet<String>();
        repository
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(FlowNode.class)
                .forEach(node -> nodes.add(node.getId()));
        nodes.removeAll(walked.of(diagram));
        return nodes;
    }
}
