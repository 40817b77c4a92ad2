package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.RequestSupplement;
import vn.haiphong.hotline1022.application.reply.AnswerJoined;

/** Tạm đóng: nothing came in time. */
@Component
class CloseUnsupplementedDelegate implements JavaDelegate {

    private final RequestSupplement requestSupplement;
    private final AnswerJoined answerJoined;

    CloseUnsupplementedDelegate(RequestSupplement requestSupplement, AnswerJoined answerJoined) {
        this.requestSupplement = requestSupplement;
        this.answerJoined = answerJoined;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var code = PETITION_CODE.from(execution);
        requestSupplement.missed(code);
        answerJoined.to(
                code,
                "refusal",
                "Phản ánh mã " + code
                        + ", mà phản ánh của Quý vị được gộp vào, tạm đóng vì chưa nhận được thông tin cần bổ sung.");
    }
}
