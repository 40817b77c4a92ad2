package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCY_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.AREA_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.CATEGORY;
import static vn.haiphong.hotline1022.process.PetitionVariables.CONTENT;
import static vn.haiphong.hotline1022.process.PetitionVariables.COORDINATING_AGENCIES;
import static vn.haiphong.hotline1022.process.PetitionVariables.DECISION;
import static vn.haiphong.hotline1022.process.PetitionVariables.FIELD;
import static vn.haiphong.hotline1022.process.PetitionVariables.KEEP_CLOSED;
import static vn.haiphong.hotline1022.process.PetitionVariables.KIND;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.MERGE_INTO;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLACE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REFUSAL_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;
import static vn.haiphong.hotline1022.process.PetitionVariables.SPLIT_CONTENT;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUPPLEMENT_WHAT;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.ClassifyPetition;
import vn.haiphong.hotline1022.application.classify.ClassifyPetition.Classification;
import vn.haiphong.hotline1022.application.receive.SplitPetition;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.process.Covered;

/** Phân loại phản ánh: what the operator decided, as the register has it now. What is confidential does not stay readable here. */
@Component
class ClassifyPetitionListener implements TaskListener {

    private final ClassifyPetition classify;
    private final SplitPetition split;

    ClassifyPetitionListener(ClassifyPetition classify, SplitPetition split) {
        this.classify = classify;
        this.split = split;
    }

    @Override
    public void notify(DelegateTask task) {
        var result = classify.of(
                PETITION_CODE.from(task),
                new Classification(
                        DECISION.from(task),
                        KIND.from(task),
                        CATEGORY.from(task),
                        FIELD.from(task),
                        URGENCY.from(task),
                        AREA_CODE.from(task),
                        LEAD_AGENCY.from(task),
                        COORDINATING_AGENCIES.from(task),
                        AGENCY_BASIS.from(task),
                        REFUSAL_REASON.from(task),
                        REPLY_TEXT.from(task),
                        SUPPLEMENT_WHAT.from(task),
                        MERGE_INTO.from(task)),
                KEEP_CLOSED.isTrue(task));
        DECISION.set(task, result.decision());
        KIND.set(task, result.kind());
        CATEGORY.set(task, result.category());
        FIELD.set(task, result.field());
        URGENCY.set(task, result.urgency());
        AREA_CODE.set(task, result.areaCode());
        MERGE_INTO.set(task, result.mergeInto());
        LEAD_AGENCY.set(task, result.leadAgency());
        COORDINATING_AGENCIES.set(task, result.coordinatingAgencies());
        // Words of a refusal that was only proposed must not reach the agency as a draft.
        REPLY_TEXT.set(task, "accept".equals(result.decision()) ? null : result.replyText());
        SUPPLEMENT_WHAT.set(task, result.supplementWhat() == null ? result.replyText() : result.supplementWhat());
        if (result.confidential()) {
            forgetTheWords(task, "accept".equals(result.decision()) ? Covered.ASK_THE_REGISTER : "");
        }
        splitOff(task, result.decision());
    }

    private void splitOff(DelegateTask task, String decision) {
        var second = SPLIT_CONTENT.from(task);
        if (second == null || second.isBlank()) {
            return;
        }
        if (!"accept".equals(decision) && !"answer".equals(decision)) {
            throw new BusinessRefusal("splitContent", "Chỉ tách phản ánh khi tiếp nhận hoặc trả lời ngay.");
        }
        split.off(PETITION_CODE.from(task), second, PLACE.from(task));
        SPLIT_CONTENT.set(task, null);
    }

    /** Also in the instances that called this one: they get its variables back only when it has ended. */
    private static void forgetTheWords(DelegateTask task, String inPlace) {
        for (var instance = task.getExecution().getProcessInstance(); instance != null; instance = callerOf(instance)) {
            CONTENT.set(instance, inPlace);
            PLACE.set(instance, "");
        }
    }

    private static DelegateExecution callerOf(DelegateExecution instance) {
        var caller = instance.getSuperExecution();
        return caller == null ? null : caller.getProcessInstance();
    }
}
