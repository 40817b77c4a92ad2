package vn.haiphong.hotline1022.process.escalate;

import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.process.engine.internal.AsTheEngine;

/** Asks the administrators' tables outside of a diagram. */
@Component
class TableRules implements Rules {

    private final DecisionService decisions;

    TableRules(@Lazy DecisionService decisions) {
        this.decisions = decisions;
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
