package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.application.port.Areas.Resolution;
import vn.haiphong.hotline1022.domain.directory.Area;

class JdbcAreasTest {

    private static final LocalDate IN_2024 = LocalDate.parse("2024-09-18");
    private static final LocalDate EARLY_2025 = LocalDate.parse("2025-02-10");
    private static final LocalDate LATE_2025 = LocalDate.parse("2025-11-24");

    private static FilledRegister register;
    private static vn.haiphong.hotline1022.application.port.Areas areas;

    @BeforeAll
    static void fill() {
        register = FilledRegister.create();
        areas = register.areas();
    }

    @ParameterizedTest
    @CsvSource({"2024-09-18, 15, 217", "2024-12-31, 15, 217", "2025-01-01, 15, 167", "2025-06-30, 15, 167"})
    void while_there_are_districts_each_ward_lies_in_one(LocalDate day, int districts, int wards) {
        var all = areas.all(day);
        assertThat(all).filteredOn(Area::isDistrict).hasSize(districts).allMatch(area -> area.parentCode() == null);
        assertThat(all)
                .filteredOn(area -> !area.isDistrict())
                .hasSize(wards)
                .allMatch(area -> areas.find(area.parentCode(), day).isPresent());
    }

    @Test
    void since_July_2025_there_are_114_communes_and_no_districts() {
        assertThat(areas.all(LocalDate.parse("2025-07-01"))).hasSize(114).allMatch(area -> area.parentCode() == null);
        assertThat(areas.all(LATE_2025)).filteredOn(Area::kind, "phuong").hasSize(45);
        assertThat(areas.all(LATE_2025)).filteredOn(Area::kind, "xa").hasSize(67);
        assertThat(areas.all(LATE_2025)).filteredOn(Area::kind, "dac_khu").hasSize(2);
    }

    @Test
    void wards_stand_below_their_district_in_Vietnamese_order() {
        assertThat(areas.all(IN_2024))
                .extracting(Area::name)
                .startsWith("Quận Hồng Bàng", "Phường Hạ Lý", "Phường Hoàng Văn Thụ", "Phường Hùng Vương");
    }

