package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import vn.haiphong.hotline1022.domain.directory.Agency;

class JdbcAgenciesTest {

    private static final LocalDate IN_2024 = LocalDate.parse("2024-09-18");
    private static final LocalDate LATE_2025 = LocalDate.parse("2025-11-24");

    private static FilledRegister register;
    private static vn.haiphong.hotline1022.application.port.Agencies agencies;

    @BeforeAll
    static void fill() {
        register = FilledRegister.create();
        agencies = register.agencies();
    }

    @Test
    void the_directory_of_a_day_is_that_of_the_files() {
        assertThat(agencies.all(IN_2024)).hasSize(61);
        assertThat(agencies.all(LATE_2025)).hasSize(153);
        // six departments merged into others, one new one for two of them
        assertThat(agencies.all(LocalDate.parse("2025-03-01"))).hasSize(61 - 6 + 1);
    }

    @Test
    void a_second_import_changes_nothing() {
        var own = FilledRegister.create();
        own.jdbc().sql("delete from agency where code <> 'PCHP'").update();
        own.jdbc().sql("delete from calendar_day").update();

        assertThat(own.masterDataImport().importIfEmpty()).isFalse();

        assertThat(own.count("agency")).isEqualTo(2);
        assertThat(own.count("calendar_day")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "STTTT,   2025-02-28, STTTT",
        "STTTT,   2025-03-01, SKHCN",
        "SGTVT,   2025-03-01, SXD",
        "SKHDT,   2025-03-01, STC",
        "SNNPTNT, 2025-03-01, SNNMT",
        "STNMT,   2025-03-01, SNNMT",
        "STNMT,   2025-11-24, SNNMT",
        "SDL,     2025-06-30, SDL",
        "SDL,     2025-07-01, SVHTTDL",
        "QLTT,    2025-07-01, SCT",
        "BDBP,    2025-07-01, BCHQS",
        "VPUB,    2025-07-01, VPUB",
        "UB317,   2025-07-01, UB11914",
        "UB318,   2025-07-01, UB11948",
        "UB311,   2025-06-30, UB311"
    })
    void a_merged_agency_is_followed_by_who_took_over(String code, LocalDate day, String expected) {
        assertThat(agencies.orSuccessor(code, day)).map(Agency::code).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SLDTBXH, 2025-03-01", // split among four
        "UB303, 2025-07-01", // by the address
        "UB312, 2025-07-01",
        "BQLDAGT, 2025-07-01", // nobody named
        "UB11311, 2025-06-30", // not yet
        "NOBODY, 2025-06-30"
    })
    void a_split_or_unknown_agency_has_no_single_successor(String code, LocalDate day) {
        assertThat(agencies.orSuccessor(code, day)).isEmpty();
    }

    @Test
    void a_successor_that_was_merged_itself_is_followed_further() {
        var own = FilledRegister.create();
        own.jdbc()
                .sql("update agency set valid_to = '2025-12-31', successor_code = 'SXD' where code = 'SKHCN'"
                        + " and valid_to is null")
                .update();
        assertThat(own.agencies().orSuccessor("STTTT", LocalDate.parse("2026-01-01")))
                .map(Agency::code)
                .contains("SXD");
        own.jdbc()
                .sql("update agency set valid_to = '2025-12-31', successor_code = 'STTTT' where code = 'SXD'"
                        + " and valid_to is null")
                .update();
        own.masterData().refresh();
        assertThat(own.agencies().orSuccessor("STTTT", LocalDate.parse("2026-01-01")))
                .as("a chain in a circle ends with nobody")
                .isEmpty();
    }

    @Test
    void those_that_ended_are_known_by_their_code() {
        assertThat(agencies.endedBefore(LocalDate.parse("2024-12-31"))).isEmpty();
        assertThat(agencies.endedBefore(LocalDate.parse("2025-03-01")))
                .containsExactlyInAnyOrder("SGTVT", "SKHDT", "SLDTBXH", "SNNPTNT", "STNMT", "STTTT");
        assertThat(agencies.endedBefore(LATE_2025))
                .contains("UB303", "UB318", "SDL", "STTTT", "BQLDAGT")
                .doesNotContain("VPUB", "SXD", "PCHP", "UB11311");
    }

    @Test
    void a_district_that_became_a_city_has_its_new_name() {
        assertThat(agencies.find("UB311", IN_2024)).map(Agency::name).contains("UBND huyện Thủy Nguyên");
        assertThat(agencies.find("UB311", LocalDate.parse("2025-01-01")))
                .contains(new Agency("UB311", "UBND thành phố Thủy Nguyên", "thanh_pho", null, false));
        assertThat(agencies.find("UB312", LocalDate.parse("2025-06-30")))
                .map(Agency::kind)
                .contains("quan");
    }

    @Test
    void every_successor_exists_when_it_takes_over() {
        var rows = register.jdbc()
                .sql("select code, valid_to + 1 as day from agency where successor_code is not null")
                .query((row, i) -> List.of(row.getString(1), row.getString(2)))
                .list();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(agencies.orSuccessor(row.get(0), LocalDate.parse(row.get(1))))
                        .isPresent());
    }

    @Test
    void every_expected_agency_of_the_example_petitions_exists_on_its_day() throws Exception {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<CSVRecord> petitions;
        try (var reader = new java.io.InputStreamReader(
                new ClassPathResource("masterdata/golden/petitions.csv").getInputStream(),
                java.nio.charset.StandardCharsets.UTF_8)) {
            petitions = format.parse(reader).getRecords();
        }
        assertThat(petitions).hasSizeGreaterThan(50).allSatisfy(petition -> {
            var day = petition.get("district_or_ward").endsWith("(2025)") ? LATE_2025 : IN_2024;
            Arrays.stream(petition.get("expected_agency").split("\\+"))
                    .map(String::strip)
                    .filter(code -> !code.equals("-"))
                    .forEach(code ->
                            assertThat(agencies.find(code, day)).as(code).isPresent());
        });
    }

    @Test
    void a_change_is_seen_at_once_after_a_refresh_and_elsewhere_within_half_a_minute() {
        var own = FilledRegister.create();
        var here = own.agencies();
        var elsewhere = new JdbcAgencies(new MasterData(own.jdbc(), own.clock()));
        assertThat(elsewhere.find("PCHP", LATE_2025)).isPresent();
        here.all(LATE_2025);
        own.jdbc()
                .sql("update agency set name = 'Điện lực' where code = 'PCHP'")
                .update();

        own.masterData().refresh();

        assertThat(here.find("PCHP", LATE_2025)).map(Agency::name).contains("Điện lực");
        assertThat(elsewhere.find("PCHP", LATE_2025)).map(Agency::name).isNotEqualTo(java.util.Optional.of("Điện lực"));
        own.clock().set(own.clock().instant().plus(Duration.ofSeconds(30)));
        assertThat(elsewhere.find("PCHP", LATE_2025)).map(Agency::name).contains("Điện lực");
    }
}
