package vn.haiphong.hotline1022.application.resolve;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.application.port.Handlings;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** The agency takes the petition or returns it, with a reason, inside its acceptance window (Giả định A-05). */
@Service
public class AcceptAssignment {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Petitions petitions;
    private final Handlings handlings;
    private final Deadlines deadlines;
    private final Agencies agencies;
    private final PetitionEvents events;
    private final StepLimits limits;
    private final Actor actor;
    private final Clock clock;

    AcceptAssignment(
            Petitions petitions,
            Handlings handlings,
            Deadlines deadlines,
            Agencies agencies,
            PetitionEvents events,
            StepLimits limits,
            Actor actor,
            Clock clock) {
        this.petitions = petitions;
        this.handlings = handlings;
        this.deadlines = deadlines;
        this.agencies = agencies;
        this.events = events;
        this.limits = limits;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @return when a co-handling agency must have done its part: together with the case. The lead answers for the limit of
     *     the case itself and has no other
     */
    public Optional<Due> accept(String code, String agency, boolean lead) {
        var now = clock.instant();
        handlings.accepted(code, agency, now);
        limits.end(code, "accept", agency);
        if (lead) {
            petitions.state(code, PetitionState.DANG_XU_LY);
        }
        events.add(code, now, "accepted", actor.current(), agency, "Nhận việc", lead ? "Cơ quan đã nhận xử lý" : null);
        return lead ? Optional.empty() : Optional.of(limits.startWithTheCase(code, "opinion", agency, "Giả định A-05"));
    }

    /** @param mayReturn false after the City Office has settled the competence */
    public void returnIt(
            String code, String agency, boolean lead, String reason, String suggestedAgency, boolean mayReturn) {
        if (!mayReturn) {
            throw new BusinessRefusal(
                    "outcome", "VP UBND thành phố đã quyết định cơ quan chủ trì; không thể chuyển trả lần nữa.");
        }
        if (reason == null || reason.isBlank()) {
            throw new BusinessRefusal("returnReason", "Ghi lý do chuyển trả.");
        }
        var now = clock.instant();
        var accept = deadlines.find(code, "accept", agency);
        if (accept.isPresent() && now.isAfter(accept.get().dueAt())) {
            throw new BusinessRefusal(
                    "outcome",
                    "Đã hết thời hạn chuyển trả; cơ quan phải nhận việc. Nếu sai thẩm quyền, liên hệ điều phối viên 1022.");
        }
        var suggested = suggestedAgency == null || suggestedAgency.isBlank() ? null : suggestedAgency.strip();
        if (suggested != null
                && agencies.find(suggested, now.atZone(OFFICE).toLocalDate()).isEmpty()) {
            throw new BusinessRefusal(
                    "suggestedAgency",
                    "Không có cơ quan mã \"" + suggested + "\"; chọn lại từ danh sách hoặc để trống.");
        }
        handlings.returned(code, agency, reason, suggested, now);
        limits.endAll(code, agency);
        if (lead) {
            petitions.state(code, PetitionState.CHUYEN_TRA);
        }
        events.add(code, now, "returned", actor.current(), agency, "Chuyển trả: " + reason, null);
    }
}
