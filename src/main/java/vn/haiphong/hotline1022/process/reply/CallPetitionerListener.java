package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.CALL_NOTE;
import static vn.haiphong.hotline1022.process.PetitionVariables.CALL_RESULT;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUPPLEMENT_TEXT;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.CallPetitioner;

/** Gọi điện cho người dân. */
@Component
class CallPetitionerListener implements TaskListener {

    private final CallPetitioner call;

    CallPetitionerListener(CallPetitioner call) {
        this.call = call;
    }

    @Override
    public void notify(DelegateTask task) {
        call.recorded(
                PETITION_CODE.from(task), CALL_RESULT.from(task), CALL_NOTE.from(task), SUPPLEMENT_TEXT.from(task));
    }
}
