package vn.haiphong.hotline1022.adapter.persistence.masterdata;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.springframework.core.io.ClassPathResource;

/**
 * The files of the city as they came, read with the corrections we made. A correction names the value it replaces and the
 * reason; if the file no longer has that value, the correction is out of date and reading stops.
 */
final class MasterDataFiles {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private MasterDataFiles() {}

    /** Rows by column name; no column is absent, an empty one is "". */
    static List<Map<String, String>> read(String file) {
        var rows = raw(file);
        for (var correction : raw("corrections")) {
            if (correction.get("file").equals(file)) {
                apply(correction, rows);
            }
        }
        return rows;
    }

    private static void apply(Map<String, String> correction, List<Map<String, String>> rows) {
        var column = correction.get("column");
        var row = rows.stream()
                .filter(candidate -> correction.get("code").equals(candidate.get("code")))
                .findFirst()
                .filter(candidate -> correction.get("was").equals(candidate.get(column)))
                .orElseThrow(() -> new IllegalStateException("Correction out of date: " + correction));
        row.put(column, correction.get("is"));
    }

    private static List<Map<String, String>> raw(String file) {
        var resource = new ClassPathResource("masterdata/" + file + ".csv");
        try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
                var parser = FORMAT.parse(reader)) {
            return parser.stream()
                    .<Map<String, String>>map(row -> new HashMap<>(row.toMap()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
