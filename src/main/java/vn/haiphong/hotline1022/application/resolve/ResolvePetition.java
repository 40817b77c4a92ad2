package vn.haiphong.hotline1022.application.resolve;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.application.port.Handlings;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.directory.Agency;
import vn.haiphong.hotline1022.domain.petition.PetitionState;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** The agency deals with the petition: draft, extension, opinion, approval (Giả định ). */
@Service
public class ResolvePetition {

    public static final int LONGEST_REPLY = 3900; // a process variable holds at most 4,000 characters

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(OFFICE);

    private final Petitions petitions;
    private final Handlings handlings;
    private final Agencies agencies;
    private final Deadlines deadlines;
    private final Calendars calendars;
    private final PetitionEvents events;
    private final StepLimits limits;
    private final PetitionProcess process;
    private final Actor actor;
    private final Clock clock;

    ResolvePetition(
            Petitions petitions,
            Handlings handlings,
            Agencies agencies,
            Deadlines deadlines,
            Calendars calendars,
            PetitionEvents events,
            StepLimits limits,
            PetitionProcess process,
            Actor actor,
            Clock clock) {
        this.petitions = petitions;
        this.handlings = handlings;
        this.agencies = agencies;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.events = events;
        this.limits = limits;
        this.process = process;
        this.actor = actor;
        this.clock = clock;
    }

    /** @return who has to have the draft checked by somebody else first; empty: it goes to the leader at once */
    public Optional<String> draft(String code, String agency, String replyText) {
        if (replyText == null || replyText.isBlank()) {
            throw new BusinessRefusal("replyText", "Ghi dự thảo trả lời trước khi trình duyệt.");
        }
        checkLength(replyText);
        limits.end(code, "safe", agency);
        petitions.drafted(code, replyText.strip(), PetitionState.CHO_DUYET);
        var now = clock.instant();
        var drafter = actor.current();
        events.add(code, now, "drafted", drafter, agency, "Trình duyệt dự thảo trả lời", null);
        return agencies.find(agency, now.atZone(OFFICE).toLocalDate())
                .filter(Agency::checksDrafts)
                .map(checking -> drafter);
    }

    /** A second person of the agency checks the draft, maybe with changes, or sends it back. */
    public void checkDraft(
            String code, String agency, String drafter, Boolean approved, String replyText, String sendBackReason) {
        var checker = actor.current();
        if (checker.equals(drafter)) {
            throw new BusinessRefusal(
                    "approved",
                    "Người dự thảo không tự kiểm tra; hãy bỏ nhận việc để người khác của cơ quan kiểm tra.");
        }
        if (approved == null) {
            throw new BusinessRefusal("approved", "Chọn đạt hoặc trả lại sửa.");
        }
        if (!approved) {
            sendBack(code, agency, sendBackReason);
            return;
        }
        checkReply(replyText);
        petitions.drafted(code, replyText.strip(), PetitionState.CHO_DUYET);
        events.add(code, clock.instant(), "draft-checked", checker, agency, "Kiểm tra dự thảo trả lời: đạt", null);
    }

    /**
     * An extension is asked before the limit, with a reason, inside the bound of the table; never for urgent cases. The
     * agency's leader grants one, the City Office a second, nobody a third.
     *
     * @param bound the longest extension, counted from the present limit; null: none
     * @param newDay the day asked for, null: as far as the bound allows
     * @param again asked of the City Office, after a first one
     * @return the new limit asked for: close of business of that day
     */
    public Instant askExtension(
            String code, String agency, String reason, LocalDate newDay, Limit bound, boolean again) {
        if (reason == null || reason.isBlank()) {
            throw new BusinessRefusal("extensionReason", "Ghi lý do xin gia hạn.");
        }
        var petition = petitions.get(code);
        if (petition.isUrgent() || bound == null) {
            throw new BusinessRefusal("outcome", "Vụ việc khẩn cấp không được gia hạn.");
        }
        var limit = deadlines
                .find(code, "handle", "")
                .orElseThrow(() -> new BusinessRefusal("outcome", "Không có thời hạn nào đang chạy."));
        var now = clock.instant();
        if (!now.isBefore(limit.dueAt())) {
            throw new BusinessRefusal("outcome", "Đã quá hạn; gia hạn phải xin trước khi hết hạn.");
        }
        // Asked of the case's limit: whoever works on it now, a successor or after a send-back, has no other.
        checkCount(deadlines.traceOf(limit.id()).extensions(), again);
        var latest = calendars.current().after(limit.dueAt(), bound);
        var asked = newDay == null ? latest : calendars.current().closeOfBusiness(newDay);
        if (!asked.isAfter(limit.dueAt()) || asked.isAfter(latest)) {
            throw new BusinessRefusal(
                    "extendTo",
                    "Hạn mới phải sau " + WHEN.format(limit.dueAt()) + " và không quá " + WHEN.format(latest) + ".");
        }
        events.add(
                code,
                now,
                "extension-asked",
                actor.current(),
                agency,
                "Xin gia hạn đến " + WHEN.format(asked) + ": " + reason,
                null);
        return asked;
    }

