package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.ReviewReopening;

/** Hoàn tất. */
@Component
class ClosePetitionListener implements ExecutionListener {

    private final ReviewReopening review;

    ClosePetitionListener(ReviewReopening review) {
        this.review = review;
    }

    @Override
    public void notify(DelegateExecution execution) {
        review.close(PETITION_CODE.from(execution));
    }
}
