package vn.haiphong.hotline1022.adapter.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code personal-data.csv}, read: where personal data may stand and what an erasure does with it. */
final class PersonalDataList {

    static final String ALL_COLUMNS = "*";

    private static final String FILE = "/personal-data.csv";
    private static final String USUAL = "petition_code = any (:codes)";
    private static final String INSTANCES =
            "select proc_inst_id_ from public.act_hi_procinst where business_key_ = any (:codes)";

    enum Kind {
        none,
        staff,
        contact,
        citizen,
        words,
        mention,
        row,
        live
    }

    /**
     * Some rows of a table.
     *
     * @param table schema and name
     * @param where which rows are about the cases asked for; said explicitly or, where nothing is said, by their code
     */
    record Part(String table, String where, boolean said, Map<String, Kind> columns) {

        List<String> of(Kind... kinds) {
            var wanted = Set.of(kinds);
            return columns.entrySet().stream()
                    .filter(column -> wanted.contains(column.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** Whether a person is handed out these rows. */
        boolean concernsPeople() {
            return said || columns.values().stream().anyMatch(kind -> kind != Kind.none && kind != Kind.staff);
        }
    }

    private final List<Part> parts;

    private PersonalDataList(List<Part> parts) {
        this.parts = parts;
    }

    static PersonalDataList delivered() {
        try (var file = PersonalDataList.class.getResourceAsStream(FILE)) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PersonalDataList of(String text) {
        var columns = new LinkedHashMap<String, Map<String, Kind>>();
        var where = new LinkedHashMap<String, String>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.equals("table;column;kind"))
                .map(line -> line.split(";", 3))
                .forEach(line -> {
                    var kinds = columns.computeIfAbsent(line[0], table -> new LinkedHashMap<>());
                    if (line[1].equals("=")) {
                        where.put(line[0], line[2].replace(":instances", INSTANCES));
                    } else if (kinds.put(line[1], Kind.valueOf(line[2])) != null) {
                        throw new IllegalStateException("Twice in " + FILE + ": " + line[0] + ";" + line[1]);
                    }
                });
        var parts = new ArrayList<Part>();
        columns.forEach((name, kinds) -> parts.add(new Part(
                name.replaceFirst("#.*", ""), where.getOrDefault(name, USUAL), where.containsKey(name), kinds)));
        return new PersonalDataList(parts);
    }

    List<Part> parts() {
        return parts;
    }

    /** Whether somebody has said what this column holds. */
    boolean knows(String table, String column) {
        return parts.stream()
                .filter(part -> part.table().equals(table))
                .anyMatch(part ->
                        part.columns().containsKey(column) || part.columns().containsKey(ALL_COLUMNS));
    }
}
