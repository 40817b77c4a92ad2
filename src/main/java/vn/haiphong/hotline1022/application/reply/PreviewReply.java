package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.ReadLetter;
import vn.haiphong.hotline1022.application.port.Letters.Letter;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.ReplyLetters;
import vn.haiphong.hotline1022.application.resolve.ChooseEnding;

/**
 * What the citizen would get, before it is too late: the e-mail and the letter, of the same templates and marked as a draft
 * (Giả định A-12). Nothing is kept. Who may not know the citizen sees his name and key left out (Giả định A-21).
 */
@Service
public class PreviewReply {

    private static final String LEFT_OUT = "(ẩn)";

    private final Petitions petitions;
    private final SendReply sendReply;
    private final IssueLetter issueLetter;
    private final ReadLetter readLetter;
    private final ChooseEnding chooseEnding;
    private final Clock clock;

    PreviewReply(
            Petitions petitions,
            SendReply sendReply,
            IssueLetter issueLetter,
            ReadLetter readLetter,
            ChooseEnding chooseEnding,
            Clock clock) {
        this.petitions = petitions;
        this.sendReply = sendReply;
        this.issueLetter = issueLetter;
        this.readLetter = readLetter;
        this.chooseEnding = chooseEnding;
        this.clock = clock;
    }

    /**
     * @param replyText as it stands in the form; null: as it was drafted
     * @param given as it stands in the form
     * @param knowsCitizen whether the reader may know who gets it
     */
    public Letter mail(String code, String replyText, ChooseEnding.Given given, boolean knowsCitizen) {
        var facts = sendReply.facts(code, text(code, replyText));
        facts.put(
                "ending",
                chooseEnding.foreseen(code, given, text(code, replyText)).inWords());
        facts.put("letterNumber", "… (cấp khi phát hành)");
        var due = petitions.get(code).dueAt();
        facts.put("late", due != null && clock.instant().isAfter(due));
        if (!knowsCitizen) {
            facts.put("name", LEFT_OUT);
            facts.put("trackingKey", LEFT_OUT);
            facts.put("rateUrl", "");
        }
        var written = sendReply.written("reply", facts);
        return new Letter("[DỰ THẢO] " + written.subject(), written.text(), written.html());
    }

    public byte[] letter(String code, String replyText, ChooseEnding.Given given, boolean knowsCitizen) {
        var text = text(code, replyText);
        var draft = issueLetter.draft(code, text, chooseEnding.foreseen(code, given, text));
        return readLetter.draft(knowsCitizen ? draft : withoutName(draft));
    }

    private String text(String code, String replyText) {
        if (replyText != null && !replyText.isBlank()) {
            return replyText;
        }
        var drafted = petitions.get(code).replyText();
        return drafted == null ? "" : drafted;
    }

    private static ReplyLetters.Letter withoutName(ReplyLetters.Letter letter) {
        return new ReplyLetters.Letter(
                letter.id(),
                letter.petitionCode(),
                letter.year(),
                letter.sequence(),
                letter.number(),
                letter.issuedAt(),
                letter.authority(),
                letter.agency(),
                letter.signerTitle(),
                letter.signerName(),
                letter.subject(),
                "Ông (Bà) " + LEFT_OUT,
                letter.text());
    }
}
