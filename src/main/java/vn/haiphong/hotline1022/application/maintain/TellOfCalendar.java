package vn.haiphong.hotline1022.application.maintain;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.CalendarChanges;
import vn.haiphong.hotline1022.application.port.Contacts;
import vn.haiphong.hotline1022.application.port.Contacts.Contact;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.application.port.Deadlines.MovedDeadline;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.application.port.Letters.Letter;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.reply.SendNotice;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/** Who must know that a change of the calendar has moved a date: each citizen his own, an agency's people all of theirs. */
@Service
public class TellOfCalendar {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.OFFICE);

    private final CalendarChanges changes;
    private final Deadlines deadlines;
    private final Contacts contacts;
    private final Letters letters;
    private final Notices notices;
    private final Words words;
    private final Clock clock;

    TellOfCalendar(
            CalendarChanges changes,
            Deadlines deadlines,
            Contacts contacts,
            Letters letters,
            Notices notices,
            Words words,
            Clock clock) {
        this.changes = changes;
        this.deadlines = deadlines;
        this.contacts = contacts;
        this.letters = letters;
        this.notices = notices;
        this.words = words;
        this.clock = clock;
    }

    /** @param batch under which the letters are sent */
    public void of(long version, String batch) {
        var reason = changes.find(version).orElseThrow().reason();
        var now = clock.instant();
        var byAgency = new LinkedHashMap<String, List<MovedDeadline>>();
        for (var moved : deadlines.movedBy(version)) {
            if (moved.step().equals("handle") && moved.petitionerEmail() != null) {
                tellCitizen(version, moved, reason, batch, now);
            }
            byAgency.computeIfAbsent(responsible(moved), agency -> new ArrayList<>())
                    .add(moved);
        }
        byAgency.forEach((agency, moved) -> tellAgency(version, agency, moved, reason, batch, now));
    }

    /** The limit of the whole case is the lead agency's; what has no agency is for 1022 to see in its own list. */
    private static String responsible(MovedDeadline moved) {
        return moved.agencyCode().isEmpty()
                        && moved.lead() != null
                        && moved.step().equals("handle")
                ? moved.lead()
                : moved.agencyCode();
    }

    private void tellCitizen(long version, MovedDeadline moved, String reason, String batch, Instant now) {
        var letter = letters.write(
                "recounted",
                Map.of(
                        "code",
                        moved.petitionCode(),
                        "name",
                        moved.petitionerName() == null ? "Quý vị" : moved.petitionerName(),
                        "was",
                        WHEN.format(moved.wasDueAt()),
                        "dueAt",
                        WHEN.format(moved.dueAt()),
                        "reason",
                        reason));
        keep(
                moved.petitionCode() + "|calendar|" + version,
                moved.petitionCode(),
                "recounted",
                new Contact(moved.petitionerName(), moved.petitionerEmail()),
                letter,
                batch,
                now);
    }

    private void tellAgency(
            long version, String agency, List<MovedDeadline> moved, String reason, String batch, Instant now) {
        if (agency.isEmpty()) {
            return;
        }
        var cases = moved.stream()
                .map(one -> one.petitionCode() + " (" + words.of("step", one.step()) + "): "
                        + WHEN.format(one.wasDueAt()) + " → " + WHEN.format(one.dueAt()))
                .toList();
        var people = new ArrayList<>(contacts.of("focal", agency));
        people.addAll(contacts.of("officer", agency));
        for (var person : people.stream().distinct().toList()) {
            var letter = letters.write(
                    "calendar-change",
                    Map.of("name", person.name(), "count", cases.size(), "reason", reason, "cases", cases));
            keep(
                    "calendar|" + version + "|" + agency + "|" + person.email(),
                    null,
                    "calendar-change",
                    person,
                    letter,
                    batch,
                    now);
        }
    }

    private void keep(
            String key, String petitionCode, String kind, Contact to, Letter letter, String batch, Instant now) {
        notices.keep(new Notice(
                key,
                petitionCode,
                kind,
                to.email(),
                to.name(),
                letter.subject(),
                letter.text(),
                letter.html(),
                Notices.State.pending,
                SendNotice.messageId(key),
                now,
                batch));
    }
}
