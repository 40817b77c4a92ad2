package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.CaseFiles;
import vn.haiphong.hotline1022.application.port.CaseFiles.Facts;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.Pauses;

/**
 * One case as the managers' board shows it: limits, notices, route and what people did. Who wrote, and what, is not on it;
 * a confidential case shows when things happened and nothing that somebody wrote about it (Giả định A-21).
 */
@Service
public class ShowRecord {

    private static final Set<String> TO_STAFF = Set.of("reminder", "breach", "calendar-change");
    /** Their notes are the citizen's own words, or are about him. */
    private static final Set<String> NOTES_OF_CITIZENS =
            Set.of("received", "supplemented", "supplement-asked", "rated", "called", "split");

    private static final Pattern ADDRESS_OR_TELEPHONE =
            Pattern.compile("[\\w.+-]+@[\\w.-]+|(?<!\\d)(?:\\+?84|0)(?:[ .-]?\\d){8,10}(?!\\d)");

    private final CaseFiles cases;
    private final Pauses pauses;
    private final ExplainDeadlines explainDeadlines;
    private final Colleagues colleagues;
    private final FigureNames names;
    private final Words words;
    private final Clock clock;

    ShowRecord(
            CaseFiles cases,
            Pauses pauses,
            ExplainDeadlines explainDeadlines,
            Colleagues colleagues,
            FigureNames names,
            Words words,
            Clock clock) {
        this.cases = cases;
        this.pauses = pauses;
        this.explainDeadlines = explainDeadlines;
        this.colleagues = colleagues;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    public record CaseRecord(
            Instant at,
            String code,
            boolean confidential,
            String state,
            String field,
            String urgency,
            Instant receivedAt,
            Instant dueAt,
            Instant originalDueAt,
            Instant repliedAt,
            int reopened,
            List<Limit> limits,
            List<Pause> pauses,
            List<Notice> notices,
            List<Handling> route,
            List<Action> actions,
            Map<String, String> definitions) {}

    /**
     * @param status "running", "paused", "late", "done", "done-late"
     * @param originalDueAt null if it was never moved
     * @param sum how it is counted, in one line
     * @param trace how the date came about, day by day and move by move
     * @param recomputed what the trace gives; another date than the one kept would be a fault
     */
    public record Limit(
            String step,
            String who,
            Instant startedAt,
            Instant dueAt,
            Instant originalDueAt,
            Instant endedAt,
            String status,
            Long lateSeconds,
            int level,
            String sum,
            List<Line> trace,
            Instant recomputed) {}

    /** @param counts whether this time is part of the limit; null for a move */
    public record Line(Instant from, Instant to, String text, Boolean counts) {}

    public record Pause(String step, String who, Instant from, Instant until, String reason) {}

    /** @param recipient of a citizen's letter it is only said that it went to him */
    public record Notice(
            String kind, String recipient, String state, boolean arrived, Instant createdAt, Instant sentAt) {}

    public record Handling(
            String agency,
            String role,
            String state,
            Instant assignedAt,
            Instant acceptedAt,
            Instant endedAt,
            int extensions,
            String basis,
            String returnReason) {}

    public record Action(Instant at, String who, String agency, String what, String note) {}

    public Optional<CaseRecord> of(String code) {
        return cases.find(code).map(this::record);
    }

    private CaseRecord record(Facts facts) {
        var now = clock.instant();
        var limits = explainDeadlines.of(facts.code());
        return new CaseRecord(
                now,
                facts.code(),
                facts.confidential(),
                words.of("state", facts.state().name()),
                names.field(facts.confidential() ? FigureNames.CONFIDENTIAL : facts.field()),
                words.of("urgency", facts.urgency()),
                facts.receivedAt(),
                facts.dueAt(),
                originalDue(limits),
                facts.repliedAt(),
                facts.reopened(),
                limits.stream()
                        .map(limit -> limit(limit, facts.confidential(), now))
                        .toList(),
                pauses.of(facts.code()).stream()
                        .map(pause -> new Pause(
                                names.step(pause.step()),
                                pause.agency().isEmpty() ? "Tổng đài 1022" : pause.agency(),
                                pause.from(),
                                pause.until(),
                                facts.confidential() ? "" : said(pause.reason())))
                        .toList(),
                facts.letters().stream().map(this::notice).toList(),
                facts.handlings().stream()
                        .map(handling -> handling(handling, facts.confidential()))
                        .toList(),
                facts.events().stream()
                        .map(event -> action(event, facts.confidential()))
                        .toList(),
                names.definitions(List.of("late", "paused", "noticeSent")));
    }

    /** Of the limit shown to the citizen: the last one of the whole case. */
    private Instant originalDue(List<ExplainedDeadline> limits) {
        return limits.stream()
                .filter(limit -> limit.step().equals(words.of("step", "handle")))
                .reduce((earlier, later) -> later)
                .map(ExplainedDeadline::originalDueAt)
                .orElse(null);
    }

    private Limit limit(ExplainedDeadline limit, boolean confidential, Instant now) {
        var until = limit.endedAt() == null ? now : limit.endedAt();
        var late = !limit.paused() && until.isAfter(limit.dueAt());
        return new Limit(
                limit.step(),
                limit.who(),
                limit.startedAt(),
                limit.dueAt(),
                limit.originalDueAt(),
                limit.endedAt(),
                status(limit, late),
                late ? Duration.between(limit.dueAt(), until).toSeconds() : null,
                limit.level(),
                sum(limit),
                Stream.concat(
                                limit.lines().stream()
                                        .map(line -> new Line(line.from(), line.to(), line.text(), line.counts())),
                                limit.moves().stream().map(move -> moved(move, confidential)))
                        .toList(),
                limit.recomputed());
    }

    private static String sum(ExplainedDeadline limit) {
        return Stream.of(
                        limit.startedBy() + ": " + limit.limit() + ".",
                        limit.counting(),
                        limit.rule().isBlank() ? limit.ground() : limit.rule())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static Line moved(ExplainedDeadline.Move move, boolean confidential) {
        var why = confidential || move.reason().isBlank() ? "" : " (" + said(move.reason()) + ")";
        return new Line(
                move.at(),
                null,
                move.what() + ", " + move.who() + why + ": hạn " + SheetNotes.WHEN.format(move.dueAt()),
                null);
    }

    private static String status(ExplainedDeadline limit, boolean late) {
        if (limit.endedAt() != null) {
            return late ? "done-late" : "done";
        }
        if (limit.paused()) {
            return "paused";
        }
        return late ? "late" : "running";
    }

    private Notice notice(CaseFiles.Letter letter) {
        return new Notice(
                words.of("letter", letter.kind()),
                TO_STAFF.contains(letter.kind()) ? letter.recipient() : "Người phản ánh",
                words.of("noticeState", letter.state()),
                "sent".equals(letter.state()) || "delivered".equals(letter.state()),
                letter.createdAt(),
                letter.sentAt());
    }

    private Handling handling(CaseFiles.Handling handling, boolean confidential) {
        return new Handling(
                handling.agencyName(),
                handling.lead() ? "Chủ trì" : "Phối hợp",
                words.of("handling", handling.state()),
                handling.assignedAt(),
                handling.acceptedAt(),
                handling.endedAt(),
                handling.extensions(),
                confidential ? "" : said(handling.basis()),
                confidential ? "" : said(handling.returnReason()));
    }

    private Action action(CaseFiles.Event event, boolean confidential) {
        var citizens = Actor.CITIZEN.equals(event.actor());
        var silent = confidential || citizens || NOTES_OF_CITIZENS.contains(event.type());
        var known = words.knows("action", event.type());
        return new Action(
                event.at(),
                citizens || Actor.SYSTEM.equals(event.actor())
                        ? words.of("actor", event.actor())
                        : colleagues.nameOf(event.actor()),
                event.agencyName(),
                known ? words.of("action", event.type()) : "Diễn biến",
                silent || !known && event.type().isEmpty() ? "" : said(event.note()));
    }

    /** Nobody writes a telephone number there on purpose; it happens. */
    private static String said(String text) {
        return text == null ? "" : ADDRESS_OR_TELEPHONE.matcher(text).replaceAll("…");
    }
}
