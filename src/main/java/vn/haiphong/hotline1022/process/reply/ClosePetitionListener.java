package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.hear.AskSatisfaction;
import vn.haiphong.hotline1022.application.reply.ReviewReopening;

/** Hoàn tất. */
@Component
class ClosePetitionListener implements ExecutionListener {

    private final ReviewReopening review;
    private final AskSatisfaction askSatisfaction;

    ClosePetitionListener(ReviewReopening review, AskSatisfaction askSatisfaction) {
        this.review = review;
        this.askSatisfaction = askSatisfaction;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var code = PETITION_CODE.from(execution);
        if (review.close(code)) {
            askSatisfaction.closed(code);
        }
    }
}
