package vn.haiphong.hotline1022.application.rehearse;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Rehearsals;
import vn.haiphong.hotline1022.application.port.Rehearsals.Rehearsal;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Chạy thử thay đổi bảng (Giả định A-45): before a table goes live, what it would have done with what came in of late. */
@Service
public class RehearseRules {

    private static final int LONGEST = 3700;

    private final RuleChanges changes;
    private final Rehearsals rehearsals;
    private final RunRehearsal runs;
    private final Actor actor;
    private final Clock clock;
    private final int days;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "rehearsal");
        thread.setDaemon(true);
        return thread;
    });

    RehearseRules(
            RuleChanges changes,
            Rehearsals rehearsals,
            RunRehearsal runs,
            Actor actor,
            Clock clock,
            @Value("${hotline.rules.rehearsal-days}") Duration days) {
        this.changes = changes;
        this.rehearsals = rehearsals;
        this.runs = runs;
        this.actor = actor;
        this.clock = clock;
        this.days = (int) days.toDays();
    }

    /** How far back a rehearsal has to go before a change may be proposed. */
    public int days() {
        return days;
    }

    /** Begins in the background; whoever asked looks at it meanwhile. */
    public long start(long changeId, int revision, int days) {
        var id = begin(changeId, revision, days);
        background.execute(() -> runs.run(id));
        return id;
    }

    /** Here and now. */
    public Rehearsal run(long changeId, int revision, int days) {
        var id = begin(changeId, revision, days);
        runs.run(id);
        return rehearsals.find(id).orElseThrow();
    }

    private long begin(long changeId, int revision, int days) {
        var change = changes.find(changeId).orElseThrow(() -> new BusinessRefusal("change", "Không có thay đổi này."));
        if (change.state() != RuleChanges.State.draft) {
            throw new BusinessRefusal("state", "Chỉ chạy thử được bản nháp.");
        }
        if (change.revision() != revision) {
            throw new BusinessRefusal("revision", "Bản nháp vừa thay đổi; xem lại rồi chạy thử.");
        }
        if (days < 1 || days > LONGEST) {
            throw new BusinessRefusal("days", "Số ngày từ 1 đến " + LONGEST + ".");
        }
        return rehearsals
                .begin(changeId, revision, change.baseVersion(), days, actor.current(), clock.instant())
                .orElseThrow(() -> new BusinessRefusal("change", "Thay đổi này đang được chạy thử."));
    }

    /** It stops within a second or so, wherever it runs. */
    public void cancel(long id) {
        rehearsals.askToCancel(id);
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
