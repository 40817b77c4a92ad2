package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCY_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.AREA_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.COORDINATING_AGENCIES;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.PROPOSAL_REASON;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.process.TableResult;

/** The agency the table names, made real for this area and day. */
@Component
class ProposeAgencyListener implements ExecutionListener {

    private final AgencyChoice agencies;
    private final Clock clock;

    ProposeAgencyListener(AgencyChoice agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var row = TableResult.row(execution);
        var choice = agencies.fromTable(
                TableResult.text(row, "leadAgency"),
                TableResult.text(row, "coordinatingAgencies"),
                AREA_CODE.from(execution),
                clock.instant());
        LEAD_AGENCY.set(execution, choice.lead());
        COORDINATING_AGENCIES.set(execution, String.join(",", choice.coordinating()));
        // That there is no rule is said to the operator; it is no ground for whichever agency gets the petition then.
        var basis = TableResult.text(row, "basis");
        AGENCY_BASIS.set(execution, choice.lead().isEmpty() ? "" : basis);
        if (choice.lead().isEmpty() && !basis.isEmpty()) {
            PROPOSAL_REASON.set(execution, PROPOSAL_REASON.from(execution) + ". " + basis);
        }
    }
}
