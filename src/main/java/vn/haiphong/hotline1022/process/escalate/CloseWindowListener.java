package vn.haiphong.hotline1022.process.escalate;

import static vn.haiphong.hotline1022.process.PetitionVariables.NOTICE_WINDOW;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.DeliverNotices;

/** The delivery is over, by itself or because somebody has deleted it: a window without one would keep notices for ever. */
@Component
class CloseWindowListener implements ExecutionListener {

    private final DeliverNotices deliver;

    CloseWindowListener(DeliverNotices deliver) {
        this.deliver = deliver;
    }

    @Override
    public void notify(DelegateExecution execution) {
        deliver.close(Long.parseLong(NOTICE_WINDOW.from(execution)));
    }
}
