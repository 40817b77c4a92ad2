package vn.haiphong.hotline1022.application.rehearse;

import static vn.haiphong.hotline1022.application.rehearse.ProposalChain.AGENCY;
import static vn.haiphong.hotline1022.application.rehearse.ProposalChain.LADDER;
import static vn.haiphong.hotline1022.application.rehearse.ProposalChain.LIMITS;
import static vn.haiphong.hotline1022.application.rehearse.ProposalChain.SCREENING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.GoldenSets;
import vn.haiphong.hotline1022.application.port.Rehearsals.Golden;
import vn.haiphong.hotline1022.application.port.Rehearsals.GoldenCase;
import vn.haiphong.hotline1022.domain.directory.Agency;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.petition.PetitionText;
import vn.haiphong.hotline1022.domain.rules.TableAnswer;

/** The acceptance examples by the table in force and by the changed one: none that came out right may come out wrong unseen. */
@Component
class GoldenCases {

    private static final int MOST_SHOWN = 500;
    private static final LocalDate BEFORE = LocalDate.parse("2024-09-18");
    private static final LocalDate NOW = LocalDate.parse("2025-11-24");
    private static final String OF_NOW = " (2025)"; // said behind an area of the new map
    private static final List<String> NOT_ROUTED = List.of("to_cao", "khieu_nai", "tu_phap", "khong_ro");
    private static final Map<String, String> LIMIT_COLUMNS = Map.of(
            "chuyển", "forward",
            "nhận hoặc trả", "accept",
            "xử lý", "handle",
            "làm an toàn", "makeSafe",
            "kiểm tra", "check",
            "phân xử", "settle",
            "gia hạn", "extension");

    private final GoldenSets sets;
    private final Agencies agencies;
    private final Areas areas;

    GoldenCases(GoldenSets sets, Agencies agencies, Areas areas) {
        this.sets = sets;
        this.agencies = agencies;
        this.areas = areas;
    }

    /** @param said by each table asked */
    private record Answer(Map<String, String> columns, Map<String, TableAnswer> said) {}

    private interface Version {
        Answer of(boolean changed);
    }

    Golden compared(TwoVersions versions) {
        var asking = versions.asking();
        var codes = areas.all(NOW).stream()
                .collect(Collectors.toMap(
                        area -> area.name().toLowerCase(Locale.ROOT), Area::code, (one, other) -> one));
        var cases = 0;
        var before = 0;
        var after = 0;
        var differing = new ArrayList<GoldenCase>();
        for (var set : sets.all()) {
            for (var row : set.rows()) {
                var expected = expected(set.name(), row);
                var answer = version(set.name(), row, asking, codes);
                var was = answer.of(false);
                var is = answer.of(true);
                cases++;
                before += expected.equals(was.columns()) ? 1 : 0;
                after += expected.equals(is.columns()) ? 1 : 0;
                differing.addAll(differing(set.name(), row, expected, was, is));
            }
        }
        return new Golden(
                cases, before, after, differing.stream().limit(MOST_SHOWN).toList());
    }

    private static List<GoldenCase> differing(
            String set, Map<String, String> row, Map<String, String> expected, Answer was, Answer is) {
        var differing = new ArrayList<GoldenCase>();
        expected.forEach((column, right) -> {
            var wasRight = right.equals(was.columns().get(column));
            if (wasRight != right.equals(is.columns().get(column))) {
                differing.add(new GoldenCase(
                        set,
                        row.getOrDefault("id", ""),
                        row.containsKey("text") ? row.get("text") : String.join(" · ", row.values()),
                        column,
                        right,
                        was.columns().get(column),
                        is.columns().get(column),
                        wasRight,
                        FiredRows.between(was.said(), is.said())));
            }
        });
        return differing;
    }

    private Map<String, String> expected(String set, Map<String, String> row) {
        var expected = new LinkedHashMap<String, String>();
        switch (set) {
            case "responsible-agency" -> {
                expected.put("cơ quan chủ trì", row.get("cơ quan chủ trì"));
                expected.put("cơ quan phối hợp", row.get("cơ quan phối hợp"));
            }
            case "handling-deadline" -> LIMIT_COLUMNS.keySet().forEach(column -> expected.put(column, row.get(column)));
            case "escalation-ladder" -> {
                expected.put("sau hạn", row.get("sau hạn"));
                expected.put("báo cho", row.get("báo cho"));
            }
            case "screening" -> {
                expected.put("đề xuất", row.get("đề xuất"));
                expected.put("lý do", row.get("lý do"));
                expected.put("giữ kín", row.get("giữ kín"));
            }
            default -> {
                expected.put("đề xuất", row.get("accepted"));
                expected.put("lĩnh vực", row.get("field"));
                expected.put("nhóm nội dung", row.get("category"));
                expected.put("khẩn cấp", row.get("urgent"));
                if (!"clarify".equals(row.get("accepted")) && !NOT_ROUTED.contains(row.get("field"))) {
                    expected.put("cơ quan chủ trì", expectedLead(row.get("expected_agency")));
                }
                if ("to_cao".equals(row.get("field"))) {
                    expected.put("giữ kín", "có");
                }
            }
        }
        return expected;
    }

