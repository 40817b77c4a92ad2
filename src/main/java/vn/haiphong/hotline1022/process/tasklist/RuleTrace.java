package vn.haiphong.hotline1022.process.tasklist;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import vn.haiphong.hotline1022.process.AsTheHouse;

/** Which row of which version of the table sent a petition where it is: as the engine wrote it down at the time. */
class RuleTrace {

    private static final String TABLE = "responsible-agency";

    private final ProcessEngine engine;
    private final String petitionCode;

    RuleTrace(ProcessEngine engine, String petitionCode) {
        this.engine = engine;
        this.petitionCode = petitionCode;
    }

    /** @param description what the row says about itself; empty if nothing */
    record FiredRule(String table, int version, String rule, String description, java.time.Instant at) {}

    /** The rows of the latest routing; empty if none is known. Read in the house's name: a clerk has no right to tables. */
    List<FiredRule> lastRouting() {
        return AsTheHouse.call(engine, () -> {
            var history = engine.getHistoryService();
            return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(petitionCode).list().stream()
                    .map(HistoricProcessInstance::getId)
                    .flatMap(instance -> history
                            .createHistoricDecisionInstanceQuery()
                            .processInstanceId(instance)
                            .decisionDefinitionKey(TABLE)
                            .includeOutputs()
                            .list()
                            .stream())
                    .max(Comparator.comparing(HistoricDecisionInstance::getEvaluationTime))
                    .map(this::rulesOf)
                    .orElse(List.of());
        });
    }

    private List<FiredRule> rulesOf(HistoricDecisionInstance decision) {
        var table = engine.getRepositoryService().getDecisionDefinition(decision.getDecisionDefinitionId());
        var model = engine.getRepositoryService().getDmnModelInstance(table.getId());
        return decision.getOutputs().stream()
                .map(HistoricDecisionOutputInstance::getRuleId)
                .filter(Objects::nonNull)
                .distinct()
                .map(ruleId -> new FiredRule(
                        table.getName() == null ? table.getKey() : table.getName(),
                        table.getVersion(),
                        ruleId,
                        model.getModelElementById(ruleId) instanceof Rule rule && rule.getDescription() != null
                                ? rule.getDescription().getTextContent()
                                : "",
                        decision.getEvaluationTime().toInstant()))
                .toList();
    }
}
