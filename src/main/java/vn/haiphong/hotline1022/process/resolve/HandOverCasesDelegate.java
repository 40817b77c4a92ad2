package vn.haiphong.hotline1022.process.resolve;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.resolve.HandOverCases;

/** Bàn giao hồ sơ của cơ quan hết hiệu lực. */
@Component
class HandOverCasesDelegate implements JavaDelegate {

    private final HandOverCases handOver;

    HandOverCasesDelegate(HandOverCases handOver) {
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handOver.ofEndedAgencies();
    }
}
