package vn.haiphong.hotline1022.process.resolve;

import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD;
import static vn.haiphong.hotline1022.process.PetitionVariables.OPINION_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.OUTCOME;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.RETURN_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.SETTLED;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUGGESTED_AGENCY;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.TellAssignment;
import vn.haiphong.hotline1022.application.resolve.AcceptAssignment;
import vn.haiphong.hotline1022.application.resolve.ResolvePetition;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Nhận việc hoặc chuyển trả. */
@Component
class AcceptAssignmentListener implements TaskListener {

    private final AcceptAssignment accept;
    private final ResolvePetition resolve;
    private final TellAssignment tellAssignment;

    AcceptAssignmentListener(AcceptAssignment accept, ResolvePetition resolve, TellAssignment tellAssignment) {
        this.tellAssignment = tellAssignment;
        this.accept = accept;
        this.resolve = resolve;
    }

    @Override
    public void notify(DelegateTask task) {
        var code = PETITION_CODE.from(task);
        var agency = HANDLING_AGENCY.from(task);
        var lead = LEAD.isTrue(task);
        var outcome = OUTCOME.from(task);
        if ("accept".equals(outcome)) {
            accept.accept(code, agency, lead).ifPresent(due -> OPINION_DUE_AT.set(task, due.dueAt()));
            if (lead) {
                tellAssignment.of(code);
            }
        } else if ("return".equals(outcome)) {
            accept.returnIt(
                    code, agency, lead, RETURN_REASON.from(task), SUGGESTED_AGENCY.from(task), !SETTLED.isTrue(task));
            if (!lead) {
                resolve.tellTheLead(code);
            }
        } else {
            throw new BusinessRefusal("outcome", "Chọn nhận việc hoặc chuyển trả.");
        }
    }
}
