package vn.haiphong.hotline1022.domain.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A cell as the analysis asks it: read directly if it is plain, else tried by the judge. */
final class Cell {

    private final String text;
    private final PlainCell plain;
    private final CellJudge judge;
    private final Map<Object, Optional<Boolean>> judged = new HashMap<>();

    /** @param judge null: nothing can be said of the cell if it is not plain */
    Cell(String text, PlainCell plain, CellJudge judge) {
        this.text = text;
        this.plain = plain;
        this.judge = judge;
    }

    String text() {
        return text;
    }

    boolean isPlain() {
        return plain != null;
    }

    /** @throws NullPointerException if it is not plain */
    PlainCell plain() {
        return plain;
    }

    boolean isAnything() {
        return plain != null && plain.isAnything();
    }

    /** Whether it cannot be told what it holds for but by trying values. */
    boolean isTried() {
        return plain == null || plain.parts().stream().anyMatch(PlainCell.Search.class::isInstance);
    }

    /** Null: nobody knows. */
    Boolean holds(Object value) {
        if (plain != null) {
            return plain.holds(value);
        }
        return judge == null
                ? null
                : judged.computeIfAbsent(value == null ? Cell.class : value, key -> {
                            try {
                                return Optional.of(judge.holds(text, value));
                            } catch (IllegalArgumentException e) {
                                return Optional.empty();
                            }
                        })
                        .orElse(null);
    }
}
