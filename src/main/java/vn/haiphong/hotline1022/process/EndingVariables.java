package vn.haiphong.hotline1022.process;

import static vn.haiphong.hotline1022.process.PetitionVariables.ENDING;
import static vn.haiphong.hotline1022.process.PetitionVariables.HANDED_TO;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLANNED_UNTIL;

import org.camunda.bpm.engine.delegate.VariableScope;
import vn.haiphong.hotline1022.application.resolve.ChooseEnding.Given;
import vn.haiphong.hotline1022.domain.petition.Ending;

/** How an answer ends, as the forms of those who draft, check and approve it show and enter it. */
public final class EndingVariables {

    public static Given given(VariableScope scope) {
        return new Given(ENDING.from(scope), PLANNED_UNTIL.from(scope), HANDED_TO.from(scope));
    }

    public static void set(VariableScope scope, Ending ending) {
        ENDING.set(scope, ending.kind().key());
        PLANNED_UNTIL.set(
                scope,
                ending.plannedUntil() == null ? null : ending.plannedUntil().toString());
        HANDED_TO.set(scope, ending.handedTo());
    }

    private EndingVariables() {}
}
