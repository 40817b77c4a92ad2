package vn.haiphong.hotline1022.application.rules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Vocabularies;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.rules.RowInWords;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.Values;
import vn.haiphong.hotline1022.domain.rules.Vocabulary;

/** Đọc bảng thành lời: what a column may hold, with the names the office uses, and what a row says. */
@Service
public class SayRules {

    private final Vocabularies vocabularies;
    private final Clock clock;

    SayRules(Vocabularies vocabularies, Clock clock) {
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /** @param values the column's, as its vocabulary knows them */
    public record Column(String id, String label, String expression, String type, boolean input, Values values) {}

    /**
     * @param bare columns with words that lack their quotes
     */
    public record Said(String row, Map<String, String> cells, List<String> bare) {}

    public List<Column> columns(RuleTable table) {
        var vocabulary = vocabulary();
        var columns = new ArrayList<Column>();
        table.inputs()
                .forEach(input -> columns.add(new Column(
                        input.id(),
                        input.label(),
                        input.expression(),
                        input.type(),
                        true,
                        vocabulary.of(table, input))));
        table.outputs()
                .forEach(output -> columns.add(new Column(
                        output.id(),
                        output.label(),
                        output.name(),
                        output.type(),
                        false,
                        vocabulary.of(table, output))));
        return columns;
    }

    public Said row(RuleTable table, RuleTable.Row row) {
        var words = new RowInWords(table, vocabulary());
        var cells = new LinkedHashMap<String, String>();
        var bare = new ArrayList<String>();
        for (var i = 0; i < table.inputs().size(); i++) {
            say(words, table.inputs().get(i).id(), row.tests().get(i), cells, bare);
        }
        for (var i = 0; i < table.outputs().size(); i++) {
            say(words, table.outputs().get(i).id(), row.results().get(i), cells, bare);
        }
        return new Said(words.of(row), cells, bare);
    }

    private static void say(
            RowInWords words, String column, String cell, Map<String, String> cells, List<String> bare) {
        words.cell(column, cell).ifPresent(says -> cells.put(column, says));
        if (RowInWords.isBare(cell)) {
            bare.add(column);
        }
    }

    /** What each row says, by its id. */
    public Map<String, String> rows(RuleTable table) {
        var words = new RowInWords(table, vocabulary());
        var said = new LinkedHashMap<String, String>();
        table.rows().forEach(row -> said.put(row.id(), words.of(row)));
        return said;
    }

    private Vocabulary vocabulary() {
        return vocabularies.on(clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate());
    }
}
