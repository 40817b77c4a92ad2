package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.hear.HearCitizen;
import vn.haiphong.hotline1022.application.inform.ShowCase;
import vn.haiphong.hotline1022.application.inform.TrackPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.receive.SupplementPetition;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** The rows of the table of what is taken, each walked to its end: what the operator, the sender and others get to read. */
@HouseTest
@Tag("A-07")
class TakingTest {

    @Autowired
    House house;

    @Autowired
    TrackPetition track;

    @Autowired
    ShowCase showCase;

    @Autowired
    SupplementPetition supplement;

    @Autowired
    RatePetition rate;

    @Autowired
    HearCitizen hear;

    @Autowired
    PetitionProcess process;

    @Autowired
    Petitions petitions;

    private Steps steps;

    @BeforeEach
    void walk() {
        steps = new Steps(house);
    }

    @Test
    void a_state_secret_leaves_the_process_at_once_and_is_read_by_few() {
        var secret = "Tôi gửi sơ đồ bố trí kho vũ khí và quân số của đơn vị đóng tại phường Nam Sơn.";
        var code = house.receive(secret, Steps.AREA).code().value();
        house.runDueJobs();
        assertThat(steps.variable(code, "userTask_classifyPetition", "keepClosed"))
                .isEqualTo(true);
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "refuse",
                "refusalReason",
                "bi_mat",
                "replyText",
                "Xin không gửi nội dung này qua Tổng đài 1022.");

