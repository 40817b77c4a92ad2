package vn.haiphong.hotline1022.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A-56")
class SmsTextTest {

    @ParameterizedTest
    @CsvSource({"a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2", "ư,70,1", "ư,71,2", "ư,134,2", "ư,135,3"
    })
    void an_sms_costs_as_many_as_the_network_counts(String letter, int length, int segments) {
        assertThat(new SmsText(letter.repeat(length)).segments()).isEqualTo(segments);
    }

    @Test
    void without_marks_it_is_in_the_gsm_alphabet_and_costs_less() {
        var words = "Đã nhận phản ánh “Ổ gà trước số 12 Cát Dài” – cảm ơn Quý vị… "; // with what looks nice on paper

        var plain = SmsText.plain(words);

        assertThat(plain.text()).isEqualTo("Da nhan phan anh \"O ga truoc so 12 Cat Dai\" - cam on Quy vi...");
        assertThat(plain.isGsm()).isTrue();
        assertThat(SmsText.accented(words).isGsm()).isFalse();
    }

    @Test
    void a_letter_is_never_torn_apart_between_two_parts() {
        for (var text : new String[] {"a".repeat(152) + "€" + "b".repeat(20), "ư".repeat(66) + "😀" + "b".repeat(20)}) {
            var parts = new SmsText(text).parts();

            assertThat(parts.stream().map(SmsText.Part::text).collect(Collectors.joining()))
                    .isEqualTo(text);
            assertThat(parts)
                    .allSatisfy(part -> assertThat(part.bytes()).hasSizeLessThanOrEqualTo(part.gsm() ? 153 : 134));
            assertThat(parts.get(1).text()).startsWith(text.contains("€") ? "€" : "😀");
        }
    }

    @Test
    void what_goes_out_in_the_gsm_alphabet_comes_in_as_the_same() {
        var text = "@£$_ {[~]} \\ | ^ € Ab1 é";

        assertThat(SmsText.read(new SmsText(text).parts().get(0).bytes())).isEqualTo(text);
    }
}
