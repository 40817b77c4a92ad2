package vn.haiphong.hotline1022.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import vn.haiphong.hotline1022.application.classify.Votes;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.domain.petition.PetitionText;
import vn.haiphong.hotline1022.process.engine.internal.HouseTableEngine;

/** The tables as shipped, asked in the way the house asks them. */
final class Tables {

    static final List<String> ALL = List.of(
            "field-suggestion", "petition-screening", "responsible-agency", "handling-deadline", "escalation-ladder");

    private static final Words WORDS = new Words();

    private final DmnEngine engine = HouseTableEngine.build();
    private final Map<String, DmnDecision> decisions = new HashMap<>();

    Tables() {
        for (var id : ALL) {
            try (var in = Files.newInputStream(file(id))) {
                decisions.put(id, engine.parseDecision(id, in));
            } catch (IOException e) {
                throw new IllegalStateException("No table " + id, e);
            }
        }
    }

    static Path file(String id) {
        return Path.of("dmn", id + ".dmn");
    }

    List<Map<String, Object>> rows(String table, Map<String, ?> inputs) {
        var known = new LinkedHashMap<String, Object>();
        known.putAll(inputs);
        return engine.evaluateDecisionTable(decisions.get(table), known).getResultList();
    }

    Map<String, Object> row(String table, Map<String, ?> inputs) {
        var rows = rows(table, inputs);
        if (rows.size() != 1) {
            throw new AssertionError("One row of " + table + " expected, not " + rows.size() + " for " + inputs);
        }
        return rows.get(0);
    }

    Votes.Proposal propose(PetitionText text) {
        var votes = rows("field-suggestion", Map.of("plainText", text.plain(), "text", text.accented())).stream()
                .map(row -> new Votes.Vote(
                        (String) row.get("field"),
                        (String) row.get("category"),
                        (String) row.get("kind"),
                        (String) row.get("urgency"),
                        ((Number) row.get("weight")).doubleValue()))
                .toList();
        return Votes.of(votes, WORDS);
    }

    /** Rows of a CSV by column name; empty lines and lines with # are left out. */
    static List<Map<String, String>> csv(Path file) {
        try {
            var records = records(Files.readString(file, StandardCharsets.UTF_8));
            var head = records.get(0);
            var rows = new ArrayList<Map<String, String>>();
            for (var record : records.subList(1, records.size())) {
                if (record.size() != head.size()) {
                    throw new AssertionError(file + ": " + head.size() + " columns expected in " + record);
                }
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < head.size(); i++) {
                    row.put(head.get(i), record.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Map<String, String>> golden(String name) {
        return csv(Path.of("src/main/resources/masterdata/golden", name));
    }

    private static List<List<String>> records(String text) {
        var records = new ArrayList<List<String>>();
        for (var line : text.split("\r?\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                records.add(cells(line));
            }
        }
        return records;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
