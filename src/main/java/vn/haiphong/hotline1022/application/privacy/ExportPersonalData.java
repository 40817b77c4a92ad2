package vn.haiphong.hotline1022.application.privacy;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.DataRequests;
import vn.haiphong.hotline1022.application.port.DataRequests.Kind;
import vn.haiphong.hotline1022.application.port.DataRequests.State;
import vn.haiphong.hotline1022.application.port.PersonalData;
import vn.haiphong.hotline1022.application.port.PersonalFiles.Dossier;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Hands out all that is kept about a person, once two people of the staff have said so. */
@Service
public class ExportPersonalData {

    private final HandleDataRequests handle;
    private final DataRequests requests;
    private final PersonalData data;
    private final FindPerson findPerson;
    private final Clock clock;

    ExportPersonalData(
            HandleDataRequests handle, DataRequests requests, PersonalData data, FindPerson findPerson, Clock clock) {
        this.handle = handle;
        this.requests = requests;
        this.data = data;
        this.findPerson = findPerson;
        this.clock = clock;
    }

    @Transactional
    public Dossier of(long id) {
        var request = handle.find(id);
        if (request.kind() != Kind.export || request.state() != State.approved && request.state() != State.done) {
            throw new BusinessRefusal("state", "Yêu cầu này chưa được duyệt để xuất dữ liệu.");
        }
        findPerson.looked(request.codes(), "export");
        var rows = data.rows(request.codes(), request.person());
        requests.carriedOut(id, State.done, request.counts(), false, clock.instant());
        return new Dossier(id, clock.instant(), request.codes(), rows);
    }
}
