package vn.haiphong.hotline1022.process.rules;

import static vn.haiphong.hotline1022.process.PetitionVariables.IN_FORCE;
import static vn.haiphong.hotline1022.process.PetitionVariables.RULE_CHANGE;
import static vn.haiphong.hotline1022.process.PetitionVariables.WATCHED_UNTIL;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.rules.PutRulesInForce;

/** Áp dụng bảng mới. */
@Component
class PutRulesInForceDelegate implements JavaDelegate {

    private final PutRulesInForce putInForce;

    PutRulesInForceDelegate(PutRulesInForce putInForce) {
        this.putInForce = putInForce;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var until = putInForce.approved(Long.parseLong(RULE_CHANGE.from(execution)));
        IN_FORCE.set(execution, until != null);
        WATCHED_UNTIL.set(execution, until);
    }
}
