package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.haiphong.hotline1022.application.hear.HearCitizen;
import vn.haiphong.hotline1022.application.port.Consents.Purpose;
import vn.haiphong.hotline1022.application.port.DataRequests.Kind;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.privacy.HandleDataRequests;
import vn.haiphong.hotline1022.application.privacy.WithdrawConsent;
import vn.haiphong.hotline1022.domain.petition.TrackingKey;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Walk;

/**
 * Who comes in at the pages about personal data, every address they have; and that nobody anywhere sees whose petition it is
 * without leaving a row.
 */
@HouseTest
@Tag("A-64")
class DataProtectionDoorTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String NAME = "Trần Lệ Khuyên Uyển";
    private static final String PHONE = "0966554433";
    private static final String EMAIL = "le.khuyen@example.vn";

    /** The mailbox of the demo is everybody's; the others log somebody out or describe the interface. */
    private static final Set<String> NOT_ASKED = Set.of("/demo/mail", "/demo/mail/{id}");

    @Autowired
    House house;

    @Autowired
    HandleDataRequests requests;

    @Autowired
    WithdrawConsent withdraw;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping addresses;

    @Autowired
    HearCitizen hear;

    private static final String PLUGIN = "/camunda/api/tasklist/plugin/hotline/default/task/";
    private static final Map<String, Staff.Browser> OFFICERS = new ConcurrentHashMap<>();

    private Staff staff;
    private String code;
    private long id;

    @BeforeEach
    void aRequest() {
        staff = new Staff(house);
        code = new Cases(house).sentTo("CSHP", "", new Petitioner(NAME, PHONE, EMAIL));
        id = house.as(
                "dataofficer",
                () -> requests.propose(Kind.export, NAME, PHONE, EMAIL, "key", code, new Walk(house).keyOf(code), ""));
    }

    private List<String> doors(RequestMethod method, String from) {
        var found = new ArrayList<String>();
        addresses.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(method))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith(from) && !path.endsWith("/login"))
                .map(path -> path.replace("{id}", Long.toString(id)))
                .forEach(found::add);
        return found;
    }

    private List<String> doors(RequestMethod method) {
        return doors(method, "/data-protection");
    }

    @Test
    void the_test_knows_the_doors() {
        assertThat(doors(RequestMethod.GET))
                .containsExactlyInAnyOrder(
                        "/data-protection",
                        "/data-protection/requests/" + id,
                        "/data-protection/reads",
                        "/data-protection/figures",
                        "/data-protection/retention");
        assertThat(doors(RequestMethod.POST))
                .contains(
                        "/data-protection/person",
                        "/data-protection/requests/" + id + "/file",
                        "/data-protection/requests/" + id + "/decide",
                        "/data-protection/reads.csv");
    }

    @Test
    void a_stranger_is_asked_to_log_in_and_changes_nothing() {
        var stranger = staff.stranger();
        for (var door : doors(RequestMethod.GET)) {
            var answer = stranger.at("GET", door, null, JSON);
            assertThat(answer.status()).as(door).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .as(door)
                    .contains("/data-protection/login");
        }
        for (var door : doors(RequestMethod.POST)) {
            assertThat(stranger.at("POST", door, "", FORM).status()).as(door).isIn(302, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "coordinator", "cshpofficer", "cshpleader", "manager", "ruleadmin", "admin"})
    void who_does_not_answer_for_personal_data_gets_no_further_than_the_role_goes(String user) {
        var somebody = staff.loggedIn(user);
        var ofThe1022 = List.of("operator", "coordinator").contains(user);
        for (var door : doors(RequestMethod.GET)) {
            var answer = somebody.at("GET", door, null, JSON);
            var open =
                    door.equals("/data-protection") && ofThe1022 || door.endsWith("/figures") && user.equals("manager");
            assertThat(answer.status()).as(door).isEqualTo(open ? 200 : 403);
            assertThat(answer.body()).as(door).doesNotContain(NAME, PHONE.substring(1), EMAIL);
            if (open && door.endsWith("/figures")) {
                assertThat(answer.body()).doesNotContain("HP1022-");
            }
        }
        for (var door : doors(RequestMethod.POST)) {
            var open = door.endsWith("/withdrawal") && ofThe1022;
            assertThat(somebody.at("POST", door, "", FORM).status()).as(door).isEqualTo(open ? 422 : 403);
        }
    }

    @Test
    void an_officer_has_no_right_in_the_engine() {
        for (var list : List.of(
                "/task",
                "/process-instance",
                "/execution",
                "/variable-instance",
                "/job",
                "/history/task",
                "/history/process-instance",
                "/history/user-operation",
                "/history/decision-instance",
                "/deployment")) {
            assertThat(staff.get("dataofficer", list).isEmpty()).as(list).isTrue();
        }
        for (var act : List.of("/filter/create", "/authorization/create", "/user/create", "/message")) {
            assertThat(staff.post("dataofficer", act, "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}")
                            .status())
                    .as(act)
                    .isBetween(400, 500);
        }
        assertThat(staff.get("admin", "/filter?name=x").isEmpty()).isTrue();
    }

    @Test
    void what_an_officer_does_another_site_cannot_make_the_browser_do() {
        var officer = officer("dataapprover");
        assertThat(officer.callWithoutToken("POST", "/data-protection/requests/" + id + "/decide", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_officer_finds_a_person_and_each_look_is_in_the_log_which_can_be_filtered_and_taken_along() {
        var officer = officer("dataapprover");
        var asked = "phone=0966.554.433&name=" + Staff.encoded(NAME);

        var found = officer.at("POST", "/data-protection/person", asked, FORM);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.body()).contains(code, "Đếm thử", "Người gửi");
        assertThat(officer.at("GET", "/data-protection/requests/" + id, null, JSON)
                        .body())
                .contains(NAME, code);

        var log = officer.at("POST", "/data-protection/reads", "phone=" + PHONE + "&user=dataapprover", FORM);
        assertThat(log.body())
                .contains(code, "Tìm một người", "Yêu cầu về dữ liệu")
                .doesNotContain(NAME);
        var csv = officer.at("POST", "/data-protection/reads.csv", "code=" + code, FORM);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body()).contains("dataapprover", code).doesNotContain(NAME, PHONE.substring(1));
        assertThat(officer.at("POST", "/data-protection/reads", "user=nobody", FORM)
                        .body())
                .contains("0 lượt xem");
        assertThat(officer.at("POST", "/data-protection/reads", "from=gestern", FORM)
                        .status())
                .isEqualTo(422);
        assertThat(officer.at("POST", "/data-protection/traces", asked, FORM).body())
                .contains("register.petitioner.phone");
        for (var page : List.of("/data-protection", "/data-protection/figures", "/data-protection/retention")) {
            assertThat(officer.at("GET", page, null, JSON).status()).as(page).isEqualTo(200);
        }
    }

    @Test
    void an_export_takes_two_and_comes_as_a_file() {
        var file = "/data-protection/requests/" + id + "/file";
        var officer = officer("dataofficer");
        assertThat(officer.at("POST", file, "", FORM).status()).isEqualTo(422);
        assertThat(officer.at("POST", "/data-protection/requests/" + id + "/decide", "approved=yes", FORM)
                        .body())
                .contains("người thứ hai");

        var approver = officer("dataapprover");
        assertThat(approver.at("POST", "/data-protection/requests/" + id + "/decide", "approved=yes", FORM)
                        .status())
                .isEqualTo(302);

        var handed = officer.at("POST", file, "", FORM);
        assertThat(handed.status()).isEqualTo(200);
        assertThat(handed.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(handed.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void a_withdrawn_consent_is_decided_by_an_operator_and_erased_only_with_a_second() {
        house.jdbc
                .sql("insert into consent (petition_code, purpose, given_at, channel, means, wording, recorded_by)"
                        + " values (?, 'process', now(), 'portal', 'checkbox', '', 'citizen')")
                .param(code)
                .update();
        withdraw.with(code, new Walk(house).keyOf(code), Purpose.process);
        var open = requests.latest(1000).stream()
                .filter(one -> one.kind() == Kind.withdrawal && code.equals(one.petitionCode()))
                .findFirst()
                .orElseThrow();
        var operator = staff.loggedIn("operator");
        assertThat(operator.at("GET", "/data-protection", null, JSON).body())
                .contains("/data-protection/requests/" + open.id() + "/withdrawal");

        var door = "/data-protection/requests/" + open.id() + "/withdrawal";
        assertThat(operator.at("POST", door, "erases=yes&note=", FORM).status()).isEqualTo(422);
        assertThat(operator.at("POST", door, "erases=yes&note=H%E1%BA%BFt+c%C4%83n+c%E1%BB%A9", FORM)
                        .status())
                .isEqualTo(302);

        var proposal = requests.latest(1000).stream()
                .filter(one -> one.kind() == Kind.erasure && code.equals(one.petitionCode()))
                .findFirst()
                .orElseThrow();
        assertThat(proposal.proposedBy()).isEqualTo("operator");
        assertThat(proposal.codes()).containsExactly(code);
        assertThat(proposal.state().name()).isEqualTo("proposed");
    }

    /** Everything that shows something to somebody of the staff: the pages of the house, our plugins, the engine's own doors. */
    @Test
    void no_door_shows_whose_petition_it_is_without_a_row_and_none_shows_it_to_an_agency() {
        var task = house.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .tenantIdIn("CSHP")
                .singleResult();
        var shown = 0;
        for (var user : List.of(
                "operator",
                "coordinator",
                "cshpfocal",
                "cshpofficer",
                "cshpleader",
                "tnhpofficer",
                "manager",
                "ruleadmin",
                "ruleapprover",
                "admin",
                "dataofficer")) {
            var browser = user.equals("dataofficer") ? officer(user) : staff.loggedIn(user);
            for (var door : everyDoor(user, task.getId(), task.getProcessInstanceId())) {
                var before = rowsOf(user);
                var body = browser.call("GET", door, null).body();
                if (body.contains(NAME) || body.contains(PHONE.substring(1)) || body.contains(EMAIL)) {
                    shown++;
                    assertThat(user).as(door).doesNotStartWith("cshp").doesNotStartWith("tnhp");
                    assertThat(rowsOf(user)).as(user + " at " + door).isEqualTo(before + 1);
                }
            }
        }
        // The coordinator at the task, the officer at the request: else the test would see nothing.
        assertThat(shown).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_letter_is_tried_out_with_the_senders_name_by_those_who_may_know_it_and_each_leaves_a_row() {
        var task = house.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .tenantIdIn("CSHP")
                .singleResult();
        var preview = "/camunda/api/tasklist/plugin/hotline/default/task/" + task.getId() + "/preview";
        var typed = "{\"letter\":\"reply\",\"text\":\"Đã xong\",\"given\":{\"ending\":\"fixed\"}}";
        var before = rowsOf("coordinator");

        assertThat(staff.loggedIn("coordinator").call("POST", preview, typed).body())
                .contains(NAME);
        assertThat(rowsOf("coordinator")).isEqualTo(before + 1);
        assertThat(staff.loggedIn("cshpofficer").call("POST", preview, typed).body())
                .contains("Đã xong")
                .doesNotContain(NAME, PHONE.substring(1), EMAIL);
        assertThat(staff.loggedIn("tnhpofficer").call("POST", preview, typed).status())
                .isEqualTo(404);
    }

    /** They work at no webapp of the engine: they log in where they work. */
    private Staff.Browser officer(String user) {
        return OFFICERS.computeIfAbsent(house.url(user), key -> {
            var browser = staff.stranger();
            var login = browser.at("POST", "/data-protection/login", "username=" + user + "&password=" + user, FORM);
            assertThat(login.headers().firstValue("Location").orElse("")).endsWith("/data-protection");
            return browser;
        });
    }

    private long rowsOf(String user) {
        return house.jdbc
                .sql("select count(*) from personal_read where user_id = ? and petition_code = ?")
                .params(user, code)
                .query(Long.class)
                .single();
    }

    @Test
    @Tag("A-21")
    void what_is_being_written_is_shown_to_whoever_works_on_the_case_without_saying_to_whom() {
        var plugin = PLUGIN + new Cases(house).taskOf("CSHP", code).getId();
        var typed = "{\"letter\":\"reply\",\"text\":\"Đã thay bóng đèn.\",\"given\":{\"ending\":\"fixed\"}}";

        var key = new Walk(house).keyOf(code);
        for (var path : List.of("/preview", "/preview/letter")) {
            var shown = staff.loggedIn("cshpofficer").call("POST", plugin + path, typed);
            assertThat(shown.status()).as(shown.body()).isEqualTo(200);
            assertThat(shown.body()).doesNotContain(NAME, EMAIL, key, TrackingKey.grouped(key));
            assertThat(staff.loggedIn("tnhpofficer")
                            .call("POST", plugin + path, typed)
                            .status())
                    .isEqualTo(404);
            assertThat(staff.loggedIn("cshpofficer")
                            .call("POST", plugin + path, "{\"text\":\"" + "x".repeat(70_000) + "\"}")
                            .status())
                    .isEqualTo(400);
        }
        assertThat(staff.loggedIn("cshpofficer")
                        .call("POST", plugin + "/preview", typed)
                        .body())
                .contains("Đã thay bóng đèn.", "[DỰ THẢO]");
        for (var wrong : List.of("{\"letter\":\"breach\",\"text\":\"x\"}", "{\"letter\":\"reply\",\"text\":\" \"}")) {
            assertThat(staff.loggedIn("cshpofficer")
                            .call("POST", plugin + "/preview", wrong)
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(rowsOf("cshpofficer")).isZero();
    }

    @Test
    @Tag("A-64")
    void the_letter_of_reply_names_its_citizen_so_1022_alone_opens_it_and_that_is_kept() {
        var walk = new Walk(house);
        var agency = PLUGIN + new Cases(house).taskOf("CSHP", code).getId();
        assertThat(staff.loggedIn("cshpofficer")
                        .call("GET", agency + "/letter", null)
                        .status())
                .isEqualTo(404);
        walk.accept(code, "CSHP");
        walk.answer(code, "CSHP");
        hear.message(code, "Đèn lại tắt rồi.", "portal");
        var plugin = PLUGIN + house.task(code, "userTask_hearCitizen").getId();

        var file = staff.loggedIn("coordinator")
                .call("GET", plugin + "/case", null)
                .json();
        assertThat(file.at("/letterNumber").asText()).endsWith("/CSHP-TĐ1022");
        assertThat(file.at("/messages/0/text").asText()).endsWith("Đèn lại tắt rồi.");
        assertThat(file.at("/messages/0/open").asBoolean()).isTrue();
        assertThat(staff.loggedIn("coordinator")
                        .call("GET", plugin + "/messages", null)
                        .body())
                .contains("Đèn lại tắt rồi.");
        var letter = staff.loggedIn("coordinator").call("GET", plugin + "/letter", null);
        assertThat(letter.status()).isEqualTo(200);
        assertThat(letter.body()).startsWith("%PDF");
        assertThat(house.jdbc
                        .sql("select count(*) from personal_read where user_id = 'coordinator' and petition_code = ?"
                                + " and door = 'letter'")
                        .param(code)
                        .query(Long.class)
                        .single())
                .isOne();
        for (var path : List.of("/letter", "/messages")) {
            assertThat(staff.loggedIn("tnhpofficer")
                            .call("GET", plugin + path, null)
                            .status())
                    .isEqualTo(404);
        }
    }

    /** Every address there is, from the handlers themselves: whoever adds one need not think of this test. */
    private List<String> everyDoor(String user, String task, String instance) {
        var doors = new ArrayList<String>();
        var ours = addresses.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().isEmpty()
                        || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !NOT_ASKED.contains(path))
                .map(this::filled)
                // What is open to everybody looks the same to all of the staff.
                .filter(path -> user.equals("coordinator") || path.matches("/(data-protection|rules|api)\\b.*"))
                .toList();
        assertThat(ours).isNotEmpty();
        doors.addAll(ours);
        var asked = "?code=" + code + "&which=late&size=200&month=2024-09&process=agency-handling&q=a";
        for (var door : pluginDoors()) {
            doors.add(filled(door.replace("{taskId}", task)) + asked);
            if (door.contains("/board/")) {
                doors.add(filled(door) + asked + "&format=csv");
            }
        }
        var engine = "/camunda/api/engine/engine/default";
        for (var part : List.of(
                "/task/" + task,
                "/task/" + task + "/form-variables",
                "/task/" + task + "/variables",
                "/task?processInstanceBusinessKey=" + code,
                "/process-instance?businessKey=" + code,
                "/process-instance/" + instance + "/variables",
                "/variable-instance?processInstanceIdIn=" + instance,
                "/history/variable-instance?processInstanceId=" + instance,
                "/history/detail?processInstanceId=" + instance,
                "/history/user-operation?processInstanceId=" + instance,
                "/history/decision-instance?includeInputs=true&includeOutputs=true",
                "/history/task?processInstanceBusinessKey=" + code,
                "/task/" + task + "/comment",
                "/task/" + task + "/attachment")) {
            doors.add(engine + part);
        }
        return doors;
    }

    /** A part of an address nobody has said anything about would be asked for in vain: then the test says so. */
    private String filled(String path) {
        var id = path.startsWith("/data-protection")
                ? Long.toString(this.id)
                : path.contains("/attachment/") || path.contains("/files/") ? file() : "1";
        var filled = path.replaceAll("\\{id(:([^{}]|\\{[^{}]*})*)?}", id)
                .replace("{format:xml|json}", "json")
                .replace("{type:jpg|png}", "jpg")
                .replace("{place}", "0")
                .replace("{petition}", "00000000-0000-0000-0000-000000000000")
                .replace("{engineName}", "default");
        for (var part : Map.of(
                        "{code}",
                        code,
                        "{ids}",
                        code,
                        "{token}",
                        code,
                        "{key}",
                        "responsible-agency",
                        "{number}",
                        "1",
                        "{version}",
                        "1")
                .entrySet()) {
            filled = filled.replace(part.getKey(), part.getValue());
        }
        assertThat(filled).as("say what to ask for here").doesNotContain("{");
        return filled;
    }

    private String file() {
        return house.jdbc
                .sql("select coalesce(max(id), 1)::text from attachment where petition_code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    /** What our plugins of the webapps answer, found by their annotations. */
    private static List<String> pluginDoors() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Path.class));
        var doors = new ArrayList<String>();
        for (var found : scanner.findCandidateComponents("vn.haiphong.hotline1022.process")) {
            var root = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            var app = AbstractTasklistPluginRootResource.class.isAssignableFrom(root) ? "tasklist" : "cockpit";
            below(
                    root,
                    "/camunda/api/" + app + "/" + root.getAnnotation(Path.class).value(),
                    doors);
        }
        assertThat(doors).anyMatch(door -> door.endsWith("/case")).anyMatch(door -> door.endsWith("/late/list"));
        return doors;
    }

    private static void below(Class<?> resource, String path, List<String> doors) {
        for (var method : resource.getDeclaredMethods()) {
            var at = method.isAnnotationPresent(Path.class)
                    ? path + "/" + method.getAnnotation(Path.class).value()
                    : path;
            if (method.isAnnotationPresent(GET.class)) {
                doors.add(at);
            } else if (method.isAnnotationPresent(Path.class)
                    && Arrays.stream(method.getAnnotations())
                            .noneMatch(
                                    annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class))) {
                below(method.getReturnType(), at, doors);
            }
        }
    }
}
