package vn.haiphong.hotline1022.application.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Retention;
import vn.haiphong.hotline1022.application.port.Retention.KeptClass;
import vn.haiphong.hotline1022.application.port.Retention.Run;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * When the time of keeping is over the words of a case go (Giả định ). One sees what is due and proposes, another
 * approves; then it goes a few cases at a time, each lot by itself, so that whatever breaks off goes on where it stopped.
 */
@Service
public class ApplyRetention {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int SHOWN = 50;

    private final Retention retention;
    private final EraseLot eraseLot;
    private final Actor actor;
    private final Clock clock;

    ApplyRetention(Retention retention, EraseLot eraseLot, Actor actor, Clock clock) {
        this.retention = retention;
        this.eraseLot = eraseLot;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param sample the oldest cases of it, by code */
    public record Due(KeptClass kept, Instant before, long count, List<String> sample) {}

    /** What would go today; nothing is written. */
    @Transactional(readOnly = true)
    public List<Due> dryRun() {
        return retention.classes().stream()
                .map(kept -> {
                    var before = before(kept);
                    return new Due(
                            kept,
                            before,
                            retention.due(kept.name(), before),
                            retention.sample(kept.name(), before, SHOWN));
                })
                .toList();
    }

    public List<Run> runs() {
        return retention.runs();
    }

    @Transactional
    public long propose(String name) {
        var kept = retention.find(name).orElseThrow(() -> new NoSuchElementException("No class " + name));
        var before = before(kept);
        var planned = retention.due(name, before);
        if (planned == 0) {
            throw new BusinessRefusal("class", "Không có gì hết thời hạn lưu trong loại này.");
        }
        if (retention.runs().stream()
                .anyMatch(run -> run.name().equals(name)
                        && (run.state().equals("proposed") || run.state().equals("running")))) {
            throw new BusinessRefusal("class", "Loại này đang có một đợt xóa chưa xong.");
        }
        return retention.propose(name, before, planned, actor.current(), clock.instant());
    }

    /** The run may begin; {@link #carryOn} does it. */
    @Transactional
    public void approve(long id) {
        var run = proposed(id);
        if (actor.current().equals(run.proposedBy())) {
            throw new BusinessRefusal("state", "Người đề nghị không tự duyệt; cần người thứ hai.");
        }
        retention.approved(id, actor.current(), clock.instant());
    }

    @Transactional
    public void withdraw(long id) {
        proposed(id);
        retention.withdrawn(id, clock.instant());
    }

    private Run proposed(long id) {
        var run = retention.findToChange(id).orElseThrow(() -> new NoSuchElementException("No run " + id));
        if (!run.state().equals("proposed")) {
            throw new BusinessRefusal("state", "Đợt xóa này đã được quyết định.");
        }
        return run;
    }

    /** @return whether nothing more of it can be done now */
    public boolean carryOn(long id, int lots) {
        for (var lot = 0; lot < lots; lot++) {
            if (!eraseLot.next(id)) {
                return true;
            }
        }
        return false;
    }

    /** Whatever is approved and not done, also what a node that is gone had begun. */
    public List<Long> ready() {
        return retention.runs().stream()
                .filter(run -> run.state().equals("running"))
                .map(Run::id)
                .toList();
    }

    public void carryOn(long id) {
        carryOn(id, Integer.MAX_VALUE);
    }

    private Instant before(KeptClass kept) {
        return clock.instant().atZone(OFFICE).minusMonths(kept.months()).toInstant();
    }
}
