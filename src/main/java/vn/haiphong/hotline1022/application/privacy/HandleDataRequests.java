package vn.haiphong.hotline1022.application.privacy;

import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.DataRequests;
import vn.haiphong.hotline1022.application.port.DataRequests.Kind;
import vn.haiphong.hotline1022.application.port.DataRequests.Proposal;
import vn.haiphong.hotline1022.application.port.DataRequests.Request;
import vn.haiphong.hotline1022.application.port.DataRequests.State;
import vn.haiphong.hotline1022.application.port.PersonalData;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;
import vn.haiphong.hotline1022.domain.petition.TrackingKey;

/**
 * What a person asks about his data takes two of us (Giả định A-64): one recognises the person, by the key of a case or by calling
 * back, and proposes; another one approves.
 */
@Service
public class HandleDataRequests {

    private static final int LONGEST_NOTE = 1000;

    private final DataRequests requests;
    private final PersonalData data;
    private final Petitions petitions;
    private final FindPerson findPerson;
    private final ErasePersonalData erase;
    private final PetitionEvents events;
    private final PetitionProcess process;
    private final Actor actor;
    private final Clock clock;

    HandleDataRequests(
            DataRequests requests,
            PersonalData data,
            Petitions petitions,
            FindPerson findPerson,
            ErasePersonalData erase,
            PetitionEvents events,
            PetitionProcess process,
            Actor actor,
            Clock clock) {
        this.requests = requests;
        this.data = data;
        this.petitions = petitions;
        this.findPerson = findPerson;
        this.erase = erase;
        this.events = events;
        this.process = process;
        this.actor = actor;
        this.clock = clock;
    }

    public List<Request> latest(int most) {
        return requests.latest(most);
    }

    /** With the person it is about, so that it is a look like any other. */
    @Transactional
    public Request show(long id) {
        var request = find(id);
        if (request.person().phone() != null || request.person().email() != null) {
            findPerson.looked(request.codes(), "request");
        }
        return request;
    }

    public Request find(long id) {
        return requests.find(id).orElseThrow(() -> new NoSuchElementException("No request " + id));
    }

    public List<PersonalData.Case> casesOf(Request request) {
        return data.cases(request.codes());
    }

    /**
     * @param identified key, call-back
     * @param code of a case of the person, if recognised by its key
     * @return its number
     */
    @Transactional
    public long propose(
            Kind kind,
            String name,
            String phone,
            String email,
            String identified,
            String code,
            String key,
            String note) {
        var person = FindPerson.person(name, phone, email);
        var codes = data.casesOf(person).stream().map(PersonalData.Case::code).toList();
        if (kind == Kind.withdrawal || codes.isEmpty()) {
            throw new BusinessRefusal("phone", "Không có hồ sơ nào của số điện thoại hoặc thư điện tử này.");
        }
        var said = note(note);
        if ("key".equals(identified)) {
            var given = known(code);
            if (!codes.contains(given) || !isKeyOf(given, key)) {
                throw new BusinessRefusal("key", "Mã hoặc khóa tra cứu không phải của người này.");
            }
        } else if ("call-back".equals(identified)) {
            if (said.isEmpty()) {
                throw new BusinessRefusal("note", "Ghi đã gọi lại số nào, lúc nào, hỏi gì để nhận ra người này.");
            }
        } else {
            throw new BusinessRefusal("identified", "Chọn cách nhận ra người yêu cầu: khóa tra cứu hoặc gọi lại.");
        }
        var now = clock.instant();
        return requests.propose(
                kind,
                new Proposal("key".equals(identified) ? known(code) : null, person, identified, said, codes),
                actor.current(),
                now,
                now.plus(WithdrawConsent.LIMIT));
    }

    private static String known(String code) {
        return PetitionCode.parse(code).map(PetitionCode::value).orElse(code == null ? "" : code.strip());
    }

    /** The key of the receipt, not four digits of a telephone that the asker has named anyway. */
    private boolean isKeyOf(String code, String key) {
        return key != null && petitions.trackingKeyOf(code).equals(TrackingKey.typed(key));
    }

