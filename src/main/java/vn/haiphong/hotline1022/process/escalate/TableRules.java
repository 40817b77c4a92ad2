package vn.haiphong.hotline1022.process.escalate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.process.engine.internal.AsTheEngine;

/** Asks the administrators' tables outside of a diagram. */
@Component
class TableRules implements Rules {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Map<String, List<Rung>> ladders = new ConcurrentHashMap<>();

    TableRules(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
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
