package vn.haiphong.hotline1022.application.escalate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.LimitNotices;
import vn.haiphong.hotline1022.application.port.LimitNotices.LimitNotice;
import vn.haiphong.hotline1022.application.port.LimitNotices.Waiting;
import vn.haiphong.hotline1022.application.port.NoticeWindows;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.application.port.ReplySender.NotSent;
import vn.haiphong.hotline1022.application.reply.SendNotice;

/**
 * A storm does not flood a person (Giả định A-40): the first notice goes at once, what follows within the window goes in one
 * letter at its end. Every notice keeps its own row, its own level and its own proof of sending.
 */
@Service
public class DeliverNotices {

    /** What is surely sent before another node could take over: a job's lock ends after 30 seconds. */
    private static final int MOST_AT_ONCE = 100;

    private final LimitNotices notices;
    private final Notices written;
    private final NoticeWindows windows;
    private final LimitLetters letters;
    private final SendNotice sendNotice;
    private final SendNotices sendNotices;
    private final PetitionProcess process;
    private final Clock clock;
    private final Duration window;

    DeliverNotices(
            LimitNotices notices,
            Notices written,
            NoticeWindows windows,
            LimitLetters letters,
            SendNotice sendNotice,
            SendNotices sendNotices,
            PetitionProcess process,
            Clock clock,
            @Value("${hotline.notices.window}") Duration window) {
        this.notices = notices;
        this.written = written;
        this.windows = windows;
        this.letters = letters;
        this.sendNotice = sendNotice;
        this.sendNotices = sendNotices;
        this.process = process;
        this.clock = clock;
        this.window = window;
    }

    /** They wait for the next letter to whom they are for; who has none on the way gets a delivery of his own. */
    void inTime(List<LimitNotice> written) {
        if (written.isEmpty()) {
            return;
        }
        notices.keep(written);
        enter(written.stream().map(LimitNotice::recipient).toList());
    }

    /** A notice that has its words already, and goes with whatever else that person gets. */
    public void written(Notice notice) {
        written.keep(notice);
        enter(List.of(notice.recipient()));
    }

    /** To a citizen, who gets one such letter a case: all that are written in a window go one after the other, in one delivery. */
    public void toCitizen(Notice notice) {
        written.keep(notice);
        enter(List.of(NoticeWindows.CITIZENS));
    }

    private void enter(Collection<String> recipients) {
        windows.enter(recipients).forEach(opened -> process.deliverNotices(opened.id()));
    }

    /**
     * Sends all that waits in a window.
     *
     * @return when the next letter may go
     * @throws NotSent if the mail server did not take it: try again later; by then more may go with it
     */
    public Instant in(long window) {
        var recipient = windows.recipientOf(window);
        var citizens = NoticeWindows.CITIZENS.equals(recipient);
        var ready = citizens ? notices.onTheWayToCitizens(MOST_AT_ONCE) : notices.onTheWayTo(recipient);
        NotSent later = null;
        for (var letter : ready) {
            try {
                sendNotices.send(
                        letter.petitionCode(),
                        citizens ? "người gửi phản ánh" : recipient,
                        () -> sendNotice.of(letter.key()));
            } catch (NotSent e) {
                later = e;
            }
        }
        for (var together : together(notices.waitingFor(recipient))) {
            try {
                send(recipient, together);
            } catch (NotSent e) {
                later = e;
            }
        }
        if (later != null) {
            throw later;
        }
        return ready.size() == MOST_AT_ONCE ? clock.instant() : clock.instant().plus(this.window);
    }

    private List<List<Waiting>> together(List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        return window.isZero() ? waiting.stream().map(List::of).toList() : List.of(waiting);
    }

    private void send(String recipient, List<Waiting> together) {
        var now = clock.instant();
        var letter = letters.of(together, now);
        var carried = together.stream().map(waiting -> waiting.notice().key()).toList();
        sendNotices.send(
                letter.petitionCode(),
                recipient,
                () -> sendNotice.hand(letter, () -> notices.sending(letter, carried, clock.instant())));
    }

    /** Whether more was written meanwhile; if not, no more will be, until the window is closed. */
    public boolean isMoreIn(long window) {
        return !windows.isEmpty(window);
    }

    /** However a delivery ended, the next notice to this person begins another one. */
    public void close(long window) {
        windows.close(window);
    }

    /** Deliveries for those whose own was taken away while something still waited. */
    @Transactional
    public void resume() {
        enter(windows.abandoned());
    }
}
