package vn.haiphong.hotline1022.domain.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The cells of several tables, or of several versions of one, each kept once: what holds for a case is found out once for all
 * rows that ask it, and only if a row asks. The words that cells look for are looked for together.
 */
public final class SharedCells {

    private final FullLanguage full;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> expressions = new ArrayList<>();
    private final List<WordIndex> words = new ArrayList<>();
    private final List<List<Integer>> cellsOf = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();

    public SharedCells(FullLanguage full) {
        this.full = full;
    }

    /**
     * @param plain null: of the full language
     * @param search number of its word search in the index of its column; negative: it has none
     */
    private record Cell(int column, String text, PlainCell plain, int search) {}

    /** @return the number of the cell; negative for one that holds always */
    int add(String expression, String text) {
        var written = text.strip();
        if (written.isEmpty() || "-".equals(written)) {
            return -1;
        }
        return known.computeIfAbsent(expression + "\n" + written, cell -> added(column(expression), written));
    }

    private int column(String expression) {
        return columns.computeIfAbsent(expression, e -> {
            expressions.add(e);
            words.add(new WordIndex());
            cellsOf.add(new ArrayList<>());
            return expressions.size() - 1;
        });
    }

    private int added(int column, String text) {
        var plain = PlainCell.of(text);
        var search = plain.flatMap(SharedCells::onlySearch);
        cells.add(new Cell(
                column,
                text,
                plain.orElse(null),
                search.map(words.get(column)::add).orElse(-1)));
        cellsOf.get(column).add(cells.size() - 1);
        return cells.size() - 1;
    }

    /** A cell that looks for words and asks nothing else. */
    private static Optional<WordSearch> onlySearch(PlainCell cell) {
        return cell.parts().size() == 1
                        && cell.parts().get(0) instanceof PlainCell.Search search
                        && search.words() instanceof WordSearch indexed
                ? Optional.of(indexed)
                : Optional.empty();
    }

    public boolean isPlain(int cell) {
        return cells.get(cell).plain() != null;
    }

    /** What is known of one case after another; of one thread. Ask for it when all tables have been compiled. */
    public Answers answers() {
        return new Answers();
    }

    /** A case, and what has been found out about it. */
    public final class Answers {

        private static final byte UNKNOWN = 0;
        private static final byte HOLDS = 1;
        private static final byte NOT = 2;

        private final Map<String, Object> facts = new LinkedHashMap<>();
        private final Object[] values = new Object[expressions.size()];
        private final WordIndex.Found[] found = new WordIndex.Found[expressions.size()];
        private final byte[] answers = new byte[cells.size()];

        /** Another case: nothing is known of it. */
        public void begin(Map<String, Object> known) {
            facts.keySet().removeIf(name -> !known.containsKey(name) && set(name, null));
            known.forEach(this::put);
        }

        /** What is known so far stays known as far as it does not ask for this. */
        public void put(String name, Object value) {
            facts.put(name, value);
            set(name, value);
        }

        /** For whoever asks everything of the engine. */
        public Map<String, Object> facts() {
            return facts;
        }

        private boolean set(String name, Object value) {
            var column = columns.get(name);
            if (column != null && !Objects.equals(values[column], value)) {
                values[column] = value;
                found[column] = null;
                for (var cell : cellsOf.get(column)) {
                    answers[cell] = UNKNOWN;
                }
            }
            return true;
        }

        boolean holds(int number) {
            if (answers[number] != UNKNOWN) {
                return answers[number] == HOLDS;
            }
            var cell = cells.get(number);
            var value = values[cell.column()] instanceof Integer whole
                    ? (Object) Long.valueOf(whole)
                    : values[cell.column()];
            var expression = expressions.get(cell.column());
            if (cell.plain() == null) {
                return full.holds(cell.text(), expression, facts); // may ask for anything: never kept
            }
            boolean holds;
            if (cell.search() >= 0 && value instanceof String text) {
                holds = found(cell.column(), text).has(cell.search())
                        != cell.plain().isNegated();
            } else if (cell.plain().says(value)) {
                holds = cell.plain().holds(value);
            } else {
                holds = full.holds(cell.text(), expression, facts);
            }
            answers[number] = holds ? HOLDS : NOT;
            return holds;
        }

        private WordIndex.Found found(int column, String text) {
            if (found[column] == null) {
                found[column] = words.get(column).in(text);
            }
            return found[column];
        }
    }
}
