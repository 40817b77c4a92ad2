package vn.haiphong.hotline1022.process.rules;

import static vn.haiphong.hotline1022.process.PetitionVariables.RULE_CHANGE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.rules.WatchRules;

/** Tổng kết theo dõi. */
@Component
class SumUpWatchDelegate implements JavaDelegate {

    private final WatchRules watch;

    SumUpWatchDelegate(WatchRules watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.sumUp(Long.parseLong(RULE_CHANGE.from(execution)));
    }
}
