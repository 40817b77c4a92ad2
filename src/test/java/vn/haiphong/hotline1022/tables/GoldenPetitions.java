package vn.haiphong.hotline1022.tables;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** Sends example petitions through the tables in the order of the process and counts what came out right. */
final class GoldenPetitions {

    private static final Map<String, String> SUCCESSORS = Map.ofEntries(
            Map.entry("SGTVT", "SXD"),
            Map.entry("SKHDT", "STC"),
            Map.entry("SNNPTNT", "SNNMT"),
            Map.entry("STNMT", "SNNMT"),
            Map.entry("STTTT", "SKHCN"),
            Map.entry("SLDTBXH", "SNV"),
            Map.entry("SDL", "SVHTTDL"),
            Map.entry("SVHTT", "SVHTTDL"),
            Map.entry("BDBP", "BCHQS"),
            Map.entry("CT", "THUE"),
            Map.entry("QLTT", "SCT"));
    private static final LocalDate BEFORE = LocalDate.parse("2024-09-18");
    private static final LocalDate NOW = LocalDate.parse("2025-11-24");

    private static final Map<String, String> AREA_CODES =
            Tables.csv(Path.of("src/main/resources/masterdata/admin_units_2025.csv")).stream()
                    .collect(Collectors.toMap(
                            unit -> unit.get("name").toLowerCase(Locale.ROOT), unit -> unit.get("code")));

    private final Tables tables;
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> mismatches = new ArrayList<>();
    private final List<String> dangers = new ArrayList<>();

    GoldenPetitions(Tables tables) {
        this.tables = tables;
    }

    GoldenPetitions run(List<Map<String, String>> rows) {
        rows.forEach(this::check);
        return this;
    }

    List<String> mismatches() {
        return mismatches;
    }

    /** What must never happen: a denunciation taken in or routed, an emergency not proposed as one. */
    List<String> dangers() {
        return dangers;
    }

    double rate(String column) {
        var count = counts.get(column);
        return (double) count[0] / count[1];
    }

    String summary() {
        var text = new StringBuilder();
        counts.forEach((column, count) ->
                text.append(String.format("%s %d/%d (%.1f %%)  ", column, count[0], count[1], 100 * rate(column))));
        return text.toString();
    }

    private void check(Map<String, String> row) {
        var id = row.get("id");
        var text = PetitionText.of(row.get("text")).inFull();
        var place = row.get("district_or_ward");
        var areaKind = areaKind(place);
        var expectedDecision = row.get("accepted");
        var expectedField = row.get("field");

        var proposal = tables.propose(text);
        var facts = new HashMap<String, Object>();
        facts.put("plainText", text.plain());
        facts.put("text", text.accented());
        facts.put("field", proposal.field());
        facts.put("category", proposal.category());
        facts.put("kind", proposal.kind());
        facts.put("urgency", proposal.urgency());
        facts.put("areaKind", areaKind);
        facts.put(
                "areaCode", AREA_CODES.getOrDefault(place.replace(" (2025)", "").toLowerCase(Locale.ROOT), ""));
        facts.put("receivedOn", place.endsWith("(2025)") ? NOW : BEFORE);
        facts.put("hasPlace", !areaKind.isEmpty() || text.namesAPlace());
        facts.put("hasContact", !row.get("reason").contains("[no contact]"));
        facts.put("outsideTerritory", "ngoài địa bàn".equals(place));
        facts.put("mentionsCode", text.mentionedCode().isPresent());
        facts.put("possibleDuplicate", row.get("reason").startsWith("duplicate"));

        var screening = tables.row("petition-screening", facts);
        var decision = decided((String) screening.get("decision"));
        var agency = tables.row("responsible-agency", facts);
        var lead = (String) agency.get("leadAgency");

        var said = row.get("text");
        count("decision", expectedDecision.equals(decision), id, expectedDecision, decision, said);
        count("field", expectedField.equals(proposal.field()), id, expectedField, proposal.field(), proposal.reason());
        count(
                "category",
                row.get("category").equals(proposal.category()),
                id,
                row.get("category"),
                proposal.category(),
                said);
        var urgent = "urgent".equals(proposal.urgency()) ? "yes" : "no";
        count("urgent", row.get("urgent").equals(urgent), id, row.get("urgent"), urgent, said);
        if (!"clarify".equals(expectedDecision) && !isPseudo(expectedField)) {
            var expected = expectedLead(row.get("expected_agency"));
            count("lead", expected.equals(real(lead, facts)), id, expected, lead, proposal.field() + " " + place);
        }
        if ("to_cao".equals(expectedField)
                && (!"refer".equals(decision)
                        || !lead.isEmpty()
                        || !Boolean.TRUE.equals(screening.get("confidential")))) {
            dangers.add(id + " a denunciation is not kept: " + decision + ", " + lead + ": " + said);
        }
        if ("yes".equals(row.get("urgent")) && "no".equals(urgent)) {
            dangers.add(id + " an emergency is not proposed as one: " + said);
        }
    }

    private void count(String column, boolean right, String id, String expected, String actual, String note) {
        var count = counts.computeIfAbsent(column, c -> new int[2]);
        count[1]++;
        if (right) {
            count[0]++;
        } else {
            mismatches.add(id + " " + column + ": expected " + expected + ", was " + actual + " — " + note);
        }
    }

    private static boolean isPseudo(String field) {
        return List.of("to_cao", "khieu_nai", "tu_phap", "khong_ro").contains(field);
    }

    private static String decided(String decision) {
        return switch (decision) {
            case "accept", "answer" -> "yes";
            case "refuse" -> "no";
            default -> decision;
        };
    }

    /** "UB305 + SXD" is the committee of the area; "-" is nobody. */
    private static String expectedLead(String agencies) {
        var first = agencies.split("\\+")[0].strip();
        return "-".equals(first) ? "" : first.matches("UB\\d+") ? "UBND" : first;
    }

    private static String real(String lead, Map<String, Object> facts) {
        if ("UBND".equals(lead) && "".equals(facts.get("areaKind"))) {
            return "";
        }
        return NOW.equals(facts.get("receivedOn")) ? SUCCESSORS.getOrDefault(lead, lead) : lead;
    }

    private static String areaKind(String place) {
        return switch (place.split(" ")[0]) {
            case "quận" -> "quan";
            case "huyện" -> "huyen";
            case "phường" -> "phuong";
            case "xã" -> "xa";
            case "thị" -> "thi_tran";
            case "thành" -> "thanh_pho";
            case "đặc" -> "dac_khu";
            default -> "";
        };
    }
}
