package vn.haiphong.hotline1022.adapter.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        var settings = settings("127.0.0.1", gateway.port(), false, "same");
        when(follow.partsOf(any())).thenReturn(done);
        doAnswer(call -> done.add(call.getArgument(1))).when(follow).handedOver(any(), anyInt(), anyInt(), any());
        connection = new SmppGateway(settings, new SmppInbox(follow, () -> takeSms, settings), (SSLSocketFactory) null);
        sender = new SmppSmsSender(connection, settings, follow);
        connection.start();
        untilBound();
    }

    private static SmsSettings settings(String host, int port, boolean tls, String receiptIds) {
        return new SmsSettings(
                host,
                port,
                "hotline",
                "secret",
                "",
                "1022",
                tls,
                1000,
                Duration.ofMillis(700),
                Duration.ofSeconds(30),
                receiptIds);
    }

    private void untilBound() throws InterruptedException {
        gateway.bound();
        await().ignoreExceptions().until(() -> connection.session() != null);
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

    @ParameterizedTest
    @CsvSource({
        "decimal, 0A1B2C3D, 169552957, a1b2c3d",
        "decimal, id7, id7, id7",
        "hex, 169552957, 0A1B2C3D, a1b2c3d",
        "same, 0A1B2C3D, 0A1B2C3D, 0A1B2C3D"
    })
    void a_message_has_one_name_however_the_gateway_writes_it(String form, String taken, String reported, String name)
            throws Exception {
        gateway.names(taken);
        var settings = settings("127.0.0.1", gateway.port(), false, form);
        var other = new SmppGateway(settings, new SmppInbox(follow, () -> takeSms, settings), (SSLSocketFactory) null);
        other.start();
        try {
            gateway.bound();
            await().ignoreExceptions().until(() -> other.session() != null);
            sender = new SmppSmsSender(other, settings, follow);
            send("a");
            gateway.report(reported, "DELIVRD");
        } finally {
            other.stop();
        }

        verify(follow).handedOver("HP1|reply|1|sms", 0, 1, name);
        verify(follow).reported(name, true, null);
    }

    @Test
    void over_tls_only_a_gateway_whose_certificate_is_trusted_and_names_the_host_gets_the_password() throws Exception {
        var context = selfSigned();
        try (var secured = new ScriptedGateway(context)) {
            var settings = settings("localhost", secured.port(), true, "same");
            var inbox = new SmppInbox(follow, () -> takeSms, settings);
            var strangers = new SmppGateway(settings, inbox, (SSLSocketFactory) SSLSocketFactory.getDefault());
            var wrongName = settings("127.0.0.1", secured.port(), true, "same");
            var named = new SmppGateway(
                    wrongName, new SmppInbox(follow, () -> takeSms, wrongName), context.getSocketFactory());
            assertThatThrownBy(strangers::connected).hasStackTraceContaining("unable to find valid certification path");
            assertThatThrownBy(named::connected).hasStackTraceContaining("No subject alternative names");

            var trusting = new SmppGateway(settings, inbox, context.getSocketFactory());
            trusting.start();
            try {
                secured.bound();
                await().ignoreExceptions().until(() -> trusting.session() != null);
                sender = new SmppSmsSender(trusting, settings, follow);
                send("a");
            } finally {
                trusting.stop();
            }
            assertThat(secured.taken()).hasSize(1);
        }
    }

    /** Of "localhost", trusted by itself. */
    private static SSLContext selfSigned() throws Exception {
        var store = Files.createTempDirectory("gateway").resolve("gateway.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gateway", keys.getCertificate("gateway"));
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "secret".toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
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
