package vn.haiphong.hotline1022.application.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.CaseFiles;
import vn.haiphong.hotline1022.application.port.CaseFiles.Event;
import vn.haiphong.hotline1022.application.port.CaseFiles.Facts;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.DecisionRecords;
import vn.haiphong.hotline1022.application.port.DecisionRecords.DecisionRecord;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableEvaluations;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionText;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/**
 * Vì sao? Which row of which version of which table answered about a petition, on which facts, who wrote that row and who
 * approved it; and whether the table, asked again, answers the same.
 */
@Service
public class WhyDecided {

    private static final String SUPPLEMENT = "\n[Bổ sung] ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final DecisionRecords records;
    private final RuleTables tables;
    private final RuleChanges changes;
    private final TableFiles files;
    private final TableEvaluations evaluations;
    private final CaseFiles cases;
    private final Colleagues colleagues;
    private final Words words;

    WhyDecided(
            DecisionRecords records,
            RuleTables tables,
            RuleChanges changes,
            TableFiles files,
            TableEvaluations evaluations,
            CaseFiles cases,
            Colleagues colleagues,
            Words words) {
        this.records = records;
        this.tables = tables;
        this.changes = changes;
        this.files = files;
        this.evaluations = evaluations;
        this.cases = cases;
        this.colleagues = colleagues;
        this.words = words;
    }

    /** Whether the table, asked again with the facts of then, answers the same. */
    public enum Again {
        same,
        different,
        /** The words of then are not there any more. */
        unknown
    }

    /**
     * @param table key of the table
     * @param inputs what it was told; of the citizen's words only that they were read
     */
    public record Why(
            String table, String name, int version, Instant at, List<Fact> inputs, List<FiredRow> rows, Again again) {}

    public record Fact(String label, String value) {}

    /**
     * @param number of the row in the table, from 1
     * @param results what it answered
     * @param writtenBy everybody who wrote in the change that made the row what it was; empty: delivered with the house
     * @param change number of that change; null: delivered with the house
     */
    public record FiredRow(
            String id,
            int number,
            String says,
            List<Fact> results,
            List<String> writtenBy,
            String approvedBy,
            Long change,
            Instant since) {}

    /** The latest answer of each table, in the order in which they were asked. */
    public List<Why> latest(String petitionCode) {
        var latest = new HashMap<String, DecisionRecord>();
        var all = records.of(petitionCode);
        all.forEach(one -> latest.put(one.table(), one));
        return explained(
                petitionCode, all.stream().filter(latest::containsValue).toList());
    }

    /** Every answer there was, in the order of time. */
    public List<Why> all(String petitionCode) {
        return explained(petitionCode, records.of(petitionCode));
    }

    private List<Why> explained(String petitionCode, List<DecisionRecord> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var facts = cases.find(petitionCode).orElseThrow();
        var read = new HashMap<String, Table>();
        return asked.stream()
                .map(one -> explained(one, facts, read.computeIfAbsent(one.table() + one.version(), key -> table(one))))
                .filter(Objects::nonNull)
                .toList();
    }

    private record Table(String dmn, RuleTable table) {}

    private Table table(DecisionRecord asked) {
        return tables.dmn(asked.table(), asked.version())
                .map(dmn -> new Table(dmn, files.read(dmn)))
                .orElse(null);
    }

    private Why explained(DecisionRecord asked, Facts facts, Table known) {
        if (known == null) {
            return null;
        }
        var table = known.table();
        return new Why(
                asked.table(),
                table.name(),
                asked.version(),
                asked.at(),
                inputs(asked, table),
                IntStream.range(0, asked.rows().size())
                        .mapToObj(i -> row(
                                asked,
                                table,
                                asked.rows().get(i),
                                asked.results().get(i)))
                        .toList(),
                again(asked, facts, known));
    }

    private List<Fact> inputs(DecisionRecord asked, RuleTable table) {
        var told = new ArrayList<Fact>();
        for (var input : table.inputs()) {
            var value = asked.inputs().containsKey(input.id())
                    ? inWords(input.expression(), asked.inputs().get(input.id()))
                    : "lời phản ánh";
            var fact = new Fact(input.label(), value);
            if (!told.contains(fact)) {
                told.add(fact);
            }
        }
        return told;
    }

