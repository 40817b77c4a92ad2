package vn.haiphong.hotline1022.application.limit;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.CalendarChanges;
import vn.haiphong.hotline1022.application.port.CalendarChanges.Change;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.application.port.Deadlines.Move;
import vn.haiphong.hotline1022.application.port.Deadlines.OpenDeadline;
import vn.haiphong.hotline1022.application.port.Deadlines.OpenTrace;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/**
 * Counts open limits with a new version of the calendar. Whatever a limit moves, moves with it in one transaction: the limit
 * and its trace, the task and its timer, the date the citizen reads, a line in the case. What it does not move stays untouched.
 */
@Service
public class RecountLimits {

    private static final int BATCH = 100;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.OFFICE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");

    private final CalendarChanges changes;
    private final Calendars calendars;
    private final Deadlines deadlines;
    private final Petitions petitions;
    private final PetitionEvents events;
    private final PetitionProcess process;
    private final Clock clock;

    RecountLimits(
            CalendarChanges changes,
            Calendars calendars,
            Deadlines deadlines,
            Petitions petitions,
            PetitionEvents events,
            PetitionProcess process,
            Clock clock) {
        this.changes = changes;
        this.calendars = calendars;
        this.deadlines = deadlines;
        this.petitions = petitions;
        this.events = events;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Counts the next limits; each call is a transaction of its own, so that a node may die in between.
     *
     * @param after the last limit counted; 0 to begin
     * @return the last limit counted now; empty if there is none left
     */
    public Optional<Long> some(long version, long after) {
        var change = changes.find(version).orElseThrow();
        var calendar = calendars.of(version);
        var some = deadlines.openTraces(after, BATCH);
        for (var limit : some) {
            // One that was counted with this calendar or a later one already gave the right date.
            if (limit.calendarVersion() < version) {
                recount(limit, calendar, change);
            }
        }
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(some.get(some.size() - 1).id());
    }

    /** All that is left, in one transaction: the few limits that were opened with the calendar before while it changed. */
    public void rest(long version) {
        for (var upTo = some(version, 0); upTo.isPresent(); upTo = some(version, upTo.get())) {}
        changes.finished(version, clock.instant());
    }

    /**
     * A limit that had ended while the calendar changed, and goes on: counted with the calendar of now, as if it had been open
     * all the time.
     */
    void resumed(OpenDeadline limit) {
        var latest = calendars.latest();
        var trace = deadlines.openTraces(limit.id() - 1, 1).get(0);
        changes.all().stream()
                .filter(change -> change.version() > trace.calendarVersion() && change.version() <= latest.number())
                .findFirst() // the newest
                .ifPresent(change -> recount(trace, latest.calendar(), change));
    }

    private void recount(OpenTrace limit, WorkingCalendar calendar, Change change) {
        var due = limit.trace().due(calendar);
        if (due.equals(limit.due())) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        deadlines.move(
                limit.id(),
                new Move(Move.Kind.recalculated, now, change.actor(), change.reason(), null, due, change.version()));
        if (!due.dueAt().equals(limit.due().dueAt())) {
            tell(limit, due, change, now);
        }
        process.limitMoved(limit.petitionCode(), limit.step(), limit.due().dueAt(), due.dueAt());
    }

    private void tell(OpenTrace limit, Due due, Change change, Instant now) {
        var shown = limit.step().equals("handle");
        if (shown) {
            petitions.dueAt(limit.petitionCode(), due.dueAt());
        }
        var text = WHEN.format(limit.due().dueAt()) + " thành " + WHEN.format(due.dueAt()) + " ("
                + change.days().stream()
                        .map(day -> DAY.format(day.day())
                                + (day.after() == null
                                        ? " trở lại bình thường"
                                        : " " + day.after().name()))
                        .collect(Collectors.joining("; "))
                + ")";
        events.add(
                limit.petitionCode(),
                now,
                "limit-recounted",
                Actor.SYSTEM,
                limit.agencyCode().isEmpty() ? null : limit.agencyCode(),
                "Hạn đổi từ " + text + ". " + change.reason(),
                shown ? "Hạn trả lời đổi từ " + text : null);
    }
}
