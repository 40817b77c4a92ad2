package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.inform.OpenFiles;
import vn.haiphong.hotline1022.application.inform.TrackPetition;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.Attachments.Purpose;
import vn.haiphong.hotline1022.application.port.CheckedFile;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.receive.ReceiveOnce;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;
import vn.haiphong.hotline1022.domain.petition.PetitionState.CitizenStatus;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Photos;
import vn.haiphong.hotline1022.support.Walk;

/** What becomes of a petition that was joined to another, and of its sender. */
@HouseTest
class JoiningTest {

    @Autowired
    House house;

    @Autowired
    TrackPetition track;

    @Autowired
    RatePetition rate;

    @Autowired
    ReceiveOnce receive;

    @Autowired
    Attachments attachments;

    @Autowired
    OpenFiles openFiles;

    private Steps steps;

    @BeforeEach
    void walk() {
        steps = new Steps(house);
    }

    @Test
    @Tag("A-10")
    void whoever_was_joined_gets_the_answer_too_and_reads_it_under_the_own_code() {
        var first = steps.accepted();
        var second = steps.received();
        var third = steps.received();
        merge(third, second.toLowerCase(Locale.ROOT));
        merge(second, first);

        steps.answered(first);

        for (var joined : List.of(second, third)) {
            assertThat(steps.lettersOf(joined))
                    .startsWith("receipt")
                    .endsWith("reply")
                    .contains("merged");
            assertThat(steps.letterText(joined, "reply"))
                    .contains("Đã thay bóng đèn.", joined, "xử lý chung với phản ánh mã " + first)
                    .contains("Công ty CP Điện chiếu sáng Hải Phòng")
                    .contains("đánh giá trên trang tra cứu, chậm nhất", "/rate/" + joined);
            var seen = track.byCode(joined, steps.keyOf(joined), "192.0.2.10").orElseThrow();
            assertThat(seen.statusText()).isEqualTo("Đã gộp với mã " + first);
            assertThat(seen.reply().orElseThrow().text()).isEqualTo("Đã thay bóng đèn.");
            assertThat(seen.agency().orElseThrow().code()).isEqualTo("CSHP");
            assertThat(seen.dueAt()).isNotEmpty();
            assertThat(seen.place()).contains("Lê Chân");
            assertThat(seen.dueExplained()).isNotEmpty();
            assertThat(seen.mayRate()).isTrue();
        }
        assertThat(steps.lettersOf(first)).containsOnlyOnce("reply");
    }

    @Test
    @Tag("A-38")
    void whoever_was_joined_says_for_himself_that_it_is_not_fixed_and_the_case_is_reviewed_once() {
        var first = steps.accepted();
        var second = steps.received();
        var third = steps.received();
        merge(second, first);
        merge(third, first);
        steps.approved(first);
        attachments.add(first, photo("trước.jpg"), Purpose.sent, Actor.CITIZEN, null, house.now());
        attachments.add(first, photo("sau.jpg"), Purpose.after, "cshpofficer", "CSHP", house.now());
        house.complete("operator", first, "userTask_checkReply", "approved", true);
        house.runDueJobs();

        assertThat(openFiles.ofSender(second, steps.keyOf(second)).files())
                .extracting(file -> file.file().name())
                .as("his own, how the agency left the place, and nothing that another citizen sent")
                .containsExactly("anh.jpg", "sau.jpg");
        assertThatThrownBy(() -> rate.with(second, steps.keyOf(second), 1, "", true))
                .hasMessageContaining("cần mức");
        rate.with(second, steps.keyOf(second), 1, "Chỗ tôi vẫn tối, gọi 0912345678.", true);
        rate.with(third, steps.keyOf(third), 2, "Cũng vậy.", true);
        assertThatThrownBy(() -> rate.with(second, steps.keyOf(second), 1, "Nữa.", true))
                .hasMessageContaining("không chờ đánh giá");
        rate.with(first, steps.keyOf(first), 1, "Vẫn tắt.", true);

        assertThat(house.tasksOf(first)).extracting("taskDefinitionKey").containsExactly("userTask_reviewReopening");
        assertThat(new Walk(house).notesOf(first))
                .contains(
                        "Người gửi phản ánh gộp " + second + " đề nghị mở lại: Chỗ tôi vẫn tối, gọi (số điện thoại).");
        assertThat(ratingsCounted(first, second, third))
                .as("one case, counted once")
                .isEqualTo(1);
        house.complete("coordinator", first, "userTask_reviewReopening", "approved", true);
        var seen = track.byCode(second, steps.keyOf(second), "192.0.2.10").orElseThrow();
        assertThat(seen.mayRate()).isFalse();
        assertThat(seen.rating()).isEmpty();
        assertThat(seen.reply()).isEmpty();
        assertThat(seen.earlier()).hasSize(1);
        assertThat(seen.joinedTo().orElseThrow().status()).isEqualTo(CitizenStatus.DANG_XU_LY);
    }

