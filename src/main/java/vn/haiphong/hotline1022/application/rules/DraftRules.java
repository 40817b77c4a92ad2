package vn.haiphong.hotline1022.application.rules;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.port.RuleProcess;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** Soạn thay đổi bảng (Giả định A-42): a draft changes nothing but itself, and nobody's work in it is lost. */
@Service
public class DraftRules {

    static final int LONGEST_REASON = 1000;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.OFFICE);

    private final RuleChanges changes;
    private final RuleTables tables;
    private final RuleProcess process;
    private final TableFiles files;
    private final Colleagues colleagues;
    private final Actor actor;
    private final Clock clock;

    DraftRules(
            RuleChanges changes,
            RuleTables tables,
            RuleProcess process,
            TableFiles files,
            Colleagues colleagues,
            Actor actor,
            Clock clock) {
        this.changes = changes;
        this.tables = tables;
        this.process = process;
        this.files = files;
        this.colleagues = colleagues;
        this.actor = actor;
        this.clock = clock;
    }

    /** A draft that begins as the table in force. */
    @Transactional
    public long open(String tableKey, String reason) {
        var base = tables.inForce(tableKey).orElseThrow(() -> new BusinessRefusal("table", "Không có bảng này."));
        return open(base, base.version(), reason);
    }

    /** A draft that begins as the table was in an earlier version; it replaces what is in force. */
    @Transactional
    public long openFrom(String tableKey, int version, String reason) {
        var base = tables.inForce(tableKey).orElseThrow(() -> new BusinessRefusal("table", "Không có bảng này."));
        return open(base, version, reason);
    }

    private long open(RuleTables.Version base, int version, String reason) {
        var dmn = tables.dmn(base.key(), version)
                .orElseThrow(() -> new BusinessRefusal("version", "Bảng không có phiên bản " + version + "."));
        var now = clock.instant();
        var who = actor.current();
        var id = changes.open(base.key(), base.name(), base.version(), dmn, reason(reason), who, now, null);
        changes.add(id, now, who, "opened", "Soạn từ phiên bản " + version);
        return id;
    }

    /** What somebody made of this draft, as a change of its own: nobody's work is in the other's way. */
    @Transactional
    public long openBeside(long id, String dmn, String reason) {
        var change = find(id);
        check(change, dmn);
        var now = clock.instant();
        var who = actor.current();
        var own = changes.open(
                change.tableKey(), change.tableName(), change.baseVersion(), dmn, reason(reason), who, now, null);
        changes.add(own, now, who, "opened", "Tách từ " + change.code());
        return own;
    }

    /**
     * @param revision the one that was read before it was changed
     * @return the revision it has become
     * @throws BusinessRefusal if somebody else has saved since, if it is no draft any more, or if it is no table of this name
     */
    @Transactional
    public int save(long id, int revision, String dmn, String reason) {
        var change = draft(id);
        check(change, dmn);
        if (!changes.save(id, revision, dmn, change.baseVersion(), reason(reason), actor.current(), clock.instant())) {
            throw overtaken(id);
        }
        return revision + 1;
    }

    /**
     * Takes what has become of the table since the draft was opened as its new base, as it stands in the draft now.
     *
     * @param dmn the draft joined with the table in force
     */
    @Transactional
    public int rebase(long id, int revision, String dmn, int onto) {
        var change = draft(id);
        check(change, dmn);
        if (!changes.save(id, revision, dmn, onto, change.reason(), actor.current(), clock.instant())) {
            throw overtaken(id);
        }
        changes.add(
                id, clock.instant(), actor.current(), "rebased", "Ghép với phiên bản " + onto + " đang có hiệu lực");
        return revision + 1;
    }

    /** Laid aside, by anybody who may draft; what was proposed or approved comes back before it takes effect. */
    @Transactional
    public void withdraw(long id) {
        var change = find(id);
        var waiting = change.state() == State.proposed || change.state() == State.approved;
        if (change.state() != State.draft && !waiting) {
            throw new BusinessRefusal("state", "Thay đổi này không còn rút được nữa.");
        }
        if (!changes.move(id, change.state(), State.withdrawn)) {
            throw overtaken(id);
        }
        changes.add(id, clock.instant(), actor.current(), "withdrawn", "Rút thay đổi");
        if (waiting) {
            process.withdrawn(change);
        }
    }

    public Change find(long id) {
        return changes.find(id).orElseThrow(() -> new ListRules.NoSuchRules("BQĐ-" + id));
    }

    private Change draft(long id) {
        var change = find(id);
        if (change.state() != State.draft) {
            throw new BusinessRefusal(
                    "state", "Thay đổi này đã trình, không sửa được nữa. Rút lại hoặc soạn thay đổi mới.");
        }
        return change;
    }

    /** What is in its cells is looked at when it is checked; here it must be this table at all. */
    private void check(Change change, String dmn) {
        var key = files.read(dmn).key();
        if (!key.equals(change.tableKey())) {
            throw new BusinessRefusal(
                    "dmn", "Tệp là bảng “" + key + "”, thay đổi này là của bảng “" + change.tableKey() + "”.");
        }
    }

    private BusinessRefusal overtaken(long id) {
        var now = find(id);
        return new BusinessRefusal(
                "revision",
                now.state() == State.draft
                        ? colleagues.nameOf(now.changedBy()) + " đã lưu bản khác lúc " + WHEN.format(now.changedAt())
                                + ". Bản của bạn chưa lưu và vẫn ở trên màn hình; mở bản mới ở tab khác để so, hoặc lưu bản của bạn"
                                + " thành thay đổi riêng."
                        : "Thay đổi này vừa chuyển sang bước khác.");
    }

    static String reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new BusinessRefusal("reason", "Ghi lý do thay đổi: văn bản, đề nghị nào.");
        }
        if (reason.length() > LONGEST_REASON || !PetitionText.isReadable(reason)) {
            throw new BusinessRefusal("reason", "Lý do tối đa " + LONGEST_REASON + " ký tự, chữ đọc được.");
        }
        return reason.strip();
    }
}
