package vn.haiphong.hotline1022.application.maintain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.CalendarChanges;
import vn.haiphong.hotline1022.application.port.CalendarChanges.Change;
import vn.haiphong.hotline1022.application.port.CalendarChanges.Day;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.application.port.Deadlines.OpenTrace;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.SpecialDay;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/**
 * Days off and make-up days that are announced during the year. First one sees which open limits a change would move; then
 * it is applied, case by case, with timers, tasks, traces and what citizens read; and it can be taken back (Giả định A-15).
 */
@Service
public class ChangeCalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int BATCH = 1000;
    private static final int LONGEST_TEXT = 300;

    private final CalendarChanges changes;
    private final Calendars calendars;
    private final Deadlines deadlines;
    private final PetitionProcess process;
    private final Actor actor;
    private final Clock clock;

    ChangeCalendar(
            CalendarChanges changes,
            Calendars calendars,
            Deadlines deadlines,
            PetitionProcess process,
            Actor actor,
            Clock clock) {
        this.changes = changes;
        this.calendars = calendars;
        this.deadlines = deadlines;
        this.process = process;
        this.actor = actor;
        this.clock = clock;
    }

    /** What a day is to be. */
    public enum Kind {
        off,
        make_up,
        ordinary
    }

    /**
     * @param name in Vietnamese, for citizens; not for an ordinary day
     * @param source number and date of the decision; not for an ordinary day
     */
    public record DayChange(LocalDate day, Kind kind, String name, String source) {}

    /** @param thenDueAt what it would be with the change */
    public record WouldMove(
            String petitionCode, String step, String agencyCode, String lead, Instant dueAt, Instant thenDueAt) {}

    /**
     * @param version of the calendar it was asked of; to be named again when the change is applied
     * @param open how many open limits were looked at
     */
    public record Preview(long version, int open, List<WouldMove> moved) {}

    /** Nothing is changed yet. */
    @Transactional(readOnly = true)
    public Preview preview(List<DayChange> days) {
        var calendar = calendars.latest();
        var changed = calendar.calendar().with(checked(days, calendar.calendar()));
        return preview(calendar.number(), changed);
    }

    /** What taking it back would move. */
    @Transactional(readOnly = true)
    public Preview previewUndo(long version) {
        var calendar = calendars.latest();
        return preview(calendar.number(), calendar.calendar().with(before(undoable(version))));
    }

    /**
     * @param seen the version of the preview: whoever decides must have seen what is
     * @return the version the change makes; open limits are counted with it from now on, one after the other
     */
    @Transactional
    public long apply(List<DayChange> days, String reason, long seen) {
        var calendar = calendars.latest();
        if (calendar.number() != seen) {
            throw new BusinessRefusal(
                    "version", "Lịch vừa được người khác thay đổi; hãy xem lại ảnh hưởng rồi áp dụng.");
        }
        var checked = checked(days, calendar.calendar());
        return start(changes.add(clock.instant(), actor.current(), checkedReason(reason), null, checked));
    }

    /** Makes the days what they were before. */
    @Transactional
    public long undo(long version, String reason) {
        var change = undoable(version);
        return start(changes.add(clock.instant(), actor.current(), checkedReason(reason), version, before(change)));
    }

    public List<Change> all() {
        return changes.all();
    }

    /** What is special from today on. */
    public List<Day> days() {
        return changes.daysFrom(clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate());
    }

    private long start(long version) {
        process.recountLimits(version);
        return version;
    }

    private Change undoable(long version) {
        var change = changes.find(version)
                .orElseThrow(() -> new BusinessRefusal("version", "Không có thay đổi nào mang số " + version + "."));
        if (change.undoneBy() != null) {
            throw new BusinessRefusal("version", "Thay đổi này đã được hoàn tác.");
        }
        if (changes.isOverlaid(version)) {
            throw new BusinessRefusal(
                    "version", "Ngày của thay đổi này đã được đổi lần nữa sau đó; hãy hoàn tác lần sau trước.");
        }
        return change;
    }

    private static Map<LocalDate, Optional<SpecialDay>> before(Change change) {
        var before = new HashMap<LocalDate, Optional<SpecialDay>>();
        change.days().forEach(day -> before.put(day.day(), Optional.ofNullable(day.before())));
        return before;
    }

    private Preview preview(long version, WorkingCalendar changed) {
        var moved = new ArrayList<WouldMove>();
        var open = 0;
        var after = 0L;
        for (var some = deadlines.openTraces(after, BATCH);
                !some.isEmpty();
                some = deadlines.openTraces(after, BATCH)) {
            open += some.size();
            after = some.get(some.size() - 1).id();
            some.forEach(limit -> would(limit, changed).ifPresent(moved::add));
        }
        return new Preview(version, open, moved);
    }

    private static Optional<WouldMove> would(OpenTrace limit, WorkingCalendar changed) {
        var then = limit.trace().due(changed).dueAt();
        return then.equals(limit.due().dueAt())
                ? Optional.empty()
                : Optional.of(new WouldMove(
                        limit.petitionCode(),
                        limit.step(),
                        limit.agencyCode(),
                        limit.lead(),
                        limit.due().dueAt(),
                        then));
    }

    private Map<LocalDate, Optional<SpecialDay>> checked(List<DayChange> days, WorkingCalendar calendar) {
        if (days == null || days.isEmpty()) {
            throw new BusinessRefusal("days", "Chọn ít nhất một ngày.");
        }
        var today = clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate();
        var checked = new HashMap<LocalDate, Optional<SpecialDay>>();
        for (var change : days) {
            if (change.day() == null || change.kind() == null) {
                throw new BusinessRefusal("days", "Ghi ngày và loại ngày.");
            }
            if (change.day().isBefore(today) || change.day().isAfter(today.plusYears(3))) {
                throw new BusinessRefusal("days", "Chỉ đổi được ngày từ hôm nay đến ba năm tới.");
            }
            if (checked.put(change.day(), special(change, calendar)) != null) {
                throw new BusinessRefusal("days", "Một ngày chỉ ghi một lần: " + DAY.format(change.day()) + ".");
            }
        }
        return checked;
    }

    private static Optional<SpecialDay> special(DayChange change, WorkingCalendar calendar) {
        var day = DAY.format(change.day());
        var works = calendar.isWorkingDay(change.day());
        switch (change.kind()) {
            case off -> refuseIf(!works, "Ngày " + day + " đã là ngày nghỉ.");
            case make_up -> refuseIf(works, "Ngày " + day + " đã là ngày làm việc.");
            case ordinary ->
                refuseIf(calendar.specialDay(change.day()).isEmpty(), "Ngày " + day + " vốn là ngày bình thường.");
        }
        if (change.kind() == Kind.ordinary) {
            return Optional.empty();
        }
        return Optional.of(new SpecialDay(
                change.kind() == Kind.make_up,
                text("name", change.name(), "Ghi tên ngày nghỉ hoặc ngày làm bù, người dân sẽ đọc."),
                text("source", change.source(), "Ghi số, ngày của văn bản quyết định.")));
    }

    private static void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw new BusinessRefusal("days", why);
        }
    }

    private static String checkedReason(String reason) {
        return text("reason", reason, "Ghi lý do thay đổi lịch.");
    }

    private static String text(String field, String given, String missing) {
        if (given == null || given.isBlank()) {
            throw new BusinessRefusal(field, missing);
        }
        if (given.strip().length() > LONGEST_TEXT || !PetitionText.isReadable(given)) {
            throw new BusinessRefusal(field, "Ghi bằng chữ, tối đa " + LONGEST_TEXT + " ký tự.");
        }
        return given.strip();
    }
}
