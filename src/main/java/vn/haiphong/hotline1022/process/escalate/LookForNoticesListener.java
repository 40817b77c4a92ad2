package vn.haiphong.hotline1022.process.escalate;

import static vn.haiphong.hotline1022.process.PetitionVariables.MORE_NOTICES;
import static vn.haiphong.hotline1022.process.PetitionVariables.NOTICE_WINDOW;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.DeliverNotices;

/** Hết khoảng gộp: whether more was written meanwhile. */
@Component
class LookForNoticesListener implements ExecutionListener {

    private final DeliverNotices deliver;

    LookForNoticesListener(DeliverNotices deliver) {
        this.deliver = deliver;
    }

    @Override
    public void notify(DelegateExecution execution) {
        MORE_NOTICES.set(execution, deliver.isMoreIn(Long.parseLong(NOTICE_WINDOW.from(execution))));
    }
}
