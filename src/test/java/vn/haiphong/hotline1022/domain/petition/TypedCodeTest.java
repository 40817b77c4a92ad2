package vn.haiphong.hotline1022.domain.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A-18")
class TypedCodeTest {

    private static final PetitionCode CODE = PetitionCode.of(LocalDate.of(2024, 9, 18), 1);

    @ParameterizedTest
    @ValueSource(strings = {"-", "", " ", " - ", "\u2013", "\u2014", "\u2011", "\u2212", "\u00a0", "_", "."})
    void a_code_is_known_whatever_stands_between_its_parts(String between) {
        var typed = CODE.value().replace("-", between);

        assertThat(PetitionCode.parse(typed)).contains(CODE);
        assertThat(PetitionCode.parse("  " + typed.toLowerCase() + "\n")).contains(CODE);
        assertThat(PetitionCode.parse(typed.substring("HP1022".length()))).contains(CODE);
    }

    @Test
    void a_code_with_a_wrong_digit_a_digit_too_few_or_other_letters_is_none() {
        var bare = CODE.value().replace("-", "");

        assertThat(PetitionCode.parse(bare.replace("240918", "240981"))).isEmpty();
        assertThat(PetitionCode.parse(bare.substring(0, bare.length() - 1))).isEmpty();
        assertThat(PetitionCode.parse("HP1023" + bare.substring(6))).isEmpty();
        assertThat(PetitionCode.parse(bare + "x")).isEmpty();
        assertThat(PetitionCode.parse(" - ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K784DQAN2M0X1P",
                "k784-dqan-2m0x-1p",
                "K784 DQAN 2M0X 1P",
                "K784\u2013DQAN\u20132mox\u2013lp",
                " K 784DQAN2M0XIP "
            })
    void a_key_is_known_whatever_stands_between_its_groups(String typed) {
        assertThat(TrackingKey.typed(typed)).isEqualTo("K784DQAN2M0X1P");
    }

    @Test
    void a_key_is_printed_in_groups_of_four() {
        assertThat(TrackingKey.grouped("K784DQAN2M0X1P")).isEqualTo("K784-DQAN-2M0X-1P");
        assertThat(TrackingKey.grouped("K784DQAN")).isEqualTo("K784-DQAN");
        assertThat(TrackingKey.grouped("K78")).isEqualTo("K78");
    }
}
