package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.ReplyLetters;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.Petition;

/** Takes a letter to the citizen through the channel that reaches him (Giả định A-12). */
@Service
public class SendReply {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(OFFICE);

    private final Petitions petitions;
    private final PetitionEvents events;
    private final Notices notices;
    private final Letters letters;
    private final SendNotice sendNotice;
    private final ReplyLetters replyLetters;
    private final AgencyChoice agencies;
    private final RatingLink ratingLink;
    private final Clock clock;
    private final String portal;

    SendReply(
            Petitions petitions,
            PetitionEvents events,
            Notices notices,
            Letters letters,
            SendNotice sendNotice,
            ReplyLetters replyLetters,
            AgencyChoice agencies,
            RatingLink ratingLink,
            Clock clock,
            @Value("${hotline.portal-url}") String portal) {
        this.petitions = petitions;
        this.events = events;
        this.notices = notices;
        this.letters = letters;
        this.sendNotice = sendNotice;
        this.replyLetters = replyLetters;
        this.agencies = agencies;
        this.ratingLink = ratingLink;
        this.clock = clock;
        this.portal = portal;
    }

    /**
     * Sends one letter, once.
     *
     * @param letter which letter: receipt, reply, refusal, supplement, interim, kept-plan, merged, joined
     * @param occasion tells two letters of the same kind apart, e.g. the process instance that asked for it
     * @throws PetitionerUnreachable if there is no e-mail address, or nobody can say whether it arrived
     */
    public void letter(String code, String letter, String occasion, String text) {
        var petition = petitions.get(code);
        var petitioner = petitions.petitionerOf(code);
        if (!petitioner.isReachable()) {
            // An anonymous tip: no answer is owed (Giả định A-07), and there is nobody to call.
            events.add(code, clock.instant(), "no-contact", Actor.SYSTEM, null, "Không có liên hệ để gửi thư", null);
            return;
        }
        if (petitioner.email() == null && "receipt".equals(letter)) {
            return; // whoever called or wrote has heard or seen the code already
        }
        if (petitioner.email() == null) {
            throw new PetitionerUnreachable("Người phản ánh không có địa chỉ thư điện tử.");
        }
        var key = code + "|" + letter + "|" + occasion;
        var now = clock.instant();
        var facts = facts(code, text);
        var written = letters.write(letter, facts);
        notices.keepAtOnce(new Notice(
                key,
                code,
                letter,
                petitioner.email(),
                petitioner.name(),
                written.subject(),
                written.text(),
                written.html(),
                Notices.State.pending,
                SendNotice.messageId(key),
                now,
                null));
        sendNotice.of(key);
    }

    /** What a letter may say of a case. */
    Map<String, Object> facts(String code, String text) {
        var petition = petitions.get(code);
        var petitioner = petitions.petitionerOf(code);
        var now = clock.instant();
        var facts = new HashMap<String, Object>();
        facts.put("code", code);
        facts.put("name", petitioner.name() == null ? "Quý vị" : petitioner.name());
        facts.put("text", text == null ? "" : text.replace("{ma}", code));
        facts.put("receivedAt", WHEN.format(petition.receivedAt()));
        facts.put("dueAt", petition.dueAt() == null ? "" : WHEN.format(petition.dueAt()));
        var parent = petitions.parentOf(code);
        facts.put("told", petitions.toldOf(code).orElse(""));
        facts.put("joinedTo", parent.orElse(""));
        facts.put(
                "letterNumber",
                replyLetters.ofAnswer(code).map(ReplyLetters.Letter::number).orElse(""));
        facts.put(
                "ending",
                petitions.endingOf(parent.orElse(code)).map(Ending::inWords).orElse(""));
        facts.put("agency", agencyName(parent.map(petitions::get).orElse(petition), now));
        facts.put(
                "late",
                petition.dueAt() != null
                        && petition.repliedAt() != null
                        && petition.repliedAt().isAfter(petition.dueAt()));
        facts.put("rateUrl", parent.isPresent() ? "" : ratingLink.of(petition));
        facts.put("trackingUrl", portal + "/track/" + code);
        facts.put("confidential", petition.confidential());
        facts.put("trackingKey", petitions.trackingKeyOf(code));
        return facts;
    }

    private String agencyName(Petition petition, Instant now) {
        return petition.leadAgency() == null || petition.leadAgency().isBlank()
                ? "Tổng đài 1022"
                : agencies.nameOf(petition.leadAgency(), now.atZone(OFFICE).toLocalDate());
    }
}
