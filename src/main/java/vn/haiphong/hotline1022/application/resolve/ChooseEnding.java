package vn.haiphong.hotline1022.application.resolve;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.CaseEvidence;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.Ending;

/** Whoever drafts, checks or approves an answer says what became of the matter (Giả định A-52). */
@Service
public class ChooseEnding {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Set<String> ASK_OR_SUGGEST = Set.of("hoi_dap", "hien_ke");

    private static final String EVIDENCE_MISSING =
            "Chưa có ảnh sau xử lý: mở thẻ Hồ sơ, mục Ảnh, tệp đính kèm, thêm ít nhất một ảnh chụp sau khi làm xong,"
                    + " rồi bấm hoàn thành lần nữa.";

    private final Petitions petitions;
    private final CaseEvidence evidence;
    private final PetitionEvents events;
    private final Actor actor;
    private final Clock clock;

    ChooseEnding(Petitions petitions, CaseEvidence evidence, PetitionEvents events, Actor actor, Clock clock) {
        this.petitions = petitions;
        this.evidence = evidence;
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    /** What somebody entered; {@code ending} may be missing: programs that know nothing of it go on working. */
    public record Given(String ending, String plannedUntil, String handedTo) {}

    /**
     * @param agency the agency at work, null for 1022 itself
     * @return how the answer ends now
     * @throws BusinessRefusal if what was chosen lacks what makes it true: a day, a body, a reason, and for a repair the photo
     *     that shows it (Giả định A-50)
     */
    public Ending of(String code, String agency, Given given, String replyText) {
        var ending = chosen(code, agency, given, replyText);
        // Without an answer nothing goes on, and that is said first.
        var answered = replyText != null && !replyText.isBlank();
        if (answered && ending.kind() == Ending.Kind.FIXED && evidence.isMissing(code)) {
            throw new BusinessRefusal("outcome", EVIDENCE_MISSING);
        }
        return ending;
    }

    private Ending chosen(String code, String agency, Given given, String replyText) {
        var before = petitions.endingOf(code);
        if (given.ending() == null || given.ending().isBlank()) {
            if (before.isPresent()) {
                return before.get();
            }
            var unchosen = unchosen(code);
            petitions.ends(code, unchosen);
            return unchosen;
        }
        var today = clock.instant().atZone(OFFICE).toLocalDate();
        var chosen = Ending.chosen(given.ending(), day(given.plannedUntil()), given.handedTo(), replyText, today);
        if (!Optional.of(chosen).equals(before)) {
            petitions.ends(code, chosen);
            events.add(code, clock.instant(), "ending", actor.current(), agency, chosen.inWords(), null);
        }
        return chosen;
    }

    /** How it would end; nothing is kept. */
    public Ending foreseen(String code, Given given, String replyText) {
        return given.ending() == null || given.ending().isBlank()
                ? petitions.endingOf(code).orElseGet(() -> unchosen(code))
                : Ending.chosen(
                        given.ending(),
                        day(given.plannedUntil()),
                        given.handedTo(),
                        replyText,
                        clock.instant().atZone(OFFICE).toLocalDate());
    }

    /** How an answer ends for which nobody has chosen. */
    public Ending unchosen(String code) {
        var petition = petitions.get(code);
        if (petition.leadAgency() == null || petition.leadAgency().isBlank()) {
            return Ending.of(Ending.Kind.ANSWERED); // 1022 answers by itself what needs no agency
        }
        return Ending.unchosen(petition.kind() != null && ASK_OR_SUGGEST.contains(petition.kind()));
    }

    /** A day as a form or a program gives it: a date, or a date with a time behind it. */
    public static LocalDate day(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(given.length() > 10 ? given.substring(0, 10) : given);
        } catch (DateTimeParseException e) {
            throw new BusinessRefusal("plannedUntil", "Ngày hẹn chưa đúng; ghi dạng năm-tháng-ngày, ví dụ 2024-09-30.");
        }
    }
}
