package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.hear.HearCitizen;
import vn.haiphong.hotline1022.application.hear.HearCitizen.Heard;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.domain.petition.CallbackSample;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Http;
import vn.haiphong.hotline1022.support.Visitor;
import vn.haiphong.hotline1022.support.Walk;

/** What a citizen says later always reaches a person, whatever became of the case. */
@HouseTest
@Tag("A-54")
class CitizenMessageTest {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    House house;

    @Autowired
    HearCitizen hear;

    @Autowired
    RatePetition rate;

    @Autowired
    PetitionProcess process;

    @Autowired
    Petitions petitions;

    private Walk walk;

    @BeforeEach
    void begin() {
        walk = new Walk(house);
    }

    private String answered() {
        var code = walk.inWork("CSHP", "");
        walk.answer(code, "CSHP");
        return code;
    }

    private String closed() {
        var code = answered();
        house.advance(Duration.ofDays(8));
        house.runDueJobs();
        assertThat(house.stateOf(code)).isEqualTo("DONG");
        return code;
    }

    private List<String> openTasksOf(String code) {
        return house.tasksOf(code).stream()
                .map(org.camunda.bpm.engine.task.Task::getTaskDefinitionKey)
                .toList();
    }

    @Test
    void while_a_case_is_at_work_whoever_works_on_it_reads_it_and_the_agency_is_told() {
        var code = walk.inWork("CSHP", "");

        assertThat(hear.message(code, "Nay tắt thêm cột số 7, gọi 0912345678.", "portal"))
                .hasValue(Heard.AT_WORK);
        house.runDueJobs();

        assertThat(walk.notesOf(code)).contains("Cổng thông tin 1022: Nay tắt thêm cột số 7, gọi (số điện thoại).");
        assertThat(openTasksOf(code)).containsExactly("userTask_resolvePetition");
        assertThat(house.jdbc
                        .sql("select state from notice where petition_code = ? and kind = 'heard'")
                        .param(code)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly("sent");
    }

    @Test
    void about_an_answered_case_a_coordinator_is_asked_once_however_often_the_citizen_writes() {
        var code = answered();

        assertThat(hear.message(code, "Đèn lại tắt rồi.", "email")).hasValue(Heard.COORDINATOR);
        assertThat(hear.message(code, "Vẫn tắt.", "portal")).hasValue(Heard.COORDINATOR);

        assertThat(openTasksOf(code)).containsExactly("userTask_hearCitizen");
        assertThat(walk.notesOf(code)).contains("Thư điện tử: Đèn lại tắt rồi.", "Cổng thông tin 1022: Vẫn tắt.");
        assertThatThrownBy(() -> house.complete("coordinator", code, "userTask_hearCitizen", "hearOutcome", "answered"))
                .hasStackTraceContaining("Ghi lời trả lời");
        house.complete("coordinator", code, "userTask_hearCitizen", "hearOutcome", "reopen", "hearNote", "Sẽ xem lại.");
        assertThat(openTasksOf(code)).containsExactly("userTask_reviewReopening");
    }

    @Test
    void a_closed_case_can_come_back_to_life_and_its_limit_is_watched() {
        var code = closed();

        assertThat(hear.message(code, "Chưa ai đến sửa.", "voice")).hasValue(Heard.COORDINATOR);
        house.advanceTo(house.task(code, "userTask_hearCitizen")
                .getDueDate()
                .toInstant()
                .plusSeconds(60));
        house.runDueJobs();
        assertThat(walk.breachesOf(code)).containsExactly("userTask_hearCitizen");
        house.complete("coordinator", code, "userTask_hearCitizen", "hearOutcome", "reopen", "hearNote", "Sẽ xem lại.");
        house.complete(
                "coordinator",
                code,
                "userTask_reviewReopening",
                "approved",
                true,
                "leadAgency",
                "CSHP",
                "reviewNote",
                "Mở");
        house.runDueJobs();
        assertThat(house.stateOf(code)).isIn("CHO_CO_QUAN", "MO_LAI");
        walk.accept(code, "CSHP");
        walk.answer(code, "CSHP");
        assertThat(house.stateOf(code)).isEqualTo("DA_TRA_LOI");

        var quiet = closed();
        hear.message(quiet, "Cảm ơn, đèn đã sáng.", "email");
        house.complete(
                "coordinator", quiet, "userTask_hearCitizen", "hearOutcome", "answered", "hearNote", "Cảm ơn Quý vị.");
        assertThat(house.stateOf(quiet)).isEqualTo("DONG");
        assertThat(house.notPassed("citizen-message")).isEmpty();
        assertThat(house.notPassed("petition-handling")).doesNotContain("event_caseDoubted");
    }

    private List<String> told(String code, String kind) {
        return house.jdbc
                .sql(
                        "select body_text from notice where petition_code = ? and kind = ? and state = 'sent' order by created_at")
                .params(code, kind)
                .query(String.class)
                .list();
    }

    @Test
    @Tag("A-37")
    void whoever_wrote_hears_once_who_has_the_case_until_when_and_why_and_again_when_it_is_opened_again() {
        var code = walk.accepted("CSHP", "");
        var silent = house.receive(
                        "Đèn đường trước số nhà 30 đường Tô Hiệu tắt hai tối liền.",
                        "quận Lê Chân",
                        new Petitioner("Trần Tự Xem", "0912345679", "xem@example.vn", "none"))
                .code()
                .value();
        house.runDueJobs();
        house.complete("operator", silent, "userTask_classifyPetition", "decision", "merge", "mergeInto", code);
        house.runDueJobs();
        assertThat(told(code, "assigned")).as("it may be given back").isEmpty();
        var before = house.runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("reply-delivery")
                .count();

        walk.accept(code, "CSHP");
        house.runDueJobs();

        assertThat(told(code, "assigned"))
                .singleElement()
                .asString()
                .contains(
                        "Công ty CP Điện chiếu sáng Hải Phòng",
                        "Hạn trả lời: " + WHEN.format(walk.dueOf(code)),
                        "Vì sao là ngày này: Thời hạn 3 ngày làm việc");
        assertThat(told(silent, "assigned")).as("who looks by himself").isEmpty();
        assertThat(house.runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey("reply-delivery")
                        .count())
                .isEqualTo(before);
        walk.answer(code, "CSHP");
        rate.with(code, walk.keyOf(code), 1, "Đèn vẫn tắt.", true);
        house.complete("coordinator", code, "userTask_reviewReopening", "approved", true);
        house.runDueJobs();
        assertThat(told(code, "reopened"))
                .singleElement()
                .asString()
                .contains("mở lại", "Điện chiếu sáng", "Hạn trả lời mới: " + WHEN.format(walk.dueOf(code)));
        walk.accept(code, "CSHP");
        house.runDueJobs();
        assertThat(told(code, "assigned")).hasSize(1);
    }

    @Test
    @Tag("A-37")
    void who_has_the_case_is_not_told_any_more_once_it_is_answered_or_opened_again() {
        var waits = walk.accepted("CSHP", "");
        walk.accept(waits, "CSHP");
        walk.answer(waits, "CSHP");
        house.jdbc
                .sql("update notice set state = 'pending' where petition_code = ? and kind = 'assigned'")
                .param(waits)
                .update();

        house.advance(Duration.ofHours(1));
        var told = walk.accepted("CSHP", "");
        walk.accept(told, "CSHP");
        house.runDueJobs();

        assertThat(stateOf(told)).isEqualTo("sent");
        assertThat(stateOf(waits)).isEqualTo("overtaken");
    }

    private String stateOf(String code) {
        return house.jdbc
                .sql("select state from notice where petition_code = ? and kind = 'assigned'")
                .param(code)
                .query(String.class)
                .single();
    }

    @Test
    @Tag("A-13")
    void a_link_in_the_letter_leads_to_one_button_and_looking_never_rates() {
        var code = answered();
        var letter = house.jdbc
                .sql("select body_text from notice where petition_code = ? and kind = 'reply'")
                .param(code)
                .query(String.class)
                .single();
        var found = Pattern.compile("(/rate/" + code + "\\?sign=[0-9a-f]{32}&grade=)1")
                .matcher(letter);
        assertThat(found.find()).isTrue();
        var visitor = new Visitor(new Http(URI.create(house.url("")).getPort()));

        var page = visitor.open(found.group(1) + "1");
        assertThat(page.body())
                .containsPattern("value=\"1\" checked")
                .doesNotContain("Nguyễn Văn Thử", walk.keyOf(code), "bóng đèn");
        assertThat(ratingOf(code)).isNull();
        assertThat(visitor.send("/rate/" + code, Map.of("rating", "1")).statusCode())
                .isEqualTo(422);
        visitor.open(found.group(1) + "1");
        page = visitor.send("/rate/" + code, Map.of("rating", "1", "reason", "Vẫn tối.", "reopen", "yes"));
        assertThat(page.body()).contains("đề nghị mở lại");
        assertThat(visitor.open(found.group(1) + "1").body())
                .contains("không còn chờ đánh giá")
                .doesNotContain("Gửi đánh giá");
        assertThat(ratingOf(code)).isEqualTo(1);
        assertThat(openTasksOf(code)).containsExactly("userTask_reviewReopening");

        var other = answered();
        assertThat(visitor.open(found.group(1).replace(code, other) + "4").statusCode())
                .isEqualTo(404);
        assertThat(visitor.open("/rate/" + other + "?sign=&grade=4").statusCode())
                .isEqualTo(404);
    }

    private Integer ratingOf(String code) {
        return house.jdbc
                .sql("select rating from petition where code = ?")
                .param(code)
                .query((row, i) -> new Integer[] {row.getObject(1, Integer.class)})
                .single()[0];
    }

    @Test
    void whoever_is_called_back_and_says_it_is_not_fixed_has_the_case_looked_at_again() {
        var code = closed();
        process.askSatisfaction(petitions.get(code));
        house.advanceTo(house.task(code, "userTask_askSatisfaction")
                .getDueDate()
                .toInstant()
                .plusSeconds(60));
        house.runDueJobs();
        assertThat(walk.breachesOf(code)).containsExactly("userTask_askSatisfaction");

        assertThatThrownBy(
                        () -> house.complete("operator", code, "userTask_askSatisfaction", "askOutcome", "not-fixed"))
                .hasStackTraceContaining("còn việc gì chưa xong");
        house.complete(
                "operator", code, "userTask_askSatisfaction", "askOutcome", "not-fixed", "askNote", "Đèn vẫn tắt.");
        assertThat(openTasksOf(code)).containsExactly("userTask_reviewReopening");

        var satisfied = closed();
        process.askSatisfaction(petitions.get(satisfied));
        house.complete("operator", satisfied, "userTask_askSatisfaction", "askOutcome", "satisfied");
        assertThat(house.jdbc
                        .sql(
                                "select agency_code || ' ' || outcome from satisfaction_call where petition_code in (?, ?) order by 1")
                        .params(code, satisfied)
                        .query(String.class)
                        .list())
                .containsExactly("CSHP not-fixed", "CSHP satisfied");
        assertThat(house.notPassed("satisfaction-call")).isEmpty();
    }

    @Test
    void who_is_called_back_is_drawn_by_the_code_and_the_same_each_time() {
        var drawn = IntStream.range(0, 20_000)
                .filter(i -> CallbackSample.chooses("HP1022-240916-%06d-0".formatted(i), 0, 0.05))
                .count();

        assertThat(drawn).isBetween(900L, 1100L);
        assertThat(CallbackSample.chooses("HP1022-240916-000001-0", 0, 0)).isFalse();
        assertThat(CallbackSample.chooses("HP1022-240916-000001-0", 0, 1)).isTrue();
    }

    @Test
    void the_tracking_page_takes_a_message_at_any_time_and_a_flood_is_stopped() {
        var code = answered();
        var visitor = new Visitor(new Http(URI.create(house.url("")).getPort()));
        visitor.open("/track");
        visitor.send("/track", Map.of("code", code, "key", walk.keyOf(code)));
        var key = visitor.hidden("key");

        var page = visitor.send("/track/" + code + "/message", Map.of("key", key, "message", "Đèn lại tắt."));
        assertThat(page.body()).contains("Đã nhận lời nhắn của bạn", "Bạn nhắn qua Cổng thông tin 1022: Đèn lại tắt.");
        visitor.send("/track/" + code + "/message", Map.of("key", key, "message", "Đèn lại tắt."));
        assertThat(walk.notesOf(code)).as("loaded again").containsOnlyOnce("Cổng thông tin 1022: Đèn lại tắt.");
        for (var i = 1; i < 10; i++) {
            hear.message(code, "Lần " + i, "portal");
        }
        page = visitor.send("/track/" + code + "/message", Map.of("key", key, "message", "Lần nữa"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Lần nữa", "cần nói thêm xin gọi");
        house.complete("coordinator", code, "userTask_hearCitizen", "hearOutcome", "answered", "hearNote", "Mai sửa.");
        visitor.open("/track");
        assertThat(visitor.send("/track", Map.of("code", code, "key", key)).body())
                .contains("Tổng đài 1022 trả lời lời nhắn của bạn: Mai sửa.");
        assertThat(visitor.send("/track/" + code + "/message", Map.of("key", "WRONG", "message", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(hear.message("HP1022-240101-000001-0", "Có ai không?", "email"))
                .isEmpty();
    }
}
