package vn.haiphong.hotline1022.application.port;

import java.util.Collection;
import java.util.List;

/**
 * A person who is told of limits has a window, open as long as a delivery looks after his notices. Whoever writes one enters
 * the window; none that was entered closes before the commit.
 */
public interface NoticeWindows {

    /** The one window of all citizens who hear who has their case. */
    String CITIZENS = "citizens";

    /** @return those that were not open before: each needs a delivery */
    List<Window> enter(Collection<String> recipients);

    String recipientOf(long window);

    /** Whether nothing waits in it any more; then nothing can, until the commit, and the window is to be closed. */
    boolean isEmpty(long window);

    void close(long window);

    /** Whose notices wait without a window: whoever looked after them was taken away. */
    List<String> abandoned();

    record Window(long id, String recipient) {}
}
