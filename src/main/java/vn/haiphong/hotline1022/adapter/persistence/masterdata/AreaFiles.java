package vn.haiphong.hotline1022.adapter.persistence.masterdata;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The areas of the three files, and which took over which. */
final class AreaFiles {

    static final LocalDate SINCE_EVER = LocalDate.of(1900, 1, 1);
    static final LocalDate FEWER_COMMUNES = LocalDate.of(2025, 1, 1);
    static final LocalDate NO_DISTRICTS = LocalDate.of(2025, 7, 1);

    private static final Map<String, String> KINDS = Map.of(
            "Quận", "quan",
            "Huyện", "huyen",
            "Thành phố", "thanh_pho",
            "Phường", "phuong",
            "Xã", "xa",
            "Thị trấn", "thi_tran",
            "Đặc khu", "dac_khu");
    private static final Pattern KIND = Pattern.compile(
            "(" + String.join("|", KINDS.keySet()) + ") ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    private final List<AreaRow> areas = new ArrayList<>();
    private final Set<SuccessionRow> successions = new LinkedHashSet<>();
    private final List<String> unmatched = new ArrayList<>();

    record AreaRow(
            String code,
            LocalDate from,
            LocalDate to,
            String name,
            String parentCode,
            String agencyCode,
            String source) {

        String kind() {
            var matcher = KIND.matcher(name);
            if (!matcher.lookingAt()) {
                throw new IllegalStateException("No kind in the name of " + this);
            }
            return KINDS.get(matcher.group(1));
        }
    }

    record SuccessionRow(String oldCode, String newCode, LocalDate since) {}

    AreaFiles() {
        var before = districtsAndWards(
                "admin_units_2024", SINCE_EVER, FEWER_COMMUNES.minusDays(1), "dvhcvn @ed528e7 (01/02/2024)");
        var interim = districtsAndWards(
                "admin_units_2025H1", FEWER_COMMUNES, NO_DISTRICTS.minusDays(1), "dvhcvn @eaddcea (01/03/2025)");
        goOnUnderTheirCode(before, interim);
        var communes = MasterDataFiles.read("admin_units_2025");
        communes.forEach(row -> areas.add(new AreaRow(
                row.get("code"),
                NO_DISTRICTS,
                null,
                row.get("name"),
                null,
                "UB" + row.get("code"),
                "NQ 1669/NQ-UBTVQH15")));
        communes.forEach(row -> takeOver(row, interim));
    }

    List<AreaRow> areas() {
        return areas;
    }

    Set<SuccessionRow> successions() {
        return successions;
    }

    /** Predecessors of the communes of July 2025 that are no area of ours, as "commune, former province: predecessor". */
    List<String> unmatched() {
        return unmatched;
    }

    private List<AreaRow> districtsAndWards(String file, LocalDate from, LocalDate to, String source) {
        var found = new LinkedHashSet<AreaRow>();
        for (var row : MasterDataFiles.read(file)) {
            var district = row.get("district_code");
            var committee = "UB" + district;
            found.add(new AreaRow(district, from, to, row.get("district"), null, committee, source));
            if (!row.get("ward_code").isEmpty()) { // Bạch Long Vĩ has no communes
                found.add(new AreaRow(row.get("ward_code"), from, to, row.get("ward"), district, committee, source));
            }
        }
        areas.addAll(found);
        return List.copyOf(found);
    }

    // The files do not say what became of the 50 communes whose codes ended; their districts are known.
    private void goOnUnderTheirCode(List<AreaRow> before, List<AreaRow> interim) {
        var codes = interim.stream().map(AreaRow::code).collect(Collectors.toSet());
        before.stream()
                .filter(row -> codes.contains(row.code()))
                .forEach(row -> successions.add(new SuccessionRow(row.code(), row.code(), FEWER_COMMUNES)));
    }

    private void takeOver(Map<String, String> commune, List<AreaRow> interim) {
        var code = commune.get("code");
        var formerDistrict = key(commune.get("former_district"));
        var ours = "Hải Phòng".equals(commune.get("former_province"));
        var districts = interim.stream()
                .filter(row ->
                        ours && row.parentCode() == null && bareKey(row.name()).equals(formerDistrict))
                .toList();
        districts.forEach(district -> successions.add(new SuccessionRow(district.code(), code, NO_DISTRICTS)));
        for (var predecessor : commune.get("predecessors").split(";")) {
            var name = predecessor.strip();
            var old = ours ? predecessors(name, districts, interim) : List.<AreaRow>of();
            if (old.size() == 1) {
                successions.add(new SuccessionRow(old.get(0).code(), code, NO_DISTRICTS));
            } else {
                unmatched.add(commune.get("name") + ", " + commune.get("former_province") + ": " + name);
            }
        }
    }

    /** Those of that name in the former district; if there are none, those elsewhere in the city: a few crossed the line. */
    private static List<AreaRow> predecessors(String name, List<AreaRow> districts, List<AreaRow> interim) {
        var named = interim.stream()
                .filter(row -> bareKey(row.name()).equals(bareKey(name)))
                .filter(row -> row.parentCode() != null || key(row.name()).equals(key(name)))
                .toList();
        var inside = named.stream()
                .filter(row -> districts.stream()
                        .anyMatch(district -> district.code().equals(row.parentCode()) || district.equals(row)))
                .toList();
        return inside.isEmpty() ? named : inside;
    }

    private static String bareKey(String name) {
        return key(KIND.matcher(name).replaceFirst(""));
    }

    // The files differ in where a syllable carries its tone: Hoà Bình, Hòa Bình.
    private static String key(String name) {
        var key = new StringBuilder();
        for (var word : Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .split(" ")) {
            var tones = TONES.matcher(word);
            key.append(tones.replaceAll(""));
            tones.reset();
            while (tones.find()) {
                key.append(tones.group());
            }
            key.append(' ');
        }
        return key.toString();
    }
}
