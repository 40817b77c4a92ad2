package vn.haiphong.hotline1022.application.hear;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.IncomingMessages;
import vn.haiphong.hotline1022.application.port.IncomingMessages.Incoming;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/**
 * Takes a letter once, whatever happens between our register and the mailbox: into the case it answers, if its sender is who
 * sent that petition, else as a new petition. What a program wrote is kept and answers nothing (Giả định A-57).
 */
@Service
public class TakeMail {

    private static final int LONGEST_NOTE = 2000;

    private final IncomingMessages messages;
    private final WordsOfCitizens words;
    private final Petitions petitions;
    private final Notices notices;
    private final PetitionEvents events;
    private final Clock clock;

    TakeMail(
            IncomingMessages messages,
            WordsOfCitizens words,
            Petitions petitions,
            Notices notices,
            PetitionEvents events,
            Clock clock) {
        this.messages = messages;
        this.words = words;
        this.petitions = petitions;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    public boolean isKnown(String place) {
        return messages.isKnown(place);
    }

    @Transactional
    public void from(IncomingMail mail) {
        var message = incoming(mail);
        messages.lock(mail.sender());
        if (messages.isKnown(mail.place())) {
            return;
        }
        if (messages.isRepeated(mail.digest(), Instant.EPOCH)) {
            messages.keep(message, "again", null);
            return;
        }
        if (mail.automatic()) {
            messages.keep(message, "automatic", null);
            return;
        }
        deliver(mail, message);
    }

    /** The mail system tells of a letter of ours: kept, and no case. */
    @Transactional
    public void aside(IncomingMail mail) {
        if (!messages.isKnown(mail.place())) {
            messages.keep(incoming(mail), "bounce", null);
        }
    }

    private void deliver(IncomingMail mail, Incoming message) {
        var text = WordsOfCitizens.readable(mail.text());
        var answered = mail.references().stream()
                .map(notices::withMessageId)
                .flatMap(Optional::stream)
                .findFirst();
        var meant = answered.map(Notices.Notice::petitionCode).or(() -> named(mail));
        var own = meant.filter(code -> isFrom(mail.sender(), code));
        if (own.isPresent()) {
            words.belongTo(own.get(), message, withRefused(text, mail), mail.files());
            return;
        }
        if (answered.filter(notice -> notice.recipient().equalsIgnoreCase(mail.sender()))
                .isPresent()) {
            note(meant.get(), text, message);
            return;
        }
        var subject = WordsOfCitizens.readable(mail.subject());
        words.begin(
                message,
                new Petitioner(name(mail), null, mail.sender().isBlank() ? null : mail.sender()),
                withRefused(subject.isBlank() ? text : subject + "\n" + text, mail),
                mail.files(),
                meant.isPresent()
                        ? "Thư nhắc một phản ánh đã có nhưng gửi từ địa chỉ khác của người phản ánh; hãy hỏi lại người gửi."
                        : null);
    }

    /** Somebody of the staff answers what he was told: no petition, but the case keeps it. */
    private void note(String code, String text, Incoming message) {
        events.add(
                code,
                clock.instant(),
                "noted",
                Actor.SYSTEM,
                null,
                "Thư trả lời một thông báo của tổng đài: "
                        + PetitionText.withoutTelephones(PetitionText.upTo(LONGEST_NOTE, text)),
                null);
        messages.keep(message, "noted", code);
    }

    private static String withRefused(String text, IncomingMail mail) {
        return mail.refused().isEmpty() ? text : text + "\n[" + String.join("; ", mail.refused()) + "]";
    }

    /** The case whose code stands in the subject. */
    private Optional<String> named(IncomingMail mail) {
        return PetitionText.of(mail.subject())
                .mentionedCode()
                .flatMap(PetitionCode::parse)
                .map(PetitionCode::value)
                .filter(code -> petitions.find(code).isPresent());
    }

    private boolean isFrom(String sender, String code) {
        var email = petitions.petitionerOf(code).email();
        return email != null && email.equalsIgnoreCase(sender);
    }

    private static String name(IncomingMail mail) {
        var name = WordsOfCitizens.readable(mail.senderName() == null ? "" : mail.senderName())
                .replaceAll("\\s+", " ");
        return name.isBlank() ? null : PetitionText.upTo(100, name);
    }

    private Incoming incoming(IncomingMail mail) {
        return new Incoming("email", mail.place(), mail.digest(), mail.sender(), clock.instant(), mail.original());
    }
}