    private String inWords(String expression, Object value) {
        if (value == null || "".equals(value)) {
            return "không có";
        }
        if (value instanceof Boolean yes) {
            return yes ? "có" : "không";
        }
        return value instanceof LocalDate day ? DAY.format(day) : words.of(expression, value.toString());
    }

    private FiredRow row(DecisionRecord asked, RuleTable table, String id, Map<String, Object> answered) {
        var number = number(table, id);
        var results = table.outputs().stream()
                .filter(output -> answered.containsKey(output.name()))
                .map(output -> new Fact(output.label(), inWords(output.name(), answered.get(output.name()))))
                .toList();
        var origin = originOf(asked.table(), asked.version(), id);
        return new FiredRow(
                id,
                number,
                number == 0 ? "" : table.rows().get(number - 1).says(),
                results,
                origin == null
                        ? List.of()
                        : changes.editors(origin.id()).stream()
                                .map(colleagues::nameOf)
                                .sorted()
                                .toList(),
                origin == null || origin.decidedBy() == null ? null : colleagues.nameOf(origin.decidedBy()),
                origin == null ? null : origin.id(),
                origin == null ? null : origin.inForceAt());
    }

    private static int number(RuleTable table, String id) {
        return IntStream.range(0, table.rows().size())
                        .filter(i -> table.rows().get(i).id().equals(id))
                        .findFirst()
                        .orElse(-1)
                + 1;
    }

    /** The change that made the row what it was in that version; null: it came with the house. */
    private Change originOf(String key, int version, String id) {
        var at = version;
        while (true) {
            var change = changes.ofVersion(key, at).orElse(null);
            if (change == null) {
                return null;
            }
            if (change.rollsBack() != null) {
                at = changes.find(change.rollsBack()).orElseThrow().baseVersion();
                continue;
            }
            var now = textOf(key, at, id);
            if (!now.equals(textOf(key, change.baseVersion(), id))) {
                return change;
            }
            at = change.baseVersion();
        }
    }

    private String textOf(String key, int version, String id) {
        return tables.dmn(key, version)
                .map(files::read)
                .flatMap(table ->
                        table.rows().stream().filter(row -> row.id().equals(id)).findFirst())
                .map(RuleTable.Row::toString)
                .orElse("");
    }

    private Again again(DecisionRecord asked, Facts facts, Table known) {
        var inputs = new HashMap<String, Object>();
        var text = textThen(facts, asked.at());
        for (var input : known.table().inputs()) {
            if (asked.inputs().containsKey(input.id())) {
                inputs.put(input.expression(), asked.inputs().get(input.id()));
            } else if (text == null) {
                return Again.unknown;
            } else {
                inputs.put(input.expression(), input.expression().equals("text") ? text.accented() : text.plain());
            }
        }
        try {
            var silent = known.table().rows().stream()
                    .filter(row -> row.results().stream().allMatch(WhyDecided::isSilent))
                    .map(RuleTable.Row::id)
                    .collect(Collectors.toSet());
            var now = evaluations.of(known.dmn()).rowsFor(inputs).stream()
                    .filter(row -> !silent.contains(row)) // it left no trace
                    .toList();
            return now.equals(asked.rows()) ? Again.same : Again.different;
        } catch (BusinessRefusal e) {
            return Again.different;
        }
    }

    private static boolean isSilent(String result) {
        return result.isBlank() || result.strip().equals("\"\"");
    }

    /** The words of the petition as they stood then: what was added later is taken off again. */
    private static PetitionText textThen(Facts facts, Instant then) {
        var content = facts.content();
        if (content == null || content.isBlank()) {
            return null;
        }
        var later = new ArrayList<>(facts.events().stream()
                .filter(event ->
                        event.type().equals("supplemented") && event.at().isAfter(then))
                .map(Event::note)
                .toList());
        Collections.reverse(later);
        for (var added : later) {
            var end = SUPPLEMENT + added;
            if (!content.endsWith(end)) {
                return null;
            }
            content = content.substring(0, content.length() - end.length());
        }
        return PetitionText.of(content).inFull();
    }
}
