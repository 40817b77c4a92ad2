package vn.haiphong.hotline1022.process.classify;

import static vn.haiphong.hotline1022.process.PetitionVariables.DECISION;
import static vn.haiphong.hotline1022.process.PetitionVariables.FIELD;
import static vn.haiphong.hotline1022.process.PetitionVariables.KEEP_CLOSED;
import static vn.haiphong.hotline1022.process.PetitionVariables.MERGE_INTO;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PROPOSAL_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.REFUSAL_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUPPLEMENTED;
import static vn.haiphong.hotline1022.process.PetitionVariables.SUPPLEMENT_WHAT;
import static vn.haiphong.hotline1022.process.PetitionVariables.TOLD_WORDS;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.classify.TellAtOnce;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.process.TableResult;

/** What the table would do with the petition, with the words for the citizen; the operator decides. */
@Component
class ScreenPetitionListener implements ExecutionListener {

    private static final Set<String> TURNED_AWAY = Set.of("refuse", "refer");

    private final TellAtOnce tellAtOnce;
    private final Words words;

    ScreenPetitionListener(TellAtOnce tellAtOnce, Words words) {
        this.tellAtOnce = tellAtOnce;
        this.words = words;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var row = TableResult.row(execution);
        var decision = askedOnce(TableResult.text(row, "decision"), SUPPLEMENTED.isTrue(execution));
        var told = TableResult.text(row, "words");
        var reason = TableResult.text(row, "refusalReason");
        // Whether it is another one again only a person can say: nothing is chosen for one who is in a hurry.
        var undecided = "accept".equals(decision)
                && !"urgent".equals(URGENCY.from(execution))
                && !MERGE_INTO.from(execution).isEmpty();
        DECISION.set(execution, undecided ? "" : decision);
        REFUSAL_REASON.set(execution, reason);
        var keepClosed = Boolean.TRUE.equals(row.get("confidential"));
        KEEP_CLOSED.set(execution, keepClosed);
        tellAtOnce.telephonesOpen(
                PETITION_CODE.from(execution), !keepClosed && !"to_cao".equals(FIELD.from(execution)));
        var asked = "clarify".equals(decision);
        REPLY_TEXT.set(execution, TURNED_AWAY.contains(decision) ? told : "");
        SUPPLEMENT_WHAT.set(execution, asked ? told : "");
        // What goes out only with a decision is above; the rest is for the operator to say, and some of it cannot wait.
        TOLD_WORDS.set(execution, asked || TURNED_AWAY.contains(decision) ? "" : told);
        tellAtOnce.senderOf(PETITION_CODE.from(execution), "accept".equals(decision) ? told : "");
        PROPOSAL_REASON.set(
                execution,
                (decision.isEmpty() ? "Đã hỏi bổ sung một lần, không hỏi nữa" : words.of("decision", decision))
                        + (reason.isEmpty() ? "" : ": " + words.of("refusalReason", reason))
                        + laws(TableResult.text(row, "ground"))
                        + ". "
                        + PROPOSAL_REASON.from(execution));
    }

    /** What is missing is asked for once (Giả định A-09): after that a person decides about what there is. */
    private static String askedOnce(String decision, boolean supplemented) {
        return supplemented && "clarify".equals(decision) ? "" : decision;
    }

    /** The numbers of our assumptions say nothing at the desk; the laws do. */
    private static String laws(String ground) {
        var laws = Stream.of(ground.split("; "))
                .filter(one -> !one.isBlank() && !one.startsWith("Giả định"))
                .collect(Collectors.joining("; "));
        return laws.isEmpty() ? "" : " (" + laws + ")";
    }
}
