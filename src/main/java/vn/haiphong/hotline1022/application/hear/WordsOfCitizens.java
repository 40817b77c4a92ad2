package vn.haiphong.hotline1022.application.hear;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.CheckedFile;
import vn.haiphong.hotline1022.application.port.IncomingMessages;
import vn.haiphong.hotline1022.application.port.IncomingMessages.Incoming;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.receive.CheckPetition;
import vn.haiphong.hotline1022.application.receive.ReceivePetition;
import vn.haiphong.hotline1022.application.receive.SupplementPetition;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** Where the words of a citizen belong who wrote by mail or SMS: into his case, or they are a new one (Giả định A-57). */
@Component
class WordsOfCitizens {

    private static final Duration DAY = Duration.ofDays(1);

    private final IncomingMessages messages;
    private final Petitions petitions;
    private final Attachments attachments;
    private final PetitionEvents events;
    private final ReceivePetition receive;
    private final SupplementPetition supplement;
    private final HearCitizen hear;
    private final Clock clock;
    private final int mostPerDay;

    WordsOfCitizens(
            IncomingMessages messages,
            Petitions petitions,
            Attachments attachments,
            PetitionEvents events,
            ReceivePetition receive,
            SupplementPetition supplement,
            HearCitizen hear,
            Clock clock,
            @Value("${hotline.incoming.per-day:20}") int mostPerDay) {
        this.messages = messages;
        this.petitions = petitions;
        this.attachments = attachments;
        this.events = events;
        this.receive = receive;
        this.supplement = supplement;
        this.hear = hear;
        this.clock = clock;
        this.mostPerDay = mostPerDay;
    }

    /** A sender we know adds something to his case: an answer if it was asked, else for somebody to read. */
    void belongTo(String code, Incoming message, String text, List<CheckedFile> files) {
        if (!files.isEmpty()) {
            var now = clock.instant();
            files.forEach(file -> attachments.add(code, file, Attachments.Purpose.sent, Actor.CITIZEN, null, now));
        }
        var waits = petitions.get(code).state() == PetitionState.CHO_BO_SUNG;
        if (waits && supplement.bySender(code, text)) {
            messages.keep(message, "answered", code);
            return;
        }
        hear.said(code, text.isBlank() ? "(chỉ có tệp gửi kèm)" : text, message.channel());
        messages.keep(message, "said", code);
    }

    /**
     * A case of its own, for an operator to complete; of a sender who has had many today it goes to the last of them, where
     * somebody reads it.
     *
     * @param note what the operator should know; null if nothing
     */
    void begin(Incoming message, Petitioner petitioner, String text, List<CheckedFile> files, String note) {
        if (messages.openedBy(message.sender(), clock.instant().minus(DAY)) >= mostPerDay) {
            var last = messages.lastOpenedBy(message.sender()).orElseThrow();
            hear.said(last, text, message.channel());
            messages.keep(message, "said", last);
            return;
        }
        var content = content(text, message.channel());
        var all = new ArrayList<>(files);
        if (content.length() < text.length()) {
            all.add(new CheckedFile(
                    "noi-dung-day-du.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8), null, null, false));
        }
        var sent =
                new NewPetition(message.channel(), content, petitioner, null, null, null, null, null, false, all, null);
        if (!receive.faultsIn(sent).isEmpty()) { // an address no letter of ours could be sent to
            sent = new NewPetition(
                    message.channel(), content, Petitioner.ANONYMOUS, null, null, null, null, null, false, all, null);
        }
        var code = receive.from(sent).code().value();
        if (note != null) {
            events.add(code, clock.instant(), "noted", Actor.SYSTEM, null, note, null);
        }
        messages.keep(message, "opened", code);
    }

    /** What a petition can hold of it: whole letters, not too few and not too many. */
    private static String content(String text, String channel) {
        if (text.length() > CheckPetition.MAX_CONTENT) {
            var more = " […] (xem tệp kèm theo)";
            var end = CheckPetition.MAX_CONTENT - more.length() - 1;
            return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + more;
        }
        return text.length() >= CheckPetition.MIN_CONTENT
                ? text
                : (channel.equals("sms") ? "Tin nhắn của người dân: “" : "Thư của người dân: “") + text + "”";
    }

    /** As the register can keep it. */
    static String readable(String text) {
        var readable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (letter >= 0xd800 && letter <= 0xdfff || letter < 0x20 && letter != '\n' && letter != '\t') {
                return;
            }
            readable.appendCodePoint(letter);
        });
        return readable.toString().strip();
    }
}
