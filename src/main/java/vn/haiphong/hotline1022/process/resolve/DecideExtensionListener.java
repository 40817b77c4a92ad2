package vn.haiphong.hotline1022.process.resolve;

import static vn.haiphong.hotline1022.process.PetitionVariables.APPROVED;
import static vn.haiphong.hotline1022.process.PetitionVariables.ASKING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.EXTENDED_DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.EXTENSION_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.EXTENSION_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.OUTCOME;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.SEND_BACK_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.WARN_AT;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.resolve.ResolvePetition;

/** Quyết định gia hạn: by the agency's leader, a second one by the City Office; the citizen hears of it. */
@Component
class DecideExtensionListener implements TaskListener {

    private final ResolvePetition resolve;

    DecideExtensionListener(ResolvePetition resolve) {
        this.resolve = resolve;
    }

    @Override
    public void notify(DelegateTask task) {
        var decider = HANDLING_AGENCY.from(task);
        // A case under way keeps the diagram in which an agency could only ask its own leader.
        var asking = ASKING_AGENCY.from(task) == null ? decider : ASKING_AGENCY.from(task);
        var due = resolve.decideExtension(
                PETITION_CODE.from(task),
                asking,
                decider,
                APPROVED.from(task),
                EXTENDED_DUE_AT.from(task),
                EXTENSION_REASON.from(task),
                EXTENSION_BASIS.from(task),
                SEND_BACK_REASON.from(task));
        DUE_AT.set(task, due.dueAt());
        WARN_AT.set(task, due.warnAt());
        OUTCOME.set(task, null);
    }
}
