package vn.haiphong.hotline1022.domain.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A-54")
class MaskPersonalDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gọi 0912345678 giúp tôi | Gọi (số điện thoại) giúp tôi
            Gọi 0912 345 678. Cảm ơn | Gọi (số điện thoại). Cảm ơn
            Gọi 0912.345.678 nhé | Gọi (số điện thoại) nhé
            Số +84 912 345 678 hoặc (+84)912345678 | Số (số điện thoại) hoặc (số điện thoại)
            Máy bàn 0225 3.842.115 | Máy bàn (số điện thoại)
            Thư nguyen.an@example.com.vn ạ | Thư (thư điện tử) ạ
            CCCD 031085001234 | CCCD (số giấy tờ)
            CMND 131 234 567 | CMND (số giấy tờ)
            CCCD 131085001234 | CCCD (số giấy tờ)
            Số tài khoản: 19021234567890 VCB | Số tài khoản: (số tài khoản) VCB
            STK 102030 | STK (số tài khoản)
            Xe 15A-123.45 đỗ | Xe (biển số xe) đỗ
            Xe máy 15B1 234.56 đỗ | Xe máy (biển số xe) đỗ
            Xe 16LD-012.34 chạy | Xe (biển số xe) chạy
            Ông Nguyễn Văn Bình xây lấn | Ông (tên) xây lấn
            nhà bà Trần Thị Hoa đổ rác | nhà bà (tên) đổ rác
            """)
    void what_says_who_somebody_is_goes(String text, String masked) {
        assertThat(MaskPersonalData.in(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đèn trước số nhà 12 đường Tô Hiệu tắt ba tối liền.",
                "Phản ánh HP1022-240918-000001-7 ngày 18/09/2024 lúc 08:30",
                "Ngập từ 20/7/2024 đến 22/7/2024, sâu 0,5 m",
                "anh công nhân và bà con khu phố",
                "Gọi 1022 hoặc 113, 114, 115",
                "Công văn số 4053/VP-KSTTHC",
                "Chi phí 12.500.000 đồng"
            })
    void what_says_what_happened_and_where_stays(String text) {
        assertThat(MaskPersonalData.in(text)).isEqualTo(text);
    }

    @Test
    void house_numbers_go_where_asked_for() {
        assertThat(MaskPersonalData.withHouseNumbersIn("Đèn trước số nhà 12B/34 đường Tô Hiệu tắt."))
                .isEqualTo("Đèn trước số nhà (số nhà) đường Tô Hiệu tắt.");
    }

    @Property(tries = 300)
    void no_telephone_survives_however_it_is_grouped(
            @ForAll("telephones") String telephone, @ForAll("words") String before, @ForAll("words") String after) {
        assertThat(digits(MaskPersonalData.in(before + " " + telephone + " " + after)))
                .doesNotContain(digits(telephone).substring(3));
    }

    @Property(tries = 300)
    void no_long_number_survives(@ForAll("longNumbers") String number, @ForAll("words") String around) {
        assertThat(MaskPersonalData.in(around + " " + number + " " + around)).doesNotContain(number);
    }

    @Property(tries = 300)
    void what_was_masked_once_stays_as_it_is(@ForAll("mixed") String text) {
        var once = MaskPersonalData.withHouseNumbersIn(text);

        assertThat(MaskPersonalData.withHouseNumbersIn(once)).isEqualTo(once);
    }

    @Property(tries = 300)
    void nothing_makes_it_stumble(@ForAll String text) {
        assertThat(MaskPersonalData.in(text)).isNotNull();
    }

    @Provide
    Arbitrary<String> telephones() {
        var prefix = Arbitraries.of("0", "+84", "84", "+84 ", "(+84)", "+84.");
        var rest = Arbitraries.strings().numeric().ofLength(9).map(all -> "9" + all.substring(1));
        var gap = Arbitraries.of("", " ", ".", "-");
        return Combinators.combine(prefix, rest, gap)
                .as((start, all, between) ->
                        start + String.join(between, all.substring(0, 2), all.substring(2, 5), all.substring(5)));
    }

    @Provide
    Arbitrary<String> longNumbers() {
        return Arbitraries.strings().numeric().ofMinLength(8).ofMaxLength(16);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                List.of("đèn đường tắt", "Gọi cho tôi:", "cống tắc, nước tràn", "", "liên hệ", "nhà bên"));
    }

    @Provide
    Arbitrary<String> mixed() {
        return Combinators.combine(telephones(), longNumbers(), words(), words())
                .as((telephone, number, first, second) ->
                        first + " " + telephone + " " + second + " ông Lê Văn An số nhà 7 " + number);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
