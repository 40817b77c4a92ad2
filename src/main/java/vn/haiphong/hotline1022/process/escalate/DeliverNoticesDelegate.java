package vn.haiphong.hotline1022.process.escalate;

import static vn.haiphong.hotline1022.process.PetitionVariables.NEXT_LETTER_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.NOTICE_WINDOW;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.DeliverNotices;

/** Gửi thông báo: all that waits for one person. */
@Component
class DeliverNoticesDelegate implements JavaDelegate {

    private final DeliverNotices deliver;

    DeliverNoticesDelegate(DeliverNotices deliver) {
        this.deliver = deliver;
    }

    @Override
    public void execute(DelegateExecution execution) {
        NEXT_LETTER_AT.set(execution, deliver.in(Long.parseLong(NOTICE_WINDOW.from(execution))));
    }
}
