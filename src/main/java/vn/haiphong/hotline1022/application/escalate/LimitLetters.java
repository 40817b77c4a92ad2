package vn.haiphong.hotline1022.application.escalate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.application.port.Letters.Letter;
import vn.haiphong.hotline1022.application.port.LimitNotices.Waiting;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.reply.SendNotice;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.directory.Agency;

/** Puts notices of limits into words: one is a letter itself, several go in one. */
@Component
class LimitLetters {

    private final Letters letters;
    private final Agencies agencies;
    private final Words words;
    private final LimitWords limitWords;

    LimitLetters(Letters letters, Agencies agencies, Words words, LimitWords limitWords) {
        this.letters = letters;
        this.agencies = agencies;
        this.words = words;
        this.limitWords = limitWords;
    }

    Notice of(List<Waiting> notices, Instant now) {
        return notices.size() == 1 ? itself(notices.get(0), now) : digest(notices, now);
    }

    private Notice itself(Waiting waiting, Instant now) {
        var notice = waiting.notice();
        var letter = letters.write(
                notice.kind(),
                Map.of(
                        "code",
                        notice.petitionCode(),
                        "name",
                        named(notice.recipientName()),
                        "step",
                        limitWords.step(waiting.step()),
                        "agency",
                        notice.agencyCode().isEmpty() ? "Tổng đài 1022" : nameOf(notice.agencyCode(), now),
                        "field",
                        words.of("field", waiting.field()),
                        "dueAt",
                        LimitWords.when(notice.dueAt()),
                        "level",
                        notice.level()));
        return letter(
                notice.key(),
                notice.petitionCode(),
                notice.kind(),
                waiting,
                letter,
                notice.messageId(),
                notice.createdAt());
    }

    private Notice digest(List<Waiting> notices, Instant now) {
        var first = notices.get(0);
        var key = "digest|" + first.notice().key(); // no notice is carried twice
        var letter = letters.write(
                "digest",
                Map.of(
                        "name",
                        named(first.notice().recipientName()),
                        "count",
                        notices.size(),
                        "notices",
                        notices.stream().map(this::line).toList()));
        return letter(key, null, "digest", first, letter, SendNotice.messageId(key), now);
    }

    private Map<String, Object> line(Waiting waiting) {
        var notice = waiting.notice();
        return Map.of(
                "code",
                notice.petitionCode(),
                "level",
                notice.level(),
                "step",
                limitWords.step(waiting.step()),
                "dueAt",
                LimitWords.when(notice.dueAt()));
    }

    private static Notice letter(
            String key,
            String petitionCode,
            String kind,
            Waiting to,
            Letter letter,
            String messageId,
            Instant createdAt) {
        return new Notice(
                key,
                petitionCode,
                kind,
                to.notice().recipient(),
                to.notice().recipientName(),
                letter.subject(),
                letter.text(),
                letter.html(),
                Notices.State.pending,
                messageId,
                createdAt,
                null);
    }

    private static String named(String name) {
        return name == null ? "" : name;
    }

    private String nameOf(String agency, Instant at) {
        return agencies.orSuccessor(agency, at.atZone(WorkingCalendar.OFFICE).toLocalDate())
                .map(Agency::name)
                .orElse(agency);
    }
}
