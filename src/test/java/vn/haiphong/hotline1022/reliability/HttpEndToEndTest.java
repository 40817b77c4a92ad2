package vn.haiphong.hotline1022.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.reliability.Office.Slip;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** Every way out of the house for a petition, gone by programs at its doors: nothing but HTTP, each as the right person. */
@HouseTest
class HttpEndToEndTest {

    private static final String CLASSIFY = "userTask_classifyPetition";
    private static final String ACCEPT = "userTask_acceptAssignment";
    private static final String RESOLVE = "userTask_resolvePetition";

    @Autowired
    House house;

    Office office;

    @BeforeEach
    void doors() {
        office = new Office(Integer.parseInt(house.url("").replaceAll(".*:", "")));
    }

    @Test
    void an_agency_answers_its_leader_approves_1022_checks_and_the_citizen_reads_it_and_is_written_to() {
        var slip = office.receive();
        house.runDueJobs();
        assertThat(office.statusOf(slip)).isEqualTo("DA_GUI");

        var form = accept(slip, "CSHP", "");
        assertThat(form.at("/content/value").asText()).isEqualTo(Office.LAMP);
        assertThat(form.at("/field/value").asText()).as("the table's proposal").isEqualTo("chieu_sang");
        assertThat(office.as("pchpfocal").tasksOf(slip)).as("not their case").isEmpty();
        office.as("cshpfocal").does(slip, ACCEPT, "outcome", "accept");
        house.runDueJobs();
        assertThat(office.track(slip).at("/agency/code").asText()).isEqualTo("CSHP");
        office.as("cshpofficer").does(slip, RESOLVE, "outcome", "done", "replyText", "Đã thay bóng đèn.");
        assertThat(office.track(slip).has("reply"))
                .as("a draft is nobody's answer")
                .isFalse();
        office.as("cshpleader")
                .does(slip, "userTask_approveReply", "approved", false, "sendBackReason", "Ghi rõ ngày thay.");
        office.as("cshpofficer").does(slip, RESOLVE, "outcome", "done", "replyText", "Đã thay bóng đèn ngày 16/9.");
        var draft = office.as("cshpleader").does(slip, "userTask_approveReply", "approved", true);
        assertThat(draft.at("/replyText/value").asText()).isEqualTo("Đã thay bóng đèn ngày 16/9.");
        office.as("operator").does(slip, "userTask_checkReply", "approved", true);
        house.runDueJobs();

        assertThat(office.track(slip).at("/reply/text").asText()).isEqualTo("Đã thay bóng đèn ngày 16/9.");
        assertThat(lettersOf(slip)).containsExactly("assigned", "receipt", "reply");
        office.rate(slip, 4, null, false);
        isOver(slip, "DONG");
    }

    @Test
    void a_first_return_comes_to_the_coordinator_a_second_to_the_city_office_and_there_is_no_third() {
        var slip = office.receive();
        accept(slip, "CSHP", "");
        office.as("cshpfocal").isRefused("lý do chuyển trả", slip, ACCEPT, "outcome", "return");
        office.as("cshpfocal").does(slip, ACCEPT, "outcome", "return", "returnReason", "Đèn trong ngõ do quận quản lý");
        office.as("coordinator")
                .does(slip, "userTask_assignByHand", "leadAgency", "PCHP", "agencyBasis", "Theo địa bàn");
        office.as("pchpfocal").does(slip, ACCEPT, "outcome", "return", "returnReason", "Không phải lưới điện");
        office.as("vpubofficer")
                .does(slip, "userTask_settleCompetence", "leadAgency", "CSHP", "agencyBasis", "Thông báo của VP UBND");
        office.as("cshpfocal")
                .isRefused("VP UBND", slip, ACCEPT, "outcome", "return", "returnReason", "Vẫn không phải");

        work(slip);
        check(slip);
        assertThat(office.statusOf(slip)).isEqualTo("DA_TRA_LOI");
    }

    @Test
    void nobody_is_turned_away_by_the_operator_alone() {
        var slip = office.receive();
        var proposal = new Object[] {
            "decision", "refuse", "refusalReason", "quang_cao", "replyText", "Nội dung quảng cáo không được tiếp nhận."
        };
        office.as("operator").does(slip, CLASSIFY, proposal);
        var task = office.as("coordinator").taskOf(slip, "userTask_approveRefusal");
        assertThat(office.as("operator").claim(task).statusCode()).isBetween(400, 404);
        assertThat(office.as("operator")
                        .complete(task, Office.values("approved", true))
                        .statusCode())
                .isBetween(400, 404);
        office.as("coordinator")
                .does(slip, "userTask_approveRefusal", "approved", false, "sendBackReason", "Xem lại lời báo");
        office.as("operator").does(slip, CLASSIFY, proposal);
        office.as("coordinator").does(slip, "userTask_approveRefusal", "approved", true);
        house.runDueJobs();

        assertThat(lettersOf(slip)).containsExactly("receipt", "refusal");
        isOver(slip, "TU_CHOI");
    }

