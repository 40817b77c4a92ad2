package vn.haiphong.hotline1022.application.port;

import java.util.Optional;
import vn.haiphong.hotline1022.application.port.Notices.Notice;

/** Takes a message to its recipient. */
public interface ReplySender {

    /**
     * @param enclosure goes along as it is, byte for byte
     * @param beforeHandingOver called when the connection stands and the message is about to be handed over
     * @throws NotSent certainly not taken: try again later
     * @throws Rejected refused for good
     * @throws Uncertain nobody can say whether it was taken
     */
    void send(Notice notice, Optional<Enclosure> enclosure, Runnable beforeHandingOver);

    /** @param name of ASCII letters, so that every mail program shows it */
    record Enclosure(String name, String type, byte[] content) {}

    abstract class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(String message, Throwable cause) {
            super(message, cause);
        }
    }

    final class NotSent extends Failure {
        private static final long serialVersionUID = 1L;

        public NotSent(String message, Throwable cause) {
            super(message, cause);
        }
    }

    final class Rejected extends Failure {
        private static final long serialVersionUID = 1L;

        public Rejected(String message, Throwable cause) {
            super(message, cause);
        }
    }

    final class Uncertain extends Failure {
        private static final long serialVersionUID = 1L;

        public Uncertain(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
