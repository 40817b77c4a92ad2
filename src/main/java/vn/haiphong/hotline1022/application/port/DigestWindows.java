package vn.haiphong.hotline1022.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.application.port.Notices.Notice;

/** How many letters a person gets: one at once, the rest of a while together. */
public interface DigestWindows {

    /** Whether nothing went to this person for a while; then this one does, and a new while begins. Committed at once. */
    boolean opens(String recipient, Instant now, Duration length);

    /**
     * The notice waits for the end of the while.
     *
     * @return the window, if this is the first that waits for its end
     */
    Optional<Window> gather(String noticeKey, String recipient);

    /** What waits for the end of that window; locked, so that nothing joins meanwhile. */
    List<Notice> gathered(long window);

    /**
     * They all go in that letter, and a new while begins.
     *
     * @param digestKey null if nothing waited
     */
    void carriedBy(long window, String digestKey, Instant closesAt);

    record Window(long id, Instant closesAt) {}
}
