package vn.haiphong.hotline1022.process.escalate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.SendNotices;

/** Gửi thông báo. */
@Component
class SendNoticesDelegate implements JavaDelegate {

    private final SendNotices sendNotices;

    SendNoticesDelegate(SendNotices sendNotices) {
        this.sendNotices = sendNotices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sendNotices.of(execution.getProcessInstanceId());
    }
}
