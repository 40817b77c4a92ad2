package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.application.port.Vocabularies;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.rules.CodeTest;
import vn.haiphong.hotline1022.domain.rules.RowInWords;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/** How long 1022 may take, for everybody to read: the table of limits in force, row by row. */
@Service
public class PublishLimits {

    private static final String TABLE = "handling-deadline";

    private final RuleTables tables;
    private final TableFiles files;
    private final Vocabularies vocabularies;
    private final Words words;
    private final Clock clock;
    private volatile Published known;

    PublishLimits(RuleTables tables, TableFiles files, Vocabularies vocabularies, Words words, Clock clock) {
        this.tables = tables;
        this.files = files;
        this.vocabularies = vocabularies;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param since when the table took effect
     * @param groups the same told shortly, by urgency
     * @param rows the first that fits a case counts
     */
    public record Published(int version, Instant since, LocalDate on, List<Group> groups, List<Row> rows) {}

    /** @param lines the first that fits counts */
    public record Group(String urgency, List<Line> lines) {

        /** @param say the words for what {@link #say} has in Vietnamese */
        public String inWords(Line line, UnaryOperator<String> say) {
            return LimitLines.inWords(line, lines.size() == 1, say);
        }
    }

    /**
     * Matters with the same limits.
     *
     * @param rows ids of the table's rows told by it
     */
    public record Line(
            List<Matter> matters,
            Set<String> rows,
            Optional<Limit> forward,
            Optional<Limit> safe,
            Optional<Limit> answer) {

        /** Whether some of it has no words but those of the table, which are Vietnamese. */
        public boolean isInFull() {
            return matters.stream().anyMatch(matter -> matter.inFull().isPresent());
        }
    }

    /** @param inFull the row as the table has it, in Vietnamese, if it asks more than what kind of matter it is */
    public record Matter(CodeTest category, CodeTest kind, CodeTest field, Optional<String> inFull) {}

    /**
     * @param when the case the row is for, in Vietnamese words
     * @param safe until the danger is averted
     * @param extension the most by which the answer may be put off
     */
    public record Row(
            String when,
            Optional<Limit> forward,
            Optional<Limit> accept,
            Optional<Limit> safe,
            Optional<Limit> answer,
            Optional<Limit> extension) {}

    /** Empty if there is no such table. */
    public Optional<Published> now() {
        var today = clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate();
        return tables.inForce(TABLE).flatMap(version -> {
            var last = known;
            if (last != null && last.version() == version.version() && last.on().equals(today)) {
                return Optional.of(last);
            }
            var read = tables.dmn(TABLE, version.version()).map(dmn -> read(dmn, version, today));
            read.ifPresent(published -> known = published);
            return read;
        });
    }

    /** What the lines say, in Vietnamese; for what has no everyday words, the office's. */
    public String say(String key) {
        var code = key.substring(key.indexOf('.') + 1);
        return Stream.of(key.substring(0, key.indexOf('.')), "kind", "category", "field")
                .filter(group -> words.knows(group, code))
                .findFirst()
                .map(group -> words.of(group, code))
                .orElse("“" + code + "”");
    }

    /**
     * The line a row of the table in force is told by, with its urgency unless the row is for several; empty for a row of
     * another table, and where the line promises something else.
     *
     * @param rule as kept with a limit: {@code handling-deadline:1:rule_urgent}
     */
    public Optional<String> lineOf(String rule, Limit answer) {
        return now().filter(published -> rule.startsWith(TABLE + ":" + published.version() + ":"))
                .flatMap(published -> {
                    var row = rule.substring(rule.lastIndexOf(':') + 1);
                    var said = published.groups().stream()
                            .flatMap(group -> group.lines().stream()
                                    .filter(line -> line.rows().contains(row)
                                            && line.answer().equals(Optional.of(answer)))
                                    .map(line -> words.of("urgencyOfMatters", group.urgency()) + " – "
                                            + group.inWords(line, this::say)))
                            .toList();
                    return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
                });
    }

    private Published read(String dmn, RuleTables.Version version, LocalDate today) {
        var table = files.read(dmn);
        var inWords = new RowInWords(table, vocabularies.on(today));
        var rows = table.rows().stream()
                .map(row -> new Row(
                        inWords.when(row),
                        limit(table, row, "forward"),
                        limit(table, row, "accept"),
                        limit(table, row, "makeSafe"),
                        limit(table, row, "handle"),
                        limit(table, row, "extension")))
                .toList();
        return new Published(version.version(), version.since(), today, new LimitLines(table).of(rows), rows);
    }

    /** What is no limit, because somebody wrote a formula, is left out rather than guessed. */
    private static Optional<Limit> limit(RuleTable table, RuleTable.Row row, String output) {
        for (var i = 0; i < table.outputs().size(); i++) {
            if (table.outputs().get(i).name().equals(output)) {
                try {
                    return Optional.of(Limit.parse(row.results().get(i).strip().replaceAll("^\"|\"$", "")));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
