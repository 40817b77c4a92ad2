package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.RequestSupplement;

/** Tạm đóng: nothing came in time. */
@Component
class CloseUnsupplementedDelegate implements JavaDelegate {

    private final RequestSupplement requestSupplement;

    CloseUnsupplementedDelegate(RequestSupplement requestSupplement) {
        this.requestSupplement = requestSupplement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requestSupplement.missed(PETITION_CODE.from(execution));
    }
}
