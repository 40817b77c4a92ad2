package vn.haiphong.hotline1022.application.rehearse;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.port.Rehearsals;
import vn.haiphong.hotline1022.application.port.Rehearsals.Difference;
import vn.haiphong.hotline1022.application.port.Rehearsals.GoldenCase;
import vn.haiphong.hotline1022.application.port.Rehearsals.Load;
import vn.haiphong.hotline1022.application.port.Rehearsals.Rehearsal;
import vn.haiphong.hotline1022.application.port.Rehearsals.Summary;
import vn.haiphong.hotline1022.application.port.RehearsedPetitions;
import vn.haiphong.hotline1022.application.port.RehearsedPetitions.Seen;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/**
 * One rehearsal from its beginning to its end. Petitions come in one stream and are judged by as many threads as there are
 * processors, up to two: the others belong to the cases.
 */
@Component
class RunRehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(RunRehearsal.class);

    /** More nobody reads; how many there are in all is said beside. */
    static final int MOST_KEPT = 5000;

    /** As many petitions are also asked of the engine itself. */
    private static final int SAMPLE = 150;

    private static final int BATCH = 200;
    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final RuleChanges changes;
    private final Rehearsals rehearsals;
    private final RehearsedPetitions petitions;
    private final TwoVersions.Maker versions;
    private final GoldenCases golden;
    private final AgencyChoice agencies;
    private final Clock clock;

    RunRehearsal(
            RuleChanges changes,
            Rehearsals rehearsals,
            RehearsedPetitions petitions,
            TwoVersions.Maker versions,
            GoldenCases golden,
            AgencyChoice agencies,
            Clock clock) {
        this.changes = changes;
        this.rehearsals = rehearsals;
        this.petitions = petitions;
        this.versions = versions;
        this.golden = golden;
        this.agencies = agencies;
        this.clock = clock;
    }

    private static final class Cancelled extends RuntimeException {}

    void run(long id) {
        var rehearsal = rehearsals.find(id).orElseThrow();
        try {
            rehearsals.finished(id, summaryOf(rehearsal), clock.instant());
        } catch (Cancelled e) {
            rehearsals.cancelled(id, clock.instant());
        } catch (BusinessRefusal e) {
            rehearsals.failed(id, e.getMessage(), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("Rehearsal {} failed", id, e);
            rehearsals.failed(id, "Lỗi máy chủ; xem nhật ký", clock.instant());
        }
    }

    private Summary summaryOf(Rehearsal rehearsal) {
        var began = System.nanoTime();
        var change = changes.find(rehearsal.changeId()).orElseThrow();
        if (change.revision() != rehearsal.revision()) {
            throw new BusinessRefusal("revision", "Bản nháp đã thay đổi sau khi chạy thử bắt đầu.");
        }
        var since = rehearsal.startedAt().minus(Duration.ofDays(rehearsal.days()));
        var total = petitions.count(since);
        if (!rehearsals.progress(rehearsal.id(), 0, total)) {
            throw new Cancelled();
        }
        var two = versions.of(change.tableKey(), rehearsal.baseVersion(), change.dmn());
        var examples = golden.compared(two);
        var tally = new Run(rehearsal.id(), two, total).over(since);
        examples.differing().stream().map(GoldenCase::rows).forEach(rows -> FiredRows.say(rows, two, tally.rows));
        var day = rehearsal.startedAt().atZone(WorkingCalendar.OFFICE).toLocalDate();
        return new Summary(
                tally.petitions,
                since,
                petitions.first().filter(first -> first.isBefore(since)).isEmpty(),
                tally.changed,
                Math.min(tally.changed, MOST_KEPT),
                tally.otherRow,
                tally.by.entrySet().stream()
                        .collect(Collectors.toMap(
                                kind -> kind.getKey().name(), Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)),
                tally.loads.entrySet().stream()
                        .map(load -> new Load(
                                load.getKey(),
                                load.getKey().isEmpty() ? "" : agencies.nameOf(load.getKey(), day),
                                load.getValue()[0],
                                load.getValue()[1]))
                        .toList(),
                examples,
                tally.checked,
                tally.checked - tally.disagreed.size(),
                tally.disagreed,
                two.beyondPlain(),
                two.byTheEngine(),
                tally.rows,
                (System.nanoTime() - began) / 1e9);
    }

    private final class Run {

        private final long id;
        private final TwoVersions two;
        private final long total;
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong kept = new AtomicLong();
        private final AtomicLong lastBeat = new AtomicLong(System.nanoTime());
        private final AtomicReference<RuntimeException> stopped = new AtomicReference<>();
        private final ThreadLocal<TwoVersions.Asking> asking;

        Run(long id, TwoVersions two, long total) {
            this.id = id;
            this.two = two;
            this.total = total;
            this.asking = ThreadLocal.withInitial(two::asking);
        }

        Tally over(java.time.Instant since) {
            var threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "rehearsal-worker"));
            var tallies = new ArrayList<Future<Tally>>();
            try {
                var free = new Semaphore(THREADS * 3); // what is read ahead stays in memory
                var batch = new ArrayList<Seen>(BATCH);
                petitions.each(since, petition -> {
                    batch.add(petition);
                    if (batch.size() == BATCH) {
                        hand(List.copyOf(batch), free, threads, tallies);
                        batch.clear();
                    }
                });
                hand(List.copyOf(batch), free, threads, tallies);
                return sum(tallies);
            } finally {
                threads.shutdownNow();
            }
        }

        private void hand(List<Seen> batch, Semaphore free, ExecutorService threads, List<Future<Tally>> tallies) {
            free.acquireUninterruptibly();
            if (stopped.get() != null) {
                throw stopped.get();
            }
            Callable<Tally> work = () -> {
                try {
                    return judged(batch);
                } catch (RuntimeException e) {
                    stopped.compareAndSet(null, e);
                    throw e;
                } finally {
                    free.release();
                }
            };
            tallies.add(threads.submit(work));
        }

        private Tally sum(List<Future<Tally>> tallies) {
            var all = new Tally();
            for (var tally : tallies) {
                try {
                    all.add(tally.get());
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new Cancelled();
                }
            }
            return all;
        }

        private Tally judged(List<Seen> batch) {
            var ask = asking.get();
            var tally = new Tally();
            for (var petition : batch) {
                var facts = Facts.of(petition, two.agencies());
                var before = ask.before(facts);
                var after = ask.after(facts, before);
                tally.count(petition, before, after, two, () -> kept.getAndIncrement() < MOST_KEPT);
                if (ThreadLocalRandom.current().nextLong(Math.max(1, total)) < SAMPLE) {
                    check(petition, facts, before, after, ask, tally);
                }
            }
            keep(tally.differences);
            tally.differences.clear();
            beat(done.addAndGet(batch.size()));
            return tally;
        }

        private void check(
                Seen petition, Facts facts, Outcome before, Outcome after, TwoVersions.Asking ask, Tally tally) {
            tally.checked++;
            if (!before.agreesWith(ask.engineBefore(facts)) || !after.agreesWith(ask.engineAfter(facts))) {
                tally.disagreed.add(petition.code());
            }
        }

        private void keep(List<Difference> differences) {
            if (!differences.isEmpty()) {
                rehearsals.keep(id, differences);
            }
        }

        private void beat(long judged) {
            var last = lastBeat.get();
            if (System.nanoTime() - last > BEAT.toNanos() && lastBeat.compareAndSet(last, System.nanoTime())) {
                if (!rehearsals.progress(id, judged, total)) {
                    throw new Cancelled();
                }
            }
        }
    }
}
