package vn.haiphong.hotline1022.application.escalate;

import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.ExplainDeadlines;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.reply.SendReply;

/**
 * Once an agency has taken a case on, who sent it hears who has it, until when, and why until then (Giả định A-37). Before that it may
 * be given back; of a case opened again he is told when that is decided.
 */
@Service
public class TellAssignment {

    private static final String LETTER = "assigned";

    private final Petitions petitions;
    private final ExplainDeadlines explain;
    private final SendReply sendReply;
    private final DeliverNotices deliver;

    TellAssignment(Petitions petitions, ExplainDeadlines explain, SendReply sendReply, DeliverNotices deliver) {
        this.petitions = petitions;
        this.explain = explain;
        this.sendReply = sendReply;
        this.deliver = deliver;
    }

    /** Once for each case, however often it changes hands afterwards; whoever was joined to it hears the same. */
    public void of(String code) {
        if (petitions.get(code).reopened() > 0) {
            return;
        }
        var why = String.join(" ", explain.forCitizen(code));
        tell(code, why);
        petitions.joinedTo(code).forEach(joined -> tell(joined, why));
    }

    private void tell(String code, String why) {
        sendReply.written(code, LETTER, "", why).forEach(deliver::toCitizen);
    }
}
