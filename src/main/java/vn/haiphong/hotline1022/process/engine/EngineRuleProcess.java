package vn.haiphong.hotline1022.process.engine;

import static vn.haiphong.hotline1022.process.PetitionVariables.EFFECTIVE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.RULE_CHANGE;
import static vn.haiphong.hotline1022.process.PetitionVariables.RULE_SUMMARY;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleProcess;
import vn.haiphong.hotline1022.process.AsTheHouse;

/** Moves changes of rules along {@code rule-change}, for whoever may draft them: nobody starts it by himself. */
@Component
class EngineRuleProcess implements RuleProcess {

    private final RuntimeService runtime;
    private final ProcessEngine engine;

    EngineRuleProcess(@Lazy RuntimeService runtime, @Lazy ProcessEngine engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    @Override
    public void start(Change change, Instant effectiveAt, String summary) {
        AsTheHouse.call(
                engine,
                () -> runtime.startProcessInstanceByKey(
                        "rule-change",
                        change.code(),
                        Variables.createVariables()
                                .putValue(RULE_CHANGE.variableName(), Long.toString(change.id()))
                                .putValue(EFFECTIVE_AT.variableName(), Date.from(effectiveAt))
                                .putValue(RULE_SUMMARY.variableName(), summary)));
    }

    @Override
    public Optional<String> approvalOf(Change change) {
        return AsTheHouse.call(
                engine,
                () -> engine
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(change.code())
                        .taskDefinitionKey("userTask_approveRules")
                        .list()
                        .stream()
                        .findFirst()
                        .map(Task::getId));
    }

    @Override
    public void withdrawn(Change change) {
        correlate("rulesWithdrawn", change);
    }

    @Override
    public void rolledBack(Change change) {
        correlate("rulesRolledBack", change);
    }

    /** Whatever waits for it; a change that is not watched any more waits for nothing. */
    private void correlate(String message, Change change) {
        AsTheHouse.call(
                engine,
                () -> runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(change.code())
                        .correlateAllWithResult());
    }
}
