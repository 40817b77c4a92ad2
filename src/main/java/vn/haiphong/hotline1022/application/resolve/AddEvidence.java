package vn.haiphong.hotline1022.application.resolve;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.Attachments.Purpose;
import vn.haiphong.hotline1022.application.port.CaseWork;
import vn.haiphong.hotline1022.application.port.CheckedFile;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * Whoever works on a case adds what shows it: an agency how it found and left the place (Giả định A-50), 1022 what it was
 * sent by other ways. Nobody else, and nobody in another agency's name.
 */
@Service
public class AddEvidence {

    private static final Set<String> OPERATION_CENTRE = Set.of("operators", "coordinators");

    private final CaseWork work;
    private final Petitions petitions;
    private final Attachments attachments;
    private final PetitionEvents events;
    private final Actor actor;
    private final Clock clock;
    private final int mostInAll;

    AddEvidence(
            CaseWork work,
            Petitions petitions,
            Attachments attachments,
            PetitionEvents events,
            Actor actor,
            Clock clock,
            @Value("${hotline.files.most-of-agency}") int mostInAll) {
        this.work = work;
        this.petitions = petitions;
        this.attachments = attachments;
        this.events = events;
        this.actor = actor;
        this.clock = clock;
        this.mostInAll = mostInAll;
    }

    /** Asked before the files are read. */
    public boolean mayAdd(String code) {
        return inWhoseName(code).isPresent();
    }

    /**
     * @param shows before or after the work; what 1022 adds is neither
     * @return false if this person has nothing to do in such a case
     */
    @Transactional
    public boolean to(String code, List<CheckedFile> files, String shows) {
        var name = inWhoseName(code);
        if (name.isEmpty()) {
            return false;
        }
        var agency = name.get().isEmpty() ? null : name.get();
        var purpose = agency == null ? Purpose.sent : purpose(shows);
        if (files.isEmpty()) {
            throw new BusinessRefusal("files", "Chọn ít nhất một tệp.");
        }
        petitions.findToChange(code).orElseThrow();
        var before = attachments.of(code).stream()
                .filter(file -> !Actor.CITIZEN.equals(file.addedBy()))
                .filter(file -> java.util.Objects.equals(agency, file.agency()))
                .count();
        if (before + files.size() > mostInAll) {
            throw new BusinessRefusal(
                    "files", "Mỗi cơ quan thêm tối đa " + mostInAll + " tệp vào một hồ sơ; đã có " + before + " tệp.");
        }
        var now = clock.instant();
        var person = actor.current();
        files.forEach(file -> attachments.add(code, file, purpose, person, agency, now));
        events.add(code, now, "evidence-" + purpose, person, agency, names(files), null);
        return true;
    }

    private static String names(List<CheckedFile> files) {
        return String.join(", ", files.stream().map(CheckedFile::name).toList());
    }

    private static Purpose purpose(String shows) {
        if ("before".equals(shows)) {
            return Purpose.before;
        }
        if (shows == null || shows.isBlank() || "after".equals(shows)) {
            return Purpose.after;
        }
        throw new BusinessRefusal("shows", "Chọn ảnh trước khi xử lý (before) hoặc sau khi xử lý (after).");
    }

    /** @return the agency, "" for 1022, empty: nobody's */
    private Optional<String> inWhoseName(String code) {
        var desk = work.in(code);
        var agency = desk.agencies().stream()
                .filter(desk.groups()::contains)
                .sorted()
                .findFirst();
        if (agency.isPresent()) {
            return agency;
        }
        return !desk.agencies().isEmpty() && desk.groups().stream().anyMatch(OPERATION_CENTRE::contains)
                ? Optional.of("")
                : Optional.empty();
    }
}
