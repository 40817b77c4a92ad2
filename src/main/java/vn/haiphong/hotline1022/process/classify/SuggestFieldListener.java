package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.CATEGORY;
import static vn.haiphong.hotline1022.process.PetitionVariables.CHANNEL;
import static vn.haiphong.hotline1022.process.PetitionVariables.FIELD;
import static vn.haiphong.hotline1022.process.PetitionVariables.KIND;
import static vn.haiphong.hotline1022.process.PetitionVariables.MERGE_INTO;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PROPOSAL_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.ProposeClassification;
import vn.haiphong.hotline1022.application.classify.ProposeClassification.Twin;
import vn.haiphong.hotline1022.application.classify.Votes;
import vn.haiphong.hotline1022.application.classify.Votes.Vote;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.ClientRequests.Choice;
import vn.haiphong.hotline1022.process.ProcessVariable;
import vn.haiphong.hotline1022.process.TableResult;

/** Counts the votes of the words; a petition much like it, open at the same place, may be its double. */
@Component
class SuggestFieldListener implements ExecutionListener {

    private final ProposeClassification propose;
    private final Words words;

    SuggestFieldListener(ProposeClassification propose, Words words) {
        this.propose = propose;
        this.words = words;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var chosen = "open311".equals(CHANNEL.from(execution))
                ? propose.chosenBySender(PETITION_CODE.from(execution))
                : Optional.<Choice>empty();
        var votes = TableResult.rows(execution).stream()
                .map(row -> new Vote(
                        TableResult.text(row, "field"),
                        TableResult.text(row, "category"),
                        TableResult.text(row, "kind"),
                        TableResult.text(row, "urgency"),
                        ((Number) row.get("weight")).doubleValue()));
        var proposal = Votes.of(
                Stream.concat(votes, chosen.stream().map(choice -> Vote.ofTheSender(choice.field(), choice.category())))
                        .toList(),
                words);
        FIELD.set(execution, proposal.field());
        CATEGORY.set(execution, proposal.category());
        KIND.set(execution, proposal.kind());
        URGENCY.set(execution, proposal.urgency());
        propose.remember(PETITION_CODE.from(execution), proposal.field());
        var twin = propose.duplicateOf(PETITION_CODE.from(execution), proposal.field());
        MERGE_INTO.set(execution, twin.map(Twin::code).orElse(""));
        PROPOSAL_REASON.set(
                execution,
                proposal.reason()
                        + chosen.map(choice -> ". Người gửi chọn: " + words.of("field", choice.field()))
                                .orElse("")
                        + twin.map(of -> ". Có thể trùng với " + of.code()
                                        + (of.surely() ? "" : ", chưa chắc cùng một chỗ: đọc cả hai rồi chọn"))
                                .orElse(""));
        ProcessVariable.passing(
                execution, "possibleDuplicate", twin.filter(Twin::surely).isPresent());
    }
}
