package vn.haiphong.hotline1022.adapter.persistence.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MasterDataFilesTest {

    @Test
    void the_files_hold_what_the_city_had() {
        assertThat(MasterDataFiles.read("agencies_2024")).hasSize(61);
        assertThat(MasterDataFiles.read("agencies_2025")).hasSize(153);
        assertThat(wards("admin_units_2024")).hasSize(217);
        assertThat(wards("admin_units_2025H1")).hasSize(167);
        assertThat(MasterDataFiles.read("admin_units_2025")).hasSize(114);
    }

    @Test
    void every_correction_has_a_reason_and_is_applied() {
        assertThat(MasterDataFiles.read("corrections"))
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.get("reason")).isNotBlank())
                .allSatisfy(row -> assertThat(MasterDataFiles.read(row.get("file")))
                        .anySatisfy(corrected -> assertThat(corrected)
                                .containsEntry("code", row.get("code"))
                                .containsEntry(row.get("column"), row.get("is"))));
    }

    @Test
    void every_ward_of_the_old_city_has_a_successor_and_only_those_of_Hai_Duong_are_not_in_the_register() {
        var files = new AreaFiles();
        var succeeded = files.successions().stream()
                .filter(row -> row.since().equals(AreaFiles.NO_DISTRICTS))
                .map(AreaFiles.SuccessionRow::oldCode)
                .collect(Collectors.toSet());
        assertThat(files.areas())
                .filteredOn(area -> AreaFiles.NO_DISTRICTS.minusDays(1).equals(area.to()))
                .extracting(AreaFiles.AreaRow::code)
                .hasSize(167 + 15)
                .isSubsetOf(succeeded);
        assertThat(files.unmatched())
                .as("predecessors without an area of ours")
                .isNotEmpty()
                .allMatch(line -> line.contains(", Hải Dương: "));
        assertThat(files.unmatched().stream()
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .distinct())
                .hasSize(64);
    }

    private static List<?> wards(String file) {
        return MasterDataFiles.read(file).stream()
                .filter(row -> !row.get("ward_code").isEmpty())
                .toList();
    }
}
