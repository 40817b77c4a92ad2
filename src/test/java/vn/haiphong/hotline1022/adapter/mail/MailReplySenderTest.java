package vn.haiphong.hotline1022.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;
import vn.haiphong.hotline1022.application.port.Notices.Notice;
import vn.haiphong.hotline1022.application.port.Notices.State;
import vn.haiphong.hotline1022.application.port.ReplySender;
import vn.haiphong.hotline1022.application.port.ReplySender.NotSent;
import vn.haiphong.hotline1022.application.port.ReplySender.Rejected;
import vn.haiphong.hotline1022.application.port.ReplySender.Uncertain;
import vn.haiphong.hotline1022.support.ScriptedSmtp;

class MailReplySenderTest {

    private static final Instant NOW = Instant.parse("2024-09-18T01:15:00Z");
    private static final String MESSAGE_ID = "<4cbb8f0e-0d5b-3c11-9c0e-2b9b3a6d8e51@1022.haiphong.gov.vn>";
    private static final String SENDER = "Tổng đài 1022 Hải Phòng <tongdai@1022.haiphong.gov.vn>";

    private static final String ANSWERS = "hop-thu@1022.haiphong.gov.vn";

    private final AtomicInteger handingOvers = new AtomicInteger();

    @Test
    void a_vietnamese_letter_arrives_as_it_was_written() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            to(server.getSmtp().getPort())
                    .send(notice("dan@example.vn", "Nguyễn Thị Ánh"), Optional.empty(), this::handedOver);

