package vn.haiphong.hotline1022.application.escalate;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.DigestWindows;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.application.port.Letters.Letter;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.reply.SendNotice;

/**
 * A storm does not flood a person (Giả định A-40): the first notice goes at once, what follows within the window goes in one
 * letter at its end. Every notice keeps its own row, its own level and its own proof of sending.
 */
@Service
public class GatherNotices {

    private static final Set<String> GATHERED = Set.of("reminder", "breach");

    private final DigestWindows windows;
    private final Notices notices;
    private final Letters letters;
    private final PetitionProcess process;
    private final Clock clock;
    private final Duration window;

    GatherNotices(
            DigestWindows windows,
            Notices notices,
            Letters letters,
            PetitionProcess process,
            Clock clock,
            @Value("${hotline.notices.window}") Duration window) {
        this.windows = windows;
        this.notices = notices;
        this.letters = letters;
        this.process = process;
        this.clock = clock;
        this.window = window;
    }

    /** Whether it goes now: nothing went to this person for a while, or it is no notice of a limit. */
    boolean goesAtOnce(Notice notice) {
        return !GATHERED.contains(notice.kind())
                || notice.state() != Notices.State.pending
                || window.isZero()
                || windows.opens(notice.recipient(), clock.instant(), window);
    }

    /** Those that wait to go with others; always in the same order, so that two reports never wait for each other. */
    void gather(List<Notice> waiting) {
        waiting.stream()
                .sorted(Comparator.comparing(Notice::recipient))
                .forEach(notice -> windows.gather(notice.key(), notice.recipient())
                        .ifPresent(first -> process.sendDigest(first.id(), first.closesAt())));
    }

    /**
     * The window is over: what waited becomes one letter.
     *
     * @param batch under which it is sent
     */
    public void close(long id, String batch) {
        var now = clock.instant();
        var gathered = windows.gathered(id);
        if (gathered.isEmpty()) {
            windows.carriedBy(id, null, now);
            return;
        }
        var first = gathered.get(0);
        var key = "digest|" + batch;
        var letter = gathered.size() == 1 ? itself(first) : digest(gathered);
        notices.keep(new Notice(
                key,
                null,
                "digest",
                first.recipient(),
                first.recipientName(),
                letter.subject(),
                letter.text(),
                letter.html(),
                Notices.State.pending,
                SendNotice.messageId(key),
                now,
                batch));
        windows.carriedBy(id, key, now.plus(window));
    }

    private static Letter itself(Notice notice) {
        return new Letter(notice.subject(), notice.text(), notice.html());
    }

    private Letter digest(List<Notice> gathered) {
        var name = gathered.get(0).recipientName();
        return letters.write(
                "digest",
                Map.of(
                        "name",
                        name == null ? "" : name,
                        "count",
                        gathered.size(),
                        "subjects",
                        gathered.stream().map(Notice::subject).toList()));
    }
}
