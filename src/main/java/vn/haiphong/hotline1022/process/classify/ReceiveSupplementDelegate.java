package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUPPLEMENTED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.RequestSupplement;

/** Nhận thông tin bổ sung. */
@Component
class ReceiveSupplementDelegate implements JavaDelegate {

    private final RequestSupplement requestSupplement;

    ReceiveSupplementDelegate(RequestSupplement requestSupplement) {
        this.requestSupplement = requestSupplement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requestSupplement.received(PETITION_CODE.from(execution));
        SUPPLEMENTED.set(execution, true);
    }
}
