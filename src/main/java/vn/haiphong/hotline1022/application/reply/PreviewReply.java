package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.ReadLetter;
import vn.haiphong.hotline1022.application.port.Letters.Letter;
import vn.haiphong.hotline1022.application.port.Notices.Channel;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.ReplyLetters;
import vn.haiphong.hotline1022.application.resolve.ChooseEnding;
import vn.haiphong.hotline1022.application.resolve.ResolvePetition;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * What the citizen would get, before it is too late: the e-mail, the SMS and the letter, written by those who write the real ones
 * and marked as a draft (Giả định A-12). Nothing is kept. Who may not know the citizen sees his name and key left out (Giả định
 *
 */
@Service
public class PreviewReply {

    private static final String REPLY = "reply";
    private static final Set<String> SHOWN = Set.of(REPLY, "refusal", "supplement", "message-answer");
    private static final String LEFT_OUT = "(ẩn)";

    private final Petitions petitions;
    private final SendReply sendReply;
    private final SmsWays smsWays;
    private final IssueLetter issueLetter;
    private final ReadLetter readLetter;
    private final ChooseEnding chooseEnding;
    private final Clock clock;

    PreviewReply(
            Petitions petitions,
            SendReply sendReply,
            SmsWays smsWays,
            IssueLetter issueLetter,
            ReadLetter readLetter,
            ChooseEnding chooseEnding,
            Clock clock) {
        this.petitions = petitions;
        this.sendReply = sendReply;
        this.smsWays = smsWays;
        this.issueLetter = issueLetter;
        this.readLetter = readLetter;
        this.chooseEnding = chooseEnding;
        this.clock = clock;
    }

    /**
     * As it stands in a form.
     *
     * @param letter which letter the text would go in
     * @param text what is typed; null: as it was drafted
     */
    public record Typed(String letter, String text, ChooseEnding.Given given) {

        public Typed {
            given = given == null ? new ChooseEnding.Given(null, null, null) : given;
        }
    }

    /**
     * @param mail null if none goes
     * @param sms null if none goes
     * @param instead what happens where neither goes
     */
    public record Preview(Letter mail, Sms sms, String instead) {}

    /** @param gsm whether it is paid by 160 letters, not by 70 @param cut whether the text does not fit */
    public record Sms(String text, int segments, boolean gsm, boolean cut) {}

    /** @param knowsCitizen whether the reader may know who gets it */
    public Preview of(String code, Typed typed, boolean knowsCitizen) {
        if (typed.letter() == null || !SHOWN.contains(typed.letter())) {
            throw new BusinessRefusal("letter", "Không có loại thư này.");
        }
        var petitioner = petitions.petitionerOf(code);
        var facts = facts(code, typed, knowsCitizen);
        if (!petitioner.isReachable()) {
            return nothing("Người dân không để lại liên hệ: không gửi thư, tin nhắn nào.");
        }
        if ("none".equals(petitioner.tellBy())) {
            return nothing("Người dân chọn tự xem trên trang tra cứu: không gửi thư, tin nhắn nào.");
        }
        var channels = sendReply.channelsTo(petitioner, typed.letter());
        if (channels.isEmpty()) {
            return nothing(smsWays.whyNot(petitioner) + " Tổng đài 1022 gọi điện và đọc nội dung này.");
        }
        return new Preview(
                channels.contains(Channel.mail) ? mail(typed.letter(), facts) : null,
                channels.contains(Channel.sms) ? sms(code, typed.letter(), facts) : null,
                null);
    }

    private static Preview nothing(String instead) {
        return new Preview(null, null, instead);
    }

    private Letter mail(String letter, Map<String, Object> facts) {
        var written = sendReply.written(letter, facts);
        return new Letter("[DỰ THẢO] " + written.subject(), written.text(), written.html());
    }

    private Sms sms(String code, String letter, Map<String, Object> facts) {
        var message = smsWays.message(letter, facts, petitions.get(code).confidential());
        return new Sms(
                message.words().text(),
                message.words().segments(),
                message.words().isGsm(),
                message.cut());
    }

    private Map<String, Object> facts(String code, Typed typed, boolean knowsCitizen) {
        var text = text(code, typed.text());
        var facts = sendReply.facts(code, text);
        if (typed.letter().equals(REPLY)) {
            facts.put("ending", chooseEnding.foreseen(code, typed.given(), text).inWords());
            var lead = petitions.get(code).leadAgency();
            facts.put("letterNumber", lead == null || lead.isBlank() ? "" : "… (cấp khi phát hành)");
        }
        var due = petitions.get(code).dueAt();
        facts.put("late", due != null && clock.instant().isAfter(due));
        if (!knowsCitizen) {
            facts.put("name", LEFT_OUT);
            facts.put("trackingKey", LEFT_OUT);
            facts.put("rateUrl", "");
        }
        return facts;
    }

    public byte[] letter(String code, Typed typed, boolean knowsCitizen) {
        var text = text(code, typed.text());
        var draft = issueLetter.draft(code, text, chooseEnding.foreseen(code, typed.given(), text));
        return readLetter.draft(knowsCitizen ? draft : withoutName(draft));
    }

    private String text(String code, String typed) {
        var text = typed == null ? petitions.get(code).replyText() : typed;
        if (text == null || text.isBlank()) {
            throw new BusinessRefusal("text", "Chưa có nội dung để xem trước: hãy viết lời gửi người dân.");
        }
        if (text.length() > ResolvePetition.LONGEST_REPLY) {
            throw new BusinessRefusal("text", "Nội dung tối đa " + ResolvePetition.LONGEST_REPLY + " ký tự.");
        }
        return text;
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
