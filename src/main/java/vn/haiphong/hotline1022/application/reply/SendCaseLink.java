package vn.haiphong.hotline1022.application.reply;

import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.OwnCases;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.application.port.Notices;
import vn.haiphong.hotline1022.application.port.Notices.Channel;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.receive.Telephones;

/** Sends the link to somebody's own cases (Giả định A-60, A-70). If the mail server or the gateway is away it is lost: whoever waits asks again. */
@Service
public class SendCaseLink {

    private static final String LETTER = "my-cases";

    private final OwnCases ownCases;
    private final Letters letters;
    private final Notices notices;
    private final SendNotice sendNotice;
    private final SmsWays smsWays;
    private final Clock clock;
    private final String portal;

    SendCaseLink(
            OwnCases ownCases,
            Letters letters,
            Notices notices,
            SendNotice sendNotice,
            SmsWays smsWays,
            Clock clock,
            @Value("${hotline.portal-url}") String portal) {
        this.ownCases = ownCases;
        this.letters = letters;
        this.notices = notices;
        this.sendNotice = sendNotice;
        this.smsWays = smsWays;
        this.clock = clock;
        this.portal = portal;
    }

    /** Whether a link may go by SMS, too. */
    public boolean reachesTelephones() {
        return smsWays.isThere();
    }

    /**
     * Does nothing if nobody wrote from there, or no SMS gets there.
     *
     * @param given an address or a telephone number, as it was typed
     */
    public void to(String given) {
        if (given.contains("@")) {
            send(given, Channel.mail);
        } else {
            Telephones.written(given).filter(smsWays::leadTo).ifPresent(phone -> send(phone, Channel.sms));
        }
    }

    private void send(String contact, Channel channel) {
        ownCases.linkFor(contact).ifPresent(link -> {
            var key = link.code() + "|" + LETTER + "|" + link.token().substring(0, 8)
                    + (channel == Channel.sms ? SendReply.SMS : "");
            // What is kept of the letter leads nowhere: the link is for the eyes of its reader.
            notices.keepAtOnce(notice(key, link, portal + "/my-cases", channel));
            sendNotice.hand(
                    notice(key, link, portal + "/my-cases/" + link.token(), channel),
                    () -> notices.sending(key, clock.instant()));
        });
    }

    private Notice notice(String key, OwnCases.NewLink link, String address, Channel channel) {
        Map<String, Object> facts =
                Map.of("name", "Quý vị", "text", "", "url", address, "minutes", OwnCases.OPENS_FOR.toMinutes());
        var written = channel == Channel.sms
                ? new Letters.Letter(
                        "Tin nhắn SMS",
                        smsWays.message(LETTER, facts, false).words().text(),
                        "")
                : letters.write(LETTER, facts);
        return new Notice(
                key,
                link.code(),
                LETTER,
                link.contact(),
                null,
                written.subject(),
                written.text(),
                written.html(),
                Notices.State.pending,
                SendNotice.messageId(key),
                clock.instant(),
                null,
                channel,
                null,
                null);
    }
}
