package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.hear.HearCitizen;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.receive.SupplementPetition;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** Every way a petition can go. The tests together pass through every node of every diagram; the last one says so. */
@HouseTest
@Tag("alone") // its time runs on into 2025
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegulationTest {

    private static final String LAMP = "Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền, ngõ tối om.";
    private static final String AREA = "quận Lê Chân";

    /** CalendarChangeTest, NoticeDigestTest, AnswerEndingTest, CitizenMessageTest walk them, through every node as well. */
    private static final Set<String> WALKED_ELSEWHERE = Set.of(
            "rule-change",
            "calendar-change",
            "notice-delivery",
            "planned-work",
            "citizen-message",
            "satisfaction-call");

    @Autowired
    vn.haiphong.hotline1022.application.reply.KeepPlan keepPlan;

    @Autowired
    House house;

    @Autowired
    RatePetition rate;

    @Autowired
    SupplementPetition supplement;

    @Autowired
    HearCitizen hear;

    @Autowired
    RepositoryService repository;

    private String received() {
        var code = house.receive(LAMP, AREA).code().value();
        house.runDueJobs();
        return code;
    }

    private String accepted(String lead, String coordinating) {
        return accepted(received(), lead, coordinating);
    }

    private String accepted(String code, String lead, String coordinating) {
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "field",
                "chieu_sang",
                "urgency",
                "ordinary",
                "leadAgency",
                lead,
                "coordinatingAgencies",
                coordinating);
        return code;
    }

    private String inWork() {
        var code = accepted("CSHP", "");
        house.complete("cshpfocal", code, "userTask_acceptAssignment", "outcome", "accept");
        house.runDueJobs(); // who has it is told while somebody works on it
        return code;
    }

    private String drafted() {
        var code = inWork();
        house.complete(
                "cshpofficer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã thay bóng đèn.");
        return code;
    }

    private String approved() {
        var code = drafted();
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        return code;
    }

    private String answered() {
        var code = approved();
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        return code;
    }

    private String keyOf(String code) {
        return house.jdbc
                .sql("select tracking_key from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private void isOver(String code, String state) {
        assertThat(house.stateOf(code)).isEqualTo(state);
        assertThat(house.runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(code)
                        .count())
                .isZero();
    }

    private java.util.List<String> lettersOf(String code) {
        return house.jdbc
                .sql("select kind from notice where petition_code = ? and state = 'sent' order by created_at, key")
                .param(code)
                .query(String.class)
                .list();
    }

    private java.util.List<Incident> breachesOf(String code) {
        var instances = house.runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .map(org.camunda.bpm.engine.runtime.ProcessInstance::getId)
                .toList();
        return house.runtime.createIncidentQuery().incidentType("slaBreach").list().stream()
                .filter(incident -> instances.contains(incident.getProcessInstanceId()))
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .toList();
    }

    @Test
    @Tag("A-13")
    void an_answered_petition_ends_with_the_citizens_rating() {
        var code = answered();

        assertThat(house.stateOf(code)).isEqualTo("DA_TRA_LOI");
        assertThat(lettersOf(code)).containsExactly("receipt", "assigned", "reply");
        assertThat(rate.with(code, keyOf(code), 4, null, false)).isTrue();

        isOver(code, "DONG");
    }

    @Test
    @Tag("A-13")
    void silence_for_seven_days_ends_it_too() {
        var code = answered();

        house.advance(Duration.ofDays(7).plusMinutes(1));
        house.runDueJobs();

        isOver(code, "DONG");
    }

    @Test
    @Tag("A-14")
    void a_bad_rating_with_a_reason_reopens_the_case_when_the_coordinator_agrees() {
        var code = answered();
        rate.with(code, keyOf(code), 1, "Đèn vẫn không sáng.", true);

        house.complete("coordinator", code, "userTask_reviewReopening", "approved", true);

        assertThat(house.task(code, "userTask_acceptAssignment").getTenantId()).isEqualTo("CSHP");
        house.complete("cshpfocal", code, "userTask_acceptAssignment", "outcome", "accept");
        house.complete("cshpofficer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã thay lại.");
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        assertThat(lettersOf(code)).containsExactly("receipt", "assigned", "reply", "reopened", "reply");
        assertThat(limitsOf(code)).containsExactly("working P3D", "working P1D");
        rate.with(code, keyOf(code), 2, "Đèn lại tắt.", true);

        assertThat(variable(code, "userTask_reviewReopening", "leadAgency")).isEqualTo("CSHP");
        house.complete("coordinator", code, "userTask_reviewReopening", "approved", true, "leadAgency", "UB305");

        assertThat(house.task(code, "userTask_acceptAssignment").getTenantId())
                .as("another agency, as the coordinator decided")
                .isEqualTo("UB305");
        assertThat(limitsOf(code))
                .as("a second time it is a complex case, with the whole of its limit")
                .containsExactly("working P3D", "working P1D", "working P10D");
        house.complete("ub305focal", code, "userTask_acceptAssignment", "outcome", "accept");
        house.complete(
                "ub305officer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã đi dây mới.");
        house.complete("ub305leader", code, "userTask_approveReply", "approved", true);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        rate.with(code, keyOf(code), 3, null, false);
        isOver(code, "DONG");
    }

    private java.util.List<String> limitsOf(String code) {
        return house.jdbc
                .sql("select limit_text from deadline where petition_code = ? and step = 'handle' order by id")
                .param(code)
                .query(String.class)
                .list();
    }

    @Test
    @Tag("A-14")
    void a_reopening_is_refused_with_a_reason_only() {
        var code = answered();
        rate.with(code, keyOf(code), 2, "Chưa ưng ý.", true);

        assertThatThrownBy(() -> house.complete("coordinator", code, "userTask_reviewReopening", "approved", false))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("lý do không mở lại");
        house.complete(
                "coordinator", code, "userTask_reviewReopening", "approved", false, "reviewNote", "Đèn đã sáng.");
        house.runDueJobs();

        assertThat(lettersOf(code)).containsExactly("receipt", "assigned", "reply", "not-reopened");
        isOver(code, "DONG");
    }

    @Test
    @Tag("A-54")
    void a_message_about_a_closed_case_can_have_its_reopening_reviewed() {
        var code = answered();
        rate.with(code, keyOf(code), 4, null, false);
        isOver(code, "DONG");

        hear.message(code, "Đèn lại tắt từ tối qua.", "voice");
        house.complete("coordinator", code, "userTask_hearCitizen", "hearOutcome", "reopen", "hearNote", "Sẽ xem lại.");
        house.complete(
                "coordinator", code, "userTask_reviewReopening", "approved", false, "reviewNote", "Cắt điện khu vực.");
        house.runDueJobs(); // the coordinator's words go out

        isOver(code, "DONG");
    }

    @Test
    @Tag("A-72")
    void a_promise_that_is_not_kept_starts_the_case_anew() {
        var code = answered();
        house.jdbc
                .sql("update petition set ending = 'planned', planned_until = ? where code = ?")
                .params(java.time.LocalDate.of(2024, 9, 1), code)
                .update();

        keepPlan.reopen(code);

        assertThat(house.stateOf(code)).isNotIn("DONG", "DA_TRA_LOI");
        assertThat(house.tasksOf(code)).isNotEmpty();
    }

    @Test
    void what_the_operator_knows_is_answered_at_once() {
        var code = received();

        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "answer",
                "replyText",
                "Lịch tiếp công dân: thứ Ba hằng tuần.");
        house.runDueJobs();

        assertThat(house.stateOf(code)).isEqualTo("DA_TRA_LOI");
        assertThat(lettersOf(code)).containsExactly("receipt", "reply");
    }

    @Test
    @Tag("A-09")
    void what_is_missing_is_asked_for_and_the_petition_is_classified_again() {
        var code = received();
        house.complete(
                "operator", code, "userTask_classifyPetition", "decision", "clarify", "supplementWhat", "Số nhà nào?");
        house.runDueJobs();
        assertThat(house.stateOf(code)).isEqualTo("CHO_BO_SUNG");
        assertThat(lettersOf(code)).containsExactly("receipt", "supplement");

        assertThat(supplement.with(code, keyOf(code), "Số 12, cột thứ hai.")).isTrue();

        var task = house.task(code, "userTask_classifyPetition");
        assertThat((String) house.tasks.getVariable(task.getId(), "content")).contains("Số 12, cột thứ hai.");
        assertThatThrownBy(() -> house.complete(
                        "operator",
                        code,
                        "userTask_classifyPetition",
                        "decision",
                        "clarify",
                        "supplementWhat",
                        "Còn cột nào nữa?"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("chỉ hỏi một lần");
        accepted(code, "CSHP", "");
        assertThat(house.stateOf(code)).isEqualTo("CHO_CO_QUAN");
    }

    @Test
    @Tag("A-09")
    void who_does_not_supplement_in_time_is_laid_aside() {
        var code = received();
        house.complete(
                "operator", code, "userTask_classifyPetition", "decision", "clarify", "supplementWhat", "Số nhà nào?");

        house.advance(Duration.ofDays(20)); // three working days, over Tết too
        house.runDueJobs();

        isOver(code, "TAM_DONG");
    }

    @Test
    @Tag("A-07")
    void a_refusal_needs_the_coordinator_and_gives_the_citizen_the_reason() {
        var code = received();
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "refuse",
                "refusalReason",
                "quang_cao",
                "replyText",
                "Nội dung quảng cáo không thuộc phạm vi tiếp nhận.");
        assertThatThrownBy(() -> house.complete("operator", code, "userTask_approveRefusal", "approved", true))
                .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
        house.complete(
                "coordinator",
                code,
                "userTask_approveRefusal",
                "approved",
                false,
                "sendBackReason",
                "Đây là phản ánh thật.");
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "refer",
                "refusalReason",
                "khieu_nai",
                "replyText",
                "Đề nghị gửi đơn đến Ban Tiếp công dân thành phố.");
        house.complete("coordinator", code, "userTask_approveRefusal", "approved", true);
        house.runDueJobs();

        isOver(code, "HUONG_DAN");
        assertThat(lettersOf(code)).containsExactly("receipt", "refusal");
    }

    @Test
    @Tag("A-12")
    void who_has_no_email_is_called() {
        var code = house.receive(LAMP, AREA, new Petitioner("Trần Thị Gọi", "0225 3842 000", null))
                .code()
                .value();
        house.runDueJobs();
        house.complete(
                "operator", code, "userTask_classifyPetition", "decision", "answer", "replyText", "Đèn sẽ được thay.");
        house.runDueJobs();

        assertThatThrownBy(() -> house.complete(
                        "operator", code, "userTask_callPetitioner", "callResult", "unreachable", "callNote", ""))
                .isInstanceOf(FormFieldValidationException.class);
        house.complete(
                "operator", code, "userTask_callPetitioner", "callResult", "reached", "callNote", "Gọi 0225 3842 000.");

        assertThat(notesOf(code)).contains("Đã gọi, đã gặp: Gọi (số điện thoại).");
        rate.with(code, keyOf(code), 4, null, false);
        isOver(code, "DONG");
    }

    @Test
    @Tag("A-12")
    @Tag("A-07")
    void a_call_that_nobody_answered_needs_words_and_one_about_a_denunciation_is_for_coordinators() {
        var code = house.receive(
                        "Tôi tố cáo cán bộ địa chính phường nhận tiền của dân để làm sổ đỏ.",
                        AREA,
                        new Petitioner("Trần Thị Gọi", "0225 3842 000", null))
                .code()
                .value();
        house.runDueJobs();
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "refer",
                "refusalReason",
                "to_cao",
                "replyText",
                "Đề nghị gửi đơn đến Thanh tra thành phố.");
        house.complete("coordinator", code, "userTask_approveRefusal", "approved", true);
        house.runDueJobs();

        assertThatThrownBy(() -> house.complete("operator", code, "userTask_callPetitioner", "callResult", "reached"))
                .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
        assertThatThrownBy(() ->
                        house.complete("coordinator", code, "userTask_callPetitioner", "callResult", "unreachable"))
                .isInstanceOf(FormFieldValidationException.class);
        house.complete("coordinator", code, "userTask_callPetitioner", "callResult", "reached");
        isOver(code, "HUONG_DAN");
    }

    @Test
    @Tag("A-05")
    void whoever_decides_after_returns_reads_all_reasons_and_chooses_anew() {
        var code = accepted("CSHP", "");
        house.complete(
                "cshpfocal",
                code,
                "userTask_acceptAssignment",
                "outcome",
                "return",
                "returnReason",
                "Đèn do quận lắp.");
        assertThat(variable(code, "userTask_assignByHand", "returnReason"))
                .isEqualTo("Công ty CP Điện chiếu sáng Hải Phòng: Đèn do quận lắp.");
        assertThat(variable(code, "userTask_assignByHand", "leadAgency")).isEqualTo("");
        house.complete("coordinator", code, "userTask_assignByHand", "leadAgency", "UB305");
        house.complete(
                "ub305focal",
                code,
                "userTask_acceptAssignment",
                "outcome",
                "return",
                "returnReason",
                "Đèn của thành phố.");

        assertThat((String) variable(code, "userTask_settleCompetence", "returnReason"))
                .endsWith("\nUBND quận Lê Chân: Đèn của thành phố.");
        assertThat(variable(code, "userTask_settleCompetence", "leadAgency")).isEqualTo("");
    }

    private Object variable(String code, String definition, String name) {
        return house.tasks.getVariable(house.task(code, definition).getId(), name);
    }

    private java.util.List<String> notesOf(String code) {
        return house.jdbc
                .sql("select note from petition_event where petition_code = ? and note is not null order by id")
                .param(code)
                .query(String.class)
                .list();
    }

    @Test
    @Tag("A-10")
    void a_double_joins_the_first_and_both_are_told() {
        var first = accepted("CSHP", "");
        var second = received();

        house.complete("operator", second, "userTask_classifyPetition", "decision", "merge", "mergeInto", first);
        house.runDueJobs();

        isOver(second, "GOP");
        assertThat(lettersOf(second)).contains("merged");
        assertThat(lettersOf(first)).contains("joined");
        assertThat(house.stateOf(first)).isEqualTo("CHO_CO_QUAN");
    }

    @Test
    @Tag("A-24")
    void two_matters_for_different_crews_become_two_petitions_of_the_same_sender() {
        var code = received();
        assertThatThrownBy(() -> house.complete(
                        "operator",
                        code,
                        "userTask_classifyPetition",
                        "decision",
                        "clarify",
                        "supplementWhat",
                        "Số nhà nào?",
                        "splitContent",
                        "Nắp cống trước nhà số 12 bị vỡ."))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("Chỉ tách");
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "field",
                "chieu_sang",
                "leadAgency",
                "CSHP",
                "splitContent",
                "Nắp cống trước nhà số 12 bị vỡ.");
        house.runDueJobs();

        var part = house.jdbc
                .sql("select petition_code from petition_event where note = ?")
                .param("Tách từ phản ánh " + code)
                .query(String.class)
                .single();
        var second = house.task(part, "userTask_classifyPetition");
        assertThat(house.tasks.getVariable(second.getId(), "field")).isEqualTo("thoat_nuoc");
        assertThat(lettersOf(part)).containsExactly("receipt");
        assertThat(keyOf(part)).isEqualTo(keyOf(code));
        assertThat(house.stateOf(code)).isEqualTo("CHO_CO_QUAN");
        accepted(part, "TNHP", "");
        assertThat(house.task(part, "userTask_acceptAssignment").getTenantId()).isEqualTo("TNHP");
    }

    @Test
    @Tag("A-04")
    void where_no_rule_names_an_agency_the_coordinator_does() {
        var code = received();
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "field",
                "chieu_sang",
                "leadAgency",
                "",
                "agencyBasis",
                "Chưa có quy tắc phân công");

        assertThat(variable(code, "userTask_assignByHand", "agencyBasis"))
                .as("why no agency was found is no reason why this one gets it")
                .isEqualTo("");
        assertThatThrownBy(() -> house.complete("coordinator", code, "userTask_assignByHand", "leadAgency", "XYZ"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("XYZ");
        house.complete(
                "coordinator",
                code,
                "userTask_assignByHand",
                "leadAgency",
                "CSHP",
                "coordinatingAgencies",
                "PCHP",
                "agencyBasis",
                "Tuyến đèn do thành phố quản lý");

        assertThat(house.tasksOf(code).stream().map(Task::getTenantId)).containsExactlyInAnyOrder("CSHP", "PCHP");
    }

    @Test
    @Tag("A-05")
    void a_first_return_goes_to_the_coordinator_the_next_is_settled_by_the_city_office() {
        var code = accepted("CSHP", "");
        assertThatThrownBy(() -> house.complete("cshpfocal", code, "userTask_acceptAssignment", "outcome", "return"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("lý do chuyển trả");
        house.complete(
                "cshpfocal",
                code,
                "userTask_acceptAssignment",
                "outcome",
                "return",
                "returnReason",
                "Đèn trong ngõ do quận quản lý");
        house.complete("coordinator", code, "userTask_assignByHand", "leadAgency", "PCHP");
        house.complete(
                "pchpfocal",
                code,
                "userTask_acceptAssignment",
                "outcome",
                "return",
                "returnReason",
                "Không phải lưới điện");
        assertThat(house.task(code, "userTask_settleCompetence").getTenantId()).isEqualTo("VPUB");
        house.complete(
                "vpubofficer",
                code,
                "userTask_settleCompetence",
                "leadAgency",
                "CSHP",
                "agencyBasis",
                "Thông báo của VP UBND");
        assertThatThrownBy(() -> house.complete(
                        "cshpfocal",
                        code,
                        "userTask_acceptAssignment",
                        "outcome",
                        "return",
                        "returnReason",
                        "Vẫn không phải"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("VP UBND");
        house.complete("cshpfocal", code, "userTask_acceptAssignment", "outcome", "accept");

        assertThat(house.stateOf(code)).isEqualTo("DANG_XU_LY");
    }

    @Test
    @Tag("A-05")
    void lead_and_coordinating_agencies_work_side_by_side_and_the_lead_answers_once() {
        var code = accepted("CSHP", "PCHP, SXD");
        house.complete("pchpfocal", taskOf(code, "PCHP"), "outcome", "accept");
        house.complete("pchpofficer", taskOf(code, "PCHP"), "opinion", "Đã cắt điện đoạn tuyến.");
        house.complete("cshpfocal", taskOf(code, "CSHP"), "outcome", "accept");
        house.runDueJobs();
        house.complete("cshpofficer", taskOf(code, "CSHP"), "outcome", "done", "replyText", "Đã sửa xong.");
        house.complete("cshpleader", taskOf(code, "CSHP"), "approved", true);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();

        assertThat(house.tasksOf(code)).as("SXD need not go on").isEmpty();
        assertThat(house.jdbc
                        .sql("select agency_code || ' ' || state from handling where petition_code = ? order by 1")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("CSHP DA_XONG", "PCHP DA_XONG", "SXD DA_XONG");
        assertThat(lettersOf(code)).containsExactly("receipt", "assigned", "reply");
    }

    @Test
    @Tag("A-05")
    void what_a_co_handling_agency_returns_a_coordinator_gives_to_another_or_drops_while_the_lead_goes_on() {
        var code = accepted("CSHP", "PCHP");
        house.complete("cshpfocal", taskOf(code, "CSHP"), "outcome", "accept");
        house.complete(
                "pchpfocal", taskOf(code, "PCHP"), "outcome", "return", "returnReason", "Không có lưới điện ở đó");

        assertThat(variable(code, "userTask_resolvePetition", "coOpinions"))
                .isEqualTo("Công ty TNHH MTV Điện lực Hải Phòng: chuyển trả: Không có lưới điện ở đó");
        assertThat(variable(code, "userTask_reassignCoHandling", "returnReason"))
                .isEqualTo("Công ty TNHH MTV Điện lực Hải Phòng: Không có lưới điện ở đó");
        house.advance(Duration.ofHours(1));
        house.runDueJobs();
        assertThat(breachesOf(code))
                .singleElement()
                .satisfies(i -> assertThat(i.getActivityId()).isEqualTo("userTask_reassignCoHandling"));

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
        house.complete(
                "coordinator", code, "userTask_reassignCoHandling", "outcome", "another", "coordinatingAgency", "SXD");
        house.complete("sxdfocal", taskOf(code, "SXD"), "outcome", "return", "returnReason", "Không phải công trình");
        assertThatThrownBy(() -> house.complete("coordinator", code, "userTask_reassignCoHandling", "outcome", "drop"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("lý do");
        house.complete(
                "coordinator",
                code,
                "userTask_reassignCoHandling",
                "outcome",
                "drop",
                "dropReason",
                "Cơ quan chủ trì tự làm được");

        assertThat(breachesOf(code)).isEmpty();
        assertThat(house.tasksOf(code).stream().map(Task::getTaskDefinitionKey))
                .containsExactly("userTask_resolvePetition");
        assertThat(notesOf(code)).contains("Cơ quan chủ trì tự làm được");
    }

    private Task taskOf(String code, String agency) {
        return house.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .tenantIdIn(agency)
                .singleResult();
    }

    @Test
    @Tag("A-16")
    void more_time_is_asked_before_the_limit_bounded_and_told_to_the_citizen() {
        var code = inWork();
        var before = dueOf(code);
        house.complete(
                "cshpofficer", code, "userTask_resolvePetition", "outcome", "extend", "extensionReason", "Chờ vật tư");
        house.complete(
                "cshpleader", code, "userTask_decideExtension", "approved", false, "sendBackReason", "Có sẵn vật tư");
        assertThat(dueOf(code)).isEqualTo(before);

        assertThatThrownBy(() -> house.complete(
                        "cshpofficer",
                        code,
                        "userTask_resolvePetition",
                        "outcome",
                        "extend",
                        "extensionReason",
                        "Chờ lâu",
                        "extendTo",
                        "2026-01-01"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("không quá");
        house.complete(
                "cshpofficer",
                code,
                "userTask_resolvePetition",
                "outcome",
                "extend",
                "extensionReason",
                "Chờ vật tư nhập ngoại");
        house.complete("cshpleader", code, "userTask_decideExtension", "approved", true);
        house.runDueJobs();

        assertThat(dueOf(code)).isAfter(before);
        assertThat(lettersOf(code)).containsExactly("receipt", "assigned", "interim");
        assertThat(house.jdbc
                        .sql("select public_note from petition_event where petition_code = ? and type = 'extended'")
                        .param(code)
                        .query(String.class)
                        .list())
                .as("for who reads the page alone")
                .singleElement()
                .asString()
                .contains("Gia hạn đến ", ". Lý do: ");
        assertThatThrownBy(() -> house.complete(
                        "cshpofficer",
                        code,
                        "userTask_resolvePetition",
                        "outcome",
                        "extend",
                        "extensionReason",
                        "Thêm lần nữa"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("Đã gia hạn một lần");
        asksTheCityOffice(code);
        assertThat(house.task(code, "userTask_decideExtension").getTenantId()).isEqualTo("VPUB");
        assertThatThrownBy(() -> house.complete("vpubleader", code, "userTask_decideExtension", "approved", true))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("căn cứ bằng văn bản");
        var once = dueOf(code);
        house.complete(
                "vpubleader",
                code,
                "userTask_decideExtension",
                "approved",
                true,
                "extensionBasis",
                "Thông báo 45/TB-VP ngày 20/9/2024");
        assertThat(dueOf(code)).isAfter(once);
        assertThatThrownBy(() -> asksTheCityOffice(code))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("hai lần");
    }

    private void asksTheCityOffice(String code) {
        house.complete(
                "cshpofficer",
                code,
                "userTask_resolvePetition",
                "outcome",
                "extendAgain",
                "extensionReason",
                "Hàng về chậm vì bão");
    }

    @Test
    @Tag("A-06")
    void how_long_an_agency_has_follows_from_field_category_and_kind() {
        assertThat(groundOfLimit("category", "su_co_ha_tang", "kind", "phan_anh"))
                .isEqualTo("Giả định A-06 (Đà Nẵng 3 ngày)");
        assertThat(groundOfLimit("category", "hien_ke", "kind", "gop_y")).isEqualTo("Giả định A-06 (hiến kế)");
        assertThat(groundOfLimit("category", "hoi_dap", "kind", "hoi_dap")).isEqualTo("Giả định A-06 (câu hỏi)");
    }

    private String groundOfLimit(String... facts) {
        var code = received();
        var variables = new java.util.ArrayList<Object>(
                java.util.List.of("decision", "accept", "field", "chieu_sang", "urgency", "ordinary"));
        variables.addAll(java.util.List.of("leadAgency", "CSHP", "coordinatingAgencies", ""));
        variables.addAll(java.util.List.of(facts));
        house.complete("operator", code, "userTask_classifyPetition", variables.toArray());
        return house.jdbc
                .sql("select ground from deadline where petition_code = ? and step = 'handle'")
                .param(code)
                .query(String.class)
                .single();
    }

    private java.time.Instant dueOf(String code) {
        return house.jdbc
                .sql("select due_at from petition where code = ?")
                .param(code)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    @Tag("A-12")
    void a_draft_is_sent_back_by_the_leader_and_an_answer_by_1022() {
        var code = drafted();
        house.complete(
                "cshpleader", code, "userTask_approveReply", "approved", false, "sendBackReason", "Nêu rõ ngày thay");
        house.complete(
                "cshpofficer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Thay ngày 17/9.");
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        house.complete(
                "operator", code, "userTask_checkReply", "approved", false, "sendBackReason", "Bỏ tên người phản ánh");
        assertThat(house.tasksOf(code).stream().map(Task::getTaskDefinitionKey))
                .containsExactly("userTask_resolvePetition");
        house.complete(
                "cshpofficer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã thay 17/9.");
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();

        assertThat(lettersOf(code)).containsExactly("receipt", "assigned", "reply");
    }

    @Test
    @Tag("A-12")
    void where_the_agency_wants_it_a_second_person_checks_the_draft_first() {
        draftsOf("CSHP", true);
        try {
            var code = drafted();
            assertThatThrownBy(() -> house.complete("cshpofficer", code, "userTask_checkDraft", "approved", true))
                    .isInstanceOf(FormFieldValidationException.class)
                    .hasMessageContaining("không tự kiểm tra");
            house.as("cshpofficer", () -> {
                house.tasks.setAssignee(house.task(code, "userTask_checkDraft").getId(), null);
                return null;
            });
            assertThatThrownBy(() -> house.complete("cshpfocal", code, "userTask_checkDraft", "approved", false))
                    .isInstanceOf(FormFieldValidationException.class)
                    .hasMessageContaining("lý do trả lại");
            house.complete(
                    "cshpfocal", code, "userTask_checkDraft", "approved", false, "sendBackReason", "Thiếu ngày thay.");
            assertThat(house.stateOf(code)).isEqualTo("DANG_XU_LY");
            house.complete(
                    "cshpofficer",
                    code,
                    "userTask_resolvePetition",
                    "outcome",
                    "done",
                    "replyText",
                    "Đã thay bóng đèn hôm qua.");
            house.complete("cshpfocal", code, "userTask_checkDraft", "approved", true);

            var decision = house.task(code, "userTask_approveReply");
            assertThat(house.tasks.getVariable(decision.getId(), "approved")).isNull();
            house.complete("cshpleader", decision, "approved", true);
            assertThat(house.task(code, "userTask_checkReply")).isNotNull();
        } finally {
            draftsOf("CSHP", false);
        }
    }

    private void draftsOf(String agency, boolean checked) {
        house.jdbc
                .sql("update agency set checks_drafts = ? where code = ?")
                .params(checked, agency)
                .update();
        house.advance(Duration.ofMinutes(1)); // the directory is read anew
    }

    @Test
    @Tag("A-08")
    void passed_limits_are_told_level_by_level_while_the_work_goes_on() {
        var code = inWork();
        var due = dueOf(code);

        house.advanceTo(warnOf(code));
        house.runDueJobs();
        assertThat(levels(code)).containsExactly(0);
        house.advanceTo(due.plusSeconds(2));
        house.runDueJobs();

        assertThat(breachesOf(code))
                .singleElement()
                .satisfies(incident -> assertThat(incident.getActivityId()).isEqualTo("userTask_resolvePetition"));
        assertThat(levels(code)).contains(0, 1).doesNotContain(2);

        house.advanceTo(due.plus(Duration.ofDays(30)));
        house.runDueJobs();
        assertThat(levels(code)).contains(0, 1, 2, 3);
        assertThat(house.jdbc
                        .sql("select count(*) from (select kind, recipient, key from notice where petition_code = ?"
                                + " group by 1, 2, 3 having count(*) > 1) doubled")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isZero();

        house.complete(
                "cshpofficer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã thay bóng đèn.");
        assertThat(breachesOf(code)).as("the next step begins late").hasSize(1);
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        assertThat(breachesOf(code)).isEmpty();
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        var told = levels(code).size();
        house.advance(Duration.ofDays(60));
        house.runDueJobs();
        assertThat(levels(code)).as("a finished case is never reported").hasSize(told);
    }

    private java.time.Instant warnOf(String code) {
        return house.jdbc
                .sql("select max(warn_at) from deadline where petition_code = ? and ended_at is null")
                .param(code)
                .query((row, i) -> row.getTimestamp(1).toInstant().plusSeconds(2))
                .single();
    }

    private java.util.List<Integer> levels(String code) {
        return house.jdbc
                .sql("select distinct substring(key from '\\|L(\\d+)\\|')::int from notice where petition_code = ?"
                        + " and kind in ('reminder', 'breach') and state = 'sent'")
                .param(code)
                .query(Integer.class)
                .list();
    }

    @Test
    @Tag("A-08")
    void an_unassigned_case_escalates_like_any_other() {
        var unclassified = received();
        house.advance(Duration.ofDays(4));
        house.runDueJobs();
        assertThat(breachesOf(unclassified)).hasSize(1);
        assertThat(levels(unclassified)).contains(1, 2);

        house.complete(
                "operator",
                unclassified,
                "userTask_classifyPetition",
                "decision",
                "refuse",
                "refusalReason",
                "quang_cao",
                "replyText",
                "Quảng cáo.");
        assertThat(breachesOf(unclassified))
                .as("late since before")
                .singleElement()
                .satisfies(i -> assertThat(i.getActivityId()).isEqualTo("userTask_approveRefusal"));
        house.advance(Duration.ofDays(10));
        house.runDueJobs();
        house.complete("coordinator", unclassified, "userTask_approveRefusal", "approved", true);
        house.runDueJobs();
        isOver(unclassified, "TU_CHOI");

        var unassigned = accepted("", "");
        house.advance(Duration.ofDays(4));
        house.runDueJobs();
        assertThat(breachesOf(unassigned))
                .singleElement()
                .satisfies(i -> assertThat(i.getActivityId()).isEqualTo("userTask_assignByHand"));
    }

    @Test
    @Tag("A-08")
    void checking_and_settling_have_limits_of_their_own() {
        var checked = approved();
        house.advance(Duration.ofDays(4));
        house.runDueJobs();
        assertThat(breachesOf(checked))
                .singleElement()
                .satisfies(i -> assertThat(i.getActivityId()).isEqualTo("userTask_checkReply"));

        var disputed = accepted("CSHP", "");
        house.complete(
                "cshpfocal", disputed, "userTask_acceptAssignment", "outcome", "return", "returnReason", "Của quận");
        house.complete("coordinator", disputed, "userTask_assignByHand", "leadAgency", "PCHP");
        house.complete(
                "pchpfocal", disputed, "userTask_acceptAssignment", "outcome", "return", "returnReason", "Của quận");
        house.advance(Duration.ofDays(5));
        house.runDueJobs();
        assertThat(breachesOf(disputed))
                .anySatisfy(i -> assertThat(i.getActivityId()).isEqualTo("userTask_settleCompetence"));
    }

    @Test
    @Tag("A-08")
    @Tag("A-14")
    @Tag("A-12")
    void who_is_to_decide_about_reopening_or_to_call_is_reminded_and_reported_like_any_other() {
        var code = answered();
        rate.with(code, keyOf(code), 1, "Đèn vẫn không sáng.", true);
        var called = house.receive(LAMP, AREA, new Petitioner("Trần Thị Gọi", "0225 3842 000", null))
                .code()
                .value();
        house.runDueJobs();
        house.complete(
                "operator", called, "userTask_classifyPetition", "decision", "answer", "replyText", "Sẽ thay đèn.");
        house.runDueJobs();
        assertThat(house.task(code, "userTask_reviewReopening").getDueDate()).isNotNull();
        assertThat(house.task(called, "userTask_callPetitioner").getDueDate()).isNotNull();

        house.advance(Duration.ofDays(4));
        house.runDueJobs();

        assertThat(breachesOf(code))
                .singleElement()
                .satisfies(i -> assertThat(i.getActivityId()).isEqualTo("userTask_reviewReopening"));
        assertThat(breachesOf(called))
                .singleElement()
                .satisfies(i -> assertThat(i.getActivityId()).isEqualTo("userTask_callPetitioner"));
        assertThat(levels(code)).contains(1, 2);
        house.complete(
                "coordinator", code, "userTask_reviewReopening", "approved", false, "reviewNote", "Đèn đã sáng.");
        house.complete("operator", called, "userTask_callPetitioner", "callResult", "reached");
        assertThat(house.jdbc
                        .sql("select count(*) from deadline where petition_code in (?, ?) and ended_at is null")
                        .params(code, called)
                        .query(Integer.class)
                        .single())
                .isZero();
        house.runDueJobs();
        isOver(code, "DONG");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    @Tag("A-17")
    void an_agency_that_is_merged_hands_its_open_cases_to_its_successor() {
        house.advanceTo("2025-02-26T08:00:00+07:00");
        house.runDueJobs();
        var lead = accepted("STTTT", "SGTVT");
        house.complete("stttt" + "focal", taskOf(lead, "STTTT"), "outcome", "accept");
        var due = dueOf(lead);
        var heirLeads = accepted("SXD", "SGTVT");
        var heirJoined = accepted("STTTT", "SKHCN");
        var checked = answeredBy("STTTT");
        var reopened = answeredBy("STTTT");
        house.complete("operator", reopened, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        rate.with(reopened, keyOf(reopened), 1, "Vẫn chưa được.", true);

        house.advanceTo("2025-03-01T00:01:00+07:00");
        house.complete(
                "operator", checked, "userTask_checkReply", "approved", false, "sendBackReason", "Ghi rõ ngày làm");
        assertThat(house.task(checked, "userTask_acceptAssignment").getTenantId())
                .as("sent back before the night's hand-over")
                .isEqualTo("SKHCN");
        house.complete("coordinator", reopened, "userTask_reviewReopening", "approved", true);
        assertThat(house.task(reopened, "userTask_acceptAssignment").getTenantId())
                .as("reopened before the night's hand-over")
                .isEqualTo("SKHCN");

        house.advanceTo("2025-03-01T08:00:00+07:00");
        house.runDueJobs();

        assertThat(house.tasksOf(heirLeads).stream().map(Task::getTenantId))
                .as("the heir leads already")
                .containsExactly("SXD");
        assertThat(house.tasksOf(heirJoined).stream().map(Task::getTenantId))
                .as("the heir takes over the lead")
                .containsExactly("SKHCN");

        assertThat(house.tasksOf(lead).stream().map(Task::getTenantId)).containsExactlyInAnyOrder("SKHCN", "SXD");
        assertThat(dueOf(lead)).isEqualTo(due);
        house.complete("skhcnfocal", taskOf(lead, "SKHCN"), "outcome", "accept");
        assertThat(house.stateOf(lead)).isEqualTo("DANG_XU_LY");
    }

    /** Approved by its leader, waiting for 1022. */
    private String answeredBy(String agency) {
        var code = accepted(agency, "");
        var people = agency.toLowerCase(java.util.Locale.ROOT);
        house.complete(people + "focal", code, "userTask_acceptAssignment", "outcome", "accept");
        house.complete(
                people + "officer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã làm xong.");
        house.complete(people + "leader", code, "userTask_approveReply", "approved", true);
        return code;
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void every_node_of_every_diagram_was_passed() {
        var missed = new TreeSet<String>();
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .filter(diagram -> !WALKED_ELSEWHERE.contains(diagram))
                .forEach(diagram -> missed.addAll(house.notPassed(diagram)));
        assertThat(missed).isEmpty();
    }
}