    @Test
    @Tag("A-38")
    void
            what_the_sender_of_the_case_is_content_with_may_be_doubted_by_whoever_was_joined_for_as_long_as_anybody_rates() {
        var first = steps.accepted();
        var second = steps.received();
        merge(second, first);
        steps.answered(first);
        rate.with(first, steps.keyOf(first), 4, null, false);
        assertThat(house.stateOf(first)).isEqualTo("DONG");

        rate.with(second, steps.keyOf(second), 1, "Chỗ tôi vẫn tối.", true);

        house.complete("coordinator", first, "userTask_reviewReopening", "approved", true, "leadAgency", "CSHP");
        assertThat(house.stateOf(first)).isEqualTo("CHO_CO_QUAN");
        steps.answered(first);
        house.advance(Duration.ofDays(8));
        house.runDueJobs();
        assertThat(track.byCode(second, steps.keyOf(second), "192.0.2.10")
                        .orElseThrow()
                        .mayRate())
                .isFalse();
        assertThatThrownBy(() -> rate.with(second, steps.keyOf(second), 1, "Vẫn tối.", true))
                .hasMessageContaining("không chờ đánh giá");
    }

    private static CheckedFile photo(String name) {
        return new CheckedFile(name, "image/jpeg", Photos.JPEG, Photos.JPEG, Photos.JPEG, true);
    }

    private long ratingsCounted(String... codes) {
        return house.jdbc
                .sql("select count(*) from case_fact where petition_code = any (?) and rating is not null")
                .param(codes)
                .query(Long.class)
                .single();
    }