    private Version version(String set, Map<String, String> row, TwoVersions.Asking asking, Map<String, String> codes) {
        return switch (set) {
            case "responsible-agency" ->
                changed -> {
                    var said = asking.ask(AGENCY, agencyFacts(row), changed);
                    return answer(
                            AGENCY,
                            said,
                            Map.of(
                                    "cơ quan chủ trì", said(said, "leadAgency"),
                                    "cơ quan phối hợp", said(said, "coordinatingAgencies")));
                };
            case "handling-deadline" ->
                changed -> {
                    var said = asking.ask(
                            LIMITS,
                            Map.of(
                                    "urgency", row.get("mức độ"),
                                    "category", row.get("nhóm nội dung"),
                                    "kind", row.get("loại yêu cầu"),
                                    "field", row.get("lĩnh vực")),
                            changed);
                    var columns = new HashMap<String, String>();
                    LIMIT_COLUMNS.forEach((column, name) -> columns.put(column, said(said, name)));
                    return answer(LIMITS, said, columns);
                };
            case "escalation-ladder" ->
                changed -> {
                    var said = asking.ask(LADDER, Map.of("urgency", row.get("mức độ")), changed);
                    var rung = said.results().stream()
                            .filter(one -> row.get("cấp").equals(String.valueOf(one.get("level"))))
                            .findFirst()
                            .orElse(Map.of());
                    return answer(
                            LADDER,
                            said,
                            Map.of(
                                    "sau hạn", String.valueOf(rung.get("after")),
                                    "báo cho", String.valueOf(rung.get("told"))));
                };
            case "screening" ->
                changed -> {
                    var said = asking.ask(SCREENING, screeningFacts(row), changed);
                    return answer(
                            SCREENING,
                            said,
                            Map.of(
                                    "đề xuất", said(said, "decision"),
                                    "lý do", said(said, "refusalReason"),
                                    "giữ kín", "true".equals(said(said, "confidential")) ? "có" : "không"));
                };
            default -> changed -> petition(row, asking, codes, changed);
        };
    }

    private static Answer answer(String table, TableAnswer said, Map<String, String> columns) {
        return new Answer(columns, Map.of(table, said));
    }

    private static String said(TableAnswer answer, String column) {
        var value = answer.results().isEmpty() ? null : answer.results().get(0).get(column);
        return value == null ? "" : value.toString();
    }

    private static Map<String, Object> agencyFacts(Map<String, String> row) {
        return Map.of(
                "field", row.get("lĩnh vực"),
                "category", row.get("nhóm nội dung"),
                "areaKind", row.get("cấp địa bàn"),
                "areaCode", row.get("mã địa bàn"),
                "receivedOn", LocalDate.parse(row.get("ngày nhận")),
                "plainText", PetitionText.of(row.get("lời phản ánh")).inFull().plain());
    }

    private static Map<String, Object> screeningFacts(Map<String, String> row) {
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
        return facts;
    }

    private static boolean yes(Map<String, String> row, String column) {
        return "có".equals(row.get(column));
    }

    private Answer petition(
            Map<String, String> row, TwoVersions.Asking asking, Map<String, String> codes, boolean changed) {
        var text = PetitionText.of(row.get("text")).inFull();
        var place = row.get("district_or_ward");
        var day = place.endsWith(OF_NOW) ? NOW : BEFORE;
        var areaKind = areaKind(place);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("areaCode", codes.getOrDefault(place.replace(OF_NOW, "").toLowerCase(Locale.ROOT), ""));
        facts.put("plainText", text.plain());
        facts.put("text", text.accented());
        facts.put("hasPlace", !areaKind.isEmpty() || text.namesAPlace());
        facts.put("hasContact", !row.get("reason").contains("[no contact]"));
        facts.put("outsideTerritory", "ngoài địa bàn".equals(place));
        facts.put("mentionsCode", text.mentionedCode().isPresent());
        facts.put("areaKind", areaKind);
        facts.put("receivedOn", day);
        var whole = new Facts(
                facts, new ProposalChain.Place(null, day, row.get("reason").startsWith("duplicate"), false));
        var outcome = changed ? asking.after(whole, null) : asking.before(whole);
        var columns = new HashMap<String, String>();
        columns.put("đề xuất", decided(outcome.decision()));
        columns.put("lĩnh vực", outcome.field());
        columns.put("nhóm nội dung", outcome.category());
        columns.put("khẩn cấp", "urgent".equals(outcome.urgency()) ? "yes" : "no");
        if (!"clarify".equals(row.get("accepted")) && !NOT_ROUTED.contains(row.get("field"))) {
            columns.put("cơ quan chủ trì", lead(outcome.tableLead(), areaKind, day));
        }
        if ("to_cao".equals(row.get("field"))) {
            var kept = "refer".equals(outcome.decision()) && outcome.tableLead().isEmpty() && outcome.confidential();
            columns.put("giữ kín", kept ? "có" : "không");
        }
        return new Answer(columns, outcome.said());
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
        return "-".equals(first) ? "" : first.matches("UB\\d+") ? AgencyChoice.COMMITTEE_OF_THE_AREA : first;
    }

    private String lead(String lead, String areaKind, LocalDate day) {
        if (AgencyChoice.COMMITTEE_OF_THE_AREA.equals(lead)) {
            return areaKind.isEmpty() ? "" : lead;
        }
        return agencies.orSuccessor(lead, day).map(Agency::code).orElse(lead);
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
