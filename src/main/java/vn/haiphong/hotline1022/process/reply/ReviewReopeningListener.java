package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.APPROVED;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REOPENED;
import static vn.haiphong.hotline1022.process.PetitionVariables.REVIEW_NOTE;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.ReviewReopening;

/** Xét mở lại. */
@Component
class ReviewReopeningListener implements TaskListener {

    private final ReviewReopening review;

    ReviewReopeningListener(ReviewReopening review) {
        this.review = review;
    }

    @Override
    public void notify(DelegateTask task) {
        review.decide(PETITION_CODE.from(task), APPROVED.from(task), REVIEW_NOTE.from(task), LEAD_AGENCY.from(task))
                .ifPresent(reopening -> {
                    LEAD_AGENCY.set(task, reopening.lead());
                    URGENCY.set(task, reopening.urgency());
                    REOPENED.set(task, reopening.halved());
                });
    }
}
