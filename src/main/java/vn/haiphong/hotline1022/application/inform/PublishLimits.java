package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.application.port.Vocabularies;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.rules.RowInWords;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/** How long 1022 may take, for everybody to read: the table of limits in force, row by row. */
@Service
public class PublishLimits {

    private static final String TABLE = "handling-deadline";

    private final RuleTables tables;
    private final TableFiles files;
    private final Vocabularies vocabularies;
    private final Clock clock;
    private volatile Published known;

    PublishLimits(RuleTables tables, TableFiles files, Vocabularies vocabularies, Clock clock) {
        this.tables = tables;
        this.files = files;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /**
     * @param since when the table took effect
     * @param rows the first that fits a case counts
     */
    public record Published(int version, Instant since, LocalDate on, List<Row> rows) {}

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

    private Published read(String dmn, RuleTables.Version version, LocalDate today) {
        var table = files.read(dmn);
        var words = new RowInWords(table, vocabularies.on(today));
        return new Published(
                version.version(),
                version.since(),
                today,
                table.rows().stream()
                        .map(row -> new Row(
                                words.when(row),
                                limit(table, row, "forward"),
                                limit(table, row, "accept"),
                                limit(table, row, "makeSafe"),
                                limit(table, row, "handle"),
                                limit(table, row, "extension")))
                        .toList());
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
