package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Channel;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.ReplyLetters;
import vn.haiphong.hotline1022.application.port.ReplySender.NotSent;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.TrackingKey;

/** Tells the citizen through every channel he chose, in one voice: one occasion, one message per channel (Giả định ). */
@Service
public class SendReply {

    /** Of a message beside the letter of the same occasion. */
    static final String SMS = "|sms";

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(OFFICE);

    /** Not worth a second channel. */
    private static final Set<String> ONE_CHANNEL = Set.of("joined", "stopped");

    /** Who gets one of these has something to say; what he answers reaches somebody (Giả định ). */
    private static final Set<String> INVITE = Set.of("supplement", "reply", "refusal", "message-answer");

    private final Petitions petitions;
    private final PetitionEvents events;
    private final Notices notices;
    private final Letters letters;
    private final SendNotice sendNotice;
    private final ReplyLetters replyLetters;
    private final SmsWays smsWays;
    private final AgencyChoice agencies;
    private final RatingLink ratingLink;
    private final Clock clock;
    private final String portal;
    private final Duration ratingPeriod;
    private final boolean mailIsRead;

    SendReply(
            Petitions petitions,
            PetitionEvents events,
            Notices notices,
            Letters letters,
            SendNotice sendNotice,
            ReplyLetters replyLetters,
            SmsWays smsWays,
            AgencyChoice agencies,
            RatingLink ratingLink,
            Clock clock,
            @Value("${hotline.portal-url}") String portal,
            @Value("${hotline.limits.rating}") Duration ratingPeriod,
            @Value("${hotline.imap.host:}") String mailbox) {
        this.ratingPeriod = ratingPeriod;
        this.petitions = petitions;
        this.events = events;
        this.notices = notices;
        this.letters = letters;
        this.sendNotice = sendNotice;
        this.replyLetters = replyLetters;
        this.smsWays = smsWays;
        this.agencies = agencies;
        this.ratingLink = ratingLink;
        this.clock = clock;
        this.portal = portal;
        this.mailIsRead = !mailbox.isBlank();
    }

    /**
     * Sends one letter, once by each channel.
     *
     * @param letter which letter: receipt, reply, refusal, supplement, interim, kept-plan, message-answer, data-decision, merged,
     *     joined, assigned, reopened, not-reopened
     * @param occasion tells two letters of the same kind apart, e.g. the process instance that asked for it
     * @throws PetitionerUnreachable if no channel is left, or nobody can say of any whether it arrived
     * @throws NotSent if a channel is away for a while: what went by another does not go again
     */
    public void letter(String code, String letter, String occasion, String text) {
        var petition = petitions.get(code);
        var petitioner = petitions.petitionerOf(code);
        if (!petitioner.isReachable()) {
            // An anonymous tip: no answer is owed (Giả định A-07), and there is nobody to call.
            events.add(code, clock.instant(), "no-contact", Actor.SYSTEM, null, "Không có liên hệ để gửi thư", null);
            return;
        }
        if ("none".equals(petitioner.tellBy())) {
            events.add(
                    code,
                    clock.instant(),
                    "told-by-page",
                    Actor.SYSTEM,
                    null,
                    "Người dân chọn tự xem trên trang tra cứu",
                    null);
            return;
        }
        var channels = "stopped".equals(letter) ? List.of(Channel.sms) : channelsTo(petitioner, letter);
        if (channels.isEmpty() && "receipt".equals(letter)) {
            return; // whoever called or wrote has heard or seen the code already
        }
        if (channels.isEmpty()) {
            throw new PetitionerUnreachable(smsWays.whyNot(petitioner));
        }
        var key = key(code, letter, occasion);
        try {
            tell(key, petition, petitioner, letter, text, channels);
        } catch (PetitionerUnreachable e) {
            var left = new ArrayList<>(ways(petitioner));
            left.removeAll(channels);
            if (left.isEmpty() || ONE_CHANNEL.contains(letter)) {
                throw e;
            }
            tell(key, petition, petitioner, letter, text, left);
        }
    }

    /**
     * What was taken by one channel and came back goes by the other, once.
     *
     * @param failed of the message that came back
     * @throws PetitionerUnreachable if there is no other, or it failed, too
     */
    public void instead(String failed, String reason) {
        var notice = notices.get(failed);
        var petition = petitions.get(notice.petitionCode());
        var petitioner = petitions.petitionerOf(petition.code());
        var other = notice.channel() == Channel.mail ? Channel.sms : Channel.mail;
        if (notice.said() == null || !ways(petitioner).contains(other)) {
            throw new PetitionerUnreachable(reason);
        }
        var key = notice.channel() == Channel.mail ? failed : besides(notice);
        tell(key, petition, petitioner, notice.kind(), notice.said(), List.of(other));
    }

    /** The key of the same occasion by the other channel. */
    static String besides(Notice notice) {
        return notice.channel() == Channel.sms
                ? notice.key().substring(0, notice.key().length() - SMS.length())
                : notice.key() + SMS;
    }

    private void tell(
            String key, Petition petition, Petitioner petitioner, String letter, String text, List<Channel> channels) {
        messages(key, petition, petitioner, channels, letter, text).forEach(notices::keepAtOnce);
        hand(key, channels);
    }

    /** Every channel that leads to him, whatever he chose. */
    private List<Channel> ways(Petitioner petitioner) {
        var ways = new ArrayList<Channel>();
        if (petitioner.email() != null) {
            ways.add(Channel.mail);
        }
        if (smsWays.leadTo(petitioner.phone())) {
            ways.add(Channel.sms);
        }
        return ways;
    }

