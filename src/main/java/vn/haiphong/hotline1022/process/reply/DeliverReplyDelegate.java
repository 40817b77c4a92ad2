package vn.haiphong.hotline1022.process.reply;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.reply.AnswerJoined;
import vn.haiphong.hotline1022.application.reply.KeepPlan;

/** Chuyển trả lời: the letter goes its own way; the citizen may rate meanwhile. */
@Component
class DeliverReplyDelegate implements JavaDelegate {

    private final Petitions petitions;
    private final PetitionProcess process;
    private final AnswerJoined answerJoined;
    private final KeepPlan keepPlan;

    DeliverReplyDelegate(Petitions petitions, PetitionProcess process, AnswerJoined answerJoined, KeepPlan keepPlan) {
        this.petitions = petitions;
        this.process = process;
        this.answerJoined = answerJoined;
        this.keepPlan = keepPlan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var code = PETITION_CODE.from(execution);
        process.deliver(petitions.get(code), "reply", REPLY_TEXT.from(execution));
        keepPlan.begin(code);
        answerJoined.to(code, "reply", REPLY_TEXT.from(execution));
    }
}
