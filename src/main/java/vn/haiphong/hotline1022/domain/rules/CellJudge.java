package vn.haiphong.hotline1022.domain.rules;

/** Says of a cell of the full language whether it holds: the engine itself. */
@FunctionalInterface
public interface CellJudge {

    /**
     * @param value of the column; null: none
     * @throws IllegalArgumentException if the cell is no expression at all
     */
    boolean holds(String cell, Object value);
}
