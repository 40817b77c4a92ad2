package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Attachments.Scan;
import vn.haiphong.hotline1022.application.port.CaseFiles;
import vn.haiphong.hotline1022.application.port.CaseFiles.Facts;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.Consents;
import vn.haiphong.hotline1022.application.port.PersonalReads;
import vn.haiphong.hotline1022.application.port.PersonalReads.Data;
import vn.haiphong.hotline1022.application.port.ReplyLetters;
import vn.haiphong.hotline1022.domain.message.SmsText;

/**
 * Shows a whole case to somebody who has a task in it. Who sent it is known to 1022 alone (Giả định A-21); a confidential
 * case is open to coordinators, to the two bodies that receive denunciations and, where it was accepted because a life is in
 * danger, to the agencies at work on it. Every look at who sent it, or at a confidential case, is kept (Giả định ).
 */
@Service
public class ShowCase {

    static final String CONTACT_HIDDEN = "ẩn (liên hệ qua Tổng đài 1022)";

    private static final Set<String> OPERATION_CENTRE = Set.of("operators", "coordinators");
    private static final Set<String> CONFIDENTIAL_READERS =
            Set.of("coordinators", "TTTP", "TTTP-leaders", "BTCD", "BTCD-leaders");

    private final CaseFiles cases;
    private final PersonalReads reads;
    private final ExplainDeadlines explainDeadlines;
    private final CaseEvidence evidence;
    private final Consents consents;
    private final ReplyLetters replyLetters;
    private final Colleagues colleagues;
    private final Words words;
    private final Clock clock;

    ShowCase(
            CaseFiles cases,
            PersonalReads reads,
            ExplainDeadlines explainDeadlines,
            CaseEvidence evidence,
            Consents consents,
            ReplyLetters replyLetters,
            Colleagues colleagues,
            Words words,
            Clock clock) {
        this.cases = cases;
        this.reads = reads;
        this.explainDeadlines = explainDeadlines;
        this.evidence = evidence;
        this.consents = consents;
        this.replyLetters = replyLetters;
        this.colleagues = colleagues;
        this.words = words;
        this.clock = clock;
    }

    /** @return empty if there is no such case for this person */
    public Optional<CaseFile> forTask(String petitionCode, String userId, Set<String> groups) {
        var found = open(petitionCode, groups);
        found.ifPresent(
                facts -> looked(facts, isOperationCentre(groups) && facts.petitioner() != null, userId, "case"));
        return found.map(facts -> fileOf(facts, groups));
    }

    /** What the citizen wrote later, for whoever may see the case. */
    public Optional<List<CaseFile.Message>> messages(String petitionCode, String userId, Set<String> groups) {
        var found = open(petitionCode, groups);
        found.ifPresent(facts -> looked(facts, false, userId, "case"));
        return found.map(ShowCase::messages);
    }

    /** Whether this person may read the letter of reply, which says who gets it. */
    public boolean mayReadLetter(String petitionCode, String userId, Set<String> groups) {
        var found = open(petitionCode, groups).filter(facts -> isOperationCentre(groups));
        found.ifPresent(facts -> looked(facts, true, userId, "letter"));
        return found.isPresent();
    }

    /** Whether this person may open the case; what it says about the person who wrote is not shown by asking. */
    public boolean isOpenTo(String petitionCode, Set<String> groups) {
        return open(petitionCode, groups).isPresent();
    }

    /** Whether this person may see the case, and with it its files. */
    boolean mayOpen(String petitionCode, String userId, Set<String> groups) {
        var found = open(petitionCode, groups);
        found.ifPresent(facts -> looked(facts, false, userId, "attachment"));
        return found.isPresent();
    }

    private void looked(Facts facts, boolean contact, String userId, String door) {
        if (contact || facts.confidential()) {
            var data =
                    !facts.confidential() ? Data.CONTACT : contact ? Data.CONTACT_OF_CONFIDENTIAL : Data.CONFIDENTIAL;
            reads.add(List.of(facts.code()), userId, clock.instant(), door, data);
        }
    }

    private Optional<Facts> open(String petitionCode, Set<String> groups) {
        return cases.find(petitionCode)
                .filter(facts -> !facts.confidential()
                        || groups.stream().anyMatch(CONFIDENTIAL_READERS::contains)
                        || facts.handlings().stream().anyMatch(handling -> isAtWork(handling, groups)));
    }

    private static boolean isAtWork(CaseFiles.Handling handling, Set<String> groups) {
        return handling.endedAt() == null && groups.contains(handling.agency());
    }

    /** Who wrote is known to 1022 alone. */
    public static boolean knowsPetitioner(Set<String> groups) {
        return isOperationCentre(groups);
    }

    static boolean isOperationCentre(Set<String> groups) {
        return groups.stream().anyMatch(OPERATION_CENTRE::contains);
    }

