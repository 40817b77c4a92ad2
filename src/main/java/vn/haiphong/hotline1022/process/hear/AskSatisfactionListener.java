package vn.haiphong.hotline1022.process.hear;

import static vn.haiphong.hotline1022.process.PetitionVariables.ASK_NOTE;
import static vn.haiphong.hotline1022.process.PetitionVariables.ASK_OUTCOME;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REOPENING_ASKED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.hear.AskSatisfaction;

/** Gọi lại hỏi kết quả: satisfied, not fixed, not reached. */
@Component
class AskSatisfactionListener implements TaskListener {

    private final AskSatisfaction ask;

    AskSatisfactionListener(AskSatisfaction ask) {
        this.ask = ask;
    }

    @Override
    public void notify(DelegateTask task) {
        REOPENING_ASKED.set(task, ask.decide(PETITION_CODE.from(task), ASK_OUTCOME.from(task), ASK_NOTE.from(task)));
    }
}
