package vn.haiphong.hotline1022.process.maintain;

import static vn.haiphong.hotline1022.process.PetitionVariables.CALENDAR_VERSION;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.limit.RecountLimits;

/** Soát lại: limits that another node counted with the calendar before, while this one was changing it. */
@Component
class RecountLateArrivalsDelegate implements JavaDelegate {

    private final RecountLimits recount;

    RecountLateArrivalsDelegate(RecountLimits recount) {
        this.recount = recount;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recount.rest(Long.parseLong(CALENDAR_VERSION.from(execution)));
    }
}