    private static void checkCount(int extensions, boolean again) {
        if (extensions > 1) {
            throw new BusinessRefusal("outcome", "Đã gia hạn hai lần; không gia hạn thêm.");
        }
        if (extensions == 1 && !again) {
            throw new BusinessRefusal(
                    "outcome", "Đã gia hạn một lần; lần hai chỉ Văn phòng UBND thành phố quyết định.");
        }
        if (extensions == 0 && again) {
            throw new BusinessRefusal("outcome", "Chưa gia hạn lần nào; lần đầu do lãnh đạo cơ quan quyết định.");
        }
    }

    /**
     * @param decider the agency itself; the City Office for a second extension, which needs a written basis
     * @return the new limit if approved, the present one if not
     */
    public Due decideExtension(
            String code,
            String agency,
            String decider,
            Boolean approved,
            Instant extendTo,
            String reason,
            String basis,
            String sendBackReason) {
        if (approved == null) {
            throw new BusinessRefusal("approved", "Chọn đồng ý hoặc không đồng ý gia hạn.");
        }
        var now = clock.instant();
        if (!approved) {
            if (sendBackReason == null || sendBackReason.isBlank()) {
                throw new BusinessRefusal("sendBackReason", "Ghi lý do không đồng ý gia hạn.");
            }
            events.add(code, now, "extension-refused", actor.current(), decider, sendBackReason, null);
            var limit = deadlines.find(code, "handle", "").orElseThrow();
            return new Due(limit.dueAt(), limit.warnAt());
        }
        var again = deadlines.find(code, "handle", "").stream()
                .anyMatch(limit -> deadlines.traceOf(limit.id()).extensions() > 0);
        if (again && (basis == null || basis.isBlank())) {
            throw new BusinessRefusal("extensionBasis", "Ghi căn cứ bằng văn bản của quyết định gia hạn lần hai.");
        }
        var due = limits.extend(code, "handle", "", extendTo, again ? reason + " (" + basis.strip() + ")" : reason);
        petitions.dueAt(code, due.dueAt());
        handlings.extended(code, agency);
        events.add(
                code,
                now,
                "extended",
                actor.current(),
                decider,
                again ? reason + "; căn cứ: " + basis.strip() : reason,
                "Gia hạn đến " + WHEN.format(extendTo)
                        + (reason == null || reason.isBlank() ? "" : ". Lý do: " + reason.strip()));
        return due;
    }

    public void giveOpinion(String code, String agency, String opinion) {
        if (opinion == null || opinion.isBlank()) {
            throw new BusinessRefusal("opinion", "Ghi kết quả hoặc ý kiến phối hợp.");
        }
        var now = clock.instant();
        handlings.ended(code, agency, Handlings.State.DA_XONG, opinion.strip(), now);
        limits.endAll(code, agency);
        events.add(code, now, "opinion", actor.current(), agency, opinion.strip(), null);
        tellTheLead(code);
    }

    /** What a co-handling agency said or returned stands on the lead's desk at once, not only in the next step. */
    public void tellTheLead(String code) {
        process.showOpinions(code, opinions(code));
    }

    /** What the co-handling agencies have said so far, for the lead's officer. */
    public String opinions(String code) {
        return handlings.of(code).stream()
                .filter(handling -> !handling.lead() && handling.state() != Handlings.State.THAY_THE)
                .map(handling -> nameOf(handling) + ": " + saidBy(handling))
                // Several long opinions are more than a form can show; all of each stays in the case file.
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\n"), text -> PetitionText.upTo(LONGEST_REPLY, text)));
    }

