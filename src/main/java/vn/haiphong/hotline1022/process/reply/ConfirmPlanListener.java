package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLANNED_UNTIL;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLAN_ASKED_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLAN_MOVED;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLAN_NOTE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLAN_OUTCOME;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.KeepPlan;
import vn.haiphong.hotline1022.application.resolve.ChooseEnding;

/** Hỏi việc đã hẹn: done, another day, or opened again. */
@Component
class ConfirmPlanListener implements TaskListener {

    private final KeepPlan keepPlan;

    ConfirmPlanListener(KeepPlan keepPlan) {
        this.keepPlan = keepPlan;
    }

    @Override
    public void notify(DelegateTask task) {
        var kept = keepPlan.decide(
                PETITION_CODE.from(task),
                PLAN_OUTCOME.from(task),
                ChooseEnding.day(PLANNED_UNTIL.from(task)),
                PLAN_NOTE.from(task),
                Boolean.TRUE.equals(PLAN_MOVED.from(task)));
        PLAN_NOTE.set(task, kept.words());
        PLANNED_UNTIL.set(task, kept.plannedUntil());
        PLAN_ASKED_AT.set(task, kept.askedAt());
        if (kept.words().isEmpty()) {
            PLAN_OUTCOME.set(task, "over");
        } else if (PLAN_MOVED.from(task) != null) { // who began before there was a choice may name another day again
            PLAN_MOVED.set(task, kept.plannedUntil() != null);
        }
    }
}
