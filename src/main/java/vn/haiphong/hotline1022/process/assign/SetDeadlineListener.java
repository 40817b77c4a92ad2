package vn.haiphong.hotline1022.process.assign;

import static vn.haiphong.hotline1022.process.PetitionVariables.ACCEPT_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.AREA_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.CHECK_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.COORDINATING_AGENCIES;
import static vn.haiphong.hotline1022.process.PetitionVariables.DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.EVIDENCE;
import static vn.haiphong.hotline1022.process.PetitionVariables.EXTENSION_BOUND;
import static vn.haiphong.hotline1022.process.PetitionVariables.FORWARD_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REOPENED;
import static vn.haiphong.hotline1022.process.PetitionVariables.REVISION;
import static vn.haiphong.hotline1022.process.PetitionVariables.SAFE_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.SETTLED;
import static vn.haiphong.hotline1022.process.PetitionVariables.SETTLE_LIMIT;
import static vn.haiphong.hotline1022.process.PetitionVariables.WARN_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AssignPetition;
import vn.haiphong.hotline1022.process.TableResult;

/** Bảng thời hạn: every limit of this case, computed once. */
@Component
class SetDeadlineListener implements ExecutionListener {

    private final AssignPetition assign;

    SetDeadlineListener(AssignPetition assign) {
        this.assign = assign;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var row = TableResult.row(execution);
        var evidence = TableResult.text(row, "evidence");
        var due = assign.startHandling(
                PETITION_CODE.from(execution),
                TableResult.allowance(row, "handle"),
                REOPENED.isTrue(execution),
                evidence);
        if (!evidence.isEmpty()) {
            EVIDENCE.set(execution, evidence);
        }
        DUE_AT.set(execution, due.dueAt());
        WARN_AT.set(execution, due.warnAt());
        FORWARD_LIMIT.set(execution, TableResult.text(row, "forward"));
        ACCEPT_LIMIT.set(execution, TableResult.text(row, "accept"));
        SAFE_LIMIT.set(execution, TableResult.text(row, "makeSafe"));
        CHECK_LIMIT.set(execution, TableResult.text(row, "check"));
        SETTLE_LIMIT.set(execution, TableResult.text(row, "settle"));
        EXTENSION_BOUND.set(execution, TableResult.text(row, "extension"));
        var agencies = assign.today(
                LEAD_AGENCY.from(execution), COORDINATING_AGENCIES.from(execution), AREA_CODE.from(execution));
        LEAD_AGENCY.set(execution, agencies.lead());
        COORDINATING_AGENCIES.set(execution, String.join(",", agencies.coordinating()));
        REVISION.set(execution, false);
        SETTLED.set(execution, false);
    }
}
