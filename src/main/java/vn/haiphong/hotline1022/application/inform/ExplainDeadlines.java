package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.DeadlineTraces;
import vn.haiphong.hotline1022.application.port.DeadlineTraces.KeptTrace;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.calendar.Stretch;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/** Says of every due date of a case how it came about: to the officer, to the auditor, and plainly to the citizen. */
@Service
public class ExplainDeadlines {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.OFFICE);

    private final DeadlineTraces deadlines;
    private final Calendars calendars;
    private final Rules rules;
    private final Colleagues colleagues;
    private final Words words;
    private final PublishLimits limits;
    private final Clock clock;

    ExplainDeadlines(
            DeadlineTraces deadlines,
            Calendars calendars,
            Rules rules,
            Colleagues colleagues,
            Words words,
            PublishLimits limits,
            Clock clock) {
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.rules = rules;
        this.colleagues = colleagues;
        this.words = words;
        this.limits = limits;
        this.clock = clock;
    }

    /** Every limit of a case in the order in which they began. */
    public List<ExplainedDeadline> of(String code) {
        var now = clock.instant();
        return deadlines.tracesOf(code).stream()
                .map(kept -> explained(kept, now))
                .toList();
    }

    /** Why the answer is due when it is, in the citizen's words; empty while no answer is due. */
    public List<String> forCitizen(String code) {
        var limits = deadlines.tracesOf(code).stream()
                .filter(kept -> kept.step().equals("handle"))
                .toList();
        return limits.isEmpty() ? List.of() : plainly(limits.get(limits.size() - 1));
    }

    private ExplainedDeadline explained(KeptTrace kept, Instant now) {
        var calendar = calendars.of(kept.calendarVersion());
        var due = kept.due().dueAt();
        var paused = kept.pausedAt() != null && kept.endedAt() == null;
        var until = kept.endedAt() == null ? now : kept.endedAt();
        return new ExplainedDeadline(
                words.of("step", kept.step()),
                whose(kept),
                words.of("limitStart", kept.step()),
                kept.trace().start(),
                DeadlineWords.of(kept.trace().limit()),
                kept.rule() == null ? "" : rules.inWords(kept.rule()),
                kept.ground(),
                counting(kept, calendar),
                due,
                due.equals(kept.originalDueAt()) ? null : kept.originalDueAt(),
                kept.endedAt(),
                paused,
                kept.level() > 0 || !paused && until.isAfter(due),
                kept.level(),
                kept.trace().due(calendar).dueAt(),
                DeadlineWords.lines(kept.trace(), calendar),
                kept.moves().stream().map(this::move).toList());
    }

    /** The handling limit runs for the case as a whole, whichever agency has it; a supplement is the citizen's turn. */
    private static String whose(KeptTrace kept) {
        if (!kept.agencyName().isEmpty()) {
            return kept.agencyName();
        }
        return switch (kept.step()) {
            case "handle" -> "Cả hồ sơ";
            case "supplement" -> "Người dân";
            default -> "Tổng đài 1022";
        };
    }

    private String counting(KeptTrace kept, WorkingCalendar calendar) {
        if (kept.trace().limit().clock() == Limit.Clock.wall) {
            return words.of("counting", "wall");
        }
        var policy = calendar.policyOn(
                kept.trace().start().atZone(WorkingCalendar.OFFICE).toLocalDate());
        return kept.trace().limit().days() > 0
                ? words.of("counting", "receipt." + policy.offDayReceipt()) + " "
                        + words.of("counting", "day." + policy.eventDay()) + " "
                        + words.of("counting", "end." + policy.dayEnd())
                : words.of("counting", "hours." + policy.hoursStart());
    }

    private ExplainedDeadline.Move move(Deadlines.Move move) {
        return new ExplainedDeadline.Move(
                move.at(),
                words.of("limitMove", move.kind().name()),
                Actor.CITIZEN.equals(move.actor()) || Actor.SYSTEM.equals(move.actor())
                        ? words.of("actor", move.actor())
                        : colleagues.nameOf(move.actor()),
                move.reason(),
                move.due().dueAt());
    }

    private List<String> plainly(KeptTrace kept) {
        var trace = kept.trace();
        var calendar = calendars.of(kept.calendarVersion());
        var said = new ArrayList<String>();
        said.add("Thời hạn " + DeadlineWords.of(trace.limit()) + ", tính từ "
                + WHEN.format(trace.start())
                + (trace.limit().days() > 0 && trace.limit().clock() == Limit.Clock.working
                        ? ", không kể ngày đó."
                        : "."));
        if (kept.rule() != null) {
            limits.lineOf(kept.rule(), trace.limit())
                    .ifPresent(line -> said.add("Theo bảng thời hạn trả lời: " + line + "."));
        }
        var stretches = trace.explain(calendar);
        var off = new LinkedHashSet<String>();
        stretches.stream()
                .filter(stretch -> stretch.kind() == Stretch.Kind.weekend || stretch.kind() == Stretch.Kind.holiday)
                .forEach(stretch -> off.add(DeadlineWords.days(stretch)
                        + (stretch.name().isEmpty() ? " (cuối tuần)" : " (" + stretch.name() + ")")));
        if (!off.isEmpty()) {
            said.add("Không tính ngày nghỉ: " + String.join("; ", off) + ".");
        }
        var worked = new LinkedHashSet<String>();
        stretches.stream()
                .filter(stretch -> stretch.kind() == Stretch.Kind.make_up_day)
                .forEach(stretch -> worked.add(DeadlineWords.days(stretch) + " (" + stretch.name() + ")"));
        if (!worked.isEmpty()) {
            said.add("Có tính ngày làm bù: " + String.join("; ", worked) + ".");
        }
        for (var move : kept.moves()) {
            switch (move.kind()) {
                case extended ->
                    said.add("Được gia hạn đến " + WHEN.format(move.due().dueAt()) + ".");
                case recalculated ->
                    said.add("Lịch nghỉ, làm bù thay đổi: hạn thành "
                            + WHEN.format(move.due().dueAt()) + " (" + move.reason() + ").");
                default -> {} // our own limit stands; the citizen's does not
            }
        }
        return said;
    }
}
