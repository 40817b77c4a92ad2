package vn.haiphong.hotline1022.domain.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A-64")
class NamedPeopleTest {

    private final NamedPeople people =
            new NamedPeople(List.of("Đặng Thị Ánh Tuyết"), List.of("+84912345678"), List.of("Tuyet.Dang@example.vn"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kính gửi bà Đặng Thị Ánh Tuyết, đã sửa.",
                "Kính gửi bà ĐẶNG THỊ  ÁNH TUYẾT, đã sửa.",
                "Kính gửi bà dang thi anh tuyet, đã sửa.",
                "Kính gửi bà 0912345678, đã sửa.",
                "Kính gửi bà 0912.345.678, đã sửa.",
                "Kính gửi bà +84 912 345 678, đã sửa.",
                "Kính gửi bà 84912345678, đã sửa.",
                "Kính gửi bà tuyet.dang@EXAMPLE.vn, đã sửa."
            })
    void a_person_is_masked_however_written(String text) {
        assertThat(people.maskedIn(text)).isEqualTo("Kính gửi bà (đã xóa), đã sửa.");
        assertThat(people.maskedIn(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo("Kính gửi bà (đã xóa), đã sửa.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đặng Thị Ánh Tuyết1",
                "số 10912345678 trong sổ",
                "xtuyet.dang@example.vn",
                "tuyet.dang@example.vn.com",
                "Ánh Tuyết",
                ""
            })
    void what_is_not_the_person_stays_as_it_is(String text) {
        assertThat(people.maskedIn(text)).isSameAs(text);
    }

    @Test
    void several_in_one_text_are_all_masked() {
        assertThat(people.maskedIn("0912345678, 0912 345 678: Đặng Thị Ánh Tuyết"))
                .isEqualTo("(đã xóa), (đã xóa): (đã xóa)");
    }

    @Test
    void a_name_of_one_word_or_none_masks_nothing() {
        var an = new NamedPeople(java.util.Arrays.asList("An", null, " "), List.of("123"), List.of(""));

        assertThat(an.maskedIn("Ông An ở 123 An Dương")).isEqualTo("Ông An ở 123 An Dương");
    }
}
