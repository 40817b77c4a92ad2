package vn.haiphong.hotline1022.application.rehearse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.haiphong.hotline1022.application.classify.Votes;
import vn.haiphong.hotline1022.domain.rules.TableAnswer;

/**
 * What the tables make of a petition, one after the other, before anybody has looked at it.
 *
 * @param lead a real agency of that area and day; empty: none
 * @param limits of the row of limits, without its ground
 * @param said what each table said, by its key, as far as they were asked
 * @param fault why there is no more; null: all went well
 */
record Outcome(
        Votes.Proposal proposal,
        String decision,
        String refusalReason,
        boolean confidential,
        String tableLead,
        String lead,
        List<String> coordinating,
        Map<String, Object> limits,
        List<Map<String, Object>> ladder,
        Map<String, TableAnswer> said,
        String fault) {

    String field() {
        return proposal == null ? "" : proposal.field();
    }

    String category() {
        return proposal == null ? "" : proposal.category();
    }

    String kind() {
        return proposal == null ? "" : proposal.kind();
    }

    String urgency() {
        return proposal == null ? "" : proposal.urgency();
    }

    /** What would be another thing for the citizen, the agency or the clock. */
    enum Difference {
        field,
        category,
        kind,
        urgency,
        decision,
        agency,
        limits,
        ladder,
        fault
    }

    boolean differs(Outcome other, Difference in) {
        return switch (in) {
            case field -> !field().equals(other.field());
            case category -> !category().equals(other.category());
            case kind -> !kind().equals(other.kind());
            case urgency -> !urgency().equals(other.urgency());
            case decision ->
                !decision.equals(other.decision)
                        || !refusalReason.equals(other.refusalReason)
                        || confidential != other.confidential;
            case agency -> !lead.equals(other.lead) || !coordinating.equals(other.coordinating);
            case limits -> limits != other.limits && !limits.equals(other.limits);
            case ladder -> ladder != other.ladder && !ladder.equals(other.ladder);
            case fault -> !Objects.equals(fault, other.fault);
        };
    }

    /** Whether it came about in the same way: the same rows of every table, saying the same. */
    boolean agreesWith(Outcome other) {
        return said.keySet().equals(other.said.keySet())
                && said.entrySet().stream().allMatch(table -> {
                    var theirs = other.said.get(table.getKey());
                    return table.getValue().rows().equals(theirs.rows())
                            && table.getValue().saysTheSameAs(theirs);
                })
                && (fault == null) == (other.fault == null)
                && java.util.Arrays.stream(Difference.values())
                        .filter(kind -> kind != Difference.fault)
                        .noneMatch(kind -> differs(other, kind));
    }
}
