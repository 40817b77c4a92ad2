package vn.haiphong.hotline1022.domain.rules;

/** The engine itself, asked about expressions of the full language. */
@FunctionalInterface
public interface CellJudge {

    /**
     * Whether a cell of an input holds for a value.
     *
     * @param value null: none
     * @throws IllegalArgumentException if the cell is no expression
     */
    boolean holds(String cell, Object value);

    /** Whether a cell of an output can be read at all. */
    default boolean isExpression(String cell) {
        return true;
    }
}
