package vn.haiphong.hotline1022.adapter.persistence.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MasterDataFilesTest {

    private static final Pattern SYLLABLE =
            Pattern.compile("(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(ch|ng|nh|[cmnpt])?");

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
                .hasSize(12)
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

    @Test
    void no_name_has_a_word_of_another_language_or_an_aside() {
        var names = new TreeSet<String>();
        for (var file : List.of("agencies_2024", "agencies_2025H1", "agencies_2025")) {
            MasterDataFiles.read(file).forEach(row -> names.add(row.get("name_vi")));
        }
        new AreaFiles().areas().forEach(area -> names.add(area.name()));

        assertThat(names).hasSizeGreaterThan(300).allSatisfy(name -> {
            assertThat(name).matches("[\\p{L}\\p{M}\\d ,–'-]+");
            assertThat(name.split("[ ,–'-]+")).allMatch(MasterDataFilesTest::isVietnamese, name);
        });
    }

    /** A syllable, an abbreviation, the number of a ward, or how a company calls itself. */
    private static boolean isVietnamese(String word) {
        var plain = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd');
        return SYLLABLE.matcher(plain).matches()
                || word.matches("\\p{Lu}{2,}|\\d")
                || Set.of("Viettel", "MobiFone", "Telecom").contains(word);
    }

    private static List<?> wards(String file) {
        return MasterDataFiles.read(file).stream()
                .filter(row -> !row.get("ward_code").isEmpty())
                .toList();
    }
}
