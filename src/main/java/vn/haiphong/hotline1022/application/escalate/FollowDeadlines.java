package vn.haiphong.hotline1022.application.escalate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.Contacts;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.application.port.Deadlines.OpenDeadline;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.application.port.Rules.Rung;
import vn.haiphong.hotline1022.application.reply.SendNotice;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.directory.Agency;

/**
 * Reminds before a limit, reports when it has passed, level by level (Giả định A-08). The work itself is never
 * touched, and a limit that has ended is never reported.
 */
@Service
public class FollowDeadlines {

    /** Nothing to wait for: far enough for any case, near enough for any database. */
    public static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(OFFICE);
    private static final Map<String, String> STEP_NAMES = Map.of(
            "forward", "phân loại, chuyển cơ quan",
            "accept", "nhận việc",
            "safe", "xử lý an toàn bước đầu",
            "handle", "xử lý, trả lời",
            "opinion", "phối hợp",
            "check", "kiểm tra trả lời",
            "settle", "quyết định thẩm quyền",
            "reassign", "mời cơ quan phối hợp khác",
            "review", "xét mở lại",
            "call", "gọi điện cho người dân");

    private final Petitions petitions;
    private final Deadlines deadlines;
    private final Calendars calendars;
    private final Rules rules;
    private final Contacts contacts;
    private final Notices notices;
    private final Letters letters;
    private final PetitionEvents events;
    private final PetitionProcess process;
    private final Agencies agencies;
    private final Words words;
    private final Clock clock;

    FollowDeadlines(
            Petitions petitions,
            Deadlines deadlines,
            Calendars calendars,
            Rules rules,
            Contacts contacts,
            Notices notices,
            Letters letters,
            PetitionEvents events,
            PetitionProcess process,
            Agencies agencies,
            Words words,
            Clock clock) {
        this.petitions = petitions;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.rules = rules;
        this.contacts = contacts;
        this.notices = notices;
        this.letters = letters;
        this.events = events;
        this.process = process;
        this.agencies = agencies;
        this.words = words;
        this.clock = clock;
    }

    /**
     * When to look at the limits of a step that begins: at once, if a level was reached that nobody has been told of.
     *
     * @param agency whose step it is; '' for 1022
     * @param lead whether that agency leads and so answers for the limit of the whole case
     * @param only the one step whose limit counts here; null: every limit of that agency
     */
    public Instant firstMark(String code, String agency, boolean lead, String only) {
        var now = clock.instant();
        return earliest(code, agency, lead, only, deadline -> isUntold(deadline, now) ? now : nextMark(deadline, now));
    }

    /** When to look at the limits of a step again, after what has been reached by now is reported. */
    public Instant nextMark(String code, String agency, boolean lead, String only) {
        var now = clock.instant();
        return earliest(code, agency, lead, only, deadline -> nextMark(deadline, now));
    }

    private Instant earliest(
            String code, String agency, boolean lead, String only, Function<OpenDeadline, Instant> mark) {
        return relevant(code, agency, lead, only).stream()
                .map(mark)
                .min(Instant::compareTo)
                .orElse(NEVER);
    }

    /** Its mark was reached between two steps, when no clock was looking. */
    private boolean isUntold(OpenDeadline deadline, Instant now) {
        if (deadline.pausedAt() != null || now.isBefore(deadline.warnAt())) {
            return false;
        }
        if (now.isBefore(deadline.dueAt())) {
            return !deadline.warned();
        }
        return rules.ladder(deadline.urgency()).stream()
                .anyMatch(rung -> rung.level() > deadline.level() && !now.isBefore(at(deadline, rung)));
    }

    private Instant nextMark(OpenDeadline deadline, Instant now) {
        if (deadline.pausedAt() != null) {
            return NEVER;
        }
        if (now.isBefore(deadline.warnAt())) {
            return deadline.warnAt();
        }
        if (now.isBefore(deadline.dueAt())) {
            return deadline.dueAt();
        }
        return rules.ladder(deadline.urgency()).stream()
                .map(rung -> at(deadline, rung))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(NEVER);
    }

    /** A mark was reached: whoever must know gets one notice for each level reached, and Cockpit shows the breach. */
    public void report(String code, String agency, boolean lead, String only, List<Rung> ladder, String batch) {
        var now = clock.instant();
        var breaches = new ArrayList<String>();
        for (var deadline : relevant(code, agency, lead, only)) {
            if (deadline.pausedAt() == null) {
                report(deadline, lead ? agency : deadline.agencyCode(), ladder, batch, now)
                        .ifPresent(breaches::add);
            }
        }
        if (!breaches.isEmpty()) {
            process.markBreached(code, agency, String.join("; ", breaches));
        }
    }

