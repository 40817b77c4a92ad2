package vn.haiphong.hotline1022.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.application.hear.IncomingMail;
import vn.haiphong.hotline1022.application.port.CheckedFile;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;
import vn.haiphong.hotline1022.application.receive.JudgeFiles.Judged;

/** Letters as people and others send them: whatever it is, it is read as far as it can be, and nothing fails for it. */
@Tag("A-57")
class ReadMailTest {

    private static final String OWN = "tongdai@1022.haiphong.gov.vn";
    private final Function<JudgeFiles.Upload, Judged> all = sent -> new Judged(
            List.of(new CheckedFile(sent.name(), "application/octet-stream", sent.bytes(), null, null, false)),
            List.of());

    private IncomingMail read(String letter) {
        return read(letter.getBytes(StandardCharsets.UTF_8));
    }

    private IncomingMail read(byte[] raw) {
        return new ReadMail(raw).as("place", raw, Sender.parse(OWN, "hop-thu@1022.haiphong.gov.vn"), all);
    }

    private static String plain(String headers, String body) {
        return "From: =?utf-8?Q?Nguy=E1=BB=85n_An?= <An@Example.vn>\r\nMessage-ID: <1@example.vn>\r\n" + headers
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body;
    }

    @Test
    void what_the_sender_wrote_is_kept_and_the_letter_he_answers_is_not() {
        var mail = read(
                plain(
                        "Subject: Re: =?utf-8?Q?Ph=E1=BA=A3n_=C3=A1nh?=\r\nIn-Reply-To: <ours@x>\r\nReferences: <a@x> <b@x>\r\n",
                        "Số nhà 12 Tô Hiệu.\r\n\r\nVào 08:15, Th 4, 18 thg 9, 2024 Tổng đài 1022 <tongdai@x> đã\r\nviết:\r\n\r\n> Nhà số mấy?\r\n"));

        assertThat(mail.text()).isEqualTo("Số nhà 12 Tô Hiệu.");
        assertThat(mail.subject()).isEqualTo("Re: Phản ánh");
        assertThat(mail.sender()).isEqualTo("an@example.vn");
        assertThat(mail.senderName()).isEqualTo("Nguyễn An");
        assertThat(mail.references()).containsExactly("<ours@x>", "<b@x>", "<a@x>");
        assertThat(mail.automatic()).isFalse();
    }

    @Test
    void an_answer_between_the_quoted_lines_is_kept() {
        assertThat(
                        OwnWords.of(
                                "On Wed, 18 Sep 2024 at 08:15, Tổng đài <a@x> wrote:\n> Nhà số mấy?\nSố 12.\n> Từ bao giờ?\nHôm qua."))
                .isEqualTo("Số 12.\nHôm qua.");
    }

    @Test
    void a_signature_goes_and_a_short_list_of_dashes_stays() {
        assertThat(OwnWords.of("Đèn hỏng.\n-- \nNguyễn An\n0912345678")).isEqualTo("Đèn hỏng.");
        assertThat(OwnWords.of("Đèn hỏng.\nGửi từ iPhone của tôi")).isEqualTo("Đèn hỏng.");
        assertThat(OwnWords.of("- ổ gà\n- đèn hỏng")).isEqualTo("- ổ gà\n- đèn hỏng");
        assertThat(OwnWords.of("From: Hải Phòng đến Hà Nội đường hỏng\nmong sửa"))
                .contains("mong sửa");
        assertThat(OwnWords.of("> chỉ có lời người khác")).isEqualTo("> chỉ có lời người khác");
    }

    @Test
    void a_page_becomes_text_without_what_runs_in_it() {
        var mail = read("From: an@example.vn\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html><head><style>p{}</style></head><body><p>Đèn &lt;hỏng&gt;<br>ở số 12</p><script>alert(1)</script>"
                + "<blockquote>Thư cũ</blockquote></body></html>");

        assertThat(mail.text()).contains("Đèn <hỏng>", "ở số 12").doesNotContain("alert", "Thư cũ", "p{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied\r\n",
                "Precedence: bulk\r\n",
                "List-Id: <tin.example.vn>\r\n",
                "Return-Path: <>\r\n",
                "List-Unsubscribe: <https://example.vn/x>\r\n",
                "Subject: Automatic reply: Bo sung\r\n",
                "Subject: =?UTF-8?Q?Tr=E1=BA=A3_l=E1=BB=9Di_t=E1=BB=B1_=C4=91=E1=BB=99ng:_V=E1=BA=AFng?=\r\n",
                "Subject: Out of Office: x\r\n"
            })
    void what_a_program_wrote_is_known_as_such(String header) {
        assertThat(read(plain(header, "Tôi đang nghỉ phép.")).automatic()).isTrue();
    }