    @ParameterizedTest
    @CsvSource({"2024-09-18", "2025-02-10", "2025-04-01", "2025-06-30", "2025-07-01", "2025-11-24"})
    void the_committee_of_every_area_is_an_agency_on_that_day(LocalDate day) {
        var agencies = register.agencies();
        assertThat(areas.all(day))
                .isNotEmpty()
                .allSatisfy(area -> assertThat(agencies.find(area.agencyCode(), day))
                        .as(area.name())
                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-09-18", "2025-02-10", "2025-11-24"})
    void every_area_is_found_by_its_code_and_by_its_full_name_with_marks_or_as_an_option(LocalDate day) {
        assertThat(areas.all(day)).allSatisfy(area -> {
            assertThat(areas.resolve(area.code(), day).area()).contains(area);
            var full = area.parentCode() == null
                    ? area.name()
                    : area.name() + ", "
                            + areas.find(area.parentCode(), day).orElseThrow().name();
            assertThat(areas.resolve(full, day).area()).as(full).contains(area);
            assertThat(areas.resolve(full.toUpperCase(java.util.Locale.ROOT) + ", TP. Hải Phòng", day)
                            .area())
                    .as(full)
                    .contains(area);
            assertThat(areas.resolve(full.replace(",", ""), day).area())
                    .as(full)
                    .contains(area);
        });
    }

    @Test
    void Hong_Bang_is_a_district_in_2024_and_a_ward_in_late_2025() {
        assertThat(areas.resolve("Hồng Bàng", IN_2024).area())
                .contains(new Area("303", "Quận Hồng Bàng", "quan", null, "UB303"));
        assertThat(areas.resolve("Hồng Bàng", LATE_2025).area())
                .contains(new Area("11311", "Phường Hồng Bàng", "phuong", null, "UB11311"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quận Lê Chân              | 2024-09-18 | 305",
                "Lê Chân                   | 2024-09-18 | 305",
                "QUẬN LÊ CHÂN              | 2024-09-18 | 305",
                "  quận   lê chân  ,       | 2024-09-18 | 305",
                "q.Lê Chân                 | 2024-09-18 | 305",
                "Q. Hồng Bàng              | 2024-09-18 | 303",
                "quận Lê Chân, Hải Phòng   | 2024-09-18 | 305",
                "phường Quán Toan          | 2024-09-18 | 11296",
                "P. Quán Toan              | 2024-09-18 | 11296",
                "Quán Toan                 | 2024-09-18 | 11296",
                "quan toan                 | 2024-09-18 | 11296",
                "huyện đảo Cát Hải         | 2024-09-18 | 317",
                "huyện Cát Hải             | 2024-09-18 | 317",
                "TT Cát Hải                | 2024-09-18 | 11917",
                "huyện Thủy Nguyên         | 2024-09-18 | 311",
                "huyện Thuỷ Nguyên         | 2024-09-18 | 311",
                "Bạch Long Vĩ              | 2024-09-18 | 318",
                "TP Thủy Nguyên            | 2025-02-10 | 311",
                "T.P. Thủy Nguyên          | 2025-02-10 | 311",
                "huyện Thủy Nguyên         | 2025-02-10 | 311",
                "quận An Dương             | 2025-02-10 | 312",
                "xã Hoa Động               | 2025-02-10 | 11572",
                "phường Kiến An            | 2025-11-24 | 11443",
                "đặc khu Cát Hải           | 2025-11-24 | 11914",
                "Cát Hải                   | 2025-11-24 | 11914",
                "xã Cẩm Giàng              | 2025-11-24 | 10903",
                "Cẩm Giang                 | 2025-11-24 | 10888",
                "quan le chan              | 2024-09-18 | 305",
                "le chan                   | 2024-09-18 | 305",
                "quận le chan              | 2024-09-18 | 305",
                "phuong quan toan          | 2024-09-18 | 11296",
                "huyen thuy nguyen         | 2024-09-18 | 311",
                "phường Đông Hải 1, quận Hải An | 2024-09-18 | 11410",
                "phường Đông Hải 1 quận Hải An  | 2024-09-18 | 11410",
                "dong hai 1, q. hai an     | 2024-09-18 | 11410",
                "Đông Hải 1 - Hải An       | 2024-09-18 | 11410",
                "xã Hòa Bình, huyện Vĩnh Bảo    | 2024-09-18 | 11890",
                "số 5 phố Quang Trung, phường Minh Khai, quận Hồng Bàng | 2024-09-18 | 11311",
                "phường An Biên, quận Lê Chân   | 2025-11-24 | 11407",
                "phường Hồng An, thành phố Hải Phòng | 2025-11-24 | 11602",
            })
    void an_area_is_understood_however_it_is_written(String given, LocalDate day, String code) {
        assertThat(areas.resolve(given, day).area()).map(Area::code).contains(code);
    }

    @Test
    void a_decomposed_name_is_the_same_name() {
        var decomposed = Normalizer.normalize("quận Lê Chân", Normalizer.Form.NFD);
        assertThat(areas.resolve(decomposed, IN_2024).area()).map(Area::code).contains("305");
    }

    @Test
    void marks_carry_meaning_and_without_them_two_communes_are_a_question() {
        assertThat(areas.resolve("Cẩm Giàng", LATE_2025).area()).map(Area::code).contains("10903");
        assertThat(areas.resolve("Cẩm Giang", LATE_2025).area()).map(Area::code).contains("10888");
        asks(areas.resolve("xa cam giang", LATE_2025), "Xã Cẩm Giang", "Xã Cẩm Giàng");
        asks(areas.resolve("xã Cẩm Giáng", LATE_2025), "Xã Cẩm Giang", "Xã Cẩm Giàng");
    }

    @Test
    void a_name_that_several_areas_bear_is_a_question_with_their_districts() {
        var answer = areas.resolve("xã Hòa Bình", IN_2024);
        asks(answer, "Xã Hoà Bình, Huyện Thuỷ Nguyên", "Xã Hoà Bình, Huyện Vĩnh Bảo");
        assertThat(answer.question())
                .isEqualTo("Có nhiều nơi tên \"xã Hòa Bình\". Chọn một: "
                        + "Xã Hoà Bình, Huyện Thuỷ Nguyên; Xã Hoà Bình, Huyện Vĩnh Bảo");
        asks(
                areas.resolve("An Dương", IN_2024),
                "Huyện An Dương",
                "Phường An Dương, Quận Lê Chân",
                "Thị trấn An Dương, Huyện An Dương");
        asks(areas.resolve("an lao", IN_2024), "Huyện An Lão", "Thị trấn An Lão, Huyện An Lão");
    }

    @Test
    void a_district_that_is_no_more_names_the_wards_that_came_after_it() {
        var answer = areas.resolve("quận Hồng Bàng", LATE_2025);
        asks(answer, "Phường Hồng Bàng", "Phường Hồng An");
        assertThat(answer.question())
                .isEqualTo("Quận Hồng Bàng không còn từ 01/07/2025. Chọn phường: Phường Hồng Bàng, Phường Hồng An");
        asks(areas.resolve("quan hong bang", LATE_2025), "Phường Hồng Bàng", "Phường Hồng An");
        asks(areas.resolve("huyện Cát Hải", LATE_2025), "Đặc khu Cát Hải");
    }

    @Test
    void a_ward_that_is_no_more_names_what_became_of_it() {
        asks(areas.resolve("phường Quán Toan", LATE_2025), "Phường Hồng An");
        var split = areas.resolve("Cầu Đất, quận Ngô Quyền", LATE_2025);
        asks(split, "Phường Gia Viên", "Phường Lê Chân");
        assertThat(split.question())
                .startsWith("Phường Cầu Đất (Quận Ngô Quyền) không còn từ 01/07/2025. Chọn phường: ");
        asks(areas.resolve("phường Lạc Viên", EARLY_2025), "Phường Gia Viên, Quận Ngô Quyền");
    }

    @Test
    void where_the_heir_of_a_ward_is_not_recorded_its_district_is_asked_for() {
        assertThat(areas.resolve("phường Hạ Lý", EARLY_2025).options())
                .contains("Phường Thượng Lý, Quận Hồng Bàng")
                .hasSize(10);
        asks(areas.resolve("phường Hạ Lý", LATE_2025), "Phường Hồng Bàng", "Phường Hồng An");
        assertThat(areas.handlingUnit("11308", EARLY_2025)).map(Area::code).contains("303");
    }

    @Test
    void an_old_code_with_one_heir_is_that_heir_with_several_a_question() {
        assertThat(areas.resolve("11296", LATE_2025).area()).map(Area::code).contains("11602");
        assertThat(areas.resolve("317", LATE_2025).area()).map(Area::code).contains("11914");
        asks(areas.resolve("11344", LATE_2025), "Phường Gia Viên", "Phường Lê Chân");
        asks(areas.resolve("303", LATE_2025), "Phường Hồng Bàng", "Phường Hồng An");
    }

    @Test
    void an_area_of_the_future_is_not_there_yet() {
        var answer = areas.resolve("phường Lê Chân", IN_2024);
        assertThat(answer.area()).isEmpty();
        assertThat(answer.question()).startsWith("Phường Lê Chân chỉ có từ 01/07/2025. Chọn ");
        assertThat(answer.options()).startsWith("Quận Lê Chân");
        assertThat(areas.resolve("10525", IN_2024).question()).startsWith("Phường Hải Dương chỉ có từ 01/07/2025.");
    }

    @Test
    void an_unknown_name_is_answered_with_similar_ones() {
        asks(areas.resolve("quận Lê Chấn", IN_2024), "Quận Lê Chân");
        assertThat(areas.resolve("Hồng Bang", IN_2024).options()).contains("Quận Hồng Bàng");
        assertThat(areas.resolve("phường Xyz, quận Lê Chân", IN_2024).options())
                .hasSize(15)
                .contains("Phường An Biên, Quận Lê Chân");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phường Minh Khai, quận Hai Bà Trưng, Hà Nội | 2024-09-18",
                "phường Minh Khai, quận Lê Chân              | 2024-09-18",
                "xã Kẻ Sặt, huyện Bình Giang                 | 2025-11-24",
                "Hải Phòng                                   | 2024-09-18",
                "Kyoto                                       | 2025-11-24",
                "99999                                       | 2025-11-24",
                "phường                                      | 2025-11-24",
                "''                                          | 2025-11-24",
                "'...'                                       | 2025-11-24",
                "','                                         | 2025-11-24"
            })
    void what_is_not_certain_is_never_guessed(String given, LocalDate day) {
        var answer = areas.resolve(given, day);
        assertThat(answer.area()).isEmpty();
        assertThat(answer.question()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "11296, 2024-09-18, 303",
        "303,   2024-09-18, 303",
        "318,   2024-09-18, 318",
        "11602, 2024-09-18, 312",
        "11602, 2025-02-10, 303",
        "11572, 2025-06-30, 311",
        "11602, 2025-07-01, 11602",
        "11296, 2025-07-01, 11602",
        "11914, 2025-11-24, 11914"
    })
    void the_district_handles_and_since_July_2025_the_commune(String code, LocalDate day, String unit) {
        assertThat(areas.handlingUnit(code, day)).map(Area::code).contains(unit);
    }

    @Test
    void nobody_handles_for_a_split_ward_or_an_unknown_code() {
        assertThat(areas.handlingUnit("11344", LATE_2025)).isEmpty();
        assertThat(areas.handlingUnit("303", LATE_2025)).isEmpty();
        assertThat(areas.handlingUnit("nowhere", LATE_2025)).isEmpty();
    }

    private static void asks(Resolution answer, String... options) {
        assertThat(answer.area()).isEmpty();
        assertThat(answer.options()).containsExactlyInAnyOrder(options);
        assertThat(answer.question()).contains(List.of(options));
    }
}
