package vn.haiphong.hotline1022.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.domain.message.SmsText;

class DemoSmsGatewayTest {

    private final BlockingQueue<DeliverSm> came = new LinkedBlockingQueue<>();

    @Test
    void a_long_sms_is_read_as_one_beside_the_letters_and_reported_as_delivered() throws Exception {
        try (var mail = new DemoMailServer("tongdai@1022.haiphong.gov.vn");
                var gateway = new DemoSmsGateway(mail);
                var session = bound(gateway.port())) {
            var text = "Đèn đã sửa xong. ".repeat(6).strip();
            var parts = new SmsText(text).parts();
            for (var place : List.of(1, 0)) { // the network keeps no order
                var body = parts.get(place).bytes();
                var whole = new byte[body.length + 6];
                System.arraycopy(new byte[] {5, 0, 3, 7, (byte) parts.size(), (byte) (place + 1)}, 0, whole, 0, 6);
                System.arraycopy(body, 0, whole, 6, body.length);
                session.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "1022",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "84912345678",
                        new ESMClass(0x40),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(1),
                        (byte) 0,
                        new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                        (byte) 0,
                        whole);
            }

            assertThat(parts).hasSize(2);
            assertThat(mail.received("84912345678"))
                    .singleElement()
                    .satisfies(sms -> assertThat(sms.text()).isEqualTo(text));
            assertThat(came.poll(30, TimeUnit.SECONDS).isSmscDeliveryReceipt()).isTrue();
        }
    }

    private SMPPSession bound(int port) throws Exception {
        var session = new SMPPSession();
        session.setMessageReceiverListener(new MessageReceiverListener() {
            @Override
            public void onAcceptDeliverSm(DeliverSm message) {
                came.add(message);
            }

            @Override
            public void onAcceptAlertNotification(AlertNotification alert) {
                throw new UnsupportedOperationException();
            }

            @Override
            public DataSmResult onAcceptDataSm(DataSm message, Session source) {
                throw new UnsupportedOperationException();
            }
        });
        session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TRX, "a", "a", "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null));
        return session;
    }
}
