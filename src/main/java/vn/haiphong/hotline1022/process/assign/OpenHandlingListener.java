package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.ACCEPT_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.ACCEPT_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCY_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.COORDINATING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REVISION;
import static vn.haiphong.hotline1022.process.PetitionVariables.SAFE_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AssignPetition;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/** An agency gets the petition, or gets it back for another look. */
@Component
class OpenHandlingListener implements ExecutionListener {

    private final AssignPetition assign;

    OpenHandlingListener(AssignPetition assign) {
        this.assign = assign;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var code = PETITION_CODE.from(execution);
        var coordinating = COORDINATING_AGENCY.from(execution);
        var lead = coordinating == null;
        var agency = lead ? LEAD_AGENCY.from(execution) : coordinating;
        if (lead && REVISION.isTrue(execution)) {
            var heir = assign.heirOf(code, agency);
            if (heir.isEmpty()) {
                assign.handBack(code, agency);
                return;
            }
            // Whoever inherits the case takes it on or returns it like any other.
            agency = heir.get();
            LEAD_AGENCY.set(execution, agency);
            REVISION.set(execution, false);
        }
        var urgency = URGENCY.from(execution);
        var accept = assign.handOver(
                code, agency, lead, Limit.parse(ACCEPT_LIMIT.from(execution)), urgency, AGENCY_BASIS.from(execution));
        ACCEPT_DUE_AT.setLocal(execution, accept.dueAt());
        var safe = SAFE_LIMIT.from(execution);
        if (lead && safe != null && !safe.isBlank()) {
            assign.startMakingSafe(code, agency, Limit.parse(safe), urgency);
        }
    }
}
