package vn.haiphong.hotline1022.adapter.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.ReplySender.NotSent;
import vn.haiphong.hotline1022.application.port.ReplySender.Rejected;
import vn.haiphong.hotline1022.application.port.ReplySender.Uncertain;
import vn.haiphong.hotline1022.application.port.SmsSender;
import vn.haiphong.hotline1022.application.reply.FollowDelivery;
import vn.haiphong.hotline1022.domain.message.SmsText;
import vn.haiphong.hotline1022.domain.message.SmsText.Part;

/**
 * Hands an SMS to the gateway, part by part. A part the gateway confirmed never goes again; one it was given and did not
 * answer may have gone, so that nothing more of this message goes.
 */
@Component
@ConditionalOnProperty("hotline.sms.host")
class SmppSmsSender implements SmsSender {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final String VIETNAM = "VN";
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    /** Trying again would change nothing. */
    private static final Set<Integer> FOR_GOOD = Set.of(
            SMPPConstant.STAT_ESME_RINVDSTADR,
            SMPPConstant.STAT_ESME_RINVDSTTON,
            SMPPConstant.STAT_ESME_RINVDSTNPI,
            SMPPConstant.STAT_ESME_RX_P_APPN,
            SMPPConstant.STAT_ESME_RX_R_APPN);

    private final SmppGateway gateway;
    private final SmsSettings settings;
    private final FollowDelivery follow;
    private final Pace pace;

    SmppSmsSender(SmppGateway gateway, SmsSettings settings, FollowDelivery follow) {
        this.gateway = gateway;
        this.settings = settings;
        this.follow = follow;
        this.pace = new Pace(settings.perSecond);
    }

    /** Mobile numbers of this country: what the contract with a gateway here covers (Giả định A-56). */
    @Override
    public boolean reaches(String phone) {
        try {
            var number = PHONES.parse(phone, VIETNAM);
            return VIETNAM.equals(PHONES.getRegionCodeForNumber(number))
                    && PHONES.getNumberType(number) == PhoneNumberType.MOBILE;
        } catch (NumberParseException e) {
            return false;
        }
    }

    @Override
    public void send(Notice notice, Runnable beforeHandingOver) {
        var session = gateway.session();
        var parts = new SmsText(notice.text()).parts();
        var done = follow.partsOf(notice.key());
        var claimed = false;
        for (var i = 0; i < parts.size(); i++) {
            if (done.contains(i)) {
                continue;
            }
            waitForMyPlace();
            if (!claimed) {
                beforeHandingOver.run();
                claimed = true;
            }
            var id = handOver(session, notice, parts.get(i), i, parts.size());
            follow.handedOver(notice.key(), i, parts.size(), settings.receiptIds.taken(id));
        }
        if (!claimed) { // all parts had gone when something broke
            beforeHandingOver.run();
        }
        follow.allHandedOver(notice.key());
    }

    private void waitForMyPlace() {
        var wait = pace.place(System.nanoTime());
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new NotSent("Nhiều tin nhắn đang chờ cổng tin nhắn, gửi sau.", null);
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent("Đang dừng hệ thống, gửi tin nhắn sau.", e);
        }
    }

    private String handOver(SMPPSession session, Notice notice, Part part, int place, int parts) {
        var body = part.bytes();
        var message = parts == 1 ? body : withHeader(body, notice.key(), place, parts);
        try {
            return session.submitShortMessage(
                            settings.systemType,
                            senderType(),
                            NumberingPlanIndicator.UNKNOWN,
                            settings.sender,
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            notice.recipient().replace("+", ""),
                            new ESMClass(
                                    MessageMode.DEFAULT,
                                    MessageType.DEFAULT,
                                    parts == 1 ? GSMSpecificFeature.DEFAULT : GSMSpecificFeature.UDHI),
                            (byte) 0,
                            (byte) 0,
                            null,
                            null,
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            new GeneralDataCoding(part.gsm() ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2),
                            (byte) 0,
                            message)
                    .getMessageId();
        } catch (NegativeResponseException e) {
            if (FOR_GOOD.contains(e.getCommandStatus())) {
                throw new Rejected("Cổng tin nhắn từ chối: " + e.getMessage(), e);
            }
            throw new NotSent("Cổng tin nhắn hẹn lại: " + e.getMessage(), e);
        } catch (PDUException e) { // it could not even be written
            throw new Rejected("Tin nhắn không gửi được: " + e.getMessage(), e);
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            throw new Uncertain("Cổng tin nhắn không trả lời khi đang gửi: " + e.getMessage(), e);
        }
    }

    /** A name of letters is sent as such; a number as it is. */
    private TypeOfNumber senderType() {
        return settings.sender.chars().allMatch(Character::isDigit) ? TypeOfNumber.UNKNOWN : TypeOfNumber.ALPHANUMERIC;
    }

    /** Says which part of which message it is; the same after a crash as before. */
    private static byte[] withHeader(byte[] body, String key, int place, int parts) {
        var whole = new byte[body.length + 6];
        whole[0] = 5;
        whole[1] = 0;
        whole[2] = 3;
        whole[3] = (byte) key.hashCode();
        whole[4] = (byte) parts;
        whole[5] = (byte) (place + 1);
        System.arraycopy(body, 0, whole, 6, body.length);
        return whole;
    }
}
