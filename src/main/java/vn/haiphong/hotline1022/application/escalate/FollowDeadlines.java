package vn.haiphong.hotline1022.application.escalate;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.Contacts;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.application.port.Deadlines.OpenDeadline;
import vn.haiphong.hotline1022.application.port.LimitNotices.LimitNotice;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.application.port.Rules.Rung;
import vn.haiphong.hotline1022.application.reply.SendNotice;
import vn.haiphong.hotline1022.domain.calendar.Limit;

/**
 * Reminds before a limit, reports when it has passed, level by level (Giả định A-08). The work itself is never
 * touched, and a limit that has ended is never reported.
 */
@Service
public class FollowDeadlines {

    /** Nothing to wait for: far enough for any case, near enough for any database. */
    public static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private static final List<String> REMINDED = List.of("officer", "focal");

    private final Deadlines deadlines;
    private final Calendars calendars;
    private final Rules rules;
    private final Contacts contacts;
    private final DeliverNotices deliver;
    private final PetitionEvents events;
    private final LimitWords limitWords;
    private final Clock clock;

    FollowDeadlines(
            Deadlines deadlines,
            Calendars calendars,
            Rules rules,
            Contacts contacts,
            DeliverNotices deliver,
            PetitionEvents events,
            LimitWords limitWords,
            Clock clock) {
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.rules = rules;
        this.contacts = contacts;
        this.deliver = deliver;
        this.events = events;
        this.limitWords = limitWords;
        this.clock = clock;
    }

    /** The limits of a step as they stood at one moment; those that are paused are left out. */
    public record Sight(String code, String agency, boolean lead, Instant at, List<OpenDeadline> limits) {}

    /**
     * @param agency whose step it is; '' for 1022
     * @param lead whether that agency leads and so answers for the limit of the whole case
     * @param only the one step whose limit counts here; null: every limit of that agency
     */
    public Sight look(String code, String agency, boolean lead, String only) {
        var at = clock.instant();
        var running = deadlines.openOf(code, agency, lead && !agency.isEmpty()).stream()
                .filter(limit -> limit.pausedAt() == null)
                // The limit of the whole case is its lead's, wherever that stands.
                .filter(limit -> only == null || only.equals(limit.step()) || isOfTheCase(limit, agency))
                .toList();
        return new Sight(code, agency, lead, at, running);
    }

    private static boolean isOfTheCase(OpenDeadline limit, String agency) {
        return !limit.agencyCode().equals(agency);
    }

    /** When to look at the limits of a step that begins: at once, if a level was reached that nobody has been told of. */
    public Instant firstMark(Sight sight) {
        return earliest(sight, limit -> isUntold(limit, sight.at()) ? sight.at() : nextMark(limit, sight.at()));
    }

    /** When to look at the limits of a step again, after what has been reached by now is reported. */
    public Instant nextMark(Sight sight) {
        return earliest(sight, limit -> nextMark(limit, sight.at()));
    }

    private static Instant earliest(Sight sight, Function<OpenDeadline, Instant> mark) {
        return sight.limits().stream().map(mark).min(Instant::compareTo).orElse(NEVER);
    }

    /** Its mark was reached between two steps, when no clock was looking. */
    private boolean isUntold(OpenDeadline limit, Instant now) {
        if (now.isBefore(limit.dueAt())) {
            return isToRemind(limit, now);
        }
        return !untold(limit, now).isEmpty();
    }

    private static boolean isToRemind(OpenDeadline limit, Instant now) {
        return !limit.warned() && !now.isBefore(limit.warnAt());
    }

    private List<Rung> untold(OpenDeadline limit, Instant now) {
        return rules.ladder(limit.urgency()).stream()
                .filter(rung -> rung.level() > limit.level() && !now.isBefore(at(limit, rung)))
                .toList();
    }

    private Instant nextMark(OpenDeadline limit, Instant now) {
        if (now.isBefore(limit.warnAt())) {
            return limit.warnAt();
        }
        if (now.isBefore(limit.dueAt())) {
            return limit.dueAt();
        }
        return rules.ladder(limit.urgency()).stream()
                .map(rung -> at(limit, rung))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(NEVER);
    }

    private Instant at(OpenDeadline limit, Rung rung) {
        return calendars.current().after(limit.dueAt(), Limit.parse(rung.after()));
    }

    /**
     * A mark may have been reached: whoever must know gets one notice for each level, with the row of the ladder by which he
     * is told. Nothing happens if a limit has moved or ended meanwhile.
     *
     * @return what has become late, in words; empty if nothing has
     */
    public Optional<String> report(Sight sight) {
        var notices = new ArrayList<LimitNotice>();
        var late = new ArrayList<String>();
        for (var limit : sight.limits()) {
            var responsible = sight.lead() ? sight.agency() : limit.agencyCode();
            if (sight.at().isBefore(limit.dueAt())) {
                remind(limit, responsible, sight.at(), notices);
            } else {
                escalate(limit, responsible, sight.at(), notices).ifPresent(late::add);
            }
        }
        deliver.inTime(notices);
        return late.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", late));
    }

    private void remind(OpenDeadline limit, String responsible, Instant now, List<LimitNotice> notices) {
        if (isToRemind(limit, now)) {
            notices.addAll(notices(limit, 0, REMINDED, null, responsible, now));
            deadlines.told(limit.id(), true, limit.level());
        }
    }

    private Optional<String> escalate(OpenDeadline limit, String responsible, Instant now, List<LimitNotice> notices) {
        var reached = untold(limit, now);
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        reached.forEach(
                rung -> notices.addAll(notices(limit, rung.level(), rung.told(), rung.rule(), responsible, now)));
        var level = reached.get(reached.size() - 1).level();
        deadlines.told(limit.id(), true, level);
        var late = limitWords.late(limit.step(), limit.dueAt()) + ", cấp " + level;
        events.add(
                limit.petitionCode(),
                now,
                "breach",
                Actor.SYSTEM,
                responsible.isEmpty() ? null : responsible,
                late,
                null);
        return Optional.of(late);
    }

    private List<LimitNotice> notices(
            OpenDeadline limit, int level, List<String> roles, String rule, String responsible, Instant now) {
        var recipients = roles.stream()
                .flatMap(role -> whoIs(role, responsible).stream())
                .distinct()
                .toList();
        if (recipients.isEmpty()) {
            events.add(
                    limit.petitionCode(),
                    now,
                    "nobody-to-tell",
                    Actor.SYSTEM,
                    null,
                    "Không có địa chỉ của: " + String.join(", ", roles) + " (cấp " + level + ")",
                    null);
        }
        return recipients.stream()
                .map(recipient -> notice(limit, level, recipient, rule, responsible, now))
                .toList();
    }

    private static LimitNotice notice(
            OpenDeadline limit, int level, Contacts.Contact recipient, String rule, String responsible, Instant now) {
        var key = limit.petitionCode() + "|deadline|" + limit.id() + "|L" + level + "|" + recipient.email();
        return new LimitNotice(
                key,
                limit.petitionCode(),
                recipient.email(),
                recipient.name(),
                level,
                limit.id(),
                responsible,
                limit.dueAt(),
                rule,
                SendNotice.messageId(key),
                now);
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

    /** Whether a step that begins now is late already: its limit passed in an earlier step. */
    public Optional<String> breachOf(Sight sight) {
        return sight.limits().stream()
                .filter(limit -> limit.level() > 0 && sight.at().isAfter(limit.dueAt()))
                .map(limit -> limitWords.late(limit.step(), limit.dueAt()))
                .findFirst();
    }
}
