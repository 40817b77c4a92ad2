package vn.haiphong.hotline1022.process;

import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Whose limits count where an execution stands.
 *
 * @param agency the agency at work, '' for 1022 itself
 * @param lead whether it answers for the limit of the whole case
 */
public record DeadlineStep(String code, String agency, boolean lead) {

    public static DeadlineStep of(VariableScope scope) {
        var agency = HANDLING_AGENCY.from(scope);
        return new DeadlineStep(PETITION_CODE.from(scope), agency == null ? "" : agency, LEAD.isTrue(scope));
    }
}
