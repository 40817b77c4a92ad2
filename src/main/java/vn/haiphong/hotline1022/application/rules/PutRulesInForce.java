package vn.haiphong.hotline1022.application.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.port.RuleProcess;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * Áp dụng bảng đã duyệt, quay lại bảng trước (Giả định A-42). What was approved becomes the next version of the table in the
 * same transaction in which the change is noted as in force: a node may die at any moment, it happens once.
 */
@Service
public class PutRulesInForce {

    private final RuleChanges changes;
    private final List<Owned> owned;
    private final RuleProcess process;
    private final Actor actor;
    private final Clock clock;
    private final Duration watch;

    PutRulesInForce(
            RuleChanges changes,
            List<Owned> owned,
            RuleProcess process,
            Actor actor,
            Clock clock,
            @Value("${hotline.rules.watch}") Duration watch) {
        this.changes = changes;
        this.owned = owned;
        this.process = process;
        this.actor = actor;
        this.clock = clock;
        this.watch = watch;
    }

    /**
     * @return until when it is watched; null if it went back to its authors, since the table is not what it was any more
     */
    @Transactional
    public Instant approved(long id) {
        var change = changes.find(id).orElseThrow();
        if (change.state() == State.in_force) {
            return change.watchedUntil();
        }
        var now = clock.instant();
        var owner = ownerOf(change);
        var current = owner.version(change.tableKey());
        if (current != change.baseVersion()) {
            changes.move(id, State.approved, State.draft);
            changes.add(
                    id,
                    now,
                    Actor.SYSTEM,
                    "outdated",
                    "Không áp dụng: bảng đã thành phiên bản " + current
                            + " sau khi trình, bản này soạn từ phiên bản " + change.baseVersion()
                            + ". Ghép lại rồi trình lại.");
            return null;
        }
        var until = now.plus(watch);
        var version = owner.putInForce(change);
        if (!changes.inForce(id, State.approved, version, now, until)) {
            throw new IllegalStateException("Change " + id + " is not approved any more");
        }
        changes.add(id, now, Actor.SYSTEM, "in_force", "Có hiệu lực, thành phiên bản " + version);
        return until;
    }

    /**
     * The table becomes at once what it was before this change; who may draft or approve may do so alone, since it was
     * approved before.
     *
     * @return the change that this is
     */
    @Transactional
    public long rollBack(long id, String reason) {
        var why = DraftRules.reason(reason);
        var change = changes.find(id).orElseThrow(() -> new BusinessRefusal("change", "Không có thay đổi này."));
        checkIsLast(change);
        var now = clock.instant();
        var who = actor.current();
        var owner = ownerOf(change);
        var rollback = changes.open(
                change.tableKey(),
                change.tableName(),
                change.version(),
                owner.textBefore(change),
                why,
                who,
                now,
                change.id());
        var version = owner.takeBack(change, "BQĐ-" + rollback);
        if (!changes.move(id, State.in_force, State.rolled_back)
                || !changes.inForce(rollback, State.draft, version, now, now)) {
            throw new BusinessRefusal("change", "Người khác vừa quay lại bảng này.");
        }
        changes.add(id, now, who, "rolled_back", "Quay lại bản trước: " + why);
        changes.add(
                rollback,
                now,
                who,
                "in_force",
                "Quay lại phiên bản " + change.baseVersion() + ", thành phiên bản " + version);
        process.rolledBack(change);
        return rollback;
    }

    private void checkIsLast(Change change) {
        if (change.state() != State.in_force || change.rollsBack() != null) {
            throw new BusinessRefusal("change", "Chỉ quay lại được từ một thay đổi đang có hiệu lực.");
        }
        var current = ownerOf(change).version(change.tableKey());
        if (current != change.version()) {
            throw new BusinessRefusal(
                    "change",
                    "Sau thay đổi này bảng đã thay đổi nữa (phiên bản " + current
                            + "); hãy quay lại từ thay đổi mới nhất.");
        }
    }

    private Owned ownerOf(Change change) {
        return owned.stream()
                .filter(one -> one.owns(change.tableKey()))
                .findFirst()
                .orElseThrow();
    }
}