    @Test
    void a_complaint_is_referred_to_where_it_belongs() {
        var slip = office.receive();
        office.as("operator")
                .does(
                        slip,
                        CLASSIFY,
                        "decision",
                        "refer",
                        "refusalReason",
                        "khieu_nai",
                        "replyText",
                        "Đề nghị gửi đơn đến Ban Tiếp công dân thành phố.");
        office.as("coordinator").does(slip, "userTask_approveRefusal", "approved", true);
        house.runDueJobs();

        assertThat(lettersOf(slip)).containsExactly("receipt", "refusal");
        isOver(slip, "HUONG_DAN");
    }

    @Test
    void what_the_operator_knows_is_answered_at_once() {
        var slip = office.receive();
        office.as("operator").isRefused("Ghi câu trả lời", slip, CLASSIFY, "decision", "answer");
        office.as("operator")
                .does(slip, CLASSIFY, "decision", "answer", "replyText", "Tiếp công dân thứ Ba hằng tuần.");
        house.runDueJobs();

        assertThat(office.track(slip).at("/reply/text").asText()).isEqualTo("Tiếp công dân thứ Ba hằng tuần.");
        assertThat(lettersOf(slip)).containsExactly("receipt", "reply");
    }

    @Test
    void what_is_missing_is_asked_for_answered_by_the_citizen_and_classified_again() {
        var slip = office.receive();
        office.as("operator").does(slip, CLASSIFY, "decision", "clarify", "supplementWhat", "Cột đèn nào?");
        house.runDueJobs();
        assertThat(office.track(slip).get("question").asText()).isEqualTo("Cột đèn nào?");

        office.supplement(slip, "Cột thứ hai từ đầu ngõ.");

        var form = accept(slip, "CSHP", "");
        assertThat(form.at("/content/value").asText()).contains("Cột thứ hai từ đầu ngõ.");
        assertThat(lettersOf(slip)).containsExactly("receipt", "supplement");
    }

    @Test
    void a_double_is_merged_and_both_senders_are_told() {
        var first = office.receive();
        accept(first, "CSHP", "");
        var second = office.receive();
        office.as("operator")
                .isRefused("Không có phản ánh mã", second, CLASSIFY, "decision", "merge", "mergeInto", "HP1022-1");
        office.as("operator").does(second, CLASSIFY, "decision", "merge", "mergeInto", first.code());
        house.runDueJobs();

        assertThat(lettersOf(second)).containsExactly("merged", "receipt");
        assertThat(lettersOf(first)).containsExactly("joined", "receipt");
        assertThat(office.as("cshpfocal").tasksOf(first)).hasSize(1);
        isOver(second, "GOP");
    }

    @Test
    void where_no_table_names_an_agency_the_coordinator_does_and_agencies_work_side_by_side() {
        var slip = office.receive();
        accept(slip, "", "");
        office.as("coordinator").isRefused("XYZ", slip, "userTask_assignByHand", "leadAgency", "XYZ");
        office.as("coordinator")
                .does(
                        slip,
                        "userTask_assignByHand",
                        "leadAgency",
                        "CSHP",
                        "coordinatingAgencies",
                        "PCHP",
                        "agencyBasis",
                        "Tuyến đèn do thành phố quản lý");

        office.as("pchpfocal").does(slip, ACCEPT, "outcome", "accept");
        office.as("pchpofficer").does(slip, "userTask_giveOpinion", "opinion", "Đã cắt điện đoạn tuyến.");
        work(slip);
        check(slip);
        assertThat(lettersOf(slip)).containsExactly("assigned", "receipt", "reply");
    }

