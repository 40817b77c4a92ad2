package vn.haiphong.hotline1022.application.rules;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.AgencyAccess;
import vn.haiphong.hotline1022.application.port.DirectoryChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/** Its versions are counted by its changes; rows carry their own days. */
@Component
class OwnedDirectory implements Owned {

    private final RuleChanges changes;
    private final DirectoryChanges directory;
    private final AgencyAccess access;
    private final Clock clock;

    OwnedDirectory(RuleChanges changes, DirectoryChanges directory, AgencyAccess access, Clock clock) {
        this.changes = changes;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public boolean owns(String key) {
        return ChangeDirectory.KEY.equals(key);
    }

    @Override
    public int version(String key) {
        return changes.of(key).stream()
                .filter(change -> change.version() != null)
                .mapToInt(Change::version)
                .max()
                .orElse(0);
    }

    @Override
    public int putInForce(Change change) {
        var wanted = directory.read(change.dmn());
        directory.apply(change.id(), wanted);
        access.establish();
        return version(change.tableKey()) + 1;
    }

    @Override
    public String textBefore(Change change) {
        return change.dmn();
    }

    @Override
    public int takeBack(Change change, String code) {
        var today = clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate();
        if (!today.isBefore(directory.read(change.dmn()).from())) {
            throw new BusinessRefusal(
                    "change", "Ngày hiệu lực đã đến, hồ sơ đã bàn giao; hãy nhập thay đổi mới thay vì quay lại.");
        }
        directory.takeBack(change.id());
        return version(change.tableKey()) + 1;
    }
}