    /** @return what became of it, if something was erased */
    @Transactional
    public ErasePersonalData.Outcome decide(long id, boolean approved, String note) {
        var request = requests.findToDecide(id).orElseThrow(() -> new NoSuchElementException("No request " + id));
        var by = actor.current();
        if (request.state() != State.proposed) {
            throw new BusinessRefusal("state", "Yêu cầu này đã được quyết định.");
        }
        if (by.equals(request.proposedBy())) {
            throw new BusinessRefusal("state", "Người đề nghị không tự duyệt; cần người thứ hai.");
        }
        var said = note(note);
        if (!approved && said.isEmpty()) {
            throw new BusinessRefusal("note", "Ghi lý do không đồng ý; người yêu cầu được báo lý do này.");
        }
        requests.decided(id, approved ? State.approved : State.refused, by, said, clock.instant());
        if (!approved) {
            requests.carriedOut(id, State.refused, request.counts(), true, clock.instant());
            tell(
                    request,
                    "Tổng đài 1022 không thực hiện yêu cầu "
                            + (request.kind() == Kind.erasure ? "xóa" : "nhận một bản")
                            + " dữ liệu cá nhân của Quý vị. Lý do: "
                            + said);
            return ErasePersonalData.Outcome.NOTHING;
        }
        return request.kind() == Kind.erasure ? erase.carryOut(id) : ErasePersonalData.Outcome.NOTHING;
    }

    /**
     * Somebody of 1022 decides about a withdrawn consent: the data stay on another ground, or an erasure of this case is proposed.
     *
     * @return the number of the proposal; null if the data stay
     */
    @Transactional
    public Long settleWithdrawal(long id, boolean erases, String note) {
        var request = requests.findToDecide(id).orElseThrow(() -> new NoSuchElementException("No request " + id));
        if (request.kind() != Kind.withdrawal || request.state() != State.open) {
            throw new BusinessRefusal("state", "Việc rút đồng ý này đã được quyết định.");
        }
        var said = note(note);
        if (said.isEmpty()) {
            throw new BusinessRefusal("note", "Ghi căn cứ của quyết định; người gửi được báo điều này.");
        }
        var now = clock.instant();
        requests.decided(id, erases ? State.done : State.refused, actor.current(), said, now);
        if (!erases) {
            tell(
                    request,
                    "Quý vị đã rút đồng ý xử lý dữ liệu cá nhân. Tổng đài 1022 vẫn phải giữ dữ liệu của phản ánh này. Căn cứ: "
                            + said);
            return null;
        }
        tell(
                request,
                "Quý vị đã rút đồng ý xử lý dữ liệu cá nhân. Tổng đài 1022 đề nghị xóa dữ liệu của Quý vị trong phản ánh này;"
                        + " xóa rồi thì Tổng đài không trả lời hay liên hệ với Quý vị được nữa. Lý do: " + said);
        var sender = petitions.petitionerOf(request.petitionCode());
        return requests.propose(
                Kind.erasure,
                new Proposal(
                        request.petitionCode(),
                        new PersonalData.Person(sender.name(), sender.phone(), sender.email()),
                        "key",
                        "Rút đồng ý xử lý dữ liệu, yêu cầu số " + id,
                        List.of(request.petitionCode())),
                actor.current(),
                now,
                request.dueAt());
    }

    /** On the page of the case and by the way its sender is told everything; an erasure waits until that has gone out. */
    private void tell(Request request, String words) {
        var code = request.petitionCode() != null
                ? request.petitionCode()
                : request.codes().get(request.codes().size() - 1);
        events.add(code, clock.instant(), "data-decided", actor.current(), null, words, words);
        process.deliver(petitions.get(code), "data-decision", words);
    }

    private static String note(String given) {
        var said = given == null ? "" : given.strip();
        if (said.length() > LONGEST_NOTE) {
            throw new BusinessRefusal("note", "Tối đa " + LONGEST_NOTE + " ký tự.");
        }
        return said;
    }
}
