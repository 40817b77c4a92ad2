package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.DECISION;
import static vn.haiphong.hotline1022.process.PetitionVariables.PROPOSAL_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.REFUSAL_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUPPLEMENT_WHAT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.process.TableResult;

/** What the table would do with the petition, with the words for the citizen; the operator decides. */
@Component
class ScreenPetitionListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        var row = TableResult.row(execution);
        var decision = TableResult.text(row, "decision");
        var words = TableResult.text(row, "words");
        DECISION.set(execution, decision);
        REFUSAL_REASON.set(execution, TableResult.text(row, "refusalReason"));
        REPLY_TEXT.set(execution, "refuse".equals(decision) || "refer".equals(decision) ? words : "");
        SUPPLEMENT_WHAT.set(execution, "clarify".equals(decision) ? words : "");
        PROPOSAL_REASON.set(execution, PROPOSAL_REASON.from(execution) + " · " + TableResult.text(row, "ground"));
    }
}
