package vn.haiphong.hotline1022.process.maintain;

import static vn.haiphong.hotline1022.process.PetitionVariables.ALL_RECOUNTED;
import static vn.haiphong.hotline1022.process.PetitionVariables.CALENDAR_VERSION;
import static vn.haiphong.hotline1022.process.PetitionVariables.RECOUNTED_UP_TO;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.limit.RecountLimits;

/** Tính lại hạn: so many limits at a time, so that a node may die in between. */
@Component
class RecountLimitsDelegate implements JavaDelegate {

    private final RecountLimits recount;

    RecountLimitsDelegate(RecountLimits recount) {
        this.recount = recount;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var version = Long.parseLong(CALENDAR_VERSION.from(execution));
        var before = RECOUNTED_UP_TO.from(execution);
        var upTo = recount.some(version, before == null ? 0 : Long.parseLong(before));
        upTo.ifPresent(last -> RECOUNTED_UP_TO.set(execution, last.toString()));
        ALL_RECOUNTED.set(execution, upTo.isEmpty());
    }
}
