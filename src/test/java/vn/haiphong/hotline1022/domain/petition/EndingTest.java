package vn.haiphong.hotline1022.domain.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.Ending.Kind;

@Tag("A-52")
class EndingTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 9, 18);

    private static Ending chosen(String kind, LocalDate until, String to, String text) {
        return Ending.chosen(kind, until, to, text, TODAY);
    }

    @Test
    void what_is_planned_names_a_day_to_come() {
        assertThat(chosen("planned", TODAY.plusDays(1), null, "Sẽ làm.").inWords())
                .isEqualTo("Đã có kế hoạch, hẹn hoàn thành chậm nhất ngày 19/09/2024");
        for (var day : new LocalDate[] {null, TODAY, TODAY.minusDays(1)}) {
            assertThatThrownBy(() -> chosen("planned", day, null, "Sẽ làm."))
                    .isInstanceOfSatisfying(
                            BusinessRefusal.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("plannedUntil"));
        }
    }

    @Test
    void what_was_passed_on_says_to_whom() {
        assertThat(chosen("handed-over", null, " Công ty Điện lực ", "Đã chuyển.")
                        .inWords())
                .isEqualTo("Không thuộc thẩm quyền, đã chuyển đến Công ty Điện lực");
        assertThatThrownBy(() -> chosen("handed-over", null, " ", "Đã chuyển.")).isInstanceOf(BusinessRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Không thể lắp vì chưa có vốn.", "Do lòng đường hẹp nên chưa mở rộng được.", "CĂN CỨ quy hoạch"})
    void what_cannot_be_done_gives_its_reason(String text) {
        assertThat(chosen("impossible", null, null, text).kind()).isEqualTo(Kind.IMPOSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Không thể lắp.", "Không làm được, mong thông cảm.", "Quý vị vui lòng dời chỗ."})
    void no_reason_no_refusal(String text) {
        assertThatThrownBy(() -> chosen("impossible", null, null, text))
                .isInstanceOfSatisfying(
                        BusinessRefusal.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("replyText"));
    }

    @Test
    void a_day_or_a_body_that_belongs_to_another_ending_is_not_kept() {
        assertThat(chosen("fixed", TODAY.plusDays(9), "Sở Xây dựng", "Xong.")).isEqualTo(Ending.of(Kind.FIXED));
    }

    @Test
    void an_ending_nobody_knows_is_refused() {
        assertThatThrownBy(() -> chosen("closed", null, null, "Xong.")).isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void forms_lists_and_citizens_read_the_same_words() {
        assertThat(new Words().group("ending"))
                .isEqualTo(Stream.of(Kind.values()).collect(Collectors.toMap(Kind::key, Kind::words)));
    }
}
