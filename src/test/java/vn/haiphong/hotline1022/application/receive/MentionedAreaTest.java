package vn.haiphong.hotline1022.application.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.directory.DatedArea;

class MentionedAreaTest {

    private static final LocalDate DAY = LocalDate.of(2024, 9, 18);

    private final MentionedArea mentioned = new MentionedArea(new Areas() {
        @Override
        public Resolution resolve(String given, LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Area> find(String code, LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DatedArea> throughTheYears() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Area> handlingUnit(String code, LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Area> all(LocalDate day) {
            return List.of(
                    new Area("305", "Quận Lê Chân", "quan", null, "UB305"),
                    new Area("306", "Quận Hải An", "quan", null, "UB306"),
                    new Area("11407", "Phường An Dương", "phuong", "305", "UB305"),
                    new Area("11410", "Phường Đông Hải", "phuong", "306", "UB306"),
                    new Area("11411", "Phường Đông Hải 1", "phuong", "306", "UB306"),
                    new Area("1", "Xã Hòa Bình", "xa", "305", "UB305"),
                    new Area("2", "Xã Hòa Bình", "xa", "306", "UB306"));
        }
    });

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ở ngõ 12 Cát Dài, quận Lê Chân. | 305",
                "o quan le chan nhe | 305",
                "phường An Dương, quận Lê Chân | 11407",
                "Phường Đông Hải 1 ạ | 11411",
                "phường Đông Hải, gần chợ | 11410",
                "xã Hòa Bình, quận Hải An | 2"
            })
    void what_is_named_plainly_is_found(String text, String code) {
        assertThat(mentioned.in(text, DAY)).map(Area::code).contains(code);
    }

    @Test
    void where_it_could_be_several_or_none_nothing_is_guessed() {
        assertThat(mentioned.in("xã Hòa Bình", DAY)).isEmpty();
        assertThat(mentioned.in("giữa quận Lê Chân và quận Hải An", DAY)).isEmpty();
        assertThat(mentioned.in("gần chợ Lê Chân", DAY)).isEmpty();
    }
}