            assertThat(server.getReceivedMessages()).singleElement().satisfies(MailReplySenderTest::asWritten);
            assertThat(handingOvers).hasValue(1);
        } finally {
            server.stop();
        }
    }

    private static void asWritten(MimeMessage message) throws Exception {
        var from = (InternetAddress) message.getFrom()[0];
        var to = (InternetAddress) message.getAllRecipients()[0];
        assertThat(message.getSubject()).isEqualTo("Trả lời phản ánh HP1022-240918-000345-2");
        assertThat(from.getPersonal()).isEqualTo("Tổng đài 1022 Hải Phòng");
        assertThat(from.getAddress()).isEqualTo("tongdai@1022.haiphong.gov.vn");
        assertThat(to.getPersonal()).isEqualTo("Nguyễn Thị Ánh");
        assertThat(to.getAddress()).isEqualTo("dan@example.vn");
        assertThat(message.getMessageID()).isEqualTo(MESSAGE_ID);
        assertThat(message.getSentDate().toInstant()).isEqualTo(NOW);
        assertThat(message.getReplyTo()).containsExactly(new InternetAddress(ANSWERS));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("Đèn đường ở ngõ 12 đã sửa.\n.\nTrân trọng");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Đèn đường ở ngõ 12 đã sửa.</p>");
    }

    @Test
    void what_goes_along_arrives_byte_for_byte() throws Exception {
        var bytes = new byte[100_000];
        new java.util.Random(1022).nextBytes(bytes);
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var enclosure = new ReplySender.Enclosure("1022-HP1022-1.pdf", "application/pdf", bytes);
            to(server.getSmtp().getPort())
                    .send(notice("dan@example.vn", null), Optional.of(enclosure), this::handedOver);

            var message = server.getReceivedMessages()[0];
            assertThat(message.getContentType()).startsWith("multipart/mixed");
            var parts = (MimeMultipart) message.getContent();
            assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
            var file = parts.getBodyPart(1);
            assertThat(file.getFileName()).isEqualTo("1022-HP1022-1.pdf");
            assertThat(file.getContentType()).startsWith("application/pdf");
            assertThat(file.getInputStream().readAllBytes()).isEqualTo(bytes);
        } finally {
            server.stop();
        }
    }

    @Test
    void headers_cannot_be_smuggled_in_through_a_name_or_a_subject() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var hostile = new Notice(
                    "k",
                    "c",
                    "reply",
                    "dan@example.vn",
                    "A\r\nBcc: x@example.vn\r\n",
                    "Trả lời\r\nBcc: y@example.vn",
                    "t",
                    "<p>t</p>",
                    State.pending,
                    MESSAGE_ID + "\r\nX-Evil: 1",
                    NOW,
                    null);

            to(server.getSmtp().getPort()).send(hostile, Optional.empty(), this::handedOver);

            assertThat(server.getReceivedMessages()).singleElement().satisfies(message -> {
                assertThat(message.getHeader("Bcc")).isNull();
                assertThat(message.getHeader("X-Evil")).isNull();
                assertThat(message.getAllRecipients()).hasSize(1);
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_is_away_has_not_taken_the_letter() throws IOException {
        int nobody;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }

        assertThatThrownBy(() -> to(nobody).send(notice("dan@example.vn", null), Optional.empty(), this::handedOver))
                .isInstanceOf(NotSent.class);
        assertThat(handingOvers).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"khong-phai-dia-chi", "a@b@c", "a@x.vn,b@x.vn", "a@x.vn\r\nRCPT TO:<b@x.vn>", "ánh@x.vn", ""})
    void an_address_that_is_none_is_refused_without_asking_the_server(String address) throws IOException {
        try (var server = new ScriptedSmtp(Map.of())) {
            assertThatThrownBy(() -> to(server.port()).send(notice(address, null), Optional.empty(), this::handedOver))
                    .isInstanceOf(Rejected.class);
            assertThat(server.commands()).isEmpty();
            assertThat(handingOvers).hasValue(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 too busy",
        "CONNECT, hang up",
        "MAIL, 451 later",
        "MAIL, 550 sender unknown",
        "MAIL, hang up",
        "RCPT, 450 greylisted",
        "RCPT, hang up",
        "DATA, 451 later",
        "DATA, hang up",
        "., 451 later",
        "., 421 shutting down"
    })
    void what_the_server_has_certainly_not_taken_may_be_tried_again(String command, String answer) throws IOException {
        try (var server = new ScriptedSmtp(Map.of(command, answer))) {
            assertThatThrownBy(() ->
                            to(server.port()).send(notice("dan@example.vn", null), Optional.empty(), this::handedOver))
                    .isInstanceOf(NotSent.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 no such user", "RCPT, 553 bad mailbox", "DATA, 554 no valid recipients", "., 552 too big"})
    void what_the_server_refuses_for_good_is_not_tried_again(String command, String answer) throws IOException {
        try (var server = new ScriptedSmtp(Map.of(command, answer))) {
            assertThatThrownBy(() ->
                            to(server.port()).send(notice("dan@example.vn", null), Optional.empty(), this::handedOver))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining(answer.substring(4));
            assertThat(handingOvers).hasValue(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"CONTENT, hang up", "., hang up", "., silence"})
    void a_connection_lost_once_the_content_is_on_its_way_leaves_it_uncertain(String moment, String answer)
            throws IOException {
        try (var server = new ScriptedSmtp(Map.of(moment, answer))) {
            var mail = server(server.port());
            mail.getJavaMailProperties().put("mail.smtp.timeout", "300");

            assertThatThrownBy(
                            () -> sender(mail).send(notice("dan@example.vn", null), Optional.empty(), this::handedOver))
                    .isInstanceOf(Uncertain.class);
            assertThat(handingOvers).hasValue(1);
        }
    }

    @Test
    void a_letter_that_was_taken_is_taken_even_if_the_server_then_hangs_up() throws IOException {
        try (var server = new ScriptedSmtp(Map.of("QUIT", ScriptedSmtp.HANG_UP))) {
            to(server.port()).send(notice("dan@example.vn", null), Optional.empty(), this::handedOver);

            assertThat(server.commands()).contains(".");
        }
    }

    @Test
    void if_somebody_else_is_sending_it_nothing_is_handed_over() throws IOException {
        try (var server = new ScriptedSmtp(Map.of())) {
            assertThatThrownBy(() -> to(server.port()).send(notice("dan@example.vn", null), Optional.empty(), () -> {
                        throw new IllegalStateException("claimed");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(server.commands()).doesNotContain("MAIL", "RCPT", "DATA");
        }
    }

    @Test
    void a_sender_that_is_no_address_is_a_fault_of_the_settings() {
        assertThatThrownBy(() -> new MailReplySender(server(1), "Tổng đài 1022", "", Clock.systemUTC()))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("hotline.sender");
    }

    private void handedOver() {
        handingOvers.incrementAndGet();
    }

    private static MailReplySender to(int port) {
        return sender(server(port));
    }

    private static MailReplySender sender(JavaMailSenderImpl server) {
        return new MailReplySender(server, SENDER, ANSWERS, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static JavaMailSenderImpl server(int port) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        return server;
    }

    private static Notice notice(String recipient, String name) {
        return new Notice(
                "HP1022-240918-000345-2|reply|1",
                "HP1022-240918-000345-2",
                "reply",
                recipient,
                name,
                "Trả lời phản ánh HP1022-240918-000345-2",
                "Đèn đường ở ngõ 12 đã sửa.\n.\nTrân trọng",
                "<p>Đèn đường ở ngõ 12 đã sửa.</p>",
                State.pending,
                MESSAGE_ID,
                NOW,
                null);
    }
}
