package vn.haiphong.hotline1022.process.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.DecisionRecords;
import vn.haiphong.hotline1022.process.AsTheHouse;

/** Read in the house's name: a clerk has no right to tables, and whose case it is has been asked before. */
@Component
class EngineDecisionRecords implements DecisionRecords {

    private final HistoryService history;
    private final RepositoryService repository;
    private final ProcessEngine engine;

    EngineDecisionRecords(
            @Lazy HistoryService history, @Lazy RepositoryService repository, @Lazy ProcessEngine engine) {
        this.history = history;
        this.repository = repository;
        this.engine = engine;
    }

    @Override
    public List<DecisionRecord> of(String petitionCode) {
        return AsTheHouse.call(
                engine,
                () ->
                        history
                                .createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(petitionCode)
                                .list()
                                .stream()
                                .map(HistoricProcessInstance::getId)
                                .flatMap(instance -> history
                                        .createHistoricDecisionInstanceQuery()
                                        .processInstanceId(instance)
                                        .includeInputs()
                                        .includeOutputs()
                                        .list()
                                        .stream())
                                .map(this::record)
                                .sorted(Comparator.comparing(DecisionRecord::at))
                                .toList());
    }

    private DecisionRecord record(HistoricDecisionInstance decision) {
        var inputs = new HashMap<String, Object>();
        decision.getInputs().forEach(input -> inputs.put(input.getClauseId(), input.getValue()));
        var rows = new LinkedHashMap<String, Map<String, Object>>();
        decision.getOutputs().stream()
                .sorted(Comparator.comparing(output -> output.getRuleOrder() == null ? 0 : output.getRuleOrder()))
                .forEach(output -> rows.computeIfAbsent(output.getRuleId(), row -> new LinkedHashMap<>())
                        .put(output.getVariableName(), output.getValue()));
        return new DecisionRecord(
                decision.getDecisionDefinitionKey(),
                repository
                        .getDecisionDefinition(decision.getDecisionDefinitionId())
                        .getVersion(),
                decision.getActivityId(),
                decision.getEvaluationTime().toInstant(),
                inputs,
                List.copyOf(rows.keySet()),
                List.copyOf(rows.values()));
    }
}
