package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCY_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.COORDINATING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.DROP_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.OUTCOME;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.RETURNED_BY;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AssignPetition;

/** Mời cơ quan phối hợp khác, hoặc thôi. */
@Component
class ReassignCoHandlingListener implements TaskListener {

    private final AssignPetition assign;

    ReassignCoHandlingListener(AssignPetition assign) {
        this.assign = assign;
    }

    @Override
    public void notify(DelegateTask task) {
        var next = assign.reassignCoHandling(
                PETITION_CODE.from(task),
                RETURNED_BY.from(task),
                OUTCOME.from(task),
                COORDINATING_AGENCY.from(task),
                AGENCY_BASIS.from(task),
                DROP_REASON.from(task));
        COORDINATING_AGENCY.set(task, next.orElse(null));
    }
}
