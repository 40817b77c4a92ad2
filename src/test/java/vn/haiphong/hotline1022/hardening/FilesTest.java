package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.receive.AddFiles;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.hardening.Staff.Answer;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Http;
import vn.haiphong.hotline1022.support.Photos;

/** Who may see, open and add files, at every door; and that nothing is said to be repaired that nobody has shown. */
@HouseTest
class FilesTest {

    private static final String PLUGIN = "/camunda/api/tasklist/plugin/hotline/default/task/";
    private static final String MISSING = "Chưa có ảnh sau xử lý";
    private static final Map<String, Object> DONE = Map.of(
            "variables",
            Map.of("outcome", Map.of("value", "done"), "replyText", Map.of("value", "Đã thay bóng đèn, đèn sáng.")));

    @Autowired
    House house;

    @Autowired
    RatePetition rate;

    @Autowired
    AddFiles addFiles;

    Staff staff;
    Cases cases;
    Http http;

    @BeforeEach
    void open() {
        staff = new Staff(house);
        cases = new Cases(house);
        http = new Http(Integer.parseInt(house.url("").replaceAll(".*:", "")));
    }

    // --- nothing is done that is not shown

    @Test
    @Tag("A-50")
    void a_repair_is_done_only_when_it_is_shown_at_every_door() {
        var code = inWork("CSHP");
        var task = cases.taskOf("CSHP", code);
        house.as("cshpofficer", () -> {
            house.tasks.claim(task.getId(), "cshpofficer");
            return null;
        });

        for (var verb : List.of("complete", "submit-form")) {
            var path = "/task/" + task.getId() + "/" + verb;
            var program = staff.post("cshpofficer", path, Staff.json(DONE));
            var browser = staff.loggedIn("cshpofficer")
                    .call("POST", "/camunda/api/engine/engine/default" + path, Staff.json(DONE));
            for (var answer : List.of(program, browser)) {
                assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                assertThat(answer.json().get("message").asText()).contains(MISSING);
            }
        }
        assertThat(house.stateOf(code)).isEqualTo("DANG_XU_LY");

        // What does not show the work done does not count: how it was before, a paper, what the citizen sent.
        house.addPhoto("cshpofficer", code, "before");
        assertThat(program("cshpofficer", code, Photos.PDF).status()).isEqualTo(201);
        addFiles.bySender(code, keyOf(code), List.of(Photos.checked("dan.jpg")));
        assertThat(done(task).status()).isEqualTo(400);

        assertThat(program("cshpofficer", code, Photos.JPEG).status()).isEqualTo(201);
        assertThat(done(task).status()).isEqualTo(204);
        assertThat(house.stateOf(code)).isEqualTo("CHO_DUYET");
    }

    @Test
    @Tag("A-50")
    void a_photo_from_before_the_reopening_proves_nothing() {
        var code = inWork("CSHP");
        house.complete("cshpofficer", cases.taskOf("CSHP", code), "outcome", "done", "replyText", "Đã thay bóng đèn.");
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        rate.with(code, keyOf(code), 1, "Đèn vẫn tắt, chưa ai đến sửa.", true);
        house.runDueJobs();
        house.advance(java.time.Duration.ofSeconds(1));
        house.complete("coordinator", code, "userTask_reviewReopening", "approved", true, "reviewNote", "Mở lại");
        house.runDueJobs();
        house.complete("cshpfocal", cases.taskOf("CSHP", code), "outcome", "accept");
        var task = cases.taskOf("CSHP", code);

        assertThatThrownBy(() -> house.completeAsItIs(
                        "cshpofficer", task, "outcome", "done", "replyText", "Đã thay lại bóng đèn."))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(MISSING);
        house.addPhoto("cshpofficer", code, "after");
        house.completeAsItIs("cshpofficer", task, "outcome", "done", "replyText", "Đã thay lại bóng đèn.");

        assertThat(house.stateOf(code)).isEqualTo("CHO_DUYET");
    }

    @Test
    @Tag("A-50")
    void a_case_whose_limits_were_set_by_a_table_without_that_column_or_for_a_question_shows_nothing() {
        var code = inWork("CSHP");
        house.jdbc
                .sql("update petition set evidence = '', evidence_since = null where code = ?")
                .param(code)
                .update();

        house.completeAsItIs(
                "cshpofficer", cases.taskOf("CSHP", code), "outcome", "done", "replyText", "Đã thay bóng đèn.");

        assertThat(house.stateOf(code)).isEqualTo("CHO_DUYET");
    }

