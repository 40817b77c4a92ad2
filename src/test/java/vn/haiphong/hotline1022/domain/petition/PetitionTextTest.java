package vn.haiphong.hotline1022.domain.petition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PetitionTextTest {

    @Test
    void the_tables_read_one_line_of_lower_case_words_with_and_without_marks() {
        var text = PetitionText.of("Đèn  đường (ngõ 213) — TẮT!");

        assertThat(text.accented()).isEqualTo(" đèn đường ngõ 213 tắt ");
        assertThat(text.plain()).isEqualTo(" den duong ngo 213 tat ");
    }

    @Test
    void short_forms_are_written_out_in_the_way_of_the_text() {
        assertThat(PetitionText.of("ko co dien, goi cty ko ai nghe").inFull().plain())
                .isEqualTo(" khong co dien goi cong ty khong ai nghe ");
        assertThat(PetitionText.of("Nhà mk ko có nc, ktra giúp").inFull().accented())
                .isEqualTo(" nhà mình không có nước kiểm tra giúp ");
        assertThat(PetitionText.of("den duong tp hong r").inFull().namesAPlace())
                .isEqualTo(PetitionText.of("den duong thanh pho hong roi").namesAPlace());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0912345678", "0912.345.678", "0912 345 678", "+84 912-345-678", "84912345678", "(0225) 3842 000"
            })
    void a_telephone_number_is_left_out_however_it_is_written(String number) {
        assertThat(PetitionText.withoutTelephones("Gọi số " + number + ", máy bận."))
                .isEqualTo("Gọi số (số điện thoại), máy bận.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gọi lúc 09:30 ngày 18/09/2024, 3 lần.",
                "Gọi 18.09.2024 lúc 8 giờ",
                "Như HP1022-240918-000003-6",
                "Đền bù 0,5 triệu, văn bản 587/QĐ-UBND",
                "Hẹn 1022 gọi lại sau 30 phút"
            })
    void dates_and_codes_are_no_telephone_numbers(String note) {
        assertThat(PetitionText.withoutTelephones(note)).isEqualTo(note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ngõ 213 Thiên Lôi đèn đường tắt cả tuần.",
                "mat dien o thon 3 xa Thien Huong",
                "Nước ngập ở ngã sáu Máy Tơ",
                "The street lamp on Lach Tray street is broken",
                "Mặt đê sông Văn Úc nứt dài"
            })
    void a_text_that_names_a_street_a_hamlet_or_a_dyke_says_where(String content) {
        assertThat(PetitionText.of(content).namesAPlace()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đèn đường trước nhà tôi bị tắt.",
                "Ảnh chụp lại từ mạng: đường ngập ở đâu đó, mong xử lý.",
                "den duong truoc nha em hong roi",
                "cho em hoi thu tuc lam the",
                "Ai cũng biết mà không ai làm gì cả.",
                "Các phương tiện đi lại khó khăn, xã hội lên án"
            })
    void a_text_without_a_name_does_not_say_where(String content) {
        assertThat(PetitionText.of(content).namesAPlace()).isFalse();
    }
}
