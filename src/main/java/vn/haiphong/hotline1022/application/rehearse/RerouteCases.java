package vn.haiphong.hotline1022.application.rehearse;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.classify.Votes;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Handlings;
import vn.haiphong.hotline1022.application.port.Handlings.Handling;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.RehearsedPetitions;
import vn.haiphong.hotline1022.application.port.RehearsedPetitions.Seen;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/**
 * Hồ sơ đang mở sau khi bảng thay đổi (Giả định A-45): what runs keeps what was decided. What would go to another agency now is
 * listed; a person decides about each, and only where the agency has not begun.
 */
@Service
public class RerouteCases {

    private static final int MOST = 500;
    private static final int LONGEST_REASON = 500;

    private final RuleChanges changes;
    private final RehearsedPetitions petitions;
    private final TwoVersions.Maker versions;
    private final Handlings handlings;
    private final AgencyChoice agencies;
    private final PetitionProcess process;
    private final PetitionEvents events;
    private final Actor actor;
    private final Clock clock;

    RerouteCases(
            RuleChanges changes,
            RehearsedPetitions petitions,
            TwoVersions.Maker versions,
            Handlings handlings,
            AgencyChoice agencies,
            PetitionProcess process,
            PetitionEvents events,
            Actor actor,
            Clock clock) {
        this.changes = changes;
        this.petitions = petitions;
        this.versions = versions;
        this.handlings = handlings;
        this.agencies = agencies;
        this.process = process;
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param confidential nothing but its code is shown
     * @param now whom it is with
     * @param then whom the changed table names
     * @param begun why it stays where it is; null: it may be moved
     */
    public record Elsewhere(
            String code,
            boolean confidential,
            Instant receivedAt,
            String now,
            String nowName,
            String then,
            String thenName,
            String begun) {}

    /** @param all how many there are; the list may end before */
    public record Elsewheres(long all, List<Elsewhere> cases) {}

    /** Open cases that the change would send to another agency than they are with. */
    public Elsewheres of(Change change) {
        if (change.state() != State.in_force || change.rollsBack() != null) {
            return new Elsewheres(0, List.of());
        }
        var found = targets(change);
        var cases = new ArrayList<Elsewhere>();
        var atWork = handlings
                .openOf(found.keySet().stream().map(Seen::lead).distinct().toList())
                .stream()
                .filter(Handling::lead)
                .collect(Collectors.toMap(Handling::petitionCode, handling -> handling, (one, other) -> one));
        for (var target : found.entrySet()) {
            if (cases.size() == MOST) {
                break;
            }
            var petition = target.getKey();
            var day = clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate();
            cases.add(new Elsewhere(
                    petition.code(),
                    petition.confidential(),
                    petition.receivedAt(),
                    petition.lead(),
                    agencies.nameOf(petition.lead(), day),
                    target.getValue(),
                    agencies.nameOf(target.getValue(), day),
                    begun(atWork.get(petition.code()))));
        }
        return new Elsewheres(found.size(), cases);
    }

    private Map<Seen, String> targets(Change change) {
        var two = versions.of(change.tableKey(), change.baseVersion(), change.dmn());
        var asking = two.asking();
        var today = clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate();
        var found = new LinkedHashMap<Seen, String>();
        petitions.eachWithAnAgency(petition -> {
            var facts = Facts.of(petition, two.agencies()).on(today);
            var before = asking.before(facts);
            var decided = decided(petition, before);
            var was = decided == null ? before : asking.decided(facts, decided, false);
            var is = decided == null ? asking.after(facts, before) : asking.decided(facts, decided, true);
            if (is.fault() == null
                    && !is.lead().isEmpty()
                    && !is.lead().equals(was.lead())
                    && !is.lead().equals(petition.lead())) {
                found.put(petition.withoutText(), is.lead());
            }
        });
        return found;
    }

    /** What a person decided otherwise than the table had proposed stays; null: as it was proposed. */
    private static Votes.Proposal decided(Seen petition, Outcome before) {
        var asProposed = petition.field() == null
                || petition.field().equals(before.field()) && before.category().equals(petition.category());
        return asProposed
                ? null
                : new Votes.Proposal(petition.field(), petition.category(), petition.kind(), petition.urgency(), "");
    }

    private static String begun(Handling lead) {
        return lead == null
                ? "chưa ở cơ quan nào"
                : lead.state() == Handlings.State.CHO_NHAN ? null : "cơ quan đã nhận, đang xử lý";
    }

    private Handling lead(String code) {
        return handlings.of(code).stream()
                .filter(handling -> handling.lead() && handling.endedAt() == null)
                .findFirst()
                .orElse(null);
    }

    /**
     * Hands one case over to the agency the changed table names.
     *
     * @param to as {@link #of} named it
     * @throws BusinessRefusal if its agency has begun
     */
    @Transactional
    public void reroute(long changeId, String code, String to, String reason) {
        var change = changes.find(changeId)
                .filter(found -> found.state() == State.in_force)
                .orElseThrow(() -> new BusinessRefusal("change", "Thay đổi này không có hiệu lực."));
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new BusinessRefusal("reason", "Ghi lý do chuyển, tối đa " + LONGEST_REASON + " ký tự.");
        }
        var lead = lead(code);
        var begun = begun(lead);
        if (begun != null) {
            throw new BusinessRefusal("code", code + ": " + begun + ", không chuyển được.");
        }
        var now = clock.instant();
        var day = now.atZone(WorkingCalendar.OFFICE).toLocalDate();
        var target = agencies.one("agency", to, null, day);
        var from = lead.agency();
        if (target.equals(from)) {
            throw new BusinessRefusal("agency", code + " đã ở cơ quan này.");
        }
        var basis = "Bảng thay đổi (" + change.code() + "): " + reason.strip();
        events.add(
                code,
                now,
                "rerouted",
                actor.current(),
                from,
                "Chuyển từ " + agencies.nameOf(from, day) + " sang " + agencies.nameOf(target, day) + ". " + basis,
                null);
        changes.add(
                changeId,
                now,
                actor.current(),
                "rerouted",
                code + ": " + from + " → " + target + ". " + reason.strip());
        process.reroute(code, from, target, basis);
    }
}