    // --- who adds

    @Test
    @Tag("A-50")
    void evidence_is_added_by_whoever_works_on_the_case_and_by_nobody_else() {
        var code = inWork("CSHP");

        for (var user : List.of("tnhpofficer", "sxdleader", "manager", "ruleadmin", "admin")) {
            var answer = program(user, code, Photos.JPEG);
            assertThat(answer.status()).as(user + answer.body()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(code);
        }
        assertThat(staff.evidence(null, code, "a.jpg", Photos.JPEG).status()).isEqualTo(401);
        assertThat(staff.evidence(Staff.basic("nobody", "cshpofficer"), code, "a.jpg", Photos.JPEG)
                        .status())
                .isEqualTo(401);
        assertThat(program("cshpofficer", "HP1022-240916-999999-9", Photos.JPEG).status())
                .isEqualTo(404);
        assertThat(filesOf(code)).isEmpty();

        assertThat(program("cshpofficer", code, Photos.JPEG).status()).isEqualTo(201);
        assertThat(filesOf(code)).containsExactly("after cshpofficer CSHP");
        assertThat(house.jdbc
                        .sql("select actor || ' ' || type || ' ' || note from petition_event"
                                + " where petition_code = ? and type like 'evidence%'")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("cshpofficer evidence-after anh.jpg");
    }

    @Test
    void what_is_no_picture_is_refused_by_name_at_the_door_for_programs() {
        var code = inWork("CSHP");

        var answer = program("cshpofficer", code, "<svg onload='alert(1)'/>".getBytes());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("“anh.jpg” không phải ảnh JPG");
        assertThat(filesOf(code)).isEmpty();
    }

    @Test
    void an_officer_adds_a_picture_in_tasklist_and_others_cannot() {
        var code = inWork("CSHP");
        var path = PLUGIN + cases.taskOf("CSHP", code).getId() + "/evidence?name=" + Staff.encoded("đã xong.jpg");

        assertThat(staff.loggedIn("tnhpofficer").upload(path, Photos.JPEG).status())
                .isEqualTo(404);
        assertThat(staff.loggedIn("manager", "cockpit")
                        .upload(path, Photos.JPEG)
                        .status())
                .isIn(401, 403, 404);
        assertThat(staff.stranger().upload(path, Photos.JPEG).status()).isIn(401, 403, 404);
        assertThat(staff.newlyLoggedIn("cshpofficer", "tasklist")
                        .callWithoutToken("POST", path, "x")
                        .status())
                .isEqualTo(403);
        var broken = staff.loggedIn("cshpofficer").upload(path, new byte[] {1, 2, 3});
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().get("message").asText()).contains("“đã xong.jpg” không phải ảnh JPG");
        assertThat(staff.loggedIn("cshpofficer").upload(path, new byte[0]).status())
                .isEqualTo(400);
        assertThat(filesOf(code)).isEmpty();

        var added = staff.loggedIn("cshpofficer").upload(path + "&shows=before", Photos.JPEG);

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(filesOf(code)).containsExactly("before cshpofficer CSHP");
        assertThat(staff.loggedIn("operator")
                        .upload(
                                PLUGIN + cases.taskOf("CSHP", code).getId() + "/evidence?name=a.jpg&shows=after",
                                Photos.JPEG)
                        .status())
                .isIn(201, 404);
        assertThat(filesOf(code)).doesNotContain("after operator CSHP", "after operator null");
    }

    // --- who sees

    @Test
    @Tag("A-51")
    void an_agency_sees_the_picture_without_its_place_and_1022_what_was_sent() {
        var code = inWork("CSHP");
        var id = sent(code, Photos.fromTelephone(6, 640, 480));
        var task = cases.taskOf("CSHP", code);

        for (var version : List.of("", "?version=thumbnail", "?version=anything")) {
            var seen = staff.loggedIn("cshpofficer").call("GET", file(task, id) + version, null);
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.body()).doesNotContain("GPS20", "CAMERAX", "OWNER-LAN");
            assertCannotRun(seen, "image/jpeg", "inline");
        }
        assertThat(staff.loggedIn("cshpofficer")
                        .call("GET", file(task, id) + "?version=original", null)
                        .status())
                .isEqualTo(404);
        for (var user : List.of("tnhpofficer", "sxdleader")) {
            assertThat(staff.loggedIn(user).call("GET", file(task, id), null).status())
                    .as(user)
                    .isEqualTo(404);
        }
        assertThat(staff.stranger().call("GET", file(task, id), null).status()).isIn(401, 403, 404);

        var original = staff.loggedIn("coordinator").call("GET", file(task, id) + "?version=original", null);
        assertThat(original.status()).isEqualTo(200);
        assertThat(original.body()).contains("GPS20.8566N");
        assertCannotRun(original, "image/jpeg", "attachment");
    }

