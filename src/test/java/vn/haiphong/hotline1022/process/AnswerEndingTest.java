package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.inform.ReportMonth;
import vn.haiphong.hotline1022.application.reply.OfferTemplates;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Walk;

/** What an answer says became of the matter, and what follows when it named a day. */
@HouseTest
@Tag("A-52")
class AnswerEndingTest {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Autowired
    ReportMonth reportMonth;

    @Autowired
    RatePetition rate;

    @Autowired
    House house;

    @Autowired
    OfferTemplates templates;

    private Walk walk;

    @BeforeEach
    void begin() {
        walk = new Walk(house);
    }

    private LocalDate today() {
        return house.now().atZone(OFFICE).toLocalDate();
    }

    private String drafted(Object... more) {
        var code = walk.inWork("CSHP", "");
        var given = new java.util.ArrayList<Object>(java.util.List.of("outcome", "done"));
        given.addAll(java.util.List.of(more));
        house.complete("cshpofficer", walk.taskOf(code, "CSHP"), given.toArray());
        return code;
    }

    private void released(String code) {
        walk.approve(code, "CSHP");
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
    }

    private String planned(int days) {
        var code = drafted(
                "replyText", "Sẽ thay đèn theo kế hoạch.",
                "ending", "planned",
                "plannedUntil", today().plusDays(days).toString());
        released(code);
        return code;
    }

