package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.Attachments.Part;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.VirusScan;
import vn.haiphong.hotline1022.application.port.VirusScan.Verdict;

/**
 * What came while the virus scanner was away is opened by nobody until it has been scanned: in the background once the scanner is
 * back, or when somebody asks for it. An infected file is locked for good, and the case says so.
 */
@Service
public class ScanFiles {

    /** A file the scanner cannot judge is set aside for a while, so that it holds up no other. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(5);

    private final Attachments attachments;
    private final VirusScan scan;
    private final PetitionEvents events;
    private final Clock clock;

    ScanFiles(Attachments attachments, VirusScan scan, PetitionEvents events, Clock clock) {
        this.attachments = attachments;
        this.scan = scan;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Some of the files that wait; it ends where the scanner does not answer.
     *
     * @return how many are judged now
     */
    public int waiting(int most) {
        if (!scan.isSetUp()) {
            return 0;
        }
        for (var judged = 0; judged < most; judged++) {
            var now = clock.instant();
            var next = attachments.takeUnscanned(now, now.minus(AGAIN_AFTER));
            if (next.isEmpty()
                    || now(next.get().code(), next.get().id(), next.get().name()) == Verdict.AWAY) {
                return judged;
            }
        }
        return most;
    }

    /** Outside of any transaction: a scanner takes its time. */
    Verdict now(String code, long id, String name) {
        var bytes = attachments.bytes(id, Part.bytes);
        if (bytes.isEmpty()) {
            return Verdict.OFF; // erased meanwhile
        }
        var verdict = scan.of(bytes.get());
        if (verdict == Verdict.CLEAN || verdict == Verdict.INFECTED) {
            var first = attachments.scanned(id, verdict == Verdict.CLEAN, clock.instant());
            if (first && verdict == Verdict.INFECTED) {
                events.addAtOnce(
                        code, clock.instant(), "file-infected", Actor.SYSTEM, "Tệp có mã độc, đã khóa: " + name);
            }
        }
        return verdict;
    }
}
