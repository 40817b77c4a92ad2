package vn.haiphong.hotline1022.adapter.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.application.hear.TakeSms;
import vn.haiphong.hotline1022.application.port.Notices.Channel;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.Notices.State;
import vn.haiphong.hotline1022.application.port.ReplySender.NotSent;
import vn.haiphong.hotline1022.application.port.ReplySender.Rejected;
import vn.haiphong.hotline1022.application.port.ReplySender.Uncertain;
import vn.haiphong.hotline1022.application.reply.FollowDelivery;
import vn.haiphong.hotline1022.support.ScriptedGateway;
import vn.haiphong.hotline1022.support.ScriptedGateway.Answer;

/** Against a real gateway on loopback: what was taken is known exactly, and is never given twice. */
@Tag("A-56")
class SmppSmsSenderTest {

    private static final String LONG = "a".repeat(400); // three parts

    private final ScriptedGateway gateway = new ScriptedGateway();
    private final FollowDelivery follow = mock(FollowDelivery.class);
    private final TakeSms takeSms = mock(TakeSms.class);
    private final Set<Integer> done = new HashSet<>();
    private final AtomicInteger claims = new AtomicInteger();
    private SmppGateway connection;
    private SmppSmsSender sender;

    @BeforeEach
    void connect() throws Exception {
        var settings = new SmsSettings(
                "127.0.0.1",
                gateway.port(),
                "hotline",
                "secret",
                "",
                "1022",
                false,
                1000,
                Duration.ofMillis(700),
                Duration.ofSeconds(30),
                "same");
        when(follow.partsOf(any())).thenReturn(done);
        doAnswer(call -> done.add(call.getArgument(1))).when(follow).handedOver(any(), anyInt(), anyInt(), any());
        connection = new SmppGateway(settings, new SmppInbox(follow, () -> takeSms, settings));
        sender = new SmppSmsSender(connection, settings, follow);
        connection.start();
        untilBound();
    }

    private void untilBound() throws InterruptedException {
        gateway.bound();
        org.awaitility.Awaitility.await().ignoreExceptions().until(() -> connection.session() != null);
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.stop();
        gateway.close();
    }

    private void send(String text) {
        sender.send(
                new Notice(
                        "HP1|reply|1|sms",
                        "HP1",
                        "reply",
                        "+84912345678",
                        null,
                        "",
                        text,
                        "",
                        State.pending,
                        "<1@x>",
                        Instant.EPOCH,
                        null,
                        Channel.sms,
                        null,
                        null),
                claims::incrementAndGet);
    }

    @Test
    void a_long_message_goes_in_parts_that_the_telephone_puts_together() {
        send(LONG);

        assertThat(gateway.taken()).hasSize(3).allSatisfy(part -> {
            assertThat(part.isUdhi()).isTrue();
            assertThat(part.getDestAddress()).isEqualTo("84912345678");
            assertThat(part.getRegisteredDelivery()).isEqualTo((byte) 1);
        });
        assertThat(gateway.taken().get(2).getShortMessage())
                .startsWith((byte) 5, (byte) 0, (byte) 3)
                .hasSize(6 + 400 - 2 * 153);
        assertThat(gateway.taken().get(2).getShortMessage()[5]).isEqualTo((byte) 3);
        assertThat(claims).hasValue(1);
        verify(follow).allHandedOver("HP1|reply|1|sms");
    }

    @Test
    void marks_go_as_ucs2() {
        send("Đã thay bóng đèn");

        assertThat(gateway.taken()).singleElement().satisfies(message -> {
            assertThat(message.getDataCoding()).isEqualTo((byte) 8);
            assertThat(new String(message.getShortMessage(), StandardCharsets.UTF_16BE))
                    .isEqualTo("Đã thay bóng đèn");
        });
    }

    @Test
    void a_gateway_that_is_pressed_gets_the_rest_later_and_no_part_twice() {
        gateway.answers(Answer.TAKEN, SMPPConstant.STAT_ESME_RTHROTTLED);

        assertThatThrownBy(() -> send(LONG))
                .isInstanceOf(NotSent.class)
                .hasCauseInstanceOf(NegativeResponseException.class);
        send(LONG);

        assertThat(gateway.taken())
                .extracting(part -> part.getShortMessage()[5])
                .containsExactly((byte) 1, (byte) 2, (byte) 3);
    }

    @Test
    void a_number_that_does_not_exist_is_refused_for_good() {
        gateway.answers(SMPPConstant.STAT_ESME_RINVDSTADR);

        assertThatThrownBy(() -> send("a")).isInstanceOf(Rejected.class);
    }

    @Test
    void without_an_answer_nobody_knows_and_nothing_more_of_it_goes() {
        gateway.answers(Answer.SILENCE);

        assertThatThrownBy(() -> send(LONG)).isInstanceOf(Uncertain.class);
        assertThat(gateway.taken()).hasSize(1);
        verify(follow, never()).allHandedOver(any());
    }

    @Test
    void a_connection_that_breaks_is_made_again_and_meanwhile_nothing_counts_as_sent() throws Exception {
        gateway.answers(Answer.HANG_UP);
        assertThatThrownBy(() -> send("a")).isInstanceOf(Uncertain.class);
        claims.set(0);
        assertThatThrownBy(() -> send("b")).isInstanceOf(NotSent.class);
        assertThat(claims).hasValue(0);

        untilBound();
        done.clear();
        send("b");

        assertThat(gateway.taken()).hasSize(2);
    }

    @Test
    void what_became_of_it_is_heard() throws Exception {
        gateway.report("id1", "DELIVRD");
        verify(follow).reported("id1", true, null);

        gateway.report("id2", "UNDELIV");
        verify(follow).reported("id2", false, "UNDELIV 005");
    }

    @Test
    void what_a_citizen_writes_is_confirmed_only_once_the_register_has_it() throws Exception {
        doThrow(new IllegalStateException("the register is away")).when(takeSms).from(any(), any());
        assertThatThrownBy(() -> gateway.write("84912345678", "Đèn hỏng"))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        e -> assertThat(e.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN));

        gateway.writePart("84912345678", 7, 2, 2, "hai");
        verify(takeSms, timeout(5_000)).part("84912345678", 7, 2, 2, "hai");
    }

    @Test
    void only_mobile_telephones_of_this_country_read() {
        assertThat(sender.reaches("+84912345678")).isTrue();
        assertThat(sender.reaches("+842253842000")).isFalse();
        assertThat(sender.reaches("+4917612345678")).isFalse();
    }
}
