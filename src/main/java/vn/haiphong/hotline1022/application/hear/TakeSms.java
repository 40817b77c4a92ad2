package vn.haiphong.hotline1022.application.hear;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.IncomingMessages;
import vn.haiphong.hotline1022.application.port.IncomingMessages.Asked;
import vn.haiphong.hotline1022.application.port.IncomingMessages.Incoming;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.SmsBooks;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/**
 * Takes an SMS once, however often the gateway brings it: into the case whose code it names or whose question it answers, or
 * as a new petition; "HUY" ends all SMS to this number (Giả định ).
 */
@Service
public class TakeSms {

    private static final String CHANNEL = "sms";
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Set<String> STOP = Set.of("huy", "stop", "tu choi", "dung", "huy tin", "unsubscribe");
    private static final Set<String> AGAIN = Set.of("nhan tin", "start", "mo lai", "dang ky");
    /** A gateway brings again what was not confirmed, hours later if it must. */
    private static final Duration REPEATED_WITHIN = Duration.ofDays(1);

    private static final Duration PARTS_WITHIN = Duration.ofHours(1);

    private final IncomingMessages messages;
    private final WordsOfCitizens words;
    private final Petitions petitions;
    private final PetitionProcess process;
    private final SmsBooks books;
    private final Clock clock;

    TakeSms(
            IncomingMessages messages,
            WordsOfCitizens words,
            Petitions petitions,
            PetitionProcess process,
            SmsBooks books,
            Clock clock) {
        this.messages = messages;
        this.words = words;
        this.petitions = petitions;
        this.process = process;
        this.books = books;
        this.clock = clock;
    }

    /** One of several parts: once all are here they are one message. */
    @Transactional
    public void part(String from, int reference, int parts, int part, String text) {
        var sender = phone(from).orElse(from); // as the person is known everywhere, whose data may have to go
        messages.lock(sender);
        messages.part(sender, reference, parts, part, text, clock.instant()).ifPresent(whole -> take(from, whole));
    }

    @Transactional
    public void from(String from, String text) {
        take(from, text);
    }

    /** What came in part only is taken as far as it came. */
    @Transactional
    public void unfinished() {
        var day = clock.instant().minus(REPEATED_WITHIN);
        messages.unfinished(PARTS_WITHIN, clock.instant()).stream()
                .filter(left -> !messages.isIn(phone(left.sender()).orElse(left.sender()), left.text(), day))
                .forEach(left -> take(left.sender(), left.text() + " […] (tin nhắn thiếu phần)"));
    }

    private void take(String from, String given) {
        var now = clock.instant();
        var phone = phone(from);
        var sender = phone.orElse(from);
        var text = WordsOfCitizens.readable(given);
        messages.lock(sender);
        var digest = digest(sender, given);
        var asked = phone.map(messages::askedBySms).orElse(List.of());
        if (messages.isRepeated(digest, since(now, asked))) {
            return;
        }
        var message = new Incoming(
                CHANNEL,
                CHANNEL + "|" + digest + "|" + now.toEpochMilli(),
                digest,
                sender,
                now,
                given.getBytes(StandardCharsets.UTF_8));
        if (phone.isEmpty() || text.isBlank()) { // advertisements and the network itself have no number to answer to
            messages.keep(message, "automatic", null);
            return;
        }
        var plain = PetitionText.of(text).plain().strip();
        if (STOP.contains(plain)) {
            stop(message);
        } else if (AGAIN.contains(plain) && books.resume(sender)) {
            messages.keep(message, "resumed", null);
        } else {
            deliver(message, text, asked);
        }
    }

    /** The same words to a new question are a new answer. */
    private static Instant since(Instant now, List<Asked> asked) {
        var day = now.minus(REPEATED_WITHIN);
        return asked.stream()
                .map(Asked::at)
                .filter(day::isBefore)
                .max(Instant::compareTo)
                .orElse(day);
    }

    private void stop(Incoming message) {
        var first = books.stop(message.sender(), message.receivedAt());
        var last = petitions.lastOfPhone(message.sender());
        messages.keep(message, "stopped", last.orElse(null));
        if (first) {
            last.ifPresent(code -> process.deliver(petitions.get(code), "stopped", ""));
        }
    }

    private void deliver(Incoming message, String text, List<Asked> asked) {
        var named = PetitionText.of(text)
                .mentionedCode()
                .flatMap(PetitionCode::parse)
                .map(PetitionCode::value)
                .filter(code -> petitions.find(code).isPresent());
        var own = named.filter(
                code -> message.sender().equals(petitions.petitionerOf(code).phone()));
        var target = own.or(() -> asked.stream().map(Asked::code).findFirst());
        if (target.isPresent()) {
            words.belongTo(target.get(), message, text, List.of());
            return;
        }
        words.begin(
                message,
                new Petitioner(null, message.sender(), null),
                text,
                List.of(),
                named.isPresent() ? "Tin nhắn nhắc một mã phản ánh của người khác; hãy hỏi lại người gửi." : null);
    }

    private static Optional<String> phone(String from) {
        try {
            var number = PHONES.parse(from.matches("84\\d{8,11}") ? "+" + from : from, "VN");
            return PHONES.isValidNumber(number)
                    ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String digest(String sender, String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest((sender + "\u001f" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
