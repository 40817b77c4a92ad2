package vn.haiphong.hotline1022.process.maintain;

import static vn.haiphong.hotline1022.process.PetitionVariables.CALENDAR_VERSION;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.maintain.TellOfCalendar;

/** Lập thông báo: one letter for each citizen whose date has moved, one for each person of an agency with all of its cases. */
@Component
class WriteCalendarNoticesDelegate implements JavaDelegate {

    private final TellOfCalendar tell;

    WriteCalendarNoticesDelegate(TellOfCalendar tell) {
        this.tell = tell;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tell.of(Long.parseLong(CALENDAR_VERSION.from(execution)), execution.getProcessInstanceId());
    }
}
