package vn.haiphong.hotline1022.application.rehearse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import vn.haiphong.hotline1022.application.port.Rehearsals.Detail;
import vn.haiphong.hotline1022.application.port.Rehearsals.Difference;
import vn.haiphong.hotline1022.application.port.Rehearsals.Fate;
import vn.haiphong.hotline1022.application.port.RehearsedPetitions.Seen;

/** What one thread has counted. */
final class Tally {

    private static final String DENUNCIATION = "to_cao";

    final Map<Outcome.Difference, Long> by = new EnumMap<>(Outcome.Difference.class);
    final Map<String, long[]> loads = new TreeMap<>();
    final List<Difference> differences = new ArrayList<>();
    final Map<String, String> rows = new LinkedHashMap<>();
    final List<String> disagreed = new ArrayList<>();
    long petitions;
    long changed;
    long otherRow;
    long checked;

    /** @param room whether there is room for one more in the list; asked for each that differs */
    void count(Seen petition, Outcome before, Outcome after, TwoVersions versions, BooleanSupplier room) {
        petitions++;
        load(before, 0);
        load(after, 1);
        var kinds = new ArrayList<String>();
        for (var kind : Outcome.Difference.values()) {
            if (before.differs(after, kind)) {
                by.merge(kind, 1L, Long::sum);
                kinds.add(kind.name());
            }
        }
        if (kinds.isEmpty()) {
            otherRow += sameRows(before, after) ? 0 : 1;
            return;
        }
        changed++;
        if (room.getAsBoolean()) {
            differences.add(difference(petition, before, after, versions, kinds));
        }
    }

    private void load(Outcome outcome, int version) {
        if ("accept".equals(outcome.decision())) {
            loads.computeIfAbsent(outcome.lead(), agency -> new long[2])[version]++;
        }
    }

    private static boolean sameRows(Outcome before, Outcome after) {
        return before.said().entrySet().stream()
                .allMatch(said -> said.getValue()
                        .rows()
                        .equals(after.said().get(said.getKey()).rows()));
    }

    private Difference difference(
            Seen petition, Outcome before, Outcome after, TwoVersions versions, List<String> kinds) {
        if (petition.confidential() || isSecret(before) || isSecret(after)) {
            return new Difference(petition.code(), true, List.of("confidential"), null);
        }
        var fired = FiredRows.between(before.said(), after.said());
        FiredRows.say(fired, versions, rows);
        return new Difference(
                petition.code(),
                false,
                kinds,
                new Detail(
                        petition.receivedAt(),
                        petition.areaCode(),
                        fate(before, kinds),
                        fate(after, kinds),
                        petition.field() == null
                                ? null
                                : new Fate(
                                        petition.field(),
                                        petition.category(),
                                        petition.urgency(),
                                        null,
                                        petition.lead(),
                                        null,
                                        null,
                                        null),
                        fired));
    }

    /** Nobody has classified it so far, perhaps, and one of the tables takes it for what few may read. */
    private static boolean isSecret(Outcome outcome) {
        return outcome.confidential() || DENUNCIATION.equals(outcome.field());
    }

    private static Fate fate(Outcome outcome, List<String> kinds) {
        return new Fate(
                outcome.field(),
                outcome.category(),
                outcome.urgency(),
                outcome.fault() == null
                        ? outcome.decision() + (outcome.refusalReason().isEmpty() ? "" : ":" + outcome.refusalReason())
                        : "fault:" + outcome.fault(),
                outcome.lead(),
                String.join(",", outcome.coordinating()),
                kinds.contains("limits") ? Limits.inShort(outcome.limits()) : null,
                kinds.contains("ladder") ? Limits.ladder(outcome.ladder()) : null);
    }

    void add(Tally other) {
        petitions += other.petitions;
        changed += other.changed;
        otherRow += other.otherRow;
        checked += other.checked;
        disagreed.addAll(other.disagreed);
        rows.putAll(other.rows);
        other.by.forEach((kind, count) -> by.merge(kind, count, Long::sum));
        other.loads.forEach((agency, counts) -> {
            var all = loads.computeIfAbsent(agency, a -> new long[2]);
            all[0] += counts[0];
            all[1] += counts[1];
        });
    }
}