    private String endingOf(String code) {
        return house.jdbc
                .sql("select concat_ws(' ', ending, planned_until, handed_to) from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private String factOf(String code) {
        return house.jdbc
                .sql("select ending from case_fact where petition_code = ? order by round desc limit 1")
                .param(code)
                .query(String.class)
                .single();
    }

    private String letterOf(String code, String kind) {
        return house.jdbc
                .sql(
                        "select body_text from notice where petition_code = ? and kind = ? order by created_at desc limit 1")
                .params(code, kind)
                .query(String.class)
                .single();
    }

    private Map<?, ?> replyOf(String code) {
        var status = house.http()
                .get()
                .uri("/api/petitions/{code}?key={key}", code, walk.keyOf(code))
                .retrieve()
                .body(Map.class);
        return (Map<?, ?>) status.get("reply");
    }

    @Test
    void a_program_that_chooses_no_ending_goes_on_working() {
        var code = drafted("replyText", "Đã thay bóng đèn.");

        assertThat(walk.variable(walk.taskOf(code, "CSHP"), "ending")).isEqualTo("fixed");
        released(code);
        assertThat(endingOf(code)).isEqualTo("fixed");
        assertThat(factOf(code)).isEqualTo("fixed");
        assertThat(replyOf(code).get("ending")).isEqualTo("fixed");
        assertThat(letterOf(code, "reply")).contains("Kết quả: Đã giải quyết xong");
    }

    @Test
    void whoever_approves_or_checks_may_name_another_ending_and_that_is_kept() {
        var code = drafted("replyText", "Đã xem.", "ending", "fixed");

        house.complete(
                "cshpleader",
                walk.taskOf(code, "CSHP"),
                "approved",
                true,
                "ending",
                "handed-over",
                "handedTo",
                "Công ty Điện lực");
        assertThat(endingOf(code)).isEqualTo("handed-over Công ty Điện lực");
        assertThatThrownBy(() -> house.complete(
                        "operator",
                        code,
                        "userTask_checkReply",
                        "approved",
                        true,
                        "replyText",
                        "Không làm được.",
                        "ending",
                        "impossible"))
                .hasStackTraceContaining("phải nêu lý do");
        house.complete(
                "operator",
                code,
                "userTask_checkReply",
                "approved",
                true,
                "replyText",
                "Không làm được do dây điện thuộc ngành điện.",
                "ending",
                "impossible");
        house.runDueJobs();

        assertThat(endingOf(code)).isEqualTo("impossible");
        assertThat(replyOf(code).get("endingText")).isEqualTo("Không thực hiện được, lý do ghi trong trả lời");
        assertThat(walk.notesOf(code))
                .contains(
                        "Không thuộc thẩm quyền, đã chuyển đến Công ty Điện lực",
                        "Không thực hiện được, lý do ghi trong trả lời");
    }

    @Test
    void an_officer_may_begin_with_a_text_for_the_field_and_the_ending() {
        var code = walk.inWork("CSHP", "");

        var offered = templates.forCase(code);

        assertThat(offered.get(0).name()).isEqualTo("Đã giải quyết xong: Đã sửa đèn");
        assertThat(offered).extracting("ending").contains("planned", "handed-over", "impossible", "answered");
        assertThat(offered).noneMatch(one -> one.text().contains("{"));
        assertThat(offered).noneMatch(one -> one.name().contains("Đã thông cống"));
    }

    @Test
    void a_plan_without_a_day_to_come_is_no_answer() {
        assertThatThrownBy(
                        () -> drafted("replyText", "Sẽ làm.", "ending", "planned", "plannedUntil", today().toString()))
                .hasStackTraceContaining("Ghi ngày hẹn hoàn thành, sau hôm nay.");
    }

    @Test
    @Tag("A-72")
    void what_was_planned_is_asked_about_when_its_day_has_passed_and_the_citizen_hears_of_it() {
        var code = planned(1);
        assertThat(factOf(code)).isEqualTo("planned");
        assertThat(letterOf(code, "reply")).contains("Kết quả: Đã có kế hoạch, hẹn hoàn thành chậm nhất ngày");

        house.advance(Duration.ofDays(2));
        house.runDueJobs();
        var task = house.task(code, "userTask_confirmPlan");
        assertThat(task.getDueDate()).isAfter(java.util.Date.from(house.now()));

        house.advanceTo(task.getDueDate().toInstant().plusSeconds(60));
        house.runDueJobs(); // nobody has asked: reported level by level
        assertThat(walk.breachesOf(code)).containsExactly("userTask_confirmPlan");

        var newDay = today().plusDays(1);
        assertThatThrownBy(() -> house.complete(
                        "coordinator", task, "planOutcome", "postpone", "plannedUntil", newDay.toString()))
                .hasStackTraceContaining("Ghi vì sao chưa xong");
        house.complete(
                "coordinator",
                task,
                "planOutcome",
                "postpone",
                "plannedUntil",
                newDay.toString(),
                "planNote",
                "Chờ vật tư.");
        house.runDueJobs();
        assertThat(endingOf(code)).isEqualTo("planned " + newDay);
        assertThat(letterOf(code, "kept-plan")).contains("chưa xong", "Chờ vật tư.");

        house.advance(Duration.ofDays(2));
        house.runDueJobs();
        var again = house.task(code, "userTask_confirmPlan");
        assertThat(walk.variable(again, "planMoved")).isEqualTo(true);
        assertThatThrownBy(() -> house.complete(
                        "coordinator",
                        again,
                        "planOutcome",
                        "postpone",
                        "plannedUntil",
                        today().plusDays(1).toString(),
                        "planNote",
                        "Vẫn chờ vật tư."))
                .hasStackTraceContaining("lãnh đạo cơ quan duyệt ngày hẹn mới");
        house.complete("coordinator", house.task(code, "userTask_confirmPlan"), "planOutcome", "done");
        house.runDueJobs();
        assertThat(endingOf(code)).isEqualTo("fixed");
        assertThat(checksOf(code)).containsExactly("CSHP postponed", "CSHP done");
        assertThat(letterOf(code, "kept-plan")).contains("đã giải quyết xong");
        assertThat(factOf(code)).as("it was answered then, and not fixed").isEqualTo("planned");

        var reopened = planned(1);
        house.jdbc
                .sql("update petition set replied_at = null where code = ?")
                .param(reopened)
                .update();
        house.advance(Duration.ofDays(2));
        house.runDueJobs();
        assertThat(house.tasksOf(reopened))
                .noneMatch(open -> open.getTaskDefinitionKey().equals("userTask_confirmPlan"));

        house.complete(
                "coordinator",
                promisedDayPassed(),
                "userTask_confirmPlan",
                "planOutcome",
                "reopen",
                "planNote",
                "Không có vật tư.");
        assertThat(house.notPassed("planned-work")).isEmpty();
    }

    /** @return the code of a case whose promised day has passed */
    private String promisedDayPassed() {
        var code = planned(1);
        house.advance(Duration.ofDays(2));
        house.runDueJobs();
        return code;
    }

    private List<String> checksOf(String code) {
        return house.jdbc
                .sql("select agency_code || ' ' || outcome from plan_check where petition_code = ? order by checked_at")
                .param(code)
                .query(String.class)
                .list();
    }

    @Test
    @Tag("A-72")
    void a_promise_that_is_not_kept_opens_the_case_again_and_the_agency_answers_for_it() {
        var code = promisedDayPassed();
        var before = reportMonth.of(monthNow(), 0).orElseThrow().total();

        assertThatThrownBy(() -> house.complete("coordinator", code, "userTask_confirmPlan", "planOutcome", "reopen"))
                .hasStackTraceContaining("Ghi vì sao chưa xong");
        house.complete(
                "coordinator",
                house.task(code, "userTask_confirmPlan"),
                "planOutcome",
                "reopen",
                "planNote",
                "Cơ quan chưa mua được đèn.");
        house.runDueJobs();

        assertThat(letterOf(code, "kept-plan")).contains("chưa xong", "mở lại phản ánh", "Cơ quan chưa mua được đèn.");
        assertThat(house.stateOf(code)).isNotEqualTo("DONG");
        assertThat(walk.notesOf(code)).doesNotContain("Đã kết thúc").contains("Việc đã hẹn chưa xong");
        assertThat(house.tasksOf(code))
                .as("back at the agency, and nothing else")
                .hasSize(1);
        assertThat(walk.taskOf(code, "CSHP")).isNotNull();
        assertThat(walk.dueOf(code)).isAfter(house.now());
        assertThat(checksOf(code)).containsExactly("CSHP reopened");
        var after = reportMonth.of(monthNow(), 0).orElseThrow().total();
        assertThat(after.plansDue()).isEqualTo(before.plansDue() + 1);
        assertThat(after.plansBroken()).isEqualTo(before.plansBroken() + 1);
        assertThat(after.reopened()).isEqualTo(before.reopened() + 1);

        // Whoever needs another day promises it anew, and the leader approves.
        walk.accept(code, "CSHP");
        house.complete(
                "cshpofficer",
                walk.taskOf(code, "CSHP"),
                "outcome",
                "done",
                "replyText",
                "Sẽ thay đèn khi có vật tư.",
                "ending",
                "planned",
                "plannedUntil",
                today().plusDays(3).toString());
        released(code);
        assertThat(endingOf(code)).startsWith("planned");
    }

    @Test
    @Tag("A-72")
    void a_case_that_was_closed_meanwhile_is_opened_again_all_the_same() {
        var code = planned(9);
        house.advance(Duration.ofDays(11));
        house.runDueJobs();
        assertThat(house.stateOf(code)).isEqualTo("DONG");

        house.complete(
                "coordinator", code, "userTask_confirmPlan", "planOutcome", "reopen", "planNote", "Chưa mua được đèn.");
        house.runDueJobs();

        assertThat(walk.taskOf(code, "CSHP")).isNotNull();
        assertThat(house.stateOf(code)).isEqualTo("CHO_CO_QUAN");
    }

    @Test
    @Tag("A-72")
    void who_asks_after_a_plan_while_the_citizen_has_had_the_case_reopened_changes_nothing() {
        var code = promisedDayPassed();
        rate.with(code, walk.keyOf(code), 1, "Đèn vẫn tắt.", true);
        assertThatThrownBy(() -> house.complete(
                        "coordinator", code, "userTask_confirmPlan", "planOutcome", "reopen", "planNote", "Chưa xong."))
                .hasStackTraceContaining("Xét mở lại");
        house.complete("coordinator", code, "userTask_reviewReopening", "approved", true, "leadAgency", "CSHP");
        house.runDueJobs();
        var letters = letters(code);

        house.complete("coordinator", house.task(code, "userTask_confirmPlan"), "planOutcome", "done");
        house.runDueJobs();

        assertThat(endingOf(code)).isEmpty();
        assertThat(checksOf(code)).isEmpty();
        assertThat(letters(code)).isEqualTo(letters);
    }

    private long letters(String code) {
        return house.jdbc
                .sql("select count(*) from notice where petition_code = ? and kind = 'kept-plan'")
                .param(code)
                .query(Long.class)
                .single();
    }

    private YearMonth monthNow() {
        return YearMonth.from(today());
    }
}
