package vn.haiphong.hotline1022.adapter.persistence.masterdata;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The agencies of the files with their time: those of 2024, two districts renamed in 2025, those of July 2025. */
final class AgencyFiles {

    private AgencyFiles() {}

    record AgencyRow(
            String code,
            LocalDate from,
            LocalDate to,
            String name,
            String kind,
            String fields,
            String successorCode,
            String source,
            String confidence) {}

    static List<AgencyRow> agencies() {
        return Stream.of("agencies_2024", "agencies_2025H1", "agencies_2025")
                .flatMap(file -> MasterDataFiles.read(file).stream())
                .map(AgencyFiles::agency)
                .toList();
    }

    private static AgencyRow agency(Map<String, String> row) {
        return new AgencyRow(
                row.get("code"),
                row.get("valid_from").isEmpty() ? AreaFiles.SINCE_EVER : LocalDate.parse(row.get("valid_from")),
                row.get("valid_to").isEmpty() ? null : LocalDate.parse(row.get("valid_to")),
                row.get("name_vi"),
                row.get("type"),
                row.get("fields"),
                successor(row.get("code"), row.getOrDefault("successor_code", "")),
                row.get("source"),
                row.get("confidence"));
    }

    /** Nobody where it goes on under its own code, nor where the file says in brackets that it depends on the address. */
    private static String successor(String code, String named) {
        return named.isEmpty() || named.startsWith("(") || named.equals(code) ? null : named;
    }
}
