package vn.haiphong.hotline1022.process.escalate;

import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.process.engine.internal.AsTheEngine;

/** Asks the administrators' tables outside of a diagram. */
@Component
class TableRules implements Rules {

    private final DecisionService decisions;
    private final RepositoryService repository;

    TableRules(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public String inWords(String row) {
        var parts = row.split(":");
        return parts.length != 3
                ? row
                : AsTheEngine.call(() -> inWords(parts[0], Integer.parseInt(parts[1]), parts[2]));
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

    @Override
    public List<Rung> ladder(String urgency) {
        // Whoever's action starts a limit need not be allowed to ask the tables himself.
        return AsTheEngine.call(() -> Ladder.of(decisions
                .evaluateDecisionByKey("escalation-ladder")
                .variables(java.util.Map.of("urgency", urgency))
                .evaluate()
                .getResultList()));
    }
}
