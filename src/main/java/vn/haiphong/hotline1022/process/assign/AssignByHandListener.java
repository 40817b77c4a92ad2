package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCY_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.COORDINATING_AGENCIES;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AssignPetition;

/** Phân công bằng tay: a coordinator names the agency. */
@Component
class AssignByHandListener implements TaskListener {

    private final AssignPetition assign;

    AssignByHandListener(AssignPetition assign) {
        this.assign = assign;
    }

    @Override
    public void notify(DelegateTask task) {
        var choice = assign.byHand(
                PETITION_CODE.from(task),
                LEAD_AGENCY.from(task),
                COORDINATING_AGENCIES.from(task),
                AGENCY_BASIS.from(task));
        LEAD_AGENCY.set(task, choice.lead());
        COORDINATING_AGENCIES.set(task, String.join(",", choice.coordinating()));
    }
}
