package vn.haiphong.hotline1022.application.receive;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** What a petition must have before it is taken (Giả định A-20). Finds every fault, not just the first. */
@Component
public class CheckPetition {

    private static final String OPEN311 = "open311";
    private static final Set<String> CHANNELS =
            Set.of("portal", "voice", "email", "sms", "zalo", "app", "facebook", OPEN311);
    private static final List<String> TELL_BY = List.of("email", "sms", "both", "none");
    public static final int MIN_CONTENT = 20;
    public static final int MAX_CONTENT = 2000;
    // As much as GeoReport v2 lets a program send, and as a process variable holds (Giả định A-61).
    private static final int MAX_FROM_PROGRAMS = 4000;
    private static final int MAX_NAME = 100;
    private static final int MAX_ADDRESS = 300;
    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    // Deliberately simple: a local part, one @, a domain with a dot, nothing that could break a mail header.
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;:\\\\]{1,64}@[^\\s@<>\",;:\\\\]{1,190}\\.[A-Za-z]{2,}");

    private final Areas areas;

    CheckPetition(Areas areas) {
        this.areas = areas;
    }

    record Checked(
            String channel,
            String content,
            String address,
            String areaCode,
            boolean outsideTerritory,
            String place,
            Petitioner petitioner) {}

    Checked of(NewPetition sent, Instant now) {
        var faults = new ArrayList<Fault>();
        var channel = sent.channel() == null ? "portal" : sent.channel().strip().toLowerCase(Locale.ROOT);
        if (!CHANNELS.contains(channel)) {
            faults.add(new Fault(
                    "channel",
                    "Kênh không có; các kênh: "
                            + String.join(", ", CHANNELS.stream().sorted().toList()),
                    "Unknown channel",
                    CHANNELS.stream().sorted().toList()));
        }
        var content =
                text("content", sent.content(), OPEN311.equals(channel) ? MAX_FROM_PROGRAMS : MAX_CONTENT, faults);
        if (content == null || content.length() < MIN_CONTENT) {
            faults.add(new Fault(
                    "content",
                    "Nội dung cần ít nhất " + MIN_CONTENT + " ký tự: việc gì, ở đâu, từ khi nào",
                    "Please describe what and where, in at least " + MIN_CONTENT + " characters"));
        }
        var address = text("place.address", sent.address(), MAX_ADDRESS, faults);
        var petitioner = sent.petitioner() == null ? Petitioner.ANONYMOUS : sent.petitioner();
        var name = text("petitioner.name", petitioner.name(), MAX_NAME, faults);
        var phone = phone(petitioner.phone(), faults);
        var email = email(petitioner.email(), faults);
        var tellBy = tellBy(petitioner, faults);
        if (sent.lat() != null
                && (sent.lat() < -90 || sent.lat() > 90 || sent.lat().isNaN())) {
            faults.add(new Fault("place.lat", "Vĩ độ phải từ -90 đến 90", "Latitude must lie between -90 and 90"));
        }
        if (sent.lon() != null
                && (sent.lon() < -180 || sent.lon() > 180 || sent.lon().isNaN())) {
            faults.add(
                    new Fault("place.lon", "Kinh độ phải từ -180 đến 180", "Longitude must lie between -180 and 180"));
        }
        if (sent.occurredAt() != null && sent.occurredAt().isAfter(now.plus(Duration.ofDays(1)))) {
            faults.add(new Fault("occurredAt", "Thời điểm xảy ra nằm trong tương lai", "The time lies in the future"));
        }
        if (sent.occurredAt() != null && sent.occurredAt().isBefore(LONG_AGO)) {
            faults.add(new Fault("occurredAt", "Thời điểm xảy ra quá xa", "The time lies too far back"));
        }
        if (sent.idempotencyKey() != null
                && (sent.idempotencyKey().isBlank() || sent.idempotencyKey().length() > 200)) {
            faults.add(new Fault(
                    "Idempotency-Key", "Khóa phải có từ 1 đến 200 ký tự", "The key must have 1 to 200 characters"));
        }
        RecordConsent.check(sent.agreement(), faults);
        var area = area(sent.area(), now, faults);
        if (!faults.isEmpty()) {
            throw new InvalidPetition(faults);
        }
        var place = String.join(
                ", ",
                java.util.stream.Stream.of(address, area.name())
                        .filter(java.util.Objects::nonNull)
                        .toList());
        return new Checked(
                channel,
                content,
                address,
                area.code(),
                area.outside(),
                place,
                new Petitioner(name, phone, email, tellBy));
    }

    private record Place(String code, String name, boolean outside) {}

    private Place area(String given, Instant now, List<Fault> faults) {
        var text = text("place.area", given, 120, faults);
        if (text == null || text.equalsIgnoreCase("không rõ")) {
            return new Place(null, null, false);
        }
        if (text.equalsIgnoreCase("ngoài địa bàn")) {
            return new Place(null, null, true);
        }
        var day = now.atZone(OFFICE).toLocalDate();
        var answer = areas.resolve(text, day);
        if (answer.area().isEmpty()) {
            faults.add(new Fault(
                    "place.area", answer.question(), "Unknown or ambiguous area, please choose one", answer.options()));
            return new Place(null, null, false);
        }
        var area = answer.area().get();
        return new Place(area.code(), area.name(), false);
    }

    private static String text(String field, String given, int longest, List<Fault> faults) {
        if (given == null || given.isBlank()) {
            return null;
        }
        // NFC so that words compare equal however the keyboard composed them.
        var text = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
        if (text.length() > longest) {
            faults.add(new Fault(
                    field,
                    "Tối đa " + longest + " ký tự, đang có " + text.length(),
                    "At most " + longest + " characters, got " + text.length()));
            return text.substring(0, longest);
        }
        if (!PetitionText.isReadable(text)) {
            faults.add(new Fault(field, "Có ký tự không hợp lệ", "Contains characters that are not text"));
        }
        return text;
    }

    // An address is ASCII or plain letters: no control character, and no half of a character.
    private static boolean isNoText(int c) {
        return Character.isISOControl(c) || Character.isSurrogate((char) c);
    }

    private static String phone(String given, List<Fault> faults) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var number = Telephones.written(given);
        if (number.isPresent()) {
            return number.get();
        }
        faults.add(new Fault(
                "petitioner.phone",
                "Số điện thoại chưa đúng; ví dụ 0912345678",
                "Not a telephone number; for example 0912345678"));
        return null;
    }

    private static String tellBy(Petitioner petitioner, List<Fault> faults) {
        if (petitioner.tellBy() == null || petitioner.tellBy().isBlank()) {
            return null;
        }
        var tellBy = petitioner.tellBy().strip().toLowerCase(Locale.ROOT);
        if (!TELL_BY.contains(tellBy)) {
            faults.add(new Fault(
                    "petitioner.tellBy",
                    "Cách nhận tin không có; các cách: " + String.join(", ", TELL_BY),
                    "Unknown way of being told",
                    TELL_BY));
            return null;
        }
        if (Set.of("email", "both").contains(tellBy) && isMissing(petitioner.email())) {
            faults.add(new Fault(
                    "petitioner.tellBy",
                    "Muốn nhận qua thư điện tử thì cần ghi địa chỉ thư",
                    "To be told by e-mail, give an e-mail address"));
        }
        if (Set.of("sms", "both").contains(tellBy) && isMissing(petitioner.phone())) {
            faults.add(new Fault(
                    "petitioner.tellBy",
                    "Muốn nhận qua tin nhắn thì cần ghi số điện thoại",
                    "To be told by SMS, give a telephone number"));
        }
        return tellBy;
    }

    private static boolean isMissing(String given) {
        return given == null || given.isBlank();
    }

    private static String email(String given, List<Fault> faults) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var email = given.strip();
        if (email.length() > 254
                || email.chars().anyMatch(CheckPetition::isNoText)
                || !EMAIL.matcher(email).matches()) {
            faults.add(new Fault(
                    "petitioner.email",
                    "Địa chỉ thư điện tử chưa đúng; ví dụ ten@example.vn",
                    "Not an e-mail address; for example name@example.org"));
            return null;
        }
        return email;
    }
}
