package vn.haiphong.hotline1022.adapter.portal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.reply.PublishAnswer;

/** Once after each start: answers that may be published and were not, since there was no list yet, come into it. */
@Component
class OldAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(OldAnswers.class);

    private final PublishAnswer publish;

    OldAnswers(PublishAnswer publish) {
        this.publish = publish;
    }

    /** Beside the start: nobody waits for it, and the next start goes on where it broke off. */
    @EventListener(ApplicationReadyEvent.class)
    void publish() {
        var thread = new Thread(
                () -> {
                    try {
                        var published = publish.whatIsMissing();
                        if (published > 0) {
                            LOG.info("{} earlier answers published, masked", published);
                        }
                    } catch (RuntimeException e) {
                        LOG.warn("Earlier answers are published at the next start", e);
                    }
                },
                "old-answers");
        thread.setDaemon(true);
        thread.start();
    }
}