    @Test
    void a_file_opens_only_in_its_own_case() {
        var other = sent(inWork("TNHP"), Photos.JPEG);
        var mine = cases.taskOf("CSHP", inWork("CSHP"));

        assertThat(staff.loggedIn("cshpofficer")
                        .call("GET", file(mine, other), null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void papers_and_videos_are_only_ever_downloaded() {
        var code = inWork("CSHP");
        var task = cases.taskOf("CSHP", code);

        var paper =
                staff.loggedIn("cshpofficer").call("GET", file(task, sent(code, Photos.PDF, "application/pdf")), null);
        assertCannotRun(paper, "application/pdf", "attachment");
        var video = staff.loggedIn("cshpofficer")
                .call("GET", file(task, sent(code, Photos.video("isom"), "video/mp4")), null);
        assertCannotRun(video, "video/mp4", "attachment");
        assertThat(video.body()).doesNotContain("+20.8566");
    }

    /** A paper keeps its author and the places in its pictures: everybody sees pictures drawn anew, and no paper. */
    @Test
    @Tag("A-60")
    void a_paper_is_published_with_no_answer_whoever_sent_it() {
        var code = inWork("CSHP");
        house.jdbc
                .sql("update petition set consent_to_publish = true where code = ?")
                .param(code)
                .update();
        var paper = sent(code, Photos.PDF);
        house.jdbc
                .sql("update attachment set media_type = 'application/pdf' where id = ?")
                .param(paper)
                .update();
        assertThat(program("cshpofficer", code, Photos.PDF).status()).isEqualTo(201); // after the work
        house.complete(
                "cshpofficer",
                cases.taskOf("CSHP", code),
                "outcome",
                "done",
                "replyText",
                "Đã thay bóng số " + paper + ".");
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        var petition = house.jdbc
                .sql("select public_id::text from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();

        assertThat(http.get("/answered?q=" + Staff.encoded("bóng số " + paper)).body())
                .contains("Đã thay bóng số " + paper)
                .doesNotContain(".pdf");
        var files = house.jdbc
                .sql("select id from attachment where petition_code = ? and media_type = 'application/pdf'")
                .param(code)
                .query(Long.class)
                .list();
        assertThat(files).hasSize(2);
        for (var file : files) {
            for (var path : List.of(
                    "/track/" + code + "/files/" + file,
                    "/open311/v2/media/" + petition + "/" + file + ".pdf",
                    "/open311/v2/media/" + petition + "/" + file + ".png",
                    "/open311/v2/media/" + petition + "/" + file + ".jpg")) {
                assertThat(http.get(path).statusCode()).as(path).isIn(400, 404);
            }
        }
        assertThat(http.get("/open311/v2/requests/" + code + ".json?extensions=true")
                        .body())
                .contains(code, "/open311/v2/media/" + petition)
                .doesNotContain(".pdf");
    }

    @Test
    @Tag("A-51")
    void the_sender_opens_files_with_the_full_key_and_nobody_with_four_digits() {
        var code = inWork("CSHP");
        var id = sent(code, Photos.fromTelephone(1, 64, 48));
        var key = keyOf(code);
        var path = "/track/" + code + "/files/" + id;

        var opened = http.get(path + "?key=" + key);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).doesNotContain("GPS20");
        assertThat(opened.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(http.get(path + "?key=" + key + "&version=original").body()).doesNotContain("GPS20");

        for (var wrong : List.of("", "?key=", "?key=5678", "?key=00000000000000", "?key=%00", "?pass=", "?pass=1.x")) {
            assertThat(http.get(path + wrong).statusCode()).as(wrong).isIn(400, 404);
        }
        var page = http.get("/track/" + code + "?key=" + key).body();
        var pass = page.replaceAll("(?s).*/files/" + id + "\\?pass=([^\"&]+).*", "$1");
        assertThat(page).contains("version=thumbnail").doesNotContain(path + "?key=");
        assertThat(http.get(path + "?pass=" + pass).statusCode()).isEqualTo(200);
        var other = sent(code, Photos.JPEG);
        assertThat(http.get("/track/" + code + "/files/" + other + "?pass=" + pass)
                        .statusCode())
                .isEqualTo(404);
        assertThat(http.get("/track/" + code + "?key=5678").body())
                .contains("khóa 14 ký tự")
                .doesNotContain("?pass=", "Gửi thêm ảnh", "Ảnh, tệp");
        house.advance(java.time.Duration.ofMinutes(61));
        assertThat(http.get(path + "?pass=" + pass).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("A-51")
    void how_the_agency_left_the_place_is_seen_with_the_answer_not_before() {
        var code = inWork("CSHP");
        house.addPhoto("cshpofficer", code, "before");
        house.addPhoto("cshpofficer", code, "after");
        var page = "/track/" + code + "?key=" + keyOf(code);
        assertThat(http.get(page).body()).doesNotContain("?pass=", "anh.jpg");

        house.complete("cshpofficer", cases.taskOf("CSHP", code), "outcome", "done", "replyText", "Đã thay bóng đèn.");
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        assertThat(http.get(page).body()).doesNotContain("?pass=");
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();

        assertThat(http.get(page).body())
                .contains("Ảnh sau xử lý của cơ quan")
                .doesNotContain("Gửi thêm ảnh")
                .containsOnlyOnce("version=thumbnail");
    }

    @Test
    @Tag("A-51")
    void the_files_of_a_denunciation_do_not_open_even_with_the_key() {
        var code = inWork("CSHP");
        var id = sent(code, Photos.JPEG);
        house.jdbc
                .sql("update petition set confidential = true where code = ?")
                .param(code)
                .update();

        assertThat(http.get("/track/" + code + "/files/" + id + "?key=" + keyOf(code))
                        .statusCode())
                .isEqualTo(404);
        assertThat(http.get("/track/" + code + "?key=" + keyOf(code)).body()).doesNotContain("?pass=");
        assertThat(staff.loggedIn("tnhpofficer")
                        .call("GET", file(cases.taskOf("CSHP", code), id), null)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5678", "00000000000000"})
    void nobody_adds_to_a_petition_without_its_full_key(String key) {
        var code = inWork("CSHP");

        assertThat(addFiles.bySender(code, key, List.of(Photos.checked("a.jpg"))))
                .isFalse();
        assertThat(filesOf(code)).isEmpty();
    }

    // --- what is asked

    private Answer program(String user, String code, byte[] file) {
        return staff.evidence(Staff.basic(user, user), code, "anh.jpg", file);
    }

    private Answer done(Task task) {
        return staff.post("cshpofficer", "/task/" + task.getId() + "/complete", Staff.json(DONE));
    }

    private String inWork(String agency) {
        var code = cases.sentTo(agency, "", Cases.PETITIONER);
        house.complete(agency.toLowerCase() + "focal", cases.taskOf(agency, code), "outcome", "accept");
        return code;
    }

    /** As it lay in the register before there were copies: they are made when somebody looks. */
    private long sent(String code, byte[] bytes) {
        return sent(code, bytes, "image/jpeg");
    }

    private long sent(String code, byte[] bytes, String type) {
        return house.jdbc
                .sql("insert into attachment (petition_code, name, media_type, bytes, added_by, added_at)"
                        + " values (?, 'từ dân.jpg', ?, ?, 'citizen', ?) returning id")
                .params(code, type, bytes, house.now().atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static String file(Task task, long id) {
        return PLUGIN + task.getId() + "/attachment/" + id;
    }

    private String keyOf(String code) {
        return house.jdbc
                .sql("select tracking_key from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private List<String> filesOf(String code) {
        return house.jdbc
                .sql("select purpose || ' ' || added_by || ' ' || coalesce(agency_code, 'null') from attachment"
                        + " where petition_code = ? order by id")
                .param(code)
                .query(String.class)
                .list();
    }

    private static void assertCannotRun(Answer answer, String type, String how) {
        assertThat(answer.status()).isEqualTo(200);
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Type")).hasValue(type);
        assertThat(headers.firstValue("Content-Disposition").orElseThrow())
                .startsWith(how + "; filename*=UTF-8''t%E1%BB%AB%20d%C3%A2n.jpg");
        assertThat(headers.allValues("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.allValues("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(headers.allValues("Cache-Control")).contains("private, no-store");
    }
}
