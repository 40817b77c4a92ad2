package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.ReplyTemplates;
import vn.haiphong.hotline1022.application.port.ReplyTemplates.Template;

/** Texts to begin an answer with, for the field of the case and each ending, filled with what is known (Giả định A-52). */
@Service
public class OfferTemplates {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(OFFICE);

    private final Petitions petitions;
    private final ReplyTemplates templates;
    private final Words words;
    private final Clock clock;

    OfferTemplates(Petitions petitions, ReplyTemplates templates, Words words, Clock clock) {
        this.petitions = petitions;
        this.templates = templates;
        this.words = words;
        this.clock = clock;
    }

    /** What an officer has still to say stands in square brackets. */
    public List<Template> forCase(String code) {
        var petition = petitions.get(code);
        var place = petition.address() == null || petition.address().isBlank() ? "[địa điểm]" : petition.address();
        return templates.of(petition.field()).stream()
                .map(template -> new Template(
                        words.of("ending", template.ending()) + ": " + template.name(),
                        template.ending(),
                        template.text()
                                .replace("{ma}", code)
                                .replace("{noi}", place)
                                .replace("{ngay}", DAY.format(clock.instant()))))
                .toList();
    }
}
