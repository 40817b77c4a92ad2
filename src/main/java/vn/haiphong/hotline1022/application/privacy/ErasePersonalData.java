package vn.haiphong.hotline1022.application.privacy;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.DataRequests;
import vn.haiphong.hotline1022.application.port.DataRequests.Kind;
import vn.haiphong.hotline1022.application.port.DataRequests.State;
import vn.haiphong.hotline1022.application.port.PersonalData;
import vn.haiphong.hotline1022.application.port.PersonalData.Case;
import vn.haiphong.hotline1022.application.port.PersonalData.Person;
import vn.haiphong.hotline1022.application.port.PersonalData.Purpose;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * Takes a person out of the register and the engine once two people of the staff have said so. What is needed to answer for the
 * office's work stays: codes, times, limits, figures, and what the office wrote, without the person. A case under way is
 * erased when it has ended.
 */
@Service
public class ErasePersonalData {

    private final DataRequests requests;
    private final PersonalData data;
    private final PetitionEvents events;
    private final Clock clock;

    ErasePersonalData(DataRequests requests, PersonalData data, PetitionEvents events, Clock clock) {
        this.requests = requests;
        this.data = data;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param counts rows changed or deleted, by table
     * @param open cases under way, which wait
     * @param traces where the person is still found, by column; only looked for once nothing waits
     */
    public record Outcome(Map<String, Long> counts, List<String> open, Map<String, Long> traces) {

        static final Outcome NOTHING = new Outcome(Map.of(), List.of(), Map.of());
    }

    /** What of an approved erasure can be done now; a second time goes on where cases have ended since. */
    @Transactional
    public Outcome carryOut(long id) {
        var request = requests.findToDecide(id).orElseThrow(() -> new NoSuchElementException("No request " + id));
        if (request.kind() != Kind.erasure || request.state() != State.approved && request.state() != State.waiting) {
            throw new BusinessRefusal("state", "Yêu cầu này không chờ xóa.");
        }
        var now = clock.instant();
        var cases = data.cases(request.codes());
        var open = cases.stream().filter(Case::open).map(Case::code).toList();
        var ended = cases.stream()
                .filter(one -> !one.open() && one.erasedAt() == null)
                .map(Case::code)
                .toList();
        var counts = new TreeMap<>(request.counts());
        var people = new LinkedHashSet<>(data.sendersOf(ended)); // as they are written there
        people.add(request.person());
        if (!ended.isEmpty()) {
            data.erase(ended, request.person(), Purpose.request, now)
                    .forEach((table, rows) -> counts.merge(table, rows, Long::sum));
            ended.forEach(code -> events.add(
                    code,
                    now,
                    "erased",
                    Actor.SYSTEM,
                    null,
                    "Xóa dữ liệu cá nhân theo yêu cầu số " + id,
                    "Dữ liệu cá nhân đã được xóa theo yêu cầu"));
        }
        requests.carriedOut(id, open.isEmpty() ? State.done : State.waiting, counts, open.isEmpty(), now);
        return new Outcome(counts, open, open.isEmpty() ? tracesOf(people) : Map.of());
    }

    private Map<String, Long> tracesOf(Set<Person> people) {
        var traces = new TreeMap<String, Long>();
        people.forEach(person -> data.search(person).forEach((column, rows) -> traces.merge(column, rows, Math::max)));
        return traces;
    }

    /** Approved ones that can go on, since one of their cases has ended. */
    public List<Long> ready() {
        return requests.waiting().stream()
                .filter(request ->
                        data.cases(request.codes()).stream().anyMatch(one -> !one.open() && one.erasedAt() == null))
                .map(DataRequests.Request::id)
                .toList();
    }
}
