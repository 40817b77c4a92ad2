package vn.haiphong.hotline1022.application.receive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.Petitions.KnownRequest;
import vn.haiphong.hotline1022.application.port.PublicCases;
import vn.haiphong.hotline1022.application.port.Receipt;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/** Takes a petition into the register and sets it on its way; both or neither. */
@Service
public class ReceivePetition {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    // Crockford's base 32: no letter that could be taken for a digit.
    private static final String KEY_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int KEY_LENGTH = 14; // 70 random bits
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Petitions petitions;
    private final Attachments attachments;
    private final PublicCases publicCases;
    private final PetitionProcess process;
    private final PetitionEvents events;
    private final RecordConsent consents;
    private final CheckPetition check;
    private final Words words;
    private final Clock clock;
    private final int mostPerPhone;
    private final SecureRandom random = new SecureRandom();

    ReceivePetition(
            Petitions petitions,
            Attachments attachments,
            PublicCases publicCases,
            PetitionProcess process,
            PetitionEvents events,
            RecordConsent consents,
            CheckPetition check,
            Words words,
            Clock clock,
            @Value("${hotline.sending.per-phone}") int mostPerPhone) {
        this.petitions = petitions;
        this.attachments = attachments;
        this.publicCases = publicCases;
        this.process = process;
        this.events = events;
        this.consents = consents;
        this.check = check;
        this.words = words;
        this.clock = clock;
        this.mostPerPhone = mostPerPhone;
    }

    /**
     * @throws InvalidPetition with every faulty field
     * @throws IdempotencyConflict if the sender's key came before with another petition
     */
    @Transactional
    public Receipt from(NewPetition sent) {
        return received(sent, Optional.empty(), receipt -> {});
    }

    /**
     * @param joins the open case its sender takes for the same matter; an operator decides (Giả định A-58). One that is not
     *     open any more, or may not be shown, is as good as none.
     * @throws InvalidPetition with every faulty field
     * @throws IdempotencyConflict if the sender's key came before with another petition
     */
    @Transactional
    public Receipt from(NewPetition sent, Optional<UUID> joins) {
        return received(sent, joins, receipt -> {});
    }

    /** @param also what else is to be kept of a new one, before it is set on its way */
    @Transactional
    Receipt from(NewPetition sent, Consumer<Receipt> also) {
        return received(sent, Optional.empty(), also);
    }

    private Receipt received(NewPetition sent, Optional<UUID> joins, Consumer<Receipt> also) {
        var known = knownRequest(sent);
        if (known.isPresent()) {
            return known.get();
        }
        var now = clock.instant()
                .truncatedTo(ChronoUnit.MICROS); // as the register keeps it: a repetition answers the same
        var checked = check.of(sent, now);
        checkHowMany(checked.petitioner().phone(), now);
        var code = PetitionCode.of(now.atZone(OFFICE).toLocalDate(), petitions.nextNumber());
        var trackingKey = newTrackingKey();
        petitions.add(new Petitions.NewEntry(
                code.value(),
                trackingKey,
                checked.channel(),
                checked.content(),
                checked.address(),
                checked.areaCode(),
                checked.outsideTerritory(),
                sent.lat(),
                sent.lon(),
                sent.occurredAt(),
                now,
                sent.consentToPublish(),
                checked.petitioner(),
                sent.idempotencyKey(),
                digest(sent)));
        consents.given(code.value(), checked.channel(), sent.agreement(), sent.consentToPublish(), now);
        if (sent.files() != null) {
            sent.files()
                    .forEach(file ->
                            attachments.add(code.value(), file, Attachments.Purpose.sent, Actor.CITIZEN, null, now));
        }
        var parent = joins.flatMap(publicCases::codeOfOpen);
        parent.ifPresent(open -> petitions.wishesToJoin(code.value(), open));
        events.add(
                code.value(),
                now,
                "received",
                Actor.CITIZEN,
                null,
                "Tiếp nhận qua kênh " + words.of("channel", checked.channel())
                        + parent.map(open -> "; người gửi cho là cùng việc với " + open)
                                .orElse(""),
                "Đã gửi đến Tổng đài 1022");
        var receipt = new Receipt(code, trackingKey, now);
        also.accept(receipt);
        process.start(petitions.get(code.value()), checked.place());
        return receipt;
    }

    /** A telephone that sends without end is a program's, or somebody else's (Giả định A-47). */
    private void checkHowMany(String phone, Instant now) {
        if (phone != null && petitions.sentWithPhone(phone, now.minus(A_DAY)) >= mostPerPhone) {
            throw new InvalidPetition(List.of(new Fault(
                    "petitioner.phone",
                    "Số điện thoại này đã gửi " + mostPerPhone + " phản ánh trong 24 giờ; xin gọi (0225) 1022",
                    mostPerPhone + " petitions were sent with this telephone in 24 hours; please call (0225) 1022")));
        }
    }

    /** What {@link #from} would refuse it for; so that a form can name everything at once. */
    public List<Fault> faultsIn(NewPetition sent) {
        try {
            check.of(sent, clock.instant());
            return List.of();
        } catch (InvalidPetition invalid) {
            return invalid.faults();
        }
    }

    private Optional<Receipt> knownRequest(NewPetition sent) {
        if (sent.idempotencyKey() == null) {
            return Optional.empty();
        }
        return petitions.findByIdempotencyKey(sent.idempotencyKey()).map(known -> sameAnswer(sent, known));
    }

    private static Receipt sameAnswer(NewPetition sent, KnownRequest known) {
        if (!known.digest().equals(digest(sent))) {
            throw new IdempotencyConflict();
        }
        return known.receipt();
    }

    private String newTrackingKey() {
        var key = new StringBuilder(KEY_LENGTH);
        for (var i = 0; i < KEY_LENGTH; i++) {
            key.append(KEY_LETTERS.charAt(random.nextInt(KEY_LETTERS.length())));
        }
        return key.toString();
    }

    /** Who chose nothing sends what was sent before there was a choice: a repetition is still one. */
    private static String facts(Petitioner petitioner) {
        return petitioner == null
                ? "null"
                : "Petitioner[name=" + petitioner.name() + ", phone=" + petitioner.phone() + ", email="
                        + petitioner.email() + "]" + (petitioner.tellBy() == null ? "" : petitioner.tellBy());
    }

    private static String digest(NewPetition sent) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var facts = String.join(
                    "\u001f",
                    String.valueOf(sent.channel()),
                    String.valueOf(sent.content()),
                    facts(sent.petitioner()),
                    String.valueOf(sent.address()),
                    String.valueOf(sent.area()),
                    String.valueOf(sent.lat()),
                    String.valueOf(sent.lon()),
                    String.valueOf(sent.occurredAt()),
                    String.valueOf(sent.consentToPublish()));
            sha.update(facts.getBytes(StandardCharsets.UTF_8));
            if (sent.files() != null) {
                sent.files().forEach(file -> sha.update(file.bytes()));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
