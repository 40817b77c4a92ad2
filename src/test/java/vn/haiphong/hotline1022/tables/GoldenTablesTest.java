package vn.haiphong.hotline1022.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** The tables, case by case; the office reads and extends the CSV files. */
class GoldenTablesTest {

    private static final Tables TABLES = new Tables();

    @TestFactory
    Stream<DynamicTest> the_responsible_agency_follows_field_area_and_date() {
        return cases("responsible-agency.csv", row -> {
            var facts = new HashMap<String, Object>();
            facts.put("field", row.get("lĩnh vực"));
            facts.put("category", row.get("nhóm nội dung"));
            facts.put("areaKind", row.get("cấp địa bàn"));
            facts.put("areaCode", row.get("mã địa bàn"));
            facts.put("receivedOn", LocalDate.parse(row.get("ngày nhận")));
            facts.put(
                    "plainText",
                    PetitionText.of(row.get("lời phản ánh")).inFull().plain());

            assertThat(TABLES.row("responsible-agency", facts))
                    .containsEntry("leadAgency", row.get("cơ quan chủ trì"))
                    .containsEntry("coordinatingAgencies", row.get("cơ quan phối hợp"));
        });
    }

    @TestFactory
    Stream<DynamicTest> the_limits_follow_kind_field_and_urgency() {
        return cases("handling-deadline.csv", row -> {
            var limits = TABLES.row(
                    "handling-deadline",
                    Map.of(
                            "urgency", row.get("mức độ"),
                            "category", row.get("nhóm nội dung"),
                            "kind", row.get("loại yêu cầu"),
                            "field", row.get("lĩnh vực")));

            assertThat(limits)
                    .containsEntry("forward", row.get("chuyển"))
                    .containsEntry("accept", row.get("nhận hoặc trả"))
                    .containsEntry("handle", row.get("xử lý"))
                    .containsEntry("makeSafe", row.get("làm an toàn"))
                    .containsEntry("check", row.get("kiểm tra"))
                    .containsEntry("settle", row.get("phân xử"))
                    .containsEntry("extension", row.get("gia hạn"))
                    .containsEntry("evidence", row.get("minh chứng"))
                    .containsEntry("warnShare", 0.75);
        });
    }

    @TestFactory
    Stream<DynamicTest> the_ladder_tells_the_next_level_in_time() {
        return cases("escalation-ladder.csv", row -> {
            var level = Integer.parseInt(row.get("cấp"));
            var rungs = TABLES.rows("escalation-ladder", Map.of("urgency", row.get("mức độ")));

            assertThat(rungs).hasSize(5);
            assertThat(rungs)
                    .filteredOn(rung -> level == ((Number) rung.get("level")).intValue())
                    .singleElement()
                    .satisfies(rung -> assertThat(rung)
                            .containsEntry("after", row.get("sau hạn"))
                            .containsEntry("told", row.get("báo cho")));
        });
    }

    @TestFactory
    Stream<DynamicTest> the_screening_says_what_becomes_of_a_petition_and_why() {
        return cases("screening.csv", row -> {
            var text = PetitionText.of(row.get("lời phản ánh")).inFull();
            var facts = new HashMap<String, Object>();
            facts.put("plainText", text.plain());
            facts.put("text", text.accented());
            facts.put("field", row.get("lĩnh vực"));
            facts.put("urgency", row.get("mức độ"));
            facts.put("kind", row.get("loại yêu cầu"));
            facts.put("hasPlace", yes(row, "có địa điểm"));
            facts.put("hasContact", yes(row, "có liên hệ"));
            facts.put("outsideTerritory", yes(row, "ngoài địa bàn"));
            facts.put("possibleDuplicate", yes(row, "có thể trùng"));
            facts.put("mentionsCode", text.mentionedCode().isPresent());
            facts.put("areaKind", "");

            var said = TABLES.row("petition-screening", facts);

            assertThat(said)
                    .containsEntry("decision", row.get("đề xuất"))
                    .containsEntry("refusalReason", row.get("lý do"))
                    .containsEntry("confidential", yes(row, "giữ kín"));
            if (!"accept".equals(said.get("decision")) && !"answer".equals(said.get("decision"))) {
                assertThat((String) said.get("words"))
                        .startsWith("Kính gửi Quý vị")
                        .hasSizeGreaterThan(80);
            }
        });
    }

    private static boolean yes(Map<String, String> row, String column) {
        return "có".equals(row.get(column));
    }

    private static Stream<DynamicTest> cases(String file, Consumer<Map<String, String>> check) {
        return Tables.golden(file).stream()
                .map(row -> dynamicTest(String.join(" · ", row.values()), () -> check.accept(row)));
    }
}
