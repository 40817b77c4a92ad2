package vn.haiphong.hotline1022.application.hear;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.escalate.DeliverNotices;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Contacts;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.receive.SupplementPetition;
import vn.haiphong.hotline1022.application.reply.SendNotice;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.PetitionState;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/**
 * What a citizen says about his petition later always reaches a person (Giả định A-54): while it is at work, whoever works on it;
 * when it is answered or closed, a coordinator, with a limit. What was asked of him goes where the question came from.
 */
@Service
public class HearCitizen {

    private static final String HEARS = "userTask_hearCitizen";
    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_A_DAY = 10;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Petitions petitions;
    private final PetitionEvents events;
    private final SupplementPetition supplement;
    private final Contacts contacts;
    private final Letters letters;
    private final DeliverNotices deliver;
    private final AgencyChoice agencies;
    private final StepLimits limits;
    private final PetitionProcess process;
    private final Words words;
    private final Actor actor;
    private final Clock clock;
    private final Allowance allowance;

    HearCitizen(
            Petitions petitions,
            PetitionEvents events,
            SupplementPetition supplement,
            Contacts contacts,
            Letters letters,
            DeliverNotices deliver,
            AgencyChoice agencies,
            StepLimits limits,
            PetitionProcess process,
            Words words,
            Actor actor,
            Clock clock,
            @Value("${hotline.limits.hear}") String limit) {
        this.petitions = petitions;
        this.events = events;
        this.supplement = supplement;
        this.contacts = contacts;
        this.letters = letters;
        this.deliver = deliver;
        this.agencies = agencies;
        this.limits = limits;
        this.process = process;
        this.words = words;
        this.actor = actor;
        this.clock = clock;
        this.allowance = new Allowance(
                Limit.parse(limit), StepLimits.DEFAULT_WARN_SHARE, "Giả định A-54", "hotline.limits.hear");
    }

    /** Where a message went. */
    public enum Heard {
        SUPPLEMENT,
        AT_WORK,
        COORDINATOR
    }

    /**
     * @param channel how it came: portal, email, voice …
     * @return empty if there is no such petition
     * @throws BusinessRefusal if there is nothing to read in it, or too much came in a day
     */
    @Transactional
    public Optional<Heard> message(String code, String text, String channel) {
        return petitions.findToChange(code).map(petition -> heard(petition, checked(text), channel));
    }

    /**
     * The same for what cannot be refused any more, an SMS or a letter that is here: what is too long is cut, and beyond the
     * day's measure it is written down for whoever opens the case, and rings nobody.
     */
    @Transactional
    public void said(String code, String text, String channel) {
        var petition = petitions.findToChange(code).orElseThrow();
        var words = PetitionText.upTo(LONGEST_TEXT, text.strip());
        if (wroteTooMuch(code)) {
            events.add(code, clock.instant(), "citizen-wrote", Actor.CITIZEN, null, said(channel, words), null);
            return;
        }
        heard(petition, words, channel);
    }

    /** A page that is loaded again sends the same words again. */
    private boolean isRepeated(String code, String text, String channel, Instant now) {
        return "portal".equals(channel) && events.isNoted(code, "citizen-wrote", said(channel, text), now.minus(A_DAY));
    }

    private boolean wroteTooMuch(String code) {
        return events.countSince(code, "citizen-wrote", clock.instant().minus(A_DAY)) >= MOST_A_DAY;
    }

    private static String checked(String text) {
        if (text == null || text.isBlank()) {
            throw new BusinessRefusal("message", "Ghi điều bạn muốn nói thêm.");
        }
        if (text.length() > LONGEST_TEXT || !PetitionText.isReadable(text)) {
            throw new BusinessRefusal("message", "Lời nhắn tối đa " + LONGEST_TEXT + " ký tự.");
        }
        return text.strip();
    }

