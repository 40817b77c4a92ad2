package vn.haiphong.hotline1022.process.hear;

import static vn.haiphong.hotline1022.process.PetitionVariables.ASK_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.LIMIT_STEP;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.hear.AskSatisfaction;

/** Gọi lại hỏi kết quả has a limit of its own. */
@Component
class LimitAskingListener implements ExecutionListener {

    private final AskSatisfaction ask;

    LimitAskingListener(AskSatisfaction ask) {
        this.ask = ask;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var code = PETITION_CODE.from(execution);
        ASK_DUE_AT.set(execution, ask.asked(code).dueAt());
        URGENCY.set(execution, ask.urgencyOf(code));
        LIMIT_STEP.set(execution, "ask");
    }
}
