package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.inform.ReadLetter;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.ReplyLetters;
import vn.haiphong.hotline1022.application.reply.PreviewReply;
import vn.haiphong.hotline1022.application.reply.PreviewReply.Typed;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.application.resolve.ChooseEnding;
import vn.haiphong.hotline1022.domain.petition.TrackingKey;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Http;
import vn.haiphong.hotline1022.support.Visitor;
import vn.haiphong.hotline1022.support.Walk;

/** The answer as a letter: numbered, signed by name, for the holder of the key, and anybody may check it. */
@HouseTest
@Tag("A-53")
class ReplyLetterTest {

    @Autowired
    House house;

    @Autowired
    ReplyLetters letters;

    @Autowired
    ReadLetter readLetter;

    @Autowired
    PreviewReply preview;

    @Autowired
    RatePetition rate;

    private Walk walk;

    @BeforeEach
    void begin() {
        walk = new Walk(house);
    }

    private String answered() {
        var code = walk.inWork("CSHP", "");
        walk.answer(code, "CSHP");
        return code;
    }

    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private Visitor visitor() {
        return new Visitor(new Http(URI.create(house.url("")).getPort()));
    }

    private static String uploaded(Visitor visitor, String id, byte[] pdf) {
        return visitor.upload(
                        "/verify/" + id,
                        Map.of(),
                        "file",
                        List.of(new Visitor.Upload("cong-van.pdf", "application/pdf", pdf)))
                .body();
    }

