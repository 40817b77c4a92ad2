package vn.haiphong.hotline1022.application.assign;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.limit.StepLimits;
import vn.haiphong.hotline1022.application.limit.StepLimits.Allowance;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Handlings;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.petition.EvidenceDemand;
import vn.haiphong.hotline1022.domain.petition.PetitionState;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** Gives a petition to the agencies that deal with it, by the table or by hand (Giả định ). */
@Service
public class AssignPetition {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int LONGEST_SHOWN = 3900; // a process variable holds at most 4,000 characters

    private final Petitions petitions;
    private final Handlings handlings;
    private final PetitionEvents events;
    private final StepLimits limits;
    private final AgencyChoice agencyChoice;
    private final PetitionProcess process;
    private final Words words;
    private final Actor actor;
    private final Clock clock;

    AssignPetition(
            Petitions petitions,
            Handlings handlings,
            PetitionEvents events,
            StepLimits limits,
            AgencyChoice agencyChoice,
            PetitionProcess process,
            Words words,
            Actor actor,
            Clock clock) {
        this.petitions = petitions;
        this.handlings = handlings;
        this.events = events;
        this.limits = limits;
        this.agencyChoice = agencyChoice;
        this.process = process;
        this.words = words;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * The handling limit starts when the petition is complete enough to be routed; returns do not stop it.
     *
     * @param evidence what the table wants to see before the case is said to be done, "" if nothing
     */
    public Due startHandling(String code, Allowance handle, boolean reopened, String evidence) {
        var petition = petitions.get(code);
        petitions.demandsEvidence(code, EvidenceDemand.of(evidence, clock.instant()));
        var due = limits.start(code, "handle", "", reopened ? handle.halved() : handle, petition.urgency());
        petitions.dueAt(code, due.dueAt());
        return due;
    }

    /** A coordinator names the agency where no rule did, or after a return. */
    public AgencyChoice.Choice byHand(String code, String lead, String coordinating, String basis) {
        if (lead == null || lead.isBlank()) {
            throw new BusinessRefusal("leadAgency", "Chọn cơ quan chủ trì.");
        }
        var petition = petitions.get(code);
        var now = clock.instant();
        var choice = agencyChoice.fromPerson(
                lead, coordinating, petition.areaCode(), now.atZone(OFFICE).toLocalDate());
        var atWork = atWork(code);
        for (var agency : choice.coordinating()) {
            if (atWork.contains(agency)) {
                throw new BusinessRefusal(
                        "coordinatingAgencies",
                        nameOn(now, agency) + " đang xử lý hồ sơ này; bỏ khỏi danh sách cơ quan phối hợp.");
            }
        }
        if (atWork.contains(choice.lead())) {
            process.endCoHandling(code, choice.lead());
        }
        events.add(
                code,
                now,
                "assigned-by-hand",
                actor.current(),
                null,
                "Phân công " + nameOn(now, choice.lead()) + reason(basis),
                null);
        return choice;
    }

    /** The City Office decides after a second return; its decision is final and needs a written basis. */
    public AgencyChoice.Choice settle(String code, String lead, String basis, String office) {
        if (basis == null || basis.isBlank()) {
            throw new BusinessRefusal("agencyBasis", "Ghi căn cứ bằng văn bản của quyết định.");
        }
        var choice = byHand(code, lead, null, basis);
        events.add(code, clock.instant(), "competence-settled", actor.current(), office, basis, null);
        limits.end(code, "settle", office);
        return choice;
    }

    /**
     * A co-handling agency returned its part: a coordinator names another one, or says why none is needed. The lead goes on
     * meanwhile and reads what became of it.
     *
     * @return the agency to be engaged now; empty: none
     */
    public Optional<String> reassignCoHandling(
            String code, String returnedBy, String decision, String agency, String basis, String dropReason) {
        var now = clock.instant();
        if ("drop".equals(decision)) {
            if (dropReason == null || dropReason.isBlank()) {
                throw new BusinessRefusal("dropReason", "Ghi lý do không cần phối hợp nữa.");
            }
            endReassigning(code);
            events.add(code, now, "co-handling-dropped", actor.current(), returnedBy, dropReason, null);
            return Optional.empty();
        }
        if (!"another".equals(decision)) {
            throw new BusinessRefusal("outcome", "Chọn mời cơ quan khác hoặc không cần phối hợp nữa.");
        }
        if (agency == null || agency.isBlank() || agency.contains(",")) {
            throw new BusinessRefusal("coordinatingAgency", "Chọn một cơ quan phối hợp.");
        }
        var petition = petitions.get(code);
        var named = agencyChoice.one(
                "coordinatingAgency",
                agency,
                petition.areaCode(),
                now.atZone(OFFICE).toLocalDate());
        // While 1022 checks its answer the lead has nothing to do, but the case is its own.
        var leads = named.equals(petition.leadAgency()) && petition.state() != PetitionState.CHUYEN_TRA;
        if (leads || atWork(code).contains(named)) {
            throw new BusinessRefusal(
                    "coordinatingAgency", nameOn(now, named) + " đang xử lý hồ sơ này; chọn cơ quan khác.");
        }
        endReassigning(code);
        events.add(
                code,
                now,
                "co-handling-reassigned",
                actor.current(),
                returnedBy,
                "Mời " + nameOn(now, named) + " phối hợp" + reason(basis),
                null);
        return Optional.of(named);
    }

    /** Two agencies may have returned their parts; the limit of deciding about them ends with the last. */
    private void endReassigning(String code) {
        if (process.waitingAt(code, "userTask_reassignCoHandling") < 2) {
            limits.end(code, "reassign", "");
        }
    }

    /** An agency gets the petition; its acceptance window starts inside the handling limit, not on top of it. */
    public Due handOver(String code, String agency, boolean lead, Limit accept, String urgency, String basis) {
        var now = clock.instant();
        if (lead) { // a co-handling agency that joins meanwhile is no answer to who leads
            limits.end(code, "forward", "");
        }
        handlings.open(code, agency, lead, basis == null ? "" : basis, now);
        if (lead) {
            petitions.assigned(code, agency, PetitionState.CHO_CO_QUAN);
        }
        var name = nameOn(now, agency);
        events.add(
                code,
                now,
                "assigned",
                Actor.SYSTEM,
                agency,
                (lead ? "Chuyển cơ quan chủ trì " : "Chuyển cơ quan phối hợp ") + name + reason(basis),
                lead ? "Đã chuyển đến " + name : null);
        return limits.start(code, "accept", agency, Allowance.of(accept, "Giả định A-05"), urgency);
    }

    /** The agencies named for a case as they are today: a reopened case may have been with one that is no more (Giả định A-17). */
    public AgencyChoice.Choice today(String lead, String coordinating, String areaCode) {
        return agencyChoice.fromTable(lead, coordinating, areaCode, clock.instant());
    }

    /**
     * Who has to revise an answer in the place of an agency that is no more (Giả định A-17).
     *
     * @return empty if the agency is still there, or if nobody or several could follow: then the daily hand-over decides
     */
    public Optional<String> heirOf(String code, String agency) {
        var heir = agencyChoice.today(agency, clock.instant()).filter(today -> !today.equals(agency));
        heir.filter(atWork(code)::contains).ifPresent(working -> process.endCoHandling(code, working));
        return heir;
    }

    /** The agency's answer needs another look: it goes on where it had stopped, without a new acceptance window. */
    public void handBack(String code, String agency) {
        var now = clock.instant();
        handlings.open(code, agency, true, "Sửa trả lời theo yêu cầu của Tổng đài 1022", now);
        handlings.accepted(code, agency, now);
    }

    /** An urgent case is to be made safe long before it is answered (Giả định A-06). */
    public void startMakingSafe(String code, String agency, Limit limit, String urgency) {
        limits.start(code, "safe", agency, Allowance.of(limit, "Giả định A-06"), urgency);
    }

    /** Who works on the petition at the moment, and as what, for whoever names more. */
    public String atWorkOn(String code) {
        return handlings.of(code).stream()
                .filter(handling -> handling.endedAt() == null)
                .map(handling -> nameOn(handling.assignedAt(), handling.agency())
                        + (handling.lead() ? " (chủ trì, " : " (phối hợp, ")
                        + words.of("handling", handling.state().name()).toLowerCase(Locale.ROOT)
                        + ")")
                .collect(Collectors.joining("\n"));
    }

    private Set<String> atWork(String code) {
        return handlings.of(code).stream()
                .filter(handling -> handling.endedAt() == null)
                .map(Handlings.Handling::agency)
                .collect(Collectors.toSet());
    }

    /** Why a co-handling agency returned its part, last. */
    public String returnOf(String code, String agency) {
        return handlings.of(code).stream()
                .filter(handling -> handling.agency().equals(agency) && handling.returnReason() != null)
                .reduce((earlier, later) -> later)
                .map(handling -> nameOn(handling.assignedAt(), agency) + ": " + handling.returnReason())
                .orElse("");
    }

    /** Who returned the petition and why, for whoever decides next. */
    public String returnsOf(String code) {
        return handlings.of(code).stream()
                .filter(handling -> handling.lead() && handling.returnReason() != null)
                .map(handling -> nameOn(handling.assignedAt(), handling.agency()) + ": " + handling.returnReason())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("\n"), text -> PetitionText.upTo(LONGEST_SHOWN, text)));
    }

    private String nameOn(Instant at, String agency) {
        return agencyChoice.nameOf(agency, at.atZone(OFFICE).toLocalDate());
    }

    private static String reason(String basis) {
        return basis == null || basis.isBlank() ? "" : ": " + basis;
    }
}
