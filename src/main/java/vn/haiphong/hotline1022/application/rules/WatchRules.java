package vn.haiphong.hotline1022.application.rules;

import java.time.Clock;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleOutcomes;
import vn.haiphong.hotline1022.application.port.RuleOutcomes.Outcome;

/** Theo dõi sau khi có hiệu lực (Giả định A-43): what has become of the petitions since, beside as long a time before. */
@Service
public class WatchRules {

    private final RuleChanges changes;
    private final RuleOutcomes outcomes;
    private final Clock clock;

    WatchRules(RuleChanges changes, RuleOutcomes outcomes, Clock clock) {
        this.changes = changes;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** @param before over as long a time up to the moment the change took effect */
    public record Watch(Outcome before, Outcome since) {

        String inWords() {
            return "Phân công: " + since.assigned() + " (trước: " + before.assigned() + "); cơ quan trả lại: "
                    + since.returned() + " (trước: " + before.returned() + "); phân công bằng tay: " + since.byHand()
                    + " (trước: " + before.byHand() + ")";
        }
    }

    /** @throws IllegalArgumentException if it has never been in force */
    public Watch of(Change change) {
        if (change.inForceAt() == null) {
            throw new IllegalArgumentException("Change " + change.id() + " has never been in force");
        }
        var now = clock.instant();
        var end = now.isBefore(change.watchedUntil()) ? now : change.watchedUntil();
        var start = change.inForceAt();
        return new Watch(
                outcomes.between(start.minus(java.time.Duration.between(start, end)), start),
                outcomes.between(start, end));
    }

    /** The watch is over. */
    public void sumUp(long id) {
        var change = changes.find(id).orElseThrow();
        changes.add(
                id,
                clock.instant(),
                Actor.SYSTEM,
                "watched",
                "Hết thời gian theo dõi. " + of(change).inWords());
    }
}