    /** Whether a mark of an open limit has been reached; a timer may fire after its limit has ended. */
    public boolean isMarkReached(String code, String agency, boolean lead, String only) {
        var now = clock.instant();
        return relevant(code, agency, lead, only).stream()
                .anyMatch(deadline -> deadline.pausedAt() == null && !now.isBefore(deadline.warnAt()));
    }

    private Optional<String> report(
            OpenDeadline deadline, String responsible, List<Rung> ladder, String batch, Instant now) {
        var code = deadline.petitionCode();
        if (now.isBefore(deadline.dueAt())) {
            if (!deadline.warned() && !now.isBefore(deadline.warnAt())) {
                tell(deadline, 0, responsible, List.of("officer", "focal"), batch, now);
                deadlines.told(deadline.id(), true, deadline.level());
            }
            return Optional.empty();
        }
        var reached = ladder.stream()
                .filter(rung -> rung.level() > deadline.level() && !now.isBefore(at(deadline, rung)))
                .toList();
        for (var rung : reached) {
            tell(deadline, rung.level(), responsible, rung.told(), batch, now);
        }
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        var level = reached.get(reached.size() - 1).level();
        deadlines.told(deadline.id(), true, level);
        var late = "Quá hạn " + stepName(deadline) + ", hạn " + WHEN.format(deadline.dueAt()) + ", cấp " + level;
        events.add(code, now, "breach", Actor.SYSTEM, responsible.isEmpty() ? null : responsible, late, null);
        return Optional.of(late);
    }

    private void tell(
            OpenDeadline deadline, int level, String responsible, List<String> roles, String batch, Instant now) {
        var code = deadline.petitionCode();
        var petition = petitions.get(code);
        var recipients = new ArrayList<Contacts.Contact>();
        for (var role : roles) {
            recipients.addAll(whoIs(role, responsible));
        }
        if (recipients.isEmpty()) {
            events.add(
                    code,
                    now,
                    "nobody-to-tell",
                    Actor.SYSTEM,
                    null,
                    "Không có địa chỉ của: " + String.join(", ", roles) + " (cấp " + level + ")",
                    null);
        }
        for (var recipient : recipients.stream().distinct().toList()) {
            // A confidential case is named by its code alone.
            var letter = letters.write(
                    level == 0 ? "reminder" : "breach",
                    Map.of(
                            "code",
                            code,
                            "name",
                            recipient.name(),
                            "step",
                            stepName(deadline),
                            "agency",
                            responsible.isEmpty() ? "Tổng đài 1022" : nameOf(responsible, now),
                            "field",
                            petition.confidential() ? "" : words.of("field", petition.field()),
                            "dueAt",
                            WHEN.format(deadline.dueAt()),
                            "level",
                            level));
            var key = noticeKey(code, deadline.id(), level, recipient.email());
            notices.keep(new Notice(
                    key,
                    code,
                    level == 0 ? "reminder" : "breach",
                    recipient.email(),
                    recipient.name(),
                    letter.subject(),
                    letter.text(),
                    letter.html(),
                    Notices.State.pending,
                    SendNotice.messageId(key),
                    now,
                    batch));
        }
    }

    private String nameOf(String agency, Instant at) {
        return agencies.orSuccessor(agency, at.atZone(OFFICE).toLocalDate())
                .map(Agency::name)
                .orElse(agency);
    }

    private List<Contacts.Contact> whoIs(String role, String responsible) {
        return switch (role) {
            case "officer", "focal", "leader" -> contacts.of(role, responsible);
            default -> {
                var ofTheCity = contacts.of(role, "");
                yield ofTheCity.isEmpty() ? contacts.of("leader", role) : ofTheCity;
            }
        };
    }

    private List<OpenDeadline> relevant(String code, String agency, boolean lead, String only) {
        var open = new ArrayList<>(deadlines.open(code, agency));
        open.removeIf(deadline -> only != null && !only.equals(deadline.step()));
        if (lead && !agency.isEmpty()) {
            deadlines.find(code, "handle", "").ifPresent(open::add);
        }
        return open;
    }

    private Instant at(OpenDeadline deadline, Rung rung) {
        return calendars.current().after(deadline.dueAt(), Limit.parse(rung.after()));
    }

    private static String stepName(OpenDeadline deadline) {
        return STEP_NAMES.getOrDefault(deadline.step(), deadline.step());
    }

    static String noticeKey(String code, long deadline, int level, String recipient) {
        return code + "|deadline|" + deadline + "|L" + level + "|" + recipient;
    }

    /** Whether a step that begins now is late already: its limit passed in an earlier step. */
    public Optional<String> breachOf(String code, String agency, boolean lead, String only) {
        var now = clock.instant();
        return relevant(code, agency, lead, only).stream()
                .filter(deadline ->
                        deadline.pausedAt() == null && deadline.level() > 0 && now.isAfter(deadline.dueAt()))
                .map(deadline -> "Quá hạn " + stepName(deadline) + ", hạn " + WHEN.format(deadline.dueAt()))
                .findFirst();
    }
}