        isKeptClosed(code, "kho vũ khí");
        assertThat(steps.variable(code, "userTask_approveRefusal", "content")).isEqualTo("");
        assertThat(showCase.forTask(code, "operator", Set.of("operators"))).isEmpty();
        assertThat(showCase.forTask(code, "coordinator", Set.of("coordinators"))
                        .orElseThrow()
                        .content())
                .isEqualTo(secret);
        house.complete("coordinator", code, "userTask_approveRefusal", "approved", true);
        house.runDueJobs();
        isOver(code, "TU_CHOI");
        assertThat(steps.letterText(code, "refusal"))
                .contains("Xin không gửi nội dung này")
                .doesNotContain("kho vũ khí", "bốn số cuối");
    }

    @Test
    @Tag("A-54")
    void what_is_asked_about_a_denunciation_afterwards_shows_nothing_of_it_outside_the_case_file() {
        var code = house.receive(
                        "Tôi tố cáo ông phó chủ tịch phường nhận hối lộ để bỏ qua biệt thự của cháu ông.", Steps.AREA)
                .code()
                .value();
        house.runDueJobs();
        asProposed(code);

        hear.message(code, "Tôi muốn hỏi thêm về biệt thự của cháu ông.", "portal");
        process.askSatisfaction(petitions.get(code));
        process.followPlan(petitions.get(code), "2030-01-01", house.now());
        assertThat((String) steps.variable(code, "userTask_hearCitizen", "content"))
                .startsWith("Hồ sơ mật");
        isKeptClosed(code, "biệt thự của cháu");
        house.complete("coordinator", code, "userTask_hearCitizen", "hearOutcome", "reopen", "hearNote", "Sẽ xem.");
        assertThat((String) steps.variable(code, "userTask_reviewReopening", "content"))
                .startsWith("Hồ sơ mật");
        isKeptClosed(code, "biệt thự của cháu");
    }

    @Test
    @Tag("A-18")
    void the_telephone_opens_no_denunciation_from_receipt_on_and_an_ordinary_case_once_it_was_screened() {
        var denunciation = house.receive(
                        "Tôi tố cáo ông phó chủ tịch phường nhận hối lộ để bỏ qua nhà xây trái phép.", Steps.AREA)
                .code()
                .value();
        var lamp = house.receive("Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền.", Steps.AREA)
                .code()
                .value();
        house.runDueJobs();

        assertThat(steps.variable(denunciation, "userTask_classifyPetition", "keepClosed"))
                .isEqualTo(true);
        assertThat(track.byCode(denunciation, "5678", "192.0.2.11")).isEmpty();
        var seen = track.byCode(lamp, "5678", "192.0.2.11").orElseThrow();
        assertThat(seen.content()).isNull();
        assertThat(seen.history())
                .singleElement()
                .satisfies(step -> assertThat(step.text()).isEqualTo("Đã gửi đến Tổng đài 1022"));
        assertThat(track.bySender(lamp, "5678", "192.0.2.13")).isEmpty();
        assertThat(track.byCode(denunciation, steps.keyOf(denunciation), "192.0.2.11"))
                .isPresent();
        // As an operator takes it, whatever the tables thought.
        house.complete(
                "operator",
                lamp,
                "userTask_classifyPetition",
                "decision",
                "refer",
                "field",
                "to_cao",
                "refusalReason",
                "to_cao",
                "replyText",
                "Xin gửi đơn đến Thanh tra thành phố.");
        assertThat(track.byCode(lamp, "5678", "192.0.2.11")).isEmpty();
    }

    @Test
    void what_the_operator_refuses_as_secret_is_confidential_though_the_table_saw_nothing() {
        var code = house.receive("Hàng rào mạ kẽm trước số nhà 12 đường Tô Hiệu bị đổ ba tối liền.", Steps.AREA)
                .code()
                .value();
        house.runDueJobs();
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "refuse",
                "refusalReason",
                "bi_mat",
                "replyText",
                "Xin không gửi nội dung này qua Tổng đài 1022.");

        isKeptClosed(code, "Hàng rào mạ kẽm");
    }

    @Test
    void danger_with_a_denunciation_is_accepted_and_read_by_the_agency_at_work_in_the_register_alone() {
        var code = house.receive(
                        "Kêu cứu! Tôi tố cáo trưởng công an xã bảo kê, ngay bây giờ chúng đang đánh người đến bất tỉnh.",
                        Steps.AREA)
                .code()
                .value();
        house.runDueJobs();
        assertThat(steps.variable(code, "userTask_classifyPetition", "keepClosed"))
                .isEqualTo(true);
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "field",
                "an_ninh_trat_tu",
                "urgency",
                "urgent",
                "leadAgency",
                "CATP",
                "coordinatingAgencies",
                "");

        isKeptClosed(code, "bảo kê");
        assertThat((String) steps.variable(code, "userTask_acceptAssignment", "content"))
                .startsWith("Hồ sơ mật");
        assertThat(showCase.forTask(code, "catpfocal", Set.of("agencies", "CATP"))
                        .orElseThrow()
                        .content())
                .contains("bảo kê");
        assertThat(showCase.forTask(code, "cshpfocal", Set.of("agencies", "CSHP")))
                .isEmpty();
    }

    @Test
    @Tag("A-09")
    void what_is_added_to_a_confidential_petition_stays_out_of_the_process_too() {
        var code = house.receive("Tôi tố cáo cán bộ địa chính phường nhận tiền của dân để làm sổ đỏ.", Steps.AREA)
                .code()
                .value();
        house.runDueJobs();
        house.complete(
                "coordinator", code, "userTask_classifyPetition", "decision", "clarify", "supplementWhat", "Khi nào?");

        supplement.with(code, steps.keyOf(code), "Ngày 3/9, ông Bí Danh nhận.");

        isKeptClosed(code, "Bí Danh");
        assertThat(steps.variable(code, "userTask_classifyPetition", "content")).isEqualTo("");
    }

    /** Neither in the process nor in what the citizen's key shows, nor in the hands of whoever has his telephone. */
    private void isKeptClosed(String code, String words) {
        assertThat(house.runtime.createVariableInstanceQuery().list().stream()
                        .filter(variable -> String.valueOf(variable.getValue()).contains(words)))
                .isEmpty();
        assertThat(track.byCode(code, steps.keyOf(code), "192.0.2.11")
                        .orElseThrow()
                        .content())
                .isNull();
        assertThat(track.byCode(code, "5678", "192.0.2.11")).isEmpty();
        assertThat(house.jdbc
                        .sql("select confidential from petition where code = ?")
                        .param(code)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoever_writes_while_in_danger_is_told_at_once_whom_to_call_and_the_operator_says_it_too() {
        var receipt = house.receive("Cứu với! Cháy nhà số 5 ngõ 12 Tô Hiệu, có người bất tỉnh bên trong.", Steps.AREA);
        var code = receipt.code().value();
        house.runDueJobs();

        assertThat(steps.variable(code, "userTask_classifyPetition", "decision"))
                .isEqualTo("accept");
        assertThat((String) steps.variable(code, "userTask_classifyPetition", "toldWords"))
                .contains("xin gọi ngay 113", "114", "115");
        assertThat(steps.letterText(code, "receipt"))
                .contains("xin gọi ngay 113", "không thay được cuộc gọi")
                .doesNotContain("ưu tiên chuyển", "đã chuyển");
        assertThat(track.byCode(code, receipt.trackingKey(), "192.0.2.12")
                        .orElseThrow()
                        .told()
                        .orElseThrow())
                .contains("xin gọi ngay 113")
                .doesNotContain("ưu tiên chuyển");
    }

    @Test
    void an_anonymous_tip_about_safety_is_taken_owed_no_answer_and_not_rated() {
        var receipt = house.receive(
                "Cột điện trước số 12 đường Tô Hiệu nghiêng, dây điện trùng xuống mặt đường.",
                Steps.AREA,
                Petitioner.ANONYMOUS);
        var code = receipt.code().value();
        house.runDueJobs();
        assertThat(steps.variable(code, "userTask_classifyPetition", "decision"))
                .isEqualTo("accept");
        assertThat((String) steps.variable(code, "userTask_classifyPetition", "toldWords"))
                .contains("tiếp nhận tin báo", "không thể trả lời");
        steps.accepted(code);
        steps.answered(code);

        assertThat(steps.lettersOf(code)).isEmpty();
        assertThat(house.tasksOf(code)).as("nobody can be called").isEmpty();
        var seen = track.byCode(code, receipt.trackingKey(), "192.0.2.12").orElseThrow();
        assertThat(seen.reply()).isPresent();
        assertThat(seen.mayRate()).isFalse();
        assertThatThrownBy(() -> rate.with(code, receipt.trackingKey(), 4, null, false))
                .hasMessageContaining("không có phần đánh giá");
        house.advance(Duration.ofDays(7).plusMinutes(1));
        house.runDueJobs();
        isOver(code, "DONG");
    }

    @Test
    void an_anonymous_report_without_danger_is_refused_and_says_what_is_missing() {
        var code = house.receive(
                        "Đề nghị thành phố xem lại giờ mở cửa của thư viện trên phố Đinh Tiên Hoàng.",
                        Steps.AREA,
                        Petitioner.ANONYMOUS)
                .code()
                .value();
        house.runDueJobs();

        assertThat(proposalOf(code)).isEqualTo("refuse nac_danh");
        assertThat((String) steps.variable(code, "userTask_classifyPetition", "replyText"))
                .contains("họ tên và số điện thoại");
        asProposed(code);
        isOver(code, "TU_CHOI");
    }

    @Test
    void what_lies_outside_the_city_is_referred_to_the_other_one() {
        var code = house.receive("Rác chất đống trước chợ Đồng Xuân, Hà Nội, đã ba ngày không ai dọn.", "ngoài địa bàn")
                .code()
                .value();
        house.runDueJobs();

        assertThat(proposalOf(code)).isEqualTo("refer ngoai_dia_ban");
        asProposed(code);
        isOver(code, "HUONG_DAN");
        assertThat(steps.letterText(code, "refusal")).contains("không thuộc thành phố Hải Phòng");
    }

    @Test
    void what_was_answered_before_and_brings_nothing_new_is_not_taken_again() {
        var code = house.receive(
                        "Việc này đã được trả lời nhưng tôi không đồng ý, đề nghị trả lời lại về vỉa hè phố Tô Hiệu.",
                        Steps.AREA)
                .code()
                .value();
        house.runDueJobs();

        assertThat(proposalOf(code)).isEqualTo("refuse da_tra_loi");
        asProposed(code);
        isOver(code, "TU_CHOI");
        assertThat(steps.letterText(code, "refusal")).contains("tình tiết, hình ảnh mới", "quyền khiếu nại");
    }

    @Test
    @Tag("A-09")
    void a_supplement_that_says_where_brings_the_area_and_the_agency() {
        var code = house.receive("Rác chất đống trước cửa nhà tôi, đã mấy ngày không thấy ai dọn.", null)
                .code()
                .value();
        house.runDueJobs();
        assertThat(steps.variable(code, "userTask_classifyPetition", "areaCode"))
                .isNull();
        house.complete(
                "operator", code, "userTask_classifyPetition", "decision", "clarify", "supplementWhat", "Ở đâu?");

        supplement.with(code, steps.keyOf(code), "Ở ngõ 12 đường Cát Dài, quận Lê Chân.");

        assertThat(steps.variable(code, "userTask_classifyPetition", "areaCode"))
                .isEqualTo("305");
        assertThat((String) steps.variable(code, "userTask_classifyPetition", "leadAgency"))
                .isNotBlank();
        assertThat(house.jdbc
                        .sql("select area_code from petition where code = ?")
                        .param(code)
                        .query(String.class)
                        .single())
                .isEqualTo("305");
    }

    private String proposalOf(String code) {
        return steps.variable(code, "userTask_classifyPetition", "decision") + " "
                + steps.variable(code, "userTask_classifyPetition", "refusalReason");
    }

    /** The operator and the coordinator see it as the table does. */
    private void asProposed(String code) {
        house.complete("operator", code, "userTask_classifyPetition");
        house.complete("coordinator", code, "userTask_approveRefusal", "approved", true);
        house.runDueJobs();
    }

    private void isOver(String code, String state) {
        assertThat(house.stateOf(code)).isEqualTo(state);
        assertThat(steps.isOver(code)).isTrue();
    }
}
