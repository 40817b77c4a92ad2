package vn.haiphong.hotline1022.application.escalate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.EscalationProofs;
import vn.haiphong.hotline1022.application.port.EscalationProofs.Finding;
import vn.haiphong.hotline1022.application.port.EscalationProofs.Reached;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.application.port.Rules.Rung;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/**
 * Whether everybody was told who had to be told of a passed limit, once, at each level. What had to be told is worked out
 * anew, from the limits, the ladder and the contacts as they stand today, and not from what the reports have noted; then the
 * letters are held against it.
 */
@Service
public class ProveEscalations {

    private final EscalationProofs proofs;
    private final Rules rules;
    private final Calendars calendars;
    private final Clock clock;

    ProveEscalations(EscalationProofs proofs, Rules rules, Calendars calendars, Clock clock) {
        this.proofs = proofs;
        this.rules = rules;
        this.calendars = calendars;
        this.clock = clock;
    }

    public record Proof(Instant until, Map<Finding, Long> counts, List<EscalationProofs.Deviation> deviations) {

        public long count(Finding finding) {
            return counts.getOrDefault(finding, 0L);
        }

        /** Nobody was passed over and nobody troubled twice; what the mail server did not take is another matter. */
        public boolean holds() {
            return count(Finding.missed) == 0 && count(Finding.doubled) == 0 && count(Finding.early) == 0;
        }
    }

    /**
     * @param from limits that passed since then
     * @param allowance how long the house may take from a level being reached to the letter being sent
     */
    public Proof since(Instant from, Duration allowance) {
        var until = clock.instant();
        var calendar = calendars.current();
        var ladders = new HashMap<String, List<Rung>>();
        var rungs = new ArrayList<Reached>();
        for (var passed : proofs.passed(from, until)) {
            for (var rung : ladders.computeIfAbsent(passed.urgency(), rules::ladder)) {
                var at = calendar.after(passed.dueAt(), Limit.parse(rung.after()));
                for (var role : rung.told()) {
                    rungs.add(new Reached(passed.urgency(), passed.dueAt(), rung.level(), role, at));
                }
            }
        }
        var held = proofs.hold(rungs, until, allowance);
        return new Proof(until, held.counts(), held.deviations());
    }
}
