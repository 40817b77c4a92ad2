package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCY_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.SETTLED;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AssignPetition;

/** Quyết định thẩm quyền: final, with a written basis. */
@Component
class SettleCompetenceListener implements TaskListener {

    private final AssignPetition assign;

    SettleCompetenceListener(AssignPetition assign) {
        this.assign = assign;
    }

    @Override
    public void notify(DelegateTask task) {
        var choice = assign.settle(
                PETITION_CODE.from(task), LEAD_AGENCY.from(task), AGENCY_BASIS.from(task), HANDLING_AGENCY.from(task));
        LEAD_AGENCY.set(task, choice.lead());
        SETTLED.set(task, true);
    }
}