    private static String saidBy(Handlings.Handling handling) {
        if (handling.state() == Handlings.State.CHUYEN_TRA) {
            return "chuyển trả: " + handling.returnReason();
        }
        return handling.opinion() == null ? "chưa có ý kiến" : handling.opinion();
    }

    private String nameOf(Handlings.Handling handling) {
        var day = handling.assignedAt().atZone(OFFICE).toLocalDate();
        return agencies.find(handling.agency(), day).map(Agency::name).orElse(handling.agency());
    }

    /** The leader approves the draft, maybe with changes, or sends it back. */
    public void decideReply(String code, String agency, Boolean approved, String replyText, String sendBackReason) {
        if (approved == null) {
            throw new BusinessRefusal("approved", "Chọn duyệt hoặc trả lại sửa.");
        }
        if (!approved) {
            sendBack(code, agency, sendBackReason);
            return;
        }
        checkReply(replyText);
        var now = clock.instant();
        petitions.drafted(code, replyText.strip(), PetitionState.CHO_KIEM_TRA);
        handlings.ended(code, agency, Handlings.State.DA_XONG, null, now);
        limits.endAll(code, agency);
        limits.end(code, "handle", "");
        events.add(code, now, "reply-approved", actor.current(), agency, "Duyệt trả lời", null);
    }

    private void sendBack(String code, String agency, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new BusinessRefusal("sendBackReason", "Ghi lý do trả lại để chuyên viên sửa.");
        }
        petitions.state(code, PetitionState.DANG_XU_LY);
        events.add(code, clock.instant(), "reply-sent-back", actor.current(), agency, reason, null);
    }

    private static void checkReply(String replyText) {
        if (replyText == null || replyText.isBlank()) {
            throw new BusinessRefusal("replyText", "Trả lời không được để trống.");
        }
        checkLength(replyText);
    }

    private static void checkLength(String replyText) {
        if (replyText.length() > LONGEST_REPLY) {
            throw new BusinessRefusal("replyText", "Trả lời tối đa " + LONGEST_REPLY + " ký tự.");
        }
    }

    /** A co-handling agency is named as the lead: its part beside the lead ends, it goes on with the whole. */
    public void becomesLead(String code, String agency) {
        var now = clock.instant();
        handlings.ended(code, agency, Handlings.State.THAY_THE, null, now);
        limits.endAll(code, agency);
        events.add(code, now, "becomes-lead", actor.current(), agency, "Thôi phối hợp, thành cơ quan chủ trì", null);
    }

    /**
     * The agency is replaced by its successor: what it had begun is closed here, code and limits stay. A successor that
     * works on the case already does not get it twice: as the lead it keeps that, else it gives up its part for the lead.
     *
     * @return who takes over; empty if nobody or several could, or if there is nothing left to take over
     */
    public Optional<String> replaced(String code, String agency, boolean lead) {
        var now = clock.instant();
        handlings.ended(code, agency, Handlings.State.THAY_THE, null, now);
        limits.endAll(code, agency);
        events.add(
                code,
                now,
                "agency-replaced",
                Actor.SYSTEM,
                agency,
                "Cơ quan sáp nhập, bàn giao cho cơ quan kế thừa",
                "Hồ sơ được bàn giao cho cơ quan kế thừa");
        return agencies.orSuccessor(agency, now.atZone(OFFICE).toLocalDate())
                .map(Agency::code)
                .filter(successor -> !successor.equals(agency))
                .filter(successor -> mayTakeOver(code, successor, lead));
    }

    /** Another agency leads from now on, before this one has begun; code and limits of the case stay (Giả định A-45). */
    public void rerouted(String code, String agency, String to) {
        handlings.ended(code, agency, Handlings.State.THAY_THE, null, clock.instant());
        limits.endAll(code, agency);
        mayTakeOver(code, to, true);
    }

    private boolean mayTakeOver(String code, String successor, boolean lead) {
        var atWork = handlings.of(code).stream()
                .anyMatch(handling ->
                        handling.endedAt() == null && handling.agency().equals(successor));
        if (atWork && lead) {
            process.endCoHandling(code, successor);
        }
        return lead || !atWork;
    }
}
