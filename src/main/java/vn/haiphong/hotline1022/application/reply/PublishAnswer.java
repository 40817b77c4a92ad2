package vn.haiphong.hotline1022.application.reply;

import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.PublishedAnswers;
import vn.haiphong.hotline1022.domain.petition.MaskPersonalData;

/**
 * Keeps what everybody may read of an answer, if its sender agreed (Giả định A-60): masked here, and nowhere later. A consent that
 * comes later, or goes, is followed at once (Giả định A-67).
 */
@Service
public class PublishAnswer {

    private static final int LOT = 200;

    private final PublishedAnswers published;

    PublishAnswer(PublishedAnswers published) {
        this.published = published;
    }

    public void of(String code) {
        published
                .publishable(code)
                .ifPresent(answer -> published.keep(
                        code, MaskPersonalData.in(answer.content()), MaskPersonalData.in(answer.reply())));
    }

    /** What may not be shown any more is not kept either. */
    public void withdrawn(String code) {
        published.remove(code);
    }

    /**
     * Keeps what may be shown and is not yet: answers from before there was a list. What cannot be masked here is not kept, and what
     * is not kept is not shown. @return how many
     */
    public int whatIsMissing() {
        var kept = 0;
        var lot = published.missing("", LOT);
        while (!lot.isEmpty()) {
            lot.forEach(this::of);
            kept += lot.size();
            lot = published.missing(lot.get(lot.size() - 1), LOT);
        }
        return kept;
    }
}
