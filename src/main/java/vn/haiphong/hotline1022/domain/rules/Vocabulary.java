package vn.haiphong.hotline1022.domain.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the columns of a table may hold, and their Vietnamese names, on a day. */
public interface Vocabulary {

    Values of(RuleTable table, RuleTable.Input input);

    Values of(RuleTable table, RuleTable.Output output);

    /** Whether a case may come without any value in this column. */
    boolean mayBeAbsent(RuleTable table, RuleTable.Input input);

    /** Inputs whose values come together. */
    default List<Values.Together> together(RuleTable table) {
        return List.of();
    }

    /** The expression of the input that says of which day the case is: by it the lives of codes are judged. */
    default Optional<String> day(RuleTable table) {
        return Optional.empty();
    }

    /** The day on which the table is looked at; what only concerns earlier days is left in peace. */
    default LocalDate today() {
        return LocalDate.EPOCH;
    }

    /** A vocabulary that knows nothing: types and cells have to do. */
    static Vocabulary open(boolean mayBeAbsent) {
        return new Vocabulary() {
            @Override
            public Values of(RuleTable table, RuleTable.Input input) {
                return new Values.Anything();
            }

            @Override
            public Values of(RuleTable table, RuleTable.Output output) {
                return new Values.Anything();
            }

            @Override
            public boolean mayBeAbsent(RuleTable table, RuleTable.Input input) {
                return mayBeAbsent;
            }
        };
    }
}