    @Test
    @Tag("A-58")
    void a_case_its_sender_chose_is_proposed_to_the_operator_for_joining_whatever_the_words_are() {
        var first = steps.accepted();
        var name = house.jdbc
                .sql("select public_id::text from petition where code = ?")
                .param(first)
                .query(String.class)
                .single();
        var second = receive.from(
                        new NewPetition(
                                "portal",
                                "Khu nhà tôi buổi tối đi lại rất nguy hiểm, đề nghị xem lại giúp",
                                new Petitioner("Lê Thị Gộp", "0987654321", "gop@example.vn"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                List.of(),
                                null),
                        Optional.of(UUID.fromString(name)))
                .code()
                .value();
        house.runDueJobs();

        var task = house.task(second, "userTask_classifyPetition").getId();
        assertThat(house.tasks.getVariable(task, "mergeInto")).isEqualTo(first);
        assertThat(house.tasks.getVariable(task, "decision")).isEqualTo("merge");
    }

    @Test
    @Tag("A-10")
    void before_the_answer_is_released_nobody_who_was_joined_reads_it() {
        var first = steps.approved(steps.accepted());
        var second = steps.received();

        merge(second, first);

        assertThat(track.byCode(second, steps.keyOf(second), "192.0.2.10")
                        .orElseThrow()
                        .reply())
                .isEmpty();
        house.complete("operator", first, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        assertThat(steps.lettersOf(second)).contains("reply");
    }

    @Test
    @Tag("A-10")
    void nothing_is_joined_to_what_is_answered_over_merged_or_confidential() {
        var answered = steps.answered(steps.accepted());
        var merged = steps.received();
        var over = steps.received();
        var open = steps.accepted();
        merge(merged, open);
        merge(over, open);
        var code = steps.received();
        house.jdbc
                .sql("update petition set confidential = true where code = ?")
                .param(open)
                .update();

        assertThat(refusalOfMerging(code, answered)).contains("đã trả lời hoặc đã kết thúc");
        rate.with(answered, steps.keyOf(answered), 4, null, false);
        assertThat(refusalOfMerging(code, answered)).contains("đã trả lời hoặc đã kết thúc");
        assertThat(refusalOfMerging(code, merged)).contains("hãy chọn phản ánh gốc");
        assertThat(refusalOfMerging(code, code)).contains("chính nó");
        var none = PetitionCode.of(LocalDate.of(2024, 9, 16), 999_999).value();
        assertThat(refusalOfMerging(code, open).replace(open, none)).isEqualTo(refusalOfMerging(code, none));
    }

    @Test
    @Tag("A-10")
    @Tag("A-09")
    void whoever_was_joined_to_what_is_turned_away_or_laid_aside_is_told_too() {
        var refused = steps.received();
        var first = steps.received();
        merge(first, refused);
        house.complete(
                "operator",
                refused,
                "userTask_classifyPetition",
                "decision",
                "refuse",
                "refusalReason",
                "da_tra_loi",
                "replyText",
                "Đèn đã được thay ngày 10/9.");
        house.complete("coordinator", refused, "userTask_approveRefusal", "approved", true);
        var asked = steps.received();
        var second = steps.received();
        merge(second, asked);
        house.complete(
                "operator", asked, "userTask_classifyPetition", "decision", "clarify", "supplementWhat", "Số nhà nào?");
        house.advance(Duration.ofDays(20));
        house.runDueJobs();

        assertThat(steps.letterText(first, "refusal")).contains(first, "Đèn đã được thay ngày 10/9.");
        assertThat(steps.letterText(second, "refusal")).contains(second, asked, "tạm đóng");
    }

    @Test
    @Tag("A-10")
    void a_double_is_seen_though_nobody_has_classified_the_first_yet() {
        var first = house.receive(
                        "Rác chất đống trước nhà số 5 ngõ 44 phố Hàng Kênh, bốn ngày chưa ai thu gom.", Steps.AREA)
                .code()
                .value();
        var second = house.receive("Trước nhà số 5 ngõ 44 phố Hàng Kênh rác chất đống bốn ngày nay rồi.", Steps.AREA)
                .code()
                .value();
        var withoutArea = house.receive(
                        "Rác chất đống trước nhà số 5 ngõ 44 phố Hàng Kênh, bốn ngày chưa ai thu gom cả.", null)
                .code()
                .value();
        var nextDoor = house.receive(
                        "Rác chất đống trước nhà số 7 ngõ 44 phố Hàng Kênh, bốn ngày chưa ai thu gom.", Steps.AREA)
                .code()
                .value();
        var elsewhere = house.receive("Rác chất đống ở bãi biển Đồ Sơn, hôi thối quá, xin dọn giúp.", Steps.AREA)
                .code()
                .value();
        house.runDueJobs();

        assertThat(steps.variable(second, "userTask_classifyPetition", "decision"))
                .isEqualTo("merge");
        assertThat(steps.variable(second, "userTask_classifyPetition", "mergeInto"))
                .isEqualTo(first);
        for (var unsure : List.of(withoutArea, nextDoor)) {
            assertThat((String) steps.variable(unsure, "userTask_classifyPetition", "proposalReason"))
                    .contains("Có thể trùng với " + first);
            assertThat(steps.variable(unsure, "userTask_classifyPetition", "decision"))
                    .isEqualTo("");
        }
        for (var alone : List.of(first, elsewhere)) {
            assertThat(steps.variable(alone, "userTask_classifyPetition", "mergeInto"))
                    .isEqualTo("");
        }
    }

    private void merge(String code, String into) {
        house.complete("operator", code, "userTask_classifyPetition", "decision", "merge", "mergeInto", into);
        house.runDueJobs();
    }

    private String refusalOfMerging(String code, String into) {
        try {
            merge(code, into);
        } catch (FormFieldValidationException refusal) {
            return refusal.getMessage();
        }
        throw new AssertionError("joined to " + into);
    }
}
