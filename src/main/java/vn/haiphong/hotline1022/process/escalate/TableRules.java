package vn.haiphong.hotline1022.process.escalate;

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
import vn.haiphong.hotline1022.process.engine.internal.AsTheEngine;

/** Asks the administrators' tables outside of a diagram. */
@Component
class TableRules implements Rules {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final ProcessEngine engine;
    private final Map<String, List<Rung>> ladders = new ConcurrentHashMap<>();

    TableRules(@Lazy DecisionService decisions, @Lazy RepositoryService repository, @Lazy ProcessEngine engine) {
        this.decisions = decisions;
        this.repository = repository;
        this.engine = engine;
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
     */
    @Override
    public List<Rung> ladder(String urgency) {
        // Whoever's action starts a limit need not be allowed to ask the tables himself.
        return AsTheEngine.call(() -> {
            var version = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey("escalation-ladder")
                    .latestVersion()
                    .singleResult()
                    .getId();
            var known = ladders.get(version + urgency);
            if (known == null) {
                known = Ladder.of(decisions
                        .evaluateDecisionById(version)
                        .variables(Map.of("urgency", urgency))
                        .evaluate()
                        .getResultList());
                ladders.put(version + urgency, known);
            }
            return known;
        });
    }
}