    @Test
    void more_time_is_asked_for_once_granted_by_the_leader_and_told_to_the_citizen() {
        var slip = office.receive();
        accept(slip, "CSHP", "");
        office.as("cshpfocal").does(slip, ACCEPT, "outcome", "accept");
        var before = dueOf(slip);
        office.as("cshpofficer").isRefused("lý do xin gia hạn", slip, RESOLVE, "outcome", "extend");
        office.as("cshpofficer").does(slip, RESOLVE, "outcome", "extend", "extensionReason", "Chờ vật tư");
        office.as("cshpleader").does(slip, "userTask_decideExtension", "approved", true);
        house.runDueJobs();

        assertThat(dueOf(slip)).isAfter(before);
        assertThat(Instant.parse(office.track(slip).get("originalDueAt").asText()))
                .isEqualTo(before);
        assertThat(lettersOf(slip)).containsExactly("assigned", "interim", "receipt");
        office.as("cshpofficer")
                .isRefused("Đã gia hạn một lần", slip, RESOLVE, "outcome", "extend", "extensionReason", "Thêm");
    }

    @Test
    void a_bad_rating_with_a_reason_opens_the_case_again_when_the_coordinator_agrees() {
        var slip = office.receive();
        accept(slip, "CSHP", "");
        work(slip);
        check(slip);
        office.rate(slip, 1, "Đèn vẫn không sáng.", true);
        office.as("coordinator").does(slip, "userTask_reviewReopening", "approved", true);
        work(slip);
        check(slip);

        assertThat(lettersOf(slip)).containsExactly("assigned", "receipt", "reopened", "reply", "reply");
        office.rate(slip, 3, null, false);
        isOver(slip, "DONG");
    }

    // Sent twice -----------------------------------------------------------------------------------------------------

    @Test
    void twenty_at_once_with_one_key_are_one_petition_with_one_answer() throws Exception {
        var key = UUID.randomUUID().toString();
        var email = key + "@example.vn";
        var petition = Office.petition(Office.LAMP, email);
        Callable<HttpResponse<String>> send = () -> office.post(petition, "Idempotency-Key", key);
        var pool = Executors.newFixedThreadPool(20);
        Set<String> answers;
        try {
            answers = pool.invokeAll(IntStream.range(0, 20).mapToObj(i -> send).toList(), 1, TimeUnit.MINUTES).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .map(answer -> answer.statusCode() + " " + answer.body())
                    .collect(Collectors.toSet());
        } finally {
            pool.shutdownNow();
        }

        assertThat(answers).singleElement().asString().startsWith("201 ");
        assertThat(house.jdbc
                        .sql("select count(*) from petitioner where email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var code = Office.slip(send.call()).code();
        assertThat(house.runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(code, "petition-handling")
                        .count())
                .isEqualTo(1);
        house.runDueJobs();
        assertThat(lettersOf(new Slip(code, ""))).containsExactly("receipt");
    }

    @Test
    void the_same_key_with_another_petition_is_a_conflict_and_takes_nothing() {
        var key = UUID.randomUUID().toString();
        office.post(Office.petition(Office.LAMP, "dan@example.vn"), "Idempotency-Key", key);
        var other = key + "@example.vn";

        var answer = office.post(Office.petition(Office.LAMP + " Xin cảm ơn.", other), "Idempotency-Key", key);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Office.json(answer.body()).get("detail").asText()).isNotBlank();
        assertThat(house.jdbc
                        .sql("select count(*) from petitioner where email = ?")
                        .param(other)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    // ----------------------------------------------------------------------------------------------------------------

    private JsonNode accept(Slip slip, String lead, String coordinating) {
        return office.as("operator")
                .does(
                        slip,
                        CLASSIFY,
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
    }

    private void work(Slip slip) {
        office.as("cshpfocal").does(slip, ACCEPT, "outcome", "accept");
        house.runDueJobs();
        office.as("cshpofficer").does(slip, RESOLVE, "outcome", "done", "replyText", "Đã thay bóng đèn.");
        office.as("cshpleader").does(slip, "userTask_approveReply", "approved", true);
    }

    private void check(Slip slip) {
        office.as("operator").does(slip, "userTask_checkReply", "approved", true);
        house.runDueJobs();
    }

    private Instant dueOf(Slip slip) {
        return Instant.parse(office.track(slip).get("dueAt").asText());
    }

    private List<String> lettersOf(Slip slip) {
        return house.jdbc
                .sql("select kind from notice where petition_code = ? and state = 'sent' order by kind")
                .param(slip.code())
                .query(String.class)
                .list();
    }

    /** For the citizen, in the register, for the staff and in the engine. */
    private void isOver(Slip slip, String state) {
        assertThat(office.statusOf(slip))
                .isEqualTo(office.track(slip).get("status").asText());
        assertThat(house.stateOf(slip.code())).isEqualTo(state);
        assertThat(office.as("coordinator").tasksOf(slip)).isEmpty();
        assertThat(house.runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(slip.code())
                        .count())
                .isZero();
    }
}
