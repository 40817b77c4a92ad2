package vn.haiphong.hotline1022.application.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.application.port.Vocabularies;
import vn.haiphong.hotline1022.application.rules.ListRules.NoSuchRules;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.rules.RowInWords;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.TableDifference;

/** So sánh hai bản của một bảng: what differs, row by row, and what each of these rows says. */
@Service
public class CompareRules {

    private static final Pattern VERSION = Pattern.compile("\\d{1,6}");
    private static final Pattern CHANGE = Pattern.compile("BQĐ-(\\d{1,12})");

    private final RuleTables tables;
    private final RuleChanges changes;
    private final TableFiles files;
    private final Vocabularies vocabularies;
    private final Clock clock;

    CompareRules(RuleTables tables, RuleChanges changes, TableFiles files, Vocabularies vocabularies, Clock clock) {
        this.tables = tables;
        this.changes = changes;
        this.files = files;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /**
     * @param wordsBefore what the rows that differ said, by their ids
     * @param wordsAfter what they say
     * @param changes what became of the cells of rows that were there before, one by one
     */
    public record Comparison(
            String from,
            String to,
            RuleTable before,
            RuleTable after,
            TableDifference difference,
            Map<String, String> wordsBefore,
            Map<String, String> wordsAfter,
            Map<String, List<String>> changes) {}

    /** What the change makes of the version it was drafted from. */
    public Comparison of(Change change) {
        return of(change, change.dmn());
    }

    /** The same with a text of it that is not saved. */
    public Comparison of(Change change, String dmn) {
        return between(
                "Phiên bản " + change.baseVersion(),
                tables.dmn(change.tableKey(), change.baseVersion()).orElseThrow(),
                change.code(),
                dmn);
    }

    /**
     * @param from and {@code to}: the number of a version, or the code of a change
     */
    public Comparison of(String key, String from, String to) {
        return between(name(from), text(key, from), name(to), text(key, to));
    }

    private static String name(String which) {
        return VERSION.matcher(which).matches() ? "Phiên bản " + which : which;
    }

    private String text(String key, String which) {
        if (VERSION.matcher(which).matches()) {
            return tables.dmn(key, Integer.parseInt(which)).orElseThrow(() -> new NoSuchRules(which));
        }
        var change = CHANGE.matcher(which);
        if (!change.matches()) {
            throw new NoSuchRules(which);
        }
        return changes.find(Long.parseLong(change.group(1)))
                .filter(found -> found.tableKey().equals(key))
                .orElseThrow(() -> new NoSuchRules(which))
                .dmn();
    }

    public Comparison between(String from, String dmnBefore, String to, String dmnAfter) {
        var before = files.read(dmnBefore);
        var after = files.read(dmnAfter);
        var difference = TableDifference.between(before, after);
        return new Comparison(
                from,
                to,
                before,
                after,
                difference,
                words(before, difference),
                words(after, difference),
                changes(after, difference));
    }

    private Map<String, List<String>> changes(RuleTable table, TableDifference difference) {
        var words = new RowInWords(table, vocabularies.on(today()));
        var said = new LinkedHashMap<String, List<String>>();
        difference.rows().stream()
                .filter(row -> row.kind() == TableDifference.Kind.changed)
                .forEach(row -> said.put(
                        row.rowId(), row.cells().stream().map(words::changed).toList()));
        return said;
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate();
    }

    private Map<String, String> words(RuleTable table, TableDifference difference) {
        var words = new RowInWords(table, vocabularies.on(today()));
        var rows = new LinkedHashMap<String, RuleTable.Row>();
        table.rows().forEach(row -> rows.put(row.id(), row));
        var said = new LinkedHashMap<String, String>();
        difference.rows().stream()
                .map(row -> rows.get(row.rowId()))
                .filter(Objects::nonNull)
                .forEach(row -> said.put(row.id(), words.of(row)));
        return said;
    }
}
