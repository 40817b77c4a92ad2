package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUPPLEMENTED;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUPPLEMENT_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUPPLEMENT_WHAT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.RequestSupplement;

/** Yêu cầu bổ sung: the question is asked and its limit starts. */
@Component
class RequestSupplementListener implements ExecutionListener {

    private final RequestSupplement requestSupplement;

    RequestSupplementListener(RequestSupplement requestSupplement) {
        this.requestSupplement = requestSupplement;
    }

    @Override
    public void notify(DelegateExecution execution) {
        SUPPLEMENT_DUE_AT.set(
                execution, requestSupplement.of(PETITION_CODE.from(execution), SUPPLEMENT_WHAT.from(execution)));
        SUPPLEMENTED.set(execution, false);
    }
}
