package vn.haiphong.hotline1022.adapter.sms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.hear.TakeSms;
import vn.haiphong.hotline1022.application.reply.FollowDelivery;
import vn.haiphong.hotline1022.domain.message.SmsText;

/**
 * What the gateway brings: words of citizens, and what became of ours. It is told "taken" only once the register has it;
 * otherwise it brings it again.
 */
@Component
@ConditionalOnProperty("hotline.sms.host")
class SmppInbox implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(SmppInbox.class);
    private static final Pattern ID = Pattern.compile("\\bid:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:\\s*(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ERROR = Pattern.compile("\\berr:\\s*(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final int UCS2 = 8;
    private static final int LATIN1 = 3;
    private static final int BINARY_MASK = 0x0C;

    private final FollowDelivery follow;
    /** Asked for when something comes in: what is taken may be answered over the same line. */
    private final ObjectFactory<TakeSms> takeSms;

    private final ReceiptIds ids;

    SmppInbox(FollowDelivery follow, ObjectFactory<TakeSms> takeSms, SmsSettings settings) {
        this.follow = follow;
        this.takeSms = takeSms;
        this.ids = settings.receiptIds;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        try {
            if (message.isSmscDeliveryReceipt()) {
                receipt(message);
            } else if (!message.isIntermediateDeliveryNotification()) {
                words(message);
            }
        } catch (RuntimeException e) {
            LOG.warn("An SMS that came in was not taken, the gateway has to bring it again", e);
            throw new ProcessRequestException("not taken", SMPPConstant.STAT_ESME_RX_T_APPN, e);
        }
    }

    private void receipt(DeliverSm message) {
        var text = new String(bytes(message), StandardCharsets.ISO_8859_1);
        var id = Optional.ofNullable(message.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID))
                .map(tag -> ((OptionalParameter.COctetString) tag).getValueAsString())
                .or(() -> found(ID, text));
        var state = found(STATE, text).orElse("").toUpperCase(java.util.Locale.ROOT);
        if (id.isEmpty() || state.isEmpty()) {
            LOG.warn("A delivery receipt that says nothing: {}", text);
            return;
        }
        switch (state.length() > 5 ? state.substring(0, 5) : state) {
            case "DELIV" -> follow.reported(ids.reported(id.get()), true, null);
            case "EXPIR", "DELET", "UNDEL", "REJEC", "FAILE" ->
                follow.reported(
                        ids.reported(id.get()),
                        false,
                        state + found(ERROR, text).map(code -> " " + code).orElse(""));
            default -> LOG.debug("SMS {} on its way: {}", id.get(), state);
        }
    }

    private static Optional<String> found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void words(DeliverSm message) {
        var bytes = bytes(message);
        var reference = 0;
        var parts = 1;
        var part = 1;
        if (message.isUdhi() && bytes.length > 0) {
            var length = Math.min(bytes.length, (bytes[0] & 0xFF) + 1);
            for (var i = 1; i + 1 < length; i += 2 + (bytes[i + 1] & 0xFF)) {
                var shortReference = bytes[i] == 0 && i + 4 < length;
                var longReference = bytes[i] == 8 && i + 5 < length;
                if (shortReference || longReference) {
                    var at = longReference ? i + 3 : i + 2;
                    reference = longReference ? (bytes[i + 2] & 0xFF) << 8 | bytes[at] & 0xFF : bytes[at] & 0xFF;
                    parts = bytes[at + 1] & 0xFF;
                    part = bytes[at + 2] & 0xFF;
                }
            }
            bytes = Arrays.copyOfRange(bytes, length, bytes.length);
        } else if (message.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS) instanceof OptionalParameter.Byte total
                && message.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM) instanceof OptionalParameter.Byte place
                && message.getOptionalParameter(Tag.SAR_MSG_REF_NUM) instanceof OptionalParameter.Short number) {
            reference = number.getValue() & 0xFFFF;
            parts = total.getValue() & 0xFF;
            part = place.getValue() & 0xFF;
        }
        var text = read(bytes, message.getDataCoding());
        if (parts > 1 && part >= 1 && part <= parts) {
            takeSms.getObject().part(message.getSourceAddr(), reference, parts, part, text);
        } else {
            takeSms.getObject().from(message.getSourceAddr(), text);
        }
    }

    private static String read(byte[] bytes, byte coding) {
        Charset charset = switch (coding) {
            case 1 -> StandardCharsets.US_ASCII;
            case LATIN1 -> StandardCharsets.ISO_8859_1;
            default -> (coding & BINARY_MASK) == UCS2 ? StandardCharsets.UTF_16BE : null;
        };
        return charset == null ? SmsText.read(bytes) : new String(bytes, charset);
    }

    private static byte[] bytes(DeliverSm message) {
        if (message.getOptionalParameter(Tag.MESSAGE_PAYLOAD) instanceof OptionalParameter.OctetString payload) {
            return payload.getValue();
        }
        return message.getShortMessage() == null ? new byte[0] : message.getShortMessage();
    }

    /** Long messages of which a part never came. */
    void lookForUnfinished() {
        try {
            takeSms.getObject().unfinished();
        } catch (RuntimeException e) {
            LOG.warn("SMS that came in part wait", e);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // that a telephone is back tells us nothing
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("deliver_sm is what we take", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
