package vn.haiphong.hotline1022.adapter.sms;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Where the gateway is and how much it takes. */
@Component
@ConditionalOnProperty("hotline.sms.host")
class SmsSettings {

    final String host;
    final int port;
    final String systemId;
    final String password;
    final String systemType;
    final String sender;
    final boolean tls;
    final double perSecond;
    final Duration answerWithin;
    final Duration enquireEvery;
    final ReceiptIds receiptIds;

    SmsSettings(
            @Value("${hotline.sms.host}") String host,
            @Value("${hotline.sms.port}") int port,
            @Value("${hotline.sms.system-id}") String systemId,
            @Value("${hotline.sms.password}") String password,
            @Value("${hotline.sms.system-type}") String systemType,
            @Value("${hotline.sms.sender}") String sender,
            @Value("${hotline.sms.tls}") boolean tls,
            @Value("${hotline.sms.per-second}") double perSecond,
            @Value("${hotline.sms.answer-within}") Duration answerWithin,
            @Value("${hotline.sms.enquire-every}") Duration enquireEvery,
            @Value("${hotline.sms.receipt-ids}") String receiptIds) {
        this.host = host;
        this.port = port;
        this.systemId = systemId;
        this.password = password;
        this.systemType = systemType;
        this.sender = sender;
        this.tls = tls;
        this.perSecond = perSecond;
        this.answerWithin = answerWithin;
        this.enquireEvery = enquireEvery;
        this.receiptIds = ReceiptIds.of(receiptIds);
    }
}
