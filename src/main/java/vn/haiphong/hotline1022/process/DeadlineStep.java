package vn.haiphong.hotline1022.process;

import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD;
import static vn.haiphong.hotline1022.process.PetitionVariables.LIMIT_STEP;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Whose limits count where an execution stands.
 *
 * @param agency the agency at work, '' for 1022 itself
 * @param lead whether it answers for the limit of the whole case
 * @param only the one limit that counts here, where others of 1022 run elsewhere at the same time; null: all of them
 */
public record DeadlineStep(String code, String agency, boolean lead, String only) {

    public static DeadlineStep of(VariableScope scope) {
        var agency = HANDLING_AGENCY.from(scope);
        return new DeadlineStep(
                PETITION_CODE.from(scope), agency == null ? "" : agency, LEAD.isTrue(scope), LIMIT_STEP.from(scope));
    }
}
