package vn.haiphong.hotline1022.application.receive;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.Attachments.Attachment;
import vn.haiphong.hotline1022.application.port.Attachments.Part;
import vn.haiphong.hotline1022.application.port.Attachments.Purpose;
import vn.haiphong.hotline1022.application.port.CheckedFile;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** The sender adds pictures while somebody can still use them (Giả định A-51); each addition stands in the case's history. */
@Service
public class AddFiles {

    private final Petitions petitions;
    private final Attachments attachments;
    private final PetitionEvents events;
    private final Clock clock;
    private final int mostInAll;

    AddFiles(
            Petitions petitions,
            Attachments attachments,
            PetitionEvents events,
            Clock clock,
            @Value("${hotline.files.most-of-sender}") int mostInAll) {
        this.petitions = petitions;
        this.attachments = attachments;
        this.events = events;
        this.clock = clock;
        this.mostInAll = mostInAll;
    }

    private static boolean takesFiles(PetitionState state) {
        return !state.isClosed() && state != PetitionState.DA_TRA_LOI;
    }

    /** Asked before the files are read: a stranger's are not. @return false if the full key is not this petition's */
    public boolean mayAdd(String code, String key) {
        return petitions.findWithTrackingKey(code, key).isPresent();
    }

    /** @return false if the full key is not this petition's */
    @Transactional
    public boolean bySender(String code, String key, List<CheckedFile> files) {
        if (!mayAdd(code, key)) {
            return false;
        }
        var petition = petitions.findToChange(code).orElseThrow(); // two at once count one after the other
        if (!takesFiles(petition.state())) {
            throw new BusinessRefusal(
                    "files",
                    "Phản ánh này đã có trả lời hoặc đã kết thúc; hãy gửi tệp cùng lời nhắn hoặc cùng đánh giá chưa hài lòng.");
        }
        if (files.isEmpty()) {
            throw new BusinessRefusal("files", "Vui lòng chọn ít nhất một tệp.");
        }
        added(petition, files);
        return true;
    }

    /**
     * They show what a message or a bad rating says, at any time: whoever reads the words sees them in the case.
     *
     * @param words takes the words; what refuses either refuses both
     * @return what became of the words; false, too, if there are files and the full key is not this petition's
     */
    @Transactional
    public boolean withWords(String code, String key, List<CheckedFile> files, BooleanSupplier words) {
        if (files.isEmpty()) {
            return words.getAsBoolean();
        }
        if (!mayAdd(code, key)) {
            return false;
        }
        var petition = petitions.findToChange(code).orElseThrow();
        var taken = words.getAsBoolean();
        if (taken) {
            added(petition, files); // what refuses the files takes the words back with them
        }
        return taken;
    }

    private void added(Petition petition, List<CheckedFile> files) {
        var code = petition.code();
        if (petition.confidential()) {
            throw new BusinessRefusal("files", "Phản ánh này được giữ kín, không nhận thêm tệp trên trang này.");
        }
        var before = attachments.of(code).stream()
                .filter(file -> Actor.CITIZEN.equals(file.addedBy()))
                .toList();
        // A page that is loaded again sends its files again.
        var fresh = files.stream()
                .filter(file -> before.stream().noneMatch(known -> isSame(known, file)))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        if (before.size() + fresh.size() > mostInAll) {
            throw new BusinessRefusal(
                    "files", "Mỗi phản ánh nhận tối đa " + mostInAll + " tệp; đã có " + before.size() + " tệp.");
        }
        var now = clock.instant();
        fresh.forEach(file -> attachments.add(code, file, Purpose.sent, Actor.CITIZEN, null, now));
        var names = fresh.stream().map(CheckedFile::name).toList();
        events.add(
                code,
                now,
                "files-added",
                Actor.CITIZEN,
                null,
                String.join(", ", names),
                "Bạn đã gửi thêm " + fresh.size() + " tệp");
    }

    private boolean isSame(Attachment known, CheckedFile file) {
        return known.name().equals(file.name())
                && known.size() == file.bytes().length
                && attachments
                        .bytes(known.id(), Part.bytes)
                        .filter(bytes -> Arrays.equals(bytes, file.bytes()))
                        .isPresent();
    }
}