    /**
     * The same words for whoever sends many at once, once for each key. None for whom no channel is left: what only informs makes
     * nobody call.
     */
    public List<Notice> written(String code, String letter, String occasion, String text) {
        var petitioner = petitions.petitionerOf(code);
        if (!petitioner.isReachable() || "none".equals(petitioner.tellBy())) {
            return List.of();
        }
        var key = key(code, letter, occasion);
        return messages(key, petitions.get(code), petitioner, channelsTo(petitioner, letter), letter, text);
    }

    private static String key(String code, String letter, String occasion) {
        return code + "|" + letter + "|" + occasion;
    }

    private List<Notice> messages(
            String key, Petition petition, Petitioner petitioner, List<Channel> channels, String letter, String text) {
        var now = clock.instant();
        var facts = facts(petition.code(), text);
        return channels.stream()
                .map(channel -> channel == Channel.mail
                        ? mail(key, petition.code(), letter, petitioner, facts, now)
                        : sms(key + SMS, petition, letter, petitioner, facts, now))
                .toList();
    }

    /** What went by one channel is told; what another one will take later goes later; whom none reached is called. */
    private void hand(String key, List<Channel> channels) {
        NotSent later = null;
        PetitionerUnreachable notReached = null;
        var reached = false;
        for (var channel : channels) {
            try {
                sendNotice.of(channel == Channel.mail ? key : key + SMS);
                reached = true;
            } catch (NotSent e) {
                later = e;
            } catch (PetitionerUnreachable e) {
                notReached = e;
            }
        }
        if (later != null) {
            throw later;
        }
        if (!reached && !isReceiptBySmsAlone(key, channels)) {
            throw notReached;
        }
    }

    /** Whoever sent or called has heard or seen the code already: nobody calls only to repeat it. */
    private static boolean isReceiptBySmsAlone(String key, List<Channel> channels) {
        return (key.contains("|receipt|") || key.contains("|stopped|")) && channels.equals(List.of(Channel.sms));
    }

    List<Channel> channelsTo(Petitioner petitioner, String letter) {
        var chosen = petitioner.tellBy() == null ? "both" : petitioner.tellBy();
        var mail = petitioner.email() != null;
        var sms = smsWays.leadTo(petitioner.phone());
        var channels = new ArrayList<Channel>();
        if (mail && !(chosen.equals("sms") && sms)) {
            channels.add(Channel.mail);
        }
        // That somebody else wrote too is no news worth two messages; nor, to who has not asked for both, who has the
        // case.
        var once = "joined".equals(letter) || "assigned".equals(letter) && petitioner.tellBy() == null;
        if (sms && !(chosen.equals("email") && mail) && !(once && mail)) {
            channels.add(Channel.sms);
        }
        return channels;
    }

    private Notice mail(
            String key, String code, String letter, Petitioner petitioner, Map<String, Object> facts, Instant now) {
        var written = written(letter, facts);
        return new Notice(
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
                null,
                Channel.mail,
                "reply".equals(letter) ? (String) facts.get("letterId") : null,
                (String) facts.get("text"));
    }

    private Notice sms(
            String key,
            Petition petition,
            String letter,
            Petitioner petitioner,
            Map<String, Object> facts,
            Instant now) {
        return new Notice(
                key,
                petition.code(),
                letter,
                petitioner.phone(),
                petitioner.name(),
                "Tin nhắn SMS",
                smsWays.message(letter, facts, petition.confidential()).words().text(),
                "",
                Notices.State.pending,
                SendNotice.messageId(key),
                now,
                null,
                Channel.sms,
                null,
                (String) facts.get("text"));
    }

    /** Words that invite to answer, and only where somebody reads what is answered. */
    Letters.Letter written(String letter, Map<String, Object> facts) {
        var known = new HashMap<>(facts);
        known.put("invited", mailIsRead && INVITE.contains(letter));
        return letters.write(letter, known);
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
        var parent = petitions.parentOf(code);
        var handled = parent.map(petitions::get).orElse(petition);
        facts.put("dueAt", handled.dueAt() == null ? "" : WHEN.format(handled.dueAt()));
        facts.put("told", petitions.toldOf(code).orElse(""));
        facts.put("joinedTo", parent.orElse(""));
        var issued = replyLetters.ofAnswer(code);
        facts.put("letterId", issued.map(ReplyLetters.Letter::id).orElse(null));
        facts.put("letterNumber", issued.map(ReplyLetters.Letter::number).orElse(""));
        facts.put(
                "ending",
                petitions.endingOf(parent.orElse(code)).map(Ending::inWords).orElse(""));
        facts.put("agency", agencyName(handled, now));
        facts.put("atWork", handled.repliedAt() == null && handled.leadAgency() != null);
        facts.put(
                "late",
                handled.dueAt() != null
                        && handled.repliedAt() != null
                        && handled.repliedAt().isAfter(handled.dueAt()));
        var answeredAt = handled.repliedAt();
        facts.put("rateUntil", answeredAt == null ? "" : WHEN.format(answeredAt.plus(ratingPeriod)));
        facts.put("rateUrl", ratingLink.of(petition));
        facts.put("trackingUrl", portal + "/track/" + code);
        facts.put("confidential", petition.confidential());
        facts.put("trackingKey", TrackingKey.grouped(petitions.trackingKeyOf(code)));
        return facts;
    }

    private String agencyName(Petition petition, Instant now) {
        return petition.leadAgency() == null || petition.leadAgency().isBlank()
                ? "Tổng đài 1022"
                : agencies.nameOf(petition.leadAgency(), now.atZone(OFFICE).toLocalDate());
    }
}
