package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.LIMIT_STEP;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REVIEW_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.ReviewReopening;

/** Xét mở lại has a limit of its own. */
@Component
class LimitReviewListener implements ExecutionListener {

    private final ReviewReopening review;

    LimitReviewListener(ReviewReopening review) {
        this.review = review;
    }

    @Override
    public void notify(DelegateExecution execution) {
        REVIEW_DUE_AT.set(execution, review.asked(PETITION_CODE.from(execution)).dueAt());
        LIMIT_STEP.set(execution, "review");
    }
}
