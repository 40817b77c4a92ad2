package vn.haiphong.hotline1022.application.reply;

import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.PublishedAnswers;
import vn.haiphong.hotline1022.domain.petition.MaskPersonalData;

/** Keeps what everybody may read of an answer, if its sender agreed (Giả định A-60): masked here, and nowhere later. */
@Service
public class PublishAnswer {

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
}
