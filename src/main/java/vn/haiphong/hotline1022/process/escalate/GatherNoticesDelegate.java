package vn.haiphong.hotline1022.process.escalate;

import static vn.haiphong.hotline1022.process.PetitionVariables.DIGEST_WINDOW;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.GatherNotices;

/** Gộp thông báo: what came for one person within the window becomes one letter. */
@Component
class GatherNoticesDelegate implements JavaDelegate {

    private final GatherNotices gather;

    GatherNoticesDelegate(GatherNotices gather) {
        this.gather = gather;
    }

    @Override
    public void execute(DelegateExecution execution) {
        gather.close(Long.parseLong(DIGEST_WINDOW.from(execution)), execution.getProcessInstanceId());
    }
}