    @Test
    void our_own_letters_and_the_mail_system_never_begin_a_case() {
        assertThat(read("From: " + OWN + "\r\n\r\nx").automatic()).isTrue();
        assertThat(read("From: Hop-Thu@1022.haiphong.gov.vn\r\n\r\nx").automatic())
                .isTrue();
        assertThat(read(plain("Subject: Autoreplyer\r\n", "x")).automatic()).isFalse();
        assertThat(read("From: MAILER-DAEMON@example.vn\r\n\r\nx").automatic()).isTrue();
    }

    @Test
    void a_letter_that_came_back_says_which_and_why_and_a_delay_does_not() {
        var report =
                "From: MAILER-DAEMON@example.vn\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nKhông gửi được\r\n"
                        + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
                        + "Final-Recipient: rfc822; an@example.vn\r\nAction: failed\r\nStatus: 5.1.1\r\n"
                        + "--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <11@1022.haiphong.gov.vn>\r\nSubject: x\r\n\r\nx\r\n--b--\r\n";

        assertThat(new ReadMail(report.getBytes(StandardCharsets.UTF_8)).bounce())
                .contains(new ReadMail.Bounce("<11@1022.haiphong.gov.vn>", "an@example.vn", "mã 5.1.1"));
        assertThat(new ReadMail(report.replace("failed", "delayed").getBytes(StandardCharsets.UTF_8)).bounce())
                .isEmpty();
    }

    @Test
    void a_picture_comes_along() {
        var mail = read("From: an@example.vn\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=windows-1258\r\n\r\nanh\r\n"
                + "--b\r\nContent-Type: image/png; name=\"anh.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}) + "\r\n--b--\r\n");

        assertThat(mail.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("anh.png");
            assertThat(file.bytes()).containsExactly(1, 2, 3);
        });
    }

    @Test
    void a_charset_nobody_has_and_a_wrong_one_are_read_all_the_same() {
        for (var charset : new String[] {"utf-9", "us-ascii", "\"\""}) {
            assertThat(read("From: an@example.vn\r\nContent-Type: text/plain; charset=" + charset
                                    + "\r\n\r\nĐường ngập")
                            .text())
                    .isEqualTo("Đường ngập");
        }
        var old = "From: an@example.vn\r\nContent-Type: text/plain\r\n\r\nđường"
                .getBytes(Charset.forName("windows-1258"));
        assertThat(read(old).text()).startsWith("đ");
    }

    @Test
    void boxes_in_boxes_come_to_an_end() {
        var letter = new StringBuilder("From: an@example.vn\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (var i = 0; i < 500; i++) {
            letter.append("--b")
                    .append(i)
                    .append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\r\n\r\n");
        }

        assertThat(read(letter.toString()).refused()).isNotEmpty();
    }

    @Test
    void several_senders_are_none() {
        assertThat(read("From: a@example.vn, b@example.vn\r\n\r\nx").sender()).isEmpty();
    }

    @Test
    void the_same_letter_that_came_another_way_is_the_same() {
        var letter = plain("Subject: x\r\n", "Đèn hỏng");

        assertThat(read("Received: from elsewhere\r\n" + letter).digest())
                .isEqualTo(read(letter).digest());
        assertThat(read(letter + "!").digest()).isNotEqualTo(read(letter).digest());
    }

    @Test
    void noise_is_read_without_failing() {
        var random = new Random(1022);
        var whole =
                plain("Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n", "--b\r\n\r\nĐèn hỏng\r\n--b--");
        var read = new ArrayList<IncomingMail>();
        for (var i = 0; i < 300; i++) {
            var raw = whole.getBytes(StandardCharsets.UTF_8);
            for (var j = 0; j < 12; j++) {
                raw[random.nextInt(raw.length)] = (byte) random.nextInt(256);
            }
            read.add(read(raw));
        }
        assertThat(read)
                .hasSize(300)
                .allSatisfy(mail -> assertThat(mail.digest()).hasSize(64));
    }
}
