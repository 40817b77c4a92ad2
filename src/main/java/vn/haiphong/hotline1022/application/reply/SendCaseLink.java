package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.OwnCases;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Notice;

/** Sends the link to somebody's own cases (Giả định A-60). If the mail server is away it is lost: whoever waits asks again. */
@Service
public class SendCaseLink {

    private static final String LETTER = "my-cases";

    private final OwnCases ownCases;
    private final Letters letters;
    private final Notices notices;
    private final SendNotice sendNotice;
    private final Clock clock;
    private final String portal;

    SendCaseLink(
            OwnCases ownCases,
            Letters letters,
            Notices notices,
            SendNotice sendNotice,
            Clock clock,
            @Value("${hotline.portal-url}") String portal) {
        this.ownCases = ownCases;
        this.letters = letters;
        this.notices = notices;
        this.sendNotice = sendNotice;
        this.clock = clock;
        this.portal = portal;
    }

    /** Does nothing if nobody wrote from this address. */
    public void to(String address) {
        ownCases.linkFor(address).ifPresent(link -> {
            var key = link.code() + "|" + LETTER + "|" + link.token().substring(0, 8);
            // What is kept of the letter leads nowhere: the link is for the eyes of its reader.
            notices.keepAtOnce(notice(key, link, portal + "/my-cases"));
            sendNotice.hand(
                    notice(key, link, portal + "/my-cases/" + link.token()),
                    () -> notices.sending(key, clock.instant()));
        });
    }

    private Notice notice(String key, OwnCases.NewLink link, String address) {
        var written = letters.write(
                LETTER,
                Map.of("name", "Quý vị", "url", address, "minutes", String.valueOf(OwnCases.OPENS_FOR.toMinutes())));
        return new Notice(
                key,
                link.code(),
                LETTER,
                link.email(),
                null,
                written.subject(),
                written.text(),
                written.html(),
                Notices.State.pending,
                SendNotice.messageId(key),
                clock.instant(),
                null);
    }
}