    private CaseFile fileOf(Facts facts, Set<String> groups) {
        var seesContact = isOperationCentre(groups);
        var now = clock.instant();
        var petitioner = facts.petitioner();
        return new CaseFile(
                facts.code(),
                words.of("state", facts.state().name()),
                facts.confidential(),
                words.of("channel", facts.channel()),
                facts.content(),
                place(facts),
                facts.lat() == null || facts.lon() == null ? null : facts.lat() + ", " + facts.lon(),
                facts.receivedAt(),
                facts.occurredAt(),
                words.of("kind", facts.kind()),
                words.of("category", facts.category()),
                words.of("field", facts.field()),
                words.of("urgency", facts.urgency()),
                "urgent".equals(facts.urgency()),
                facts.dueAt(),
                isOverdue(facts, now),
                words.of("refusalReason", facts.decisionReason()),
                facts.question(),
                facts.mergedInto(),
                facts.replyText(),
                facts.repliedAt(),
                facts.ending() == null ? null : facts.ending().inWords(),
                facts.rating() == null
                        ? null
                        : words.of("rating", facts.rating().toString()),
                facts.ratingReason(),
                facts.reopened(),
                seesContact && petitioner != null
                        ? new CaseFile.Petitioner(petitioner.name(), petitioner.phone(), petitioner.email())
                        : null,
                contactNote(seesContact, petitioner),
                facts.handlings().stream().map(this::handling).toList(),
                explainDeadlines.of(facts.code()),
                facts.events().stream().map(this::entry).toList(),
                facts.files().stream().map(this::file).toList(),
                evidence(facts, groups),
                facts.letters().stream()
                        .map(letter -> new CaseFile.Letter(
                                words.of("letter", letter.kind()),
                                seesContact ? letter.recipient() : null,
                                letter.subject() == null ? words.of("letter", letter.kind()) : letter.subject(),
                                words.of("noticeState", letter.state()),
                                letter.createdAt(),
                                letter.sentAt(),
                                seesContact ? letter.message() : null,
                                letter.message() == null ? 0 : new SmsText(letter.message()).segments()))
                        .toList(),
                consents.of(facts.code()).stream()
                        .map(consent -> new CaseFile.Consent(
                                words.of("consent", consent.purpose().name()),
                                consent.givenAt(),
                                consent.withdrawnAt()))
                        .toList(),
                messages(facts),
                seesContact
                        ? replyLetters
                                .ofAnswer(facts.code())
                                .map(ReplyLetters.Letter::number)
                                .orElse(null)
                        : null);
    }

    /** What the citizen wrote after the petition itself, the latest first. */
    private static List<CaseFile.Message> messages(Facts facts) {
        var messages = new ArrayList<CaseFile.Message>();
        var open = true;
        var latestFirst = new ArrayList<>(facts.events());
        Collections.reverse(latestFirst);
        for (var event : latestFirst) {
            if ("citizen-heard".equals(event.type())) {
                open = false;
            } else if ("citizen-wrote".equals(event.type())) {
                messages.add(new CaseFile.Message(event.at(), event.note(), open));
            }
        }
        return messages;
    }

    private CaseFile.File file(CaseFiles.File one) {
        var file = one.file();
        var who = who(file.addedBy());
        return new CaseFile.File(
                file.id(),
                file.name(),
                file.isPicture() ? "picture" : file.isVideo() ? "video" : "document",
                file.purpose().name(),
                words.of("purpose", file.purpose().name()),
                file.scan() == Scan.infected ? "Có mã độc, đã khóa" : null,
                file.size(),
                one.agencyName().isEmpty() ? who : who + " · " + one.agencyName(),
                file.addedAt());
    }

    private CaseFile.Evidence evidence(Facts facts, Set<String> groups) {
        var demanded = evidence.isDemanded(facts.code());
        var asAgency = facts.handlings().stream().anyMatch(handling -> isAtWork(handling, groups));
        return new CaseFile.Evidence(
                asAgency || isOperationCentre(groups),
                asAgency,
                isOperationCentre(groups),
                demanded,
                demanded && evidence.isMissing(facts.code()));
    }

    private static String contactNote(boolean seesContact, CaseFiles.Petitioner petitioner) {
        if (!seesContact) {
            return CONTACT_HIDDEN;
        }
        return petitioner == null ? "không để lại thông tin" : null;
    }

    private static boolean isOverdue(Facts facts, Instant now) {
        var until = facts.repliedAt() == null ? now : facts.repliedAt();
        return facts.dueAt() != null && !facts.state().isClosed() && until.isAfter(facts.dueAt());
    }

    private static String place(Facts facts) {
        if (facts.address() == null) {
            return facts.area();
        }
        return facts.area() == null ? facts.address() : facts.address() + ", " + facts.area();
    }

    private CaseFile.Handling handling(CaseFiles.Handling handling) {
        return new CaseFile.Handling(
                handling.agencyName(),
                handling.lead() ? "Chủ trì" : "Phối hợp",
                words.of("handling", handling.state()),
                handling.basis(),
                handling.assignedAt(),
                handling.acceptedAt(),
                handling.endedAt(),
                handling.returnReason(),
                handling.suggestedAgency(),
                handling.opinion(),
                handling.extensions());
    }

    private CaseFile.Entry entry(CaseFiles.Event event) {
        var who = who(event.actor());
        return new CaseFile.Entry(
                event.at(),
                event.agencyName().isEmpty() ? who : who + " · " + event.agencyName(),
                words.knows("event", event.type())
                        ? words.of("event", event.type()) + ": " + event.note()
                        : event.note());
    }

    private String who(String actor) {
        return Actor.CITIZEN.equals(actor) || Actor.SYSTEM.equals(actor)
                ? words.of("actor", actor)
                : colleagues.nameOf(actor);
    }
}
