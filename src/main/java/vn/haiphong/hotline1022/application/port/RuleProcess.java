package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.Optional;

/** The way of a change of rules through {@code rule-change}. Business key is {@link RuleChanges.Change#code()}. */
public interface RuleProcess {

    /** @param summary what whoever approves reads first */
    void start(RuleChanges.Change change, Instant effectiveAt, String summary);

    /** The task by which it is decided; empty if it waits for nobody. */
    Optional<String> approvalOf(RuleChanges.Change change);

    /** Taken back by its author before it took effect. */
    void withdrawn(RuleChanges.Change change);

    /** Taken out of force while it was watched. */
    void rolledBack(RuleChanges.Change change);
}
