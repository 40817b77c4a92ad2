package vn.haiphong.hotline1022.application.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.PersonalData;
import vn.haiphong.hotline1022.application.port.PersonalData.Case;
import vn.haiphong.hotline1022.application.port.PersonalData.Person;
import vn.haiphong.hotline1022.application.port.PersonalReads;
import vn.haiphong.hotline1022.application.port.PersonalReads.Data;
import vn.haiphong.hotline1022.application.receive.Telephones;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** The cases of a person and what an erasure would take from them; that somebody looked is kept like any look. */
@Service
public class FindPerson {

    private final PersonalData data;
    private final PersonalReads reads;
    private final Actor actor;
    private final Clock clock;

    FindPerson(PersonalData data, PersonalReads reads, Actor actor, Clock clock) {
        this.data = data;
        this.reads = reads;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param counts rows by table */
    public record Found(Person person, List<Case> cases, Map<String, Long> counts) {

        public List<String> codes() {
            return cases.stream().map(Case::code).toList();
        }
    }

    /** @throws BusinessRefusal if neither telephone nor address says who it is */
    @Transactional
    public Found by(String name, String phone, String email) {
        var person = person(name, phone, email);
        var cases = data.casesOf(person);
        var found = new Found(
                person, cases, data.counts(cases.stream().map(Case::code).toList(), person));
        looked(found.codes(), "person");
        return found;
    }

    /** Where the person still stands, by column; nothing of the content. */
    @Transactional
    public Map<String, Long> traces(String name, String phone, String email) {
        return data.search(person(name, phone, email));
    }

    void looked(List<String> codes, String door) {
        reads.add(codes, actor.current(), clock.instant(), door, Data.CONTACT);
    }

    static Person person(String name, String phone, String email) {
        var telephone = given(phone)
                ? Telephones.written(phone)
                        .orElseThrow(() -> new BusinessRefusal("phone", "Số điện thoại chưa đúng; ví dụ 0912345678."))
                : null;
        var address = given(email) ? email.strip() : null;
        if (telephone == null && address == null) {
            throw new BusinessRefusal("phone", "Cần số điện thoại hoặc thư điện tử; chỉ có tên thì chưa biết là ai.");
        }
        return new Person(given(name) ? name.strip() : null, telephone, address);
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
