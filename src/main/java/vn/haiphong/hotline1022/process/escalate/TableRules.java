package vn.haiphong.hotline1022.process.escalate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.process.AsTheHouse;
import vn.haiphong.hotline1022.process.FiredRule;
import vn.haiphong.hotline1022.process.engine.internal.AsTheEngine;

/** Asks the administrators' tables outside of a diagram. */
@Component
class TableRules implements Rules {

    private static final Duration HOLDS = Duration.ofSeconds(1);

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final ProcessEngine engine;
    private final Clock clock;
    private final Map<String, List<Rung>> ladders = new ConcurrentHashMap<>();
    private volatile Latest latest;

    private record Latest(String id, Instant askedAt) {}

    TableRules(
            @Lazy DecisionService decisions,
            @Lazy RepositoryService repository,
            @Lazy ProcessEngine engine,
            Clock clock) {
        this.decisions = decisions;
        this.repository = repository;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public String inWords(String row) {
        var parts = row.split(":");
        return parts.length != 3
                ? row
                : AsTheHouse.call(engine, () -> inWords(parts[0], Integer.parseInt(parts[1]), parts[2]));
    }

    private String inWords(String key, int version, String id) {
        var table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .decisionDefinitionVersion(version)
                .singleResult();
        if (table == null) {
            return id;
        }
        var says = repository.getDmnModelInstance(table.getId()).getModelElementById(id) instanceof Rule rule
                        && rule.getDescription() != null
                ? rule.getDescription().getTextContent()
                : id;
        return "Bảng “" + table.getName() + "”, phiên bản " + version + ": " + says;
    }

    /**
     * Read once from each version of the table: a clock asks each time it fires, and every answer would be kept as history.
     * Which version is the latest is asked once a second; until then a report is as if it had been made a second before.
     */
    @Override
    public List<Rung> ladder(String urgency) {
        var version = latest();
        var known = ladders.get(version + urgency);
        if (known == null) {
            known = read(version, urgency);
            ladders.put(version + urgency, known);
        }
        return known;
    }

    private String latest() {
        var known = latest;
        var now = clock.instant();
        if (known == null
                || now.isBefore(known.askedAt())
                || now.isAfter(known.askedAt().plus(HOLDS))) {
            // Whoever's action starts a limit need not be allowed to ask the tables himself.
            known = AsTheEngine.call(() -> new Latest(
                    repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey("escalation-ladder")
                            .latestVersion()
                            .singleResult()
                            .getId(),
                    now));
            latest = known;
        }
        return known.id();
    }

    private List<Rung> read(String version, String urgency) {
        return AsTheEngine.call(() -> {
            var rows = decisions
                    .evaluateDecisionById(version)
                    .variables(Map.of("urgency", urgency))
                    .evaluate()
                    .getResultList();
            return Ladder.of(rows, FiredRule.allOfLatest());
        });
    }
}