    private Heard heard(Petition petition, String text, String channel) {
        var code = petition.code();
        if (petition.state() == PetitionState.CHO_BO_SUNG) {
            supplement.onTheTelephone(code, text, Actor.CITIZEN);
            return Heard.SUPPLEMENT;
        }
        var now = clock.instant();
        if (isRepeated(code, text, channel, now)) {
            return petition.state().isOver() ? Heard.COORDINATOR : Heard.AT_WORK;
        }
        if (wroteTooMuch(code)) {
            throw new BusinessRefusal(
                    "message",
                    "Hôm nay đã nhận nhiều lời nhắn về phản ánh này; cần nói thêm xin gọi (0225) 1022, đang nguy hiểm xin gọi ngay 112, 113, 114, 115.");
        }
        events.add(
                code, now, "citizen-wrote", Actor.CITIZEN, null, said(channel, text), "Đã nhận thêm lời nhắn của bạn");
        var parent = petitions.parentOf(code).flatMap(petitions::findToChange);
        var answered = parent.orElse(petition);
        var atWork = !isAnswered(answered);
        // Whoever works on the case reads it there; on a coordinator's desk it stays with the person who wrote.
        parent.ifPresent(lead -> events.add(
                lead.code(),
                now,
                atWork ? "citizen-wrote" : "noted",
                Actor.CITIZEN,
                null,
                (atWork ? "" : "Người gửi " + code + " nhắn: ") + said(channel, text),
                null));
        if (atWork) {
            tellAgency(answered, now);
            return Heard.AT_WORK;
        }
        if (process.waitingAt(code, HEARS) == 0) {
            process.citizenWrote(petition, answered);
        }
        return Heard.COORDINATOR;
    }

    private static boolean isAnswered(Petition petition) {
        return petition.state() == PetitionState.DA_TRA_LOI || petition.state().isClosed();
    }

    /** Telephone numbers stay with the petitioner: agencies read what happened, not who says so. */
    private String said(String channel, String text) {
        return words.of("channel", channel) + ": " + PetitionText.withoutTelephones(text);
    }

    private void tellAgency(Petition petition, Instant now) {
        var agency = petition.leadAgency() == null ? "" : petition.leadAgency();
        if (agency.isBlank()) {
            return; // still on the desks of 1022, who read it with the case
        }
        for (var person : contacts.of("focal", agency)) {
            var letter = letters.write(
                    "heard",
                    Map.of(
                            "code", petition.code(),
                            "name", person.name(),
                            "agency", agencies.nameOf(agency, now.atZone(OFFICE).toLocalDate())));
            var key = petition.code() + "|heard|" + now.toEpochMilli() + "|" + person.email();
            deliver.written(new Notice(
                    key,
                    petition.code(),
                    "heard",
                    person.email(),
                    person.name(),
                    letter.subject(),
                    letter.text(),
                    letter.html(),
                    Notices.State.pending,
                    SendNotice.messageId(key),
                    now,
                    null));
        }
    }

    /** A coordinator has it on the desk, with a limit like any other step. */
    public Due asked(String code) {
        return limits.start(code, "hear", "", allowance, urgencyOf(code));
    }

    public String urgencyOf(String code) {
        return petitions.get(code).urgencyOr("ordinary");
    }

    /** @return whether somebody has to decide about reopening it */
    public boolean decide(String code, String outcome, String note) {
        var reopen = "reopen".equals(outcome);
        if (!reopen && !"answered".equals(outcome)) {
            throw new BusinessRefusal("hearOutcome", "Chọn đã trả lời người dân hoặc đề nghị xét mở lại.");
        }
        if (note == null || note.isBlank()) {
            throw new BusinessRefusal("hearNote", "Ghi lời trả lời người dân; người dân đọc được khi tra cứu.");
        }
        limits.end(code, "hear", "");
        return reopen;
    }

    /** To whoever wrote; of several petitions answered together another's sender has a task of his own. */
    public void answer(String code, String note, boolean reopen) {
        var words = note.strip();
        for (var writer : events.unheard(code)) {
            if (!writer.equals(code) && process.waitingAt(writer, HEARS) > 0) {
                continue;
            }
            events.add(
                    writer,
                    clock.instant(),
                    "citizen-heard",
                    actor.current(),
                    null,
                    (reopen ? "Đề nghị xét mở lại: " : "Đã trả lời: ") + words,
                    words);
            process.deliver(petitions.get(writer), "message-answer", words);
        }
    }

    /** The decision about reopening is that of the same step as after a bad rating (Giả định A-14). */
    public void askReopening(String code) {
        var answered =
                petitions.findToChange(petitions.parentOf(code).orElse(code)).orElseThrow();
        // Several who were answered together may say so: one decision is enough, and none if it is at work again.
        if (isAnswered(answered) && process.waitingAt(answered.code(), "userTask_reviewReopening") == 0) {
            process.askReopening(answered);
        }
    }
}
