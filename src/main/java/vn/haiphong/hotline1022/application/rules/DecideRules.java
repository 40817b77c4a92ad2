package vn.haiphong.hotline1022.application.rules;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Duyệt thay đổi bảng (Giả định A-42): by somebody who has written nothing in it. */
@Service
public class DecideRules {

    private final RuleChanges changes;
    private final Actor actor;
    private final Clock clock;

    DecideRules(RuleChanges changes, Actor actor, Clock clock) {
        this.changes = changes;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param approved null: the decision is missing
     * @param note why not; required when it goes back
     * @throws BusinessRefusal if the person is one of its authors, or if somebody has decided already
     */
    @Transactional
    public void decide(long id, Boolean approved, String note) {
        var who = actor.current();
        if (approved == null) {
            throw new BusinessRefusal("approved", "Chọn duyệt hoặc trả lại.");
        }
        if (changes.editors(id).contains(who) || who.equals(Actor.SYSTEM)) {
            throw new BusinessRefusal(
                    "approved", "Bạn đã tham gia soạn thay đổi này; người khác phải duyệt (Giả định A-42).");
        }
        if (!approved && (note == null || note.isBlank())) {
            throw new BusinessRefusal("sendBackReason", "Ghi lý do trả lại để người soạn sửa.");
        }
        if (!changes.decide(id, approved ? State.approved : State.draft, who, note, clock.instant())) {
            throw new BusinessRefusal("approved", "Thay đổi này không còn chờ duyệt.");
        }
        changes.add(
                id,
                clock.instant(),
                who,
                approved ? "approved" : "returned",
                approved ? "Duyệt" + (note == null || note.isBlank() ? "" : ": " + note) : "Trả lại: " + note);
    }
}