    @Test
    void an_approved_answer_goes_out_as_a_numbered_letter_in_the_layout_of_the_decree() throws IOException {
        house.jdbc
                .sql(
                        "insert into letter_signer values ('cshpleader', 'Giám đốc', 'Nguyễn Văn Sáng') on conflict do nothing")
                .update();
        var first = letters.ofAnswer(answered()).orElseThrow();
        var code = answered();
        var letter = letters.ofAnswer(code).orElseThrow();

        assertThat(letter.sequence()).isEqualTo(first.sequence() + 1);
        var pdf = readLetter.ofAnswer(code).orElseThrow().pdf();
        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters/reply.pdf"), pdf);
        assertThat(words(pdf))
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Số: " + letter.sequence() + "/CSHP-TĐ1022",
                        "V/v trả lời phản ánh, kiến nghị về chiếu sáng",
                        "Hải Phòng, ngày",
                        "Kính gửi: Ông (Bà) Nguyễn Văn Thử",
                        "Đã thay bóng đèn.",
                        "Nơi nhận:",
                        "GIÁM ĐỐC",
                        "Nguyễn Văn Sáng",
                        "/verify/");
        assertThat(readLetter.ofAnswer(code).orElseThrow().pdf()).isEqualTo(pdf);
        assertThat(house.jdbc
                        .sql("select body_text from notice where petition_code = ? and kind = 'reply'")
                        .param(code)
                        .query(String.class)
                        .single())
                .contains("Công văn trả lời số " + letter.number());
    }

    @Test
    void only_the_holder_of_the_key_gets_it() {
        var code = answered();

        var visitor = visitor();
        visitor.open("/track");
        assertThat(visitor.send("/track/" + code + "/letter", Map.of("key", "WRONGKEY"))
                        .statusCode())
                .isEqualTo(404);
        visitor.send("/track", Map.of("code", code, "key", walk.keyOf(code)));
        var file = visitor.send("/track/" + code + "/letter", Map.of());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void anybody_may_check_a_letter_and_one_changed_byte_is_seen() {
        var code = answered();
        var id = letters.ofAnswer(code).orElseThrow().id();
        var pdf = readLetter.ofAnswer(code).orElseThrow().pdf();

        assertThat(readLetter.isGenuine(id, ReadLetter.sha256(pdf))).isTrue();
        for (var place : List.of(0, pdf.length / 2, pdf.length - 1)) {
            var forged = pdf.clone();
            forged[place] ^= 1;
            assertThat(readLetter.isGenuine(id, ReadLetter.sha256(forged))).isFalse();
        }
        var visitor = visitor();
        var page = visitor.open("/verify/" + id);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(letters.ofAnswer(code).orElseThrow().number())
                .doesNotContain("Nguyễn Văn Thử", "0912345678", "dan@example.vn", code, walk.keyOf(code), "thay bóng");
        assertThat(uploaded(visitor, id, pdf)).contains("không thay đổi");
        var forged = pdf.clone();
        forged[100] ^= 1;
        assertThat(uploaded(visitor, id, forged)).contains("khác công văn đã phát hành");
        assertThat(visitor.send("/verify/" + id, Map.of("sha256", ReadLetter.sha256(pdf)))
                        .body())
                .contains("không thay đổi");
        assertThat(visitor.send("/verify/" + id, Map.of("sha256", "abc")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_letter_goes_along_with_the_mail_byte_for_byte() {
        var code = answered();
        var letter = letters.ofAnswer(code).orElseThrow();

        var mail = mailOf("Trả lời phản ánh " + code);
        assertThat(mail).contains("1022-" + code + "-" + letter.sequence() + "-CSHP-TD1022.pdf");
        var sent = fileOf(mail);
        assertThat(ReadLetter.sha256(sent))
                .isEqualTo(house.jdbc
                        .sql("select sha256 from reply_letter where id = ?")
                        .param(letter.id())
                        .query(String.class)
                        .single());
        var visitor = visitor();
        visitor.open("/verify/" + letter.id());
        assertThat(uploaded(visitor, letter.id(), sent)).contains("không thay đổi");
        sent[sent.length / 2] ^= 1;
        assertThat(uploaded(visitor, letter.id(), sent)).contains("khác công văn đã phát hành");
    }

    @Test
    @Tag("A-69")
    void whoever_was_joined_gets_a_letter_of_his_own_and_nobody_elses_name() throws IOException {
        var code = walk.inWork("CSHP", "");
        var joined = house.receive(
                        "Đèn đường Tô Hiệu tắt mấy hôm nay, đi lại rất khó khăn.",
                        "quận Lê Chân",
                        new Petitioner("Lê Thị Gộp", "0987654321", "gop.thu@example.vn"))
                .code()
                .value();
        house.runDueJobs();
        house.complete("operator", joined, "userTask_classifyPetition", "decision", "merge", "mergeInto", code);
        walk.answer(code, "CSHP");

        var first = letters.ofAnswer(code).orElseThrow();
        var letter = letters.ofAnswer(joined).orElseThrow();
        assertThat(letter.sequence()).isNotEqualTo(first.sequence());
        var sent = fileOf(mailOf("Trả lời phản ánh " + joined));
        assertThat(readLetter.isGenuine(letter.id(), ReadLetter.sha256(sent))).isTrue();
        assertThat(words(sent))
                .contains(
                        "Số: " + letter.sequence() + "/CSHP-TĐ1022",
                        "Kính gửi: Ông (Bà) Lê Thị Gộp",
                        "mã " + joined,
                        "giải quyết chung với phản ánh mã " + code,
                        "Đã thay bóng đèn.",
                        first.signerName())
                .doesNotContain("Nguyễn Văn Thử");
        assertThat(words(fileOf(mailOf("Trả lời phản ánh " + code)))).doesNotContain("Lê Thị Gộp");

        var visitor = visitor();
        visitor.open("/track");
        assertThat(visitor.send("/track/" + code + "/letter", Map.of("key", walk.keyOf(joined)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.send("/track", Map.of("code", joined, "key", walk.keyOf(joined)))
                        .body())
                .contains(letter.number());
        assertThat(visitor.send("/track/" + joined + "/letter", Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("A-14")
    void an_answer_stays_readable_with_its_letter_when_the_case_is_opened_again() {
        var code = walk.inWork("CSHP", "");
        var joined = walk.received();
        house.complete("operator", joined, "userTask_classifyPetition", "decision", "merge", "mergeInto", code);
        walk.answer(code, "CSHP");
        var numbers = Map.of(
                code, letters.ofAnswer(code).orElseThrow().number(),
                joined, letters.ofAnswer(joined).orElseThrow().number());
        rate.with(code, walk.keyOf(code), 1, "Đèn vẫn tắt.", true);
        house.complete("coordinator", code, "userTask_reviewReopening", "approved", true);

        for (var one : List.of(code, joined)) {
            var visitor = visitor();
            visitor.open("/track");
            var page = visitor.send("/track", Map.of("code", one, "key", walk.keyOf(one)));
            assertThat(page.body())
                    .contains(
                            "Trả lời lần 1, ",
                            "Kết quả:",
                            "Đã thay bóng đèn.",
                            numbers.get(one),
                            "mở lại để xử lý tiếp");
            var file = visitor.send("/track/" + one + "/letter", Map.of("round", "0"));
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        }
        var visitor = visitor();
        visitor.open("/track");
        for (var given : List.of(
                Map.of("key", walk.keyOf(code), "round", "1"), Map.of("key", walk.keyOf(joined), "round", "0"))) {
            assertThat(visitor.send("/track/" + code + "/letter", given).statusCode())
                    .isEqualTo(404);
            visitor.open("/track");
        }

        walk.accept(code, "CSHP");
        walk.draft(code, "CSHP", "Đã thay cả dây.");
        walk.approve(code, "CSHP");
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        visitor.open("/track");
        assertThat(visitor.send("/track", Map.of("code", code, "key", walk.keyOf(code)))
                        .body())
                .contains("Đã thay cả dây.", "Trả lời lần 1, ", "Đã thay bóng đèn.");
    }

    /** What lies in the mailbox of the demo under that subject. */
    private String mailOf(String subject) {
        var list = visitor().open("/demo/mail").body();
        var link = Pattern.compile("href=\"(/demo/mail/\\d+)\"[^>]*>" + Pattern.quote(subject) + "<")
                .matcher(list);
        assertThat(link.find()).as(subject).isTrue();
        return visitor().open(link.group(1)).body();
    }

    private byte[] fileOf(String mail) {
        var link = Pattern.compile("href=\"(/demo/mail/\\d+/files/0)\"").matcher(mail);
        assertThat(link.find()).isTrue();
        try (var in = URI.create(house.url(link.group(1))).toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_letter_nobody_issued_is_not_there() {
        for (var id : List.of("0000000000000000", "x", "..%2F..", "0000-0000-0000-0000-0000")) {
            var page = visitor().open("/verify/" + id);
            assertThat(page.statusCode()).as(id).isIn(400, 404);
        }
        assertThat(visitor().open("/verify/0000000000000000").body())
                .contains("Không có công văn trả lời nào mang mã này");
    }

    @Test
    void whoever_drafts_or_approves_sees_what_the_citizen_would_get_without_knowing_who_it_is() throws IOException {
        var code = walk.inWork("CSHP", "");
        var given = new ChooseEnding.Given("handed-over", null, "Công ty Điện lực");

        var typed = new Typed("reply", "Đã chuyển ngành điện.", given);
        var mail = preview.of(code, typed, false).mail();
        assertThat(mail.subject()).startsWith("[DỰ THẢO]");
        assertThat(mail.html())
                .contains("Đã chuyển ngành điện.", "đã chuyển đến Công ty Điện lực")
                .doesNotContain("Nguyễn Văn Thử", walk.keyOf(code), TrackingKey.grouped(walk.keyOf(code)));
        assertThat(preview.of(code, typed, true).mail().html())
                .contains("Nguyễn Văn Thử", TrackingKey.grouped(walk.keyOf(code)));
        var draft = preview.letter(code, typed, false);
        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters/draft.pdf"), draft);
        assertThat(words(draft))
                .contains("DỰ THẢO", "Số: ……/CSHP-TĐ1022", "(ẩn)")
                .doesNotContain("/verify/");
        assertThat(letters.ofAnswer(code)).isEmpty();
        assertThat(walk.notesOf(code)).doesNotContain("Không thuộc thẩm quyền, đã chuyển đến Công ty Điện lực");
    }

    @Test
    void what_1022_answers_by_itself_nobody_has_signed_for() {
        var code = walk.received();
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "answer",
                "field",
                "chieu_sang",
                "urgency",
                "ordinary",
                "replyText",
                "Đèn sáng từ 18 giờ.");
        house.runDueJobs();

        assertThat(house.stateOf(code)).isEqualTo("DA_TRA_LOI");
        assertThat(letters.ofAnswer(code)).isEmpty();
        assertThat(mailOf("Trả lời phản ánh " + code))
                .contains("Đèn sáng từ 18 giờ.")
                .doesNotContain("/files/", "Công văn");
    }
}
