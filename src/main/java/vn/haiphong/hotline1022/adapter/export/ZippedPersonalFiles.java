package vn.haiphong.hotline1022.adapter.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.PersonalFiles;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/** A page to be read, the same for programs, and the files that were sent, in one ZIP. */
@Component
class ZippedPersonalFiles implements PersonalFiles {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int LONGEST_NAME = 80;

    private final ITemplateEngine templates;
    private final Words words;

    ZippedPersonalFiles(ITemplateEngine templates, Words words) {
        this.templates = templates;
        this.words = words;
    }

    /** As the page shows a table: cells as texts, columns in the office's words. */
    public record Section(String title, List<Map<String, String>> rows) {}

    @Override
    public void write(Dossier dossier, OutputStream out) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var rows = new LinkedHashMap<String, List<Map<String, Object>>>();
        dossier.rows()
                .forEach((table, ofTable) -> rows.put(
                        table,
                        ofTable.stream().map(row -> withoutBytes(row, files)).toList()));
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            entry(zip, "ho-so.html", page(dossier, rows).getBytes(StandardCharsets.UTF_8));
            entry(
                    zip,
                    "du-lieu.json",
                    JSON.writeValueAsBytes(Map.of(
                            "request", dossier.request(),
                            "at", dossier.at().toString(),
                            "cases", dossier.codes(),
                            "data", rows)));
            for (var file : files.entrySet()) {
                entry(zip, file.getKey(), file.getValue());
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** What is bytes becomes a file of its own, and its name in the row. */
    private static Map<String, Object> withoutBytes(Map<String, Object> row, Map<String, byte[]> files) {
        var plain = new LinkedHashMap<String, Object>();
        row.forEach((column, value) -> {
            if (value instanceof byte[] bytes) {
                var name = "tep/" + (files.size() + 1) + "-"
                        + safe(row.getOrDefault("name", column).toString());
                files.put(name, bytes);
                plain.put(column, name);
            } else {
                plain.put(column, value);
            }
        });
        return plain;
    }

    /** The sender chose the name: nothing in it may lead out of the folder. */
    private static String safe(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("\\.{2,}", "_");
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }

    private String page(Dossier dossier, Map<String, List<Map<String, Object>>> rows) {
        var sections = new ArrayList<Section>();
        rows.forEach((table, ofTable) -> sections.add(new Section(
                words.knows("dataTable", table) ? words.of("dataTable", table) : table,
                ofTable.stream().map(this::cells).toList())));
        return templates.process(
                "dataprotection/dossier",
                new Context(
                        Locale.forLanguageTag("vi-VN"),
                        Map.of(
                                "request", dossier.request(),
                                "at",
                                        java.time.format.DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy")
                                                .withZone(WorkingCalendar.OFFICE)
                                                .format(dossier.at()),
                                "codes", dossier.codes(),
                                "sections", sections)));
    }

    private Map<String, String> cells(Map<String, Object> row) {
        var cells = new LinkedHashMap<String, String>();
        row.forEach((column, value) -> {
            if (!value.toString().isBlank()) {
                cells.put(
                        words.knows("dataColumn", column) ? words.of("dataColumn", column) : column, value.toString());
            }
        });
        return cells;
    }
}
