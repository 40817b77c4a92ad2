package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Walk;

/** What co-handling agencies do beside the lead, and what becomes of it (Giả định A-05). */
@HouseTest
@Tag("A-05")
class CoHandlingTest {

    @Autowired
    House house;

    private Walk walk;

    @BeforeEach
    void begin() {
        walk = new Walk(house);
    }

    @Test
    void a_co_handling_agency_has_until_the_case_is_due_and_is_reminded_and_reported_like_any_other() {
        var code = walk.accepted("CSHP", "PCHP");
        walk.accept(code, "PCHP");
        var due = walk.dueOf(code);
        assertThat(walk.taskOf(code, "PCHP").getDueDate()).isEqualTo(due);

        house.advanceTo(due.minusSeconds(60));
        house.runDueJobs();
        assertThat(walk.toldAbout(code)).contains("L0 pchpofficer@demo.1022.haiphong.gov.vn");
        assertThat(walk.breachesOf(code)).doesNotContain("userTask_giveOpinion");

        house.advanceTo(due.plusSeconds(60));
        house.runDueJobs();
        assertThat(walk.toldAbout(code)).contains("L1 pchpfocal@demo.1022.haiphong.gov.vn");
        assertThat(walk.breachesOf(code)).contains("userTask_giveOpinion");

        house.complete("pchpofficer", walk.taskOf(code, "PCHP"), "opinion", "Đã cắt điện đoạn tuyến.");
        assertThat(walk.breachesOf(code)).doesNotContain("userTask_giveOpinion");
        assertThat(endOfOpinion(code)).isNotNull();
    }

    @Test
    @Tag("A-16")
    void who_joins_after_an_extension_has_as_long_as_the_case_has_by_then() {
        var code = walk.accepted("CSHP", "PCHP");
        walk.accept(code, "CSHP");
        walk.extend(code, "CSHP");
        walk.approve(code, "CSHP");

        walk.accept(code, "PCHP");

        assertThat(walk.taskOf(code, "PCHP").getDueDate()).isEqualTo(walk.dueOf(code));
    }

    @Test
    @Tag("A-05")
    void an_extension_gives_those_who_are_at_work_already_no_more_time() {
        var code = walk.accepted("CSHP", "PCHP");
        walk.accept(code, "CSHP");
        walk.accept(code, "PCHP");
        var due = walk.dueOf(code);

        walk.extend(code, "CSHP");
        walk.approve(code, "CSHP");

        assertThat(walk.dueOf(code)).isAfter(due);
        assertThat(walk.taskOf(code, "PCHP").getDueDate()).isEqualTo(due);
        house.advanceTo(due.plusSeconds(60));
        house.runDueJobs();
        assertThat(walk.toldAbout(code))
                .as("told of its own limit, and the lead of none")
                .contains("L1 pchpfocal@demo.1022.haiphong.gov.vn")
                .doesNotContain("L1 cshpfocal@demo.1022.haiphong.gov.vn");
    }

    @Test
    void the_lead_reads_while_drafting_and_deciding_what_the_others_have_said_until_then() {
        var code = walk.inWork("CSHP", "PCHP, SXD");
        walk.accept(code, "PCHP");
        house.complete("pchpofficer", walk.taskOf(code, "PCHP"), "opinion", "Đã cắt điện đoạn tuyến.");
        assertThat(walk.variable(walk.taskOf(code, "CSHP"), "coOpinions"))
                .asString()
                .contains("Đã cắt điện đoạn tuyến.", "Sở Xây dựng: chưa có ý kiến");
        walk.draft(code, "CSHP", "Đã thay bóng đèn.");
        walk.accept(code, "SXD");
        house.complete("sxdofficer", walk.taskOf(code, "SXD"), "opinion", "Đúng quy hoạch.");

        assertThat(walk.variable(house.task(code, "userTask_approveReply"), "coOpinions"))
                .asString()
                .contains("Sở Xây dựng: Đúng quy hoạch.");
    }

    @Test
    void the_lead_gets_no_part_beside_its_own_while_its_answer_is_checked() {
        var code = walk.inWork("CSHP", "PCHP");
        walk.giveBack(code, "PCHP", "Không có lưới điện ở đó.");
        walk.draft(code, "CSHP", "Đã thay bóng đèn.");
        walk.approve(code, "CSHP");

        assertThatThrownBy(() -> house.complete(
                        "coordinator",
                        code,
                        "userTask_reassignCoHandling",
                        "outcome",
                        "another",
                        "coordinatingAgency",
                        "CSHP"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("đang xử lý hồ sơ này");
    }

    @Test
    void whoever_names_an_agency_anew_sees_who_is_at_work_and_names_none_of_them_twice() {
        var code = walk.accepted("CSHP", "PCHP");
        walk.accept(code, "PCHP");
        walk.giveBack(code, "CSHP", "Đèn do quận lắp.");

        var task = house.task(code, "userTask_assignByHand");
        assertThat(walk.variable(task, "agenciesAtWork")).asString().endsWith(" (phối hợp, đang xử lý)");
        assertThatThrownBy(() -> house.complete(
                        "coordinator",
                        code,
                        "userTask_assignByHand",
                        "leadAgency",
                        "UB305",
                        "coordinatingAgencies",
                        "PCHP"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("đang xử lý hồ sơ này");
        house.complete("coordinator", code, "userTask_assignByHand", "leadAgency", "UB305", "coordinatingAgencies", "");

        assertThat(walk.handlingsOf(code))
                .containsExactlyInAnyOrder(
                        "CSHP chủ trì CHUYEN_TRA", "PCHP phối hợp DANG_XU_LY", "UB305 chủ trì CHO_NHAN");
    }

    @Test
    @Tag("A-16")
    void a_co_handling_agency_that_becomes_the_lead_has_one_task_and_may_ask_for_more_time() {
        var code = walk.accepted("CSHP", "PCHP");
        walk.accept(code, "PCHP");
        walk.giveBack(code, "CSHP", "Do lưới điện.");

        house.complete("coordinator", code, "userTask_assignByHand", "leadAgency", "PCHP");
        walk.accept(code, "PCHP");
        walk.extend(code, "PCHP");

        assertThat(walk.taskOf(code, "PCHP").getTaskDefinitionKey()).isEqualTo("userTask_decideExtension");
        assertThat(walk.handlingsOf(code))
                .containsExactlyInAnyOrder(
                        "CSHP chủ trì CHUYEN_TRA", "PCHP phối hợp THAY_THE", "PCHP chủ trì DANG_XU_LY");
    }

    @Test
    void the_city_office_too_may_make_a_co_handling_agency_the_lead() {
        var code = walk.accepted("CSHP", "PCHP");
        walk.accept(code, "PCHP");
        walk.giveBack(code, "CSHP", "Do lưới điện.");
        house.complete("coordinator", code, "userTask_assignByHand", "leadAgency", "UB305");
        walk.giveBack(code, "UB305", "Do lưới điện.");

        house.complete(
                "vpubofficer",
                code,
                "userTask_settleCompetence",
                "leadAgency",
                "PCHP",
                "agencyBasis",
                "Thông báo 12/TB-VP");

        assertThat(walk.taskOf(code, "PCHP").getTaskDefinitionKey()).isEqualTo("userTask_acceptAssignment");
    }

    private Instant endOfOpinion(String code) {
        return house.jdbc
                .sql(
                        "select ended_at from deadline where petition_code = ? and step = 'opinion' and agency_code = 'PCHP'")
                .param(code)
                .query((row, i) ->
                        row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant())
                .single();
    }
}
