package vn.haiphong.hotline1022.process.rules;

import static vn.haiphong.hotline1022.process.PetitionVariables.APPROVED;
import static vn.haiphong.hotline1022.process.PetitionVariables.RULE_CHANGE;
import static vn.haiphong.hotline1022.process.PetitionVariables.SEND_BACK_REASON;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.rules.DecideRules;

/** Duyệt thay đổi bảng: never by one of its authors, whatever door they come through. */
@Component
class ApproveRulesListener implements TaskListener {

    private final DecideRules decide;

    ApproveRulesListener(DecideRules decide) {
        this.decide = decide;
    }

    @Override
    public void notify(DelegateTask task) {
        decide.decide(Long.parseLong(RULE_CHANGE.from(task)), APPROVED.from(task), SEND_BACK_REASON.from(task));
    }
}
