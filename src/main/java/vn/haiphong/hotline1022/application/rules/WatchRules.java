package vn.haiphong.hotline1022.application.rules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Rehearsals;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleOutcomes;
import vn.haiphong.hotline1022.application.port.RuleOutcomes.Outcome;

/** Theo dõi sau khi có hiệu lực (Giả định A-43): what has become of the petitions since, beside as long a time before. */
@Service
public class WatchRules {

    private final RuleChanges changes;
    private final RuleOutcomes outcomes;
    private final Rehearsals rehearsals;
    private final Clock clock;

    WatchRules(RuleChanges changes, RuleOutcomes outcomes, Rehearsals rehearsals, Clock clock) {
        this.rehearsals = rehearsals;
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

    /**
     * What the rehearsal foretold for an agency and what it got since, as shares of all that was assigned.
     *
     * @param foretold and {@code got}: between 0 and 1
     */
    public record Load(String agency, String name, double foretold, double got, long petitions) {}

    /** The agencies whose work the rehearsal foretold, or that got any, the farthest from the forecast first; empty if there was none. */
    public List<Load> loadsOf(Change change) {
        var forecast = rehearsals
                .finishedOf(change.id(), change.revision())
                .map(rehearsal -> rehearsal.summary().loads())
                .orElse(List.of());
        if (forecast.isEmpty() || change.inForceAt() == null) {
            return List.of();
        }
        var now = clock.instant();
        var until = now.isBefore(change.watchedUntil()) ? now : change.watchedUntil();
        var since = new TreeMap<>(outcomes.loads(change.inForceAt(), until));
        var all = since.values().stream().mapToLong(Long::longValue).sum();
        var foretold = forecast.stream()
                .filter(load -> !load.agency().isEmpty())
                .mapToLong(Rehearsals.Load::after)
                .sum();
        var loads = new ArrayList<Load>();
        for (var load : forecast) {
            var got = since.getOrDefault(load.agency(), 0L);
            if (!load.agency().isEmpty() && load.after() + got > 0) {
                loads.add(new Load(load.agency(), load.name(), share(load.after(), foretold), share(got, all), got));
            }
            since.remove(load.agency());
        }
        since.forEach((agency, got) -> loads.add(new Load(agency, agency, 0, share(got, all), got)));
        loads.sort(Comparator.comparingDouble(load -> -Math.abs(load.got() - load.foretold())));
        return loads;
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }

    private String loadsInWords(Change change) {
        var loads = loadsOf(change);
        return loads.isEmpty() || loads.stream().allMatch(load -> load.petitions() == 0)
                ? ""
                : ". Tỷ lệ việc (dự báo / thực tế): "
                        + loads.stream()
                                .limit(5)
                                .map(load -> "%s %d %% / %d %%"
                                        .formatted(
                                                load.agency(),
                                                Math.round(load.foretold() * 100),
                                                Math.round(load.got() * 100)))
                                .collect(Collectors.joining(", "));
    }

    /** The watch is over. */
    public void sumUp(long id) {
        var change = changes.find(id).orElseThrow();
        changes.add(
                id,
                clock.instant(),
                Actor.SYSTEM,
                "watched",
                "Hết thời gian theo dõi. " + of(change).inWords() + loadsInWords(change));
    }
}
