package vn.haiphong.hotline1022.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A-58")
class CityBoundsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the opera house, 20.8575, 106.6826, true",
        "Cát Bà, 20.7252, 107.0482, true",
        "Bạch Long Vĩ, 20.1328, 107.7266, true",
        "Hải Dương, 20.9373, 106.3146, true",
        "Hà Nội, 21.0285, 105.8542, false",
        "TP.HCM, 10.7769, 106.7009, false",
        "nowhere, NaN, 106.7, false"
    })
    void a_position_is_in_the_city_or_near_it(String place, double lat, double lon, boolean inside) {
        assertThat(CityBounds.contain(lat, lon)).isEqualTo(inside);
    }
}
