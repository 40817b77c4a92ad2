package vn.haiphong.hotline1022.domain.rules;

import java.util.List;

/** Looks at a decision table for what its author did not mean. */
public final class TableAnalysis {

    private final CellJudge judge;

    /** @param judge for cells of the full language */
    public TableAnalysis(CellJudge judge) {
        this.judge = judge;
    }

    public List<Finding> of(RuleTable table, Vocabulary vocabulary) {
        return List.of();
    }
}
