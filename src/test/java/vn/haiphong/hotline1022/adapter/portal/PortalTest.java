package vn.haiphong.hotline1022.adapter.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.application.inform.OwnCases;
import vn.haiphong.hotline1022.application.inform.PublishLimits;
import vn.haiphong.hotline1022.application.reply.PublishAnswer;
import vn.haiphong.hotline1022.application.reply.SendCaseLink;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;
import vn.haiphong.hotline1022.support.Doors;
import vn.haiphong.hotline1022.support.Http;
import vn.haiphong.hotline1022.support.Photos;
import vn.haiphong.hotline1022.support.Visitor;
import vn.haiphong.hotline1022.support.Visitor.Upload;

@Doors.Test
class PortalTest {

    private static final String TEXT = "Đèn đường tắt ba đêm liền trước số nhà 12 phố Tô Hiệu";
    private static final byte[] JPEG = Photos.JPEG;
    private static final byte[] PNG = Photos.PNG;
    private static final String UNKNOWN = "Không tìm thấy phản ánh với mã và khóa này. Vui lòng kiểm tra lại cả hai.";

    @LocalServerPort
    private int port;

    /** None is sent here; whether it could be is asked. */
    @Autowired
    SendCaseLink sendCaseLink;

    @Autowired
    private JdbcClient register;

    @Autowired
    private PublishAnswer publish;

    @Autowired
    private OwnCases ownCases;

    @Autowired
    private PublishLimits limits;

    private Http http;
    private Visitor visitor;

    @BeforeEach
    void knock() {
        http = new Http(port);
        register.sql("delete from wrong_key").update();
        visitor = new Visitor(http);
    }

    // Sending --------------------------------------------------------------------------------------------------------

    @Test
    void the_form_asks_for_the_matter_and_stops_emergencies() {
        var page = visitor.open("/send");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("<html lang=\"vi\"", "tel:112", "tel:113", "tel:114", "tel:115", "Ban Tiếp công dân")
                .contains("<optgroup label=\"Quận Lê Chân\">", ">Không rõ<", "Ngoài địa bàn")
                .contains("Phường &lt;Cát Dài&gt;")
                .doesNotContain("<script>", "style=", "onclick", "th:", "checked");
        assertThat(page.body().indexOf("id=\"content\"")).isLessThan(page.body().indexOf("id=\"address\""));
        assertThat(page.body().indexOf("Huyện Bạch Long Vĩ"))
                .isLessThan(page.body().indexOf("<optgroup"));
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-cache, private");
    }

    @Test
    @Tag("A-21")
    void the_page_promises_what_is_kept_agencies_do_not_see_who_wrote() {
        assertThat(visitor.open("/send").body())
                .contains("Chỉ Tổng đài 1022 thấy tên và thông tin liên hệ", "tên và thông tin liên hệ thì không")
                .doesNotContain("Cơ quan xử lý chỉ dùng", "Tổng đài 1022 và cơ quan xử lý dùng dữ liệu");
    }

    @Test
    void every_field_has_a_label_and_every_description_exists() {
        visitor.open("/send");
        var page = visitor.upload("/petitions", Map.of("content", "x", "phone", "1", "email", "x"), List.of())
                .body();

        assertThat(matches(page, "<(?:input|textarea|select)[^>]* id=\"([^\"]+)\""))
                .hasSizeGreaterThan(9);
        matches(page, "<(?:input|textarea|select)[^>]* id=\"([^\"]+)\"")
                .forEach(id -> assertThat(page).containsPattern("<label[^>]* for=\"" + id + "\""));
        matches(page, "aria-describedby=\"([^\"]+)\"").forEach(ids -> {
            for (var id : ids.split(" ")) {
                assertThat(page).contains("id=\"" + id + "\"");
            }
        });
        matches(page, "href=\"#([^\"]+)\"").forEach(id -> assertThat(page).contains("id=\"" + id + "\""));
    }

    @Test
    void a_petition_is_sent_received_and_followed() {
        visitor.open("/send");
        var sent = visitor.upload(
                "/petitions",
                Map.of(
                        "content", TEXT,
                        "address", "12 Tô Hiệu",
                        "area", "11407",
                        "name", "Nguyễn Thị Lan",
                        "phone", "0912345678",
                        "occurredAt", "2024-09-17T20:00",
                        "consentToProcess", "yes"),
                List.of(
                        new Upload("C:\\ảnh\\đèn.jpg", "text/html", JPEG),
                        new Upload("", "application/octet-stream", new byte[0])));

        assertThat(sent.statusCode()).isEqualTo(303);
        var location = sent.headers().firstValue("Location").orElseThrow();
        assertThat(location).matches("/received/HP1022-240918-\\d{6}-\\d\\?key=[0-9A-Z]{14}");
        var code = location.substring(10, location.indexOf('?'));
        var key = location.substring(location.indexOf('=') + 1);
        assertThat(visitor.open(location).body())
                .contains("Đã tiếp nhận", code, "value=\"" + key + "\"")
                .contains(">" + key.replaceAll("^(.{4})(.{4})(.{4})(.{2})$", "$1-$2-$3-$4") + "<")
                .doesNotContain("không ai liên hệ", "bốn số cuối", "Ai có mã");
        var row = register.sql("select area_code, consent_to_publish, occurred_at::text as at, a.name, a.media_type "
                        + "from petition join attachment a on petition_code = code where code = ?")
                .param(code)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("area_code", "11407")
                .containsEntry("consent_to_publish", false)
                .containsEntry("name", "đèn.jpg")
                .containsEntry("media_type", "image/jpeg");
        assertThat(row.get("at").toString()).startsWith("2024-09-17 13:00:00");

        visitor.open("/track");
        var status = visitor.send("/track", Map.of("code", code.toLowerCase(), "key", key));
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.body())
                .contains(TEXT, "08:00 ngày 18/09/2024", "aria-current=\"step\"", "Đã gửi đến Tổng đài");
        seesNoMoreThanHowItStands(code, "5678");
    }

    /** Whoever knows the telephone: the neighbours, the accused. */
    private void seesNoMoreThanHowItStands(String code, String digits) {
        assertThat(visitor.send("/track", Map.of("code", code, "key", digits)).statusCode())
                .as("before the tables have seen it")
                .isEqualTo(404);
        register.sql("update petition set phone_opens = true, state = 'DA_TRA_LOI', reply_text = 'Đã thay bóng.',"
                        + " replied_at = received_at where code = ?")
                .param(code)
                .update();
        for (var type : List.of("citizen-wrote", "citizen-heard")) {
            register.sql("insert into petition_event (petition_code, at, type, actor, note, public_note)"
                            + " values (?, now(), ?, 'citizen', 'Cổng: đèn đã bật lại', 'đèn đã bật lại')")
                    .params(code, type)
                    .update();
        }

        var page = visitor.send("/track", Map.of("code", code, "key", digits));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Đã trả lời", "Đã thay bóng.", "khóa 14 ký tự", "Đã gửi đến Tổng đài 1022")
                .doesNotContain(
                        TEXT, "Bạn nhắn qua", "đã bật lại", "/rating", "/message", "/files", "/consents", "/letter");
        var acts = Map.of(
                "rating", Map.of("rating", "1", "reason", "Xấu", "reopen", "yes"),
                "message", Map.of("message", "Tôi rút phản ánh"),
                "supplement", Map.of("text", "Không có gì"),
                "letter", Map.<String, String>of(),
                "consents", Map.<String, String>of(),
                "consents/agree", Map.of("publish", "yes"),
                "consents/withdraw", Map.of("purpose", "process"));
        acts.forEach((act, fields) -> {
            var all = new HashMap<>(fields);
            all.put("key", digits);
            visitor.open("/track");
            assertThat(visitor.send("/track/" + code + "/" + act, all).statusCode())
                    .as(act)
                    .isEqualTo(404);
        });
        assertThat(register.sql("select count(*) from petition_event where petition_code = ? and type <> 'received'")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .as("the two from above")
                .isEqualTo(2);
        assertThat(register.sql("select count(*) from consent where petition_code = ? and withdrawn_at is not null")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void code_and_key_are_found_however_they_are_typed_and_a_wrong_one_counts_as_one_guess() {
        var receipt = sent(Map.of("content", TEXT, "phone", "0912345678", "consentToProcess", "yes"));
        visitor.open("/track");
        for (var between : List.of("", " ", "\u2013", " - ")) {
            var code = receipt.code().replace("-", between).toLowerCase();
            var key = String.join(between, receipt.key().toLowerCase().split("(?<=\\G.{4})"));
            assertThat(visitor.send("/track", Map.of("code", code, "key", key)).statusCode())
                    .as(code + " " + key)
                    .isEqualTo(200);
        }

        for (var wrong : List.of("0000", "0 0 0 0", "00-00")) {
            visitor.send("/track", Map.of("code", receipt.code().replace("-", " "), "key", wrong));
        }
        assertThat(register.sql("select count from wrong_key where subject = ?")
                        .param("code " + receipt.code())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void pressing_twice_sends_once() {
        visitor.open("/send");
        var token = visitor.hidden("token");
        var fields = Map.of("content", TEXT, "consentToProcess", "yes", "token", token);

        var first = visitor.upload("/petitions", fields, List.of(new Upload("a.png", "image/png", PNG)));
        var second = visitor.upload("/petitions", fields, List.of(new Upload("a.png", "image/png", PNG)));

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(visitor.open(first.headers().firstValue("Location").orElseThrow())
                        .body())
                .as("of whom nobody knows how to reach him")
                .contains("không ai liên hệ");
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void going_back_and_writing_something_else_is_another_petition_after_a_question() {
        visitor.open("/send");
        var token = visitor.hidden("token");
        visitor.upload("/petitions", Map.of("content", TEXT, "consentToProcess", "yes", "token", token), List.of());

        var other = Map.of("content", "Rác chất đống ở đầu ngõ 5 phố Cát Cụt", "consentToProcess", "yes");
        var asked = visitor.upload("/petitions", with(other, "token", token), List.of());
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("đã được gửi một lần", "Rác chất đống");
        assertThat(visitor.hidden("token")).isNotEqualTo(token);

        assertThat(visitor.upload("/petitions", other, List.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void a_refused_form_names_all_faults_and_keeps_all_entries() {
        visitor.open("/send");
        var token = visitor.hidden("token");
        var page = visitor.upload(
                "/petitions",
                Map.of(
                        "content", "<b>\"ngắn\"</b>",
                        "address", "12 Tô Hiệu & 14",
                        "area", "11296",
                        "name", "Lan <script>alert(1)</script>",
                        "phone", "12",
                        "email", "lan@",
                        "occurredAt", "hôm qua",
                        "consentToPublish", "yes"),
                List.of(new Upload("virus.jpg", "image/jpeg", "MZ…".getBytes(StandardCharsets.UTF_8))));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Thời điểm chưa đúng; ví dụ 08:00 ngày 18/09/2024");
        for (var field : List.of("content", "phone", "email", "occurredAt", "files", "consentToProcess")) {
            assertThat(page.body()).contains("href=\"#" + field + "\"", "id=\"" + field + "-fault\"");
        }
        assertThat(page.body())
                .contains("Tệp “virus.jpg” không phải ảnh JPG, PNG, tài liệu PDF hoặc video MP4, MOV, 3GP")
                .contains("&lt;b&gt;&quot;ngắn&quot;&lt;/b&gt;</textarea>", "value=\"12 Tô Hiệu &amp; 14\"")
                .contains("Lan &lt;script&gt;alert(1)&lt;/script&gt;", "value=\"hôm qua\"")
                .containsPattern("<option value=\"11296\"\\s+selected=\"selected\"")
                .containsPattern("id=\"consentToPublish\"[^>]*checked")
                .doesNotContain("<script>");
        assertThat(visitor.hidden("token")).isEqualTo(token);
    }

    @Test
    @Tag("A-51")
    void the_sender_adds_pictures_with_the_full_key_until_the_answer() {
        visitor.open("/send");
        var location = visitor.upload(
                        "/petitions",
                        Map.of("content", TEXT, "phone", "0912345678", "consentToProcess", "yes"),
                        List.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var code = location.substring(10, location.indexOf('?'));
        var key = location.substring(location.indexOf('=') + 1);
        var address = "/track/" + code + "/files";
        var jpeg = List.of(new Upload("đèn.jpg", "image/jpeg", JPEG));

        visitor.open("/track/" + code + "?key=" + key);
        var nothing =
                visitor.upload(address, Map.of(), List.of(new Upload("", "application/octet-stream", new byte[0])));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Vui lòng chọn ít nhất một tệp");
        var script = visitor.upload(
                address,
                Map.of(),
                List.of(
                        jpeg.get(0),
                        new Upload("ảnh.jpg", "image/jpeg", "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8))));
        assertThat(script.statusCode()).isEqualTo(422);
        assertThat(script.body()).contains("href=\"#files\"", "“ảnh.jpg” không phải ảnh JPG");
        for (var wrong : List.of("5678", "00000000000000", "")) {
            assertThat(visitor.upload(address, Map.of("key", wrong), jpeg).statusCode())
                    .as(wrong)
                    .isIn(404, 422);
            visitor.open("/track/" + code + "?key=" + key);
        }
        assertThat(filesOf(code)).isZero();

        var added = visitor.upload(address, Map.of(), jpeg);
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("Đã nhận thêm tệp", "Bạn đã gửi thêm 1 tệp", "version=thumbnail");
        for (var i = 0; i < 3; i++) {
            visitor.upload(address, Map.of(), photos(5, "lần " + i));
        }
        var tooMany = visitor.upload(address, Map.of(), photos(5, "nữa"));
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("tối đa 20 tệp; đã có 16 tệp");

        register.sql("update petition set state = 'DA_TRA_LOI' where code = ?")
                .param(code)
                .update();
        assertThat(visitor.open("/track/" + code + "?key=" + key).body()).doesNotContain("Gửi thêm ảnh");
        assertThat(visitor.upload(address, Map.of("key", key), jpeg).statusCode())
                .isEqualTo(422);
        assertThat(filesOf(code)).isEqualTo(16);
    }

    @Test
    @Tag("A-51")
    void after_the_answer_pictures_come_with_a_message_or_a_bad_rating_and_with_the_full_key_alone() {
        var receipt = sent();
        register.sql(
                        "update petition set state = 'DA_TRA_LOI', reply_text = 'Đã sửa', replied_at = now() where code = ?")
                .param(receipt.code())
                .update();
        var jpeg = List.of(new Upload("chưa xong.jpg", "image/jpeg", JPEG));
        assertThat(status(receipt)).contains("id=\"rating-files\"", "id=\"message-files\"");
        var address = "/track/" + receipt.code() + "/rating";
        var bad = Map.of("rating", "1", "reason", "Vẫn tối", "reopen", "yes");

        assertThat(visitor.upload(address, with(bad, "key", "5678"), jpeg).statusCode())
                .isIn(404, 422);
        status(receipt);
        var script = visitor.upload(
                address, bad, List.of(new Upload("x.jpg", "image/jpeg", "MZ".getBytes(StandardCharsets.UTF_8))));
        assertThat(script.statusCode()).isEqualTo(422);
        assertThat(script.body()).contains("href=\"#rating-files\"", "không phải ảnh JPG", "Vẫn tối");
        var noReason = visitor.upload(address, Map.of("rating", "1"), jpeg);
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(filesOf(receipt.code())).as("refused together").isZero();

        var rated = visitor.upload(address, bad, jpeg);
        assertThat(rated.statusCode()).isEqualTo(200);
        assertThat(rated.body()).contains("đề nghị mở lại", "Bạn đã gửi thêm 1 tệp");
        assertThat(filesOf(receipt.code())).isEqualTo(1);
        var message = "/track/" + receipt.code() + "/message";
        assertThat(visitor.upload(message, Map.of("message", "x"), jpeg).body())
                .contains("Tối đa 5 tệp ảnh")
                .doesNotContain("{0}");
        assertThat(filesOf(receipt.code())).as("the same again").isEqualTo(1);
        for (var i = 0; i < 4; i++) {
            visitor.upload(message, Map.of("message", "x"), photos(5, "kèm " + i));
        }
        assertThat(filesOf(receipt.code())).as("of 20").isEqualTo(16);
    }

    private static List<Upload> photos(int many, String called) {
        return IntStream.range(0, many)
                .mapToObj(each -> new Upload(called + " " + each + ".jpg", "image/jpeg", JPEG))
                .toList();
    }

    @Test
    void
            before_anybody_has_classified_it_the_page_says_until_when_1022_passes_it_on_and_of_a_danger_until_when_it_is_over() {
        var receipt = sent(Map.of(
                "content",
                TEXT,
                "address",
                "12 Tô Hiệu",
                "area",
                "11407",
                "phone",
                "0912345678",
                "consentToProcess",
                "yes"));
        limit(receipt, "forward", "2024-09-18T08:30:00+07:00");
        assertThat(visitor.open("/received/" + receipt.code() + "?key=" + receipt.key())
                        .body())
                .contains("chuyển đến nơi xử lý trước 08:30 ngày 18/09/2024");
        assertThat(status(receipt))
                .contains("chuyển đến nơi xử lý trước 08:30 ngày 18/09/2024", "Địa điểm:", "12 Tô Hiệu");

        register.sql("update petition set state = 'CHO_CO_QUAN', due_at = '2024-09-23T17:00:00+07:00' where code = ?")
                .param(receipt.code())
                .update();
        register.sql("update deadline set ended_at = now() where petition_code = ?")
                .param(receipt.code())
                .update();
        limit(receipt, "safe", "2024-09-18T12:00:00+07:00");
        assertThat(status(receipt))
                .contains("Phải hết nguy hiểm trước 12:00 ngày 18/09/2024", "Hạn trả lời: 17:00 ngày 23/09/2024")
                .doesNotContain("chuyển đến nơi xử lý trước");
    }

    private void limit(Sent receipt, String step, String due) {
        register.sql("""
                        insert into deadline (petition_code, step, agency_code, limit_text, urgency, started_at, warn_at, due_at,
                            original_due_at, ground)
                        values (?, ?, '', 'wall PT30M', 'urgent', now(), now(), ?::timestamptz, ?::timestamptz, 'x')
                        """).params(receipt.code(), step, due, due).update();
    }

    private int filesOf(String code) {
        return register.sql("select count(*) from attachment where petition_code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    @Test
    void too_many_or_too_large_files_cost_no_text() {
        visitor.open("/send");
        var fields = Map.of("content", TEXT, "consentToProcess", "yes");
        var large = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy(JPEG, 0, large, 0, JPEG.length);

        var tooLarge = visitor.upload("/petitions", fields, List.of(new Upload("to.jpg", "image/jpeg", large)));
        var tooMany =
                visitor.upload("/petitions", fields, Collections.nCopies(6, new Upload("a.jpg", "image/jpeg", JPEG)));

        assertThat(tooLarge.statusCode()).isEqualTo(422);
        assertThat(tooLarge.body()).contains("lớn hơn 10 MB", TEXT);
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("Tối đa 5 tệp, đang chọn 6 tệp", TEXT);
    }

    @Test
    void an_upload_beyond_all_measure_is_a_page_about_its_size() {
        visitor.open("/send");

        var page = visitor.upload(
                "/petitions",
                Map.of("content", TEXT),
                List.of(new Upload("phim.mp4", "video/mp4", new byte[61 * 1024 * 1024])));

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("Tệp gửi kèm quá lớn").doesNotContain("Exception");
    }

    @Test
    void text_that_is_no_text_is_refused() {
        visitor.open("/send");
        var page = visitor.upload(
                "/petitions",
                Map.of(
                        "content",
                        TEXT + "\u0000",
                        "email",
                        "a\u0000@b.vn",
                        "name",
                        "x\u0000",
                        "consentToProcess",
                        "yes"),
                List.of());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("content-fault", "email-fault", "name-fault");
    }

    @Test
    void a_broken_upload_is_no_failure_of_ours() {
        var type = "multipart/form-data; boundary=edge";
        var cut = "--edge\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\ncut short";

        var broken = http.post("/petitions", cut, "Content-Type", type);
        var unbounded = http.post("/petitions", cut, "Content-Type", "multipart/form-data");
        var manyParts = http.post(
                "/petitions",
                "--edge\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n".repeat(1000) + "--edge--\r\n",
                "Content-Type",
                type);
        var nothing = http.post("/petitions", "", "Content-Type", type);

        for (var page : List.of(broken, unbounded, manyParts)) {
            assertThat(page.statusCode()).isIn(400, 413);
            assertThat(page.body()).contains("<html lang=\"vi\"").doesNotContain("Exception");
        }
        assertThat(nothing.statusCode()).isEqualTo(403);
    }

    // What the tables say before anything is sent ---------------------------------------------------------------------

    @Test
    @Tag("A-58")
    void without_a_script_the_form_says_what_1022_makes_of_the_text_from_the_first_page() {
        visitor.open("/");
        var page = visitor.send("/send", Map.of("content", TEXT));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("1022 hiểu phản ánh của bạn thế này", "Chiếu sáng công cộng", TEXT + "</textarea>")
                .doesNotContain("class=\"proposal warn\"");
    }

    @Test
    @Tag("A-07")
    void who_writes_a_denunciation_or_is_in_danger_reads_the_tables_words_before_sending() {
        visitor.open("/send");
        var denunciation = visitor.send(
                "/send", Map.of("content", "Tôi tố cáo ông chủ tịch phường nhận hối lộ của nhà thầu xây chợ"));
        assertThat(denunciation.body())
                .contains("class=\"proposal warn\"", "Việc này có thể không thuộc 1022", "Luật Tố cáo 2018");

        visitor.open("/send");
        var danger = visitor.send(
                "/send",
                Map.of("content", "Cháy nhà số 5 phố Cát Cụt, có người kẹt bên trong đang kêu cứu, cháy to lắm"));
        assertThat(danger.body())
                .contains("Đang nguy hiểm? Gọi ngay", "114", "không thay được cuộc gọi")
                .doesNotContain("đã ghi nhận", "ưu tiên chuyển");
    }

    @Test
    void a_text_that_is_being_written_is_answered_with_a_piece_of_a_page_and_kept_nowhere() {
        visitor.open("/send");
        var before =
                register.sql("select count(*) from petition").query(Long.class).single();

        var said =
                visitor.send("/send/proposal", Map.of("content", TEXT + " <script>alert(1)</script>", "area", "305"));

        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.body()).contains("Chiếu sáng công cộng").doesNotContain("<html", "<script");
        assertThat(register.sql("select count(*) from petition")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        assertThat(http.post("/send/proposal", "content=x", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.get("/send/proposal").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("A-58")
    void an_open_case_is_offered_with_its_words_only_if_its_sender_agreed_and_never_a_confidential_one() {
        var quiet = inWork("11407", "no", "Đèn đường tắt ở ngách bí mật của riêng tôi, phố Tô Hiệu");
        var open = inWork("11407", "yes", TEXT + ", gọi tôi 0912 345 678");
        var closed = inWork("11407", "yes", TEXT + " kín");
        register.sql("update petition set confidential = true where code = ?")
                .param(closed)
                .update();
        var undecided = inWork("11407", "yes", TEXT + " mới");
        register.sql("update petition set field = null where code = ?")
                .param(undecided)
                .update();

        visitor.open("/send");
        var page = visitor.send("/send/proposal", Map.of("content", TEXT, "area", "11407"))
                .body();

        assertThat(page)
                .contains("value=\"" + publicId(open) + "\"", "value=\"" + publicId(quiet) + "\"", "(số điện thoại)")
                .doesNotContain("bí mật của riêng tôi", "0912", publicId(closed), publicId(undecided))
                .doesNotContain(open, quiet);
        visitor.open("/send");
        assertThat(visitor.send("/send/proposal", Map.of("content", TEXT, "area", "305"))
                        .body())
                .doesNotContain(publicId(open));
    }

    @Test
    @Tag("A-58")
    void who_chooses_an_open_case_proposes_to_join_it_and_nobody_can_point_at_one_that_may_not_be_shown() {
        var open = inWork("11407", "no", TEXT);
        var closed = inWork("11407", "no", TEXT);
        register.sql("update petition set confidential = true where code = ?")
                .param(closed)
                .update();
        var fields = Map.of("content", TEXT, "area", "11407", "consentToProcess", "yes");

        var joined = sent(with(fields, "joins", publicId(open)));
        var secret = sent(with(fields, "joins", publicId(closed)));
        var nonsense = sent(with(fields, "joins", "'; drop table petition"));

        assertThat(wish(joined)).isEqualTo(open);
        assertThat(wish(secret)).isNull();
        assertThat(wish(nonsense)).isNull();
        assertThat(register.sql("select note from petition_event where petition_code = ? order by id limit 1")
                        .param(joined.code())
                        .query(String.class)
                        .single())
                .contains("người gửi cho là cùng việc với " + open);
    }

    private String inWork(String area, String consent, String content) {
        var code = sent(Map.of(
                        "content", content, "area", area, "consentToProcess", "yes", "consentToPublish", consent))
                .code();
        register.sql("update petition set state = 'DANG_XU_LY', field = 'chieu_sang' where code = ?")
                .param(code)
                .update();
        return code;
    }

    private String publicId(String code) {
        return register.sql("select public_id::text from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private String wish(Sent receipt) {
        return register.sql("select wishes_to_join from petition where code = ?")
                .param(receipt.code())
                .query((row, i) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    @Test
    @Tag("A-58")
    void the_position_of_a_device_is_taken_in_the_city_and_refused_far_away() {
        var here = sent(Map.of("content", TEXT, "consentToProcess", "yes", "lat", "20.8561", "lon", "106.6822"));
        assertThat(register.sql("select lat || ' ' || lon from petition where code = ?")
                        .param(here.code())
                        .query(String.class)
                        .single())
                .isEqualTo("20.8561 106.6822");

        for (var elsewhere : List.of("10.77 106.70", "NaN 106.7", "20.85 ngã tư", "1e400 1")) {
            visitor.open("/send");
            var page = visitor.upload(
                    "/petitions",
                    Map.of(
                            "content",
                            TEXT,
                            "consentToProcess",
                            "yes",
                            "lat",
                            elsewhere.split(" ", 2)[0],
                            "lon",
                            elsewhere.split(" ", 2)[1]),
                    List.of());
            assertThat(page.statusCode()).as(elsewhere).isEqualTo(422);
            assertThat(page.body()).contains("Vị trí gửi kèm không ở Hải Phòng", TEXT);
        }
    }

    // All cases of an address ----------------------------------------------------------------------------------------

    @Test
    @Tag("A-60")
    void a_link_opens_the_cases_of_its_address_without_the_confidential_ones_for_half_an_hour() {
        var mine = sent(Map.of("content", TEXT, "email", "Lan@Example.vn", "consentToProcess", "yes"));
        var secret = sent(Map.of("content", TEXT, "email", "lan@example.vn", "consentToProcess", "yes"));
        var other = sent(Map.of("content", TEXT, "email", "an@example.vn", "consentToProcess", "yes"));
        register.sql("update petition set confidential = true where code = ?")
                .param(secret.code())
                .update();
        var link = ownCases.linkFor(" lan@EXAMPLE.vn").orElseThrow();

        var page = visitor.open("/my-cases/" + link.token());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(mine.code()).doesNotContain(secret.code(), other.code(), TEXT);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(register.sql("select count(*) from case_link where mark = ?")
                        .param(link.token())
                        .query(Integer.class)
                        .single())
                .isZero();

        register.sql("update case_link set sent_at = sent_at - interval '31 minutes'")
                .update();
        assertThat(visitor.open("/my-cases/" + link.token()).statusCode()).isEqualTo(404);
        assertThat(visitor.open("/my-cases/x%27--").statusCode()).isEqualTo(404);
        register.sql("delete from case_link").update();
    }

    @Test
    @Tag("A-60")
    void an_address_gets_three_links_an_hour_and_one_nobody_wrote_from_or_only_in_confidence_gets_none() {
        sent(Map.of("content", TEXT, "email", "ba@example.vn", "consentToProcess", "yes"));
        var secret = sent(Map.of("content", TEXT, "email", "kin@example.vn", "consentToProcess", "yes"));
        register.sql("update petition set confidential = true where code = ?")
                .param(secret.code())
                .update();

        for (var i = 0; i < 3; i++) {
            assertThat(ownCases.linkFor("ba@example.vn")).isPresent();
        }
        assertThat(ownCases.linkFor("ba@example.vn")).isEmpty();
        assertThat(ownCases.linkFor("kin@example.vn")).isEmpty();
        assertThat(ownCases.linkFor("nobody@example.vn")).isEmpty();
    }

    @Test
    @Tag("A-60")
    void whether_an_address_is_known_nobody_learns_who_asks_for_its_link() {
        sent(Map.of("content", TEXT, "email", "biet@example.vn", "consentToProcess", "yes"));
        sent(Map.of("content", TEXT, "phone", "0987111222", "consentToProcess", "yes"));
        visitor.open("/my-cases");
        var known = visitor.send("/my-cases", Map.of("contact", "biet@example.vn"));
        visitor.open("/my-cases");
        var unknown = visitor.send("/my-cases", Map.of("contact", "khong@example.vn"));

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.body())
                .contains("Nếu đã có phản ánh gửi từ địa chỉ này")
                .isEqualTo(unknown.body());
        assertThat(visitor.open("/my-cases").body()).doesNotContain("số điện thoại di động");
        assertThat(visitor.send("/my-cases", Map.of("contact", "0987111222")).statusCode())
                .as("no gateway, no SMS")
                .isEqualTo(422);
        when(sendCaseLink.reachesTelephones()).thenReturn(true);
        try {
            visitor.open("/my-cases");
            var knownNumber = visitor.send("/my-cases", Map.of("contact", "0987 111 222"));
            assertThat(visitor.open("/my-cases").body()).contains("số điện thoại di động");
            var unknownNumber = visitor.send("/my-cases", Map.of("contact", "+84 987 111 223"));
            assertThat(knownNumber.statusCode()).isEqualTo(200);
            assertThat(knownNumber.body()).isEqualTo(unknownNumber.body());
        } finally {
            when(sendCaseLink.reachesTelephones()).thenReturn(false);
        }
        visitor.open("/my-cases");
        assertThat(visitor.send("/my-cases", Map.of("contact", "không phải thư"))
                        .statusCode())
                .isEqualTo(422);
        visitor.open("/my-cases");
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 6; i++) {
            statuses.add(visitor.send("/my-cases", Map.of("contact", i + "@example.vn"))
                    .statusCode());
            visitor.open("/my-cases");
        }
        assertThat(statuses).endsWith(429);
    }

    @Test
    @Tag("A-70")
    void a_telephone_gets_three_links_an_hour_and_six_a_day() {
        sent(Map.of("content", TEXT, "phone", "0987111222", "consentToProcess", "yes"));
        for (var i = 0; i < 3; i++) {
            assertThat(ownCases.linkFor("+84987111222")).isPresent();
        }
        assertThat(ownCases.linkFor("+84987111222")).isEmpty();
        assertThat(ownCases.linkFor("+84987111223")).isEmpty();
        for (var hour = 1; hour <= 2; hour++) {
            register.sql("update case_link set sent_at = sent_at - interval '61 minutes'")
                    .update();
            while (ownCases.linkFor("+84987111222").isPresent()) {
                // three more
            }
        }
        assertThat(register.sql("select count(*) from case_link where contact = '+84987111222'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
        register.sql("delete from case_link").update();
    }

    // What everybody may read -----------------------------------------------------------------------------------------

    @Test
    void the_limits_are_the_rows_of_the_table_in_force_in_words() {
        var page = visitor.open("/limits");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Khẩn cấp", "4 giờ, kể cả đêm và ngày nghỉ", "10 ngày làm việc", "không gia hạn")
                .doesNotContain("working", "P3D", "Giả định");
        assertThat(visitor.open("/limits?lang=en").body()).contains("10 working days", "no extension");
    }

    @Test
    @Tag("A-59")
    void the_limits_are_told_shortly_in_everyday_words_of_both_languages() {
        assertThat(shortLimits("/limits"))
                .containsExactly(
                        "Mọi việc",
                        "Việc lãnh đạo thành phố đã chỉ đạo mà chậm thực hiện",
                        "Hiến kế, góp ý cho thành phố",
                        "Câu hỏi, thắc mắc",
                        "Thủ tục hành chính, thái độ cán bộ",
                        "Hỏng hóc, sự cố (đường, cầu, đèn, điện, nước, cống, cây xanh, cáp viễn thông); rác thải, vệ sinh môi"
                                + " trường; trật tự đô thị, vỉa hè; trật tự xây dựng; tiếng ồn",
                        "Các việc khác",
                        "Việc lãnh đạo thành phố đã chỉ đạo mà chậm thực hiện",
                        "Hiến kế, góp ý cho thành phố",
                        "Thủ tục hành chính, thái độ cán bộ",
                        "Các việc khác");
        assertThat(shortLimits("/limits?lang=en"))
                .hasSize(11)
                .contains("Everything", "Questions", "Everything else")
                .noneMatch(what -> what.matches(".*[ăđơưạếọ].*"));

        // The tracking page says which line a limit is from, unless it is another limit.
        assertThat(limits.lineOf("handling-deadline:1:rule_repair", Limit.parse("working P3D")))
                .hasValueSatisfying(line -> assertThat(line).startsWith("Việc thông thường – Hỏng hóc, sự cố"));
        assertThat(limits.lineOf("handling-deadline:1:rule_repair", Limit.parse("working P1D")))
                .isEmpty();
        assertThat(limits.lineOf("handling-deadline:0:rule_repair", Limit.parse("working P3D")))
                .isEmpty();
    }

    private List<String> shortLimits(String path) {
        return Pattern.compile("<th scope=\"row\"[^>]*>([^<]*)</th>")
                .matcher(visitor.open(path).body())
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    @Test
    @Tag("A-59")
    void figures_are_published_for_the_periods_that_are_offered() {
        assertThat(visitor.open("/figures").body()).contains("90 ngày qua", "Mỗi con số tính gì", "Trả lời đúng hạn");
        assertThat(visitor.open("/figures?days=365").body()).contains("aria-current=\"true\"");
        assertThat(visitor.open("/figures?days=100000").statusCode()).isEqualTo(200);
        assertThat(visitor.open("/figures?days=%27%3B--").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("A-39")
    void figures_tell_what_became_of_the_answers_and_no_reopened_case_or_broken_promise_is_a_success() {
        answer("fixed", null, 4);
        answer("fixed", null, null);
        answer("answered", null, 3);
        answer("fixed", "reopened", 1);
        answer("planned", null, null);
        answer("planned", "done", 3);
        answer("planned", "postponed", 2);
        answer("handed-over", null, null);

        var page = visitor.open("/figures?days=30").body();
        assertThat(page.substring(page.indexOf(">THU<"))
                        .replaceAll("<[^>]*>|\\s+", " ")
                        .replaceAll(" +", " "))
                .contains(
                        "Trả lời đúng hạn 100 %",
                        "Đã xong việc 50 %",
                        "Ít hồ sơ",
                        "Thời hạn của 8 hồ sơ: 8 trả lời đúng hạn",
                        "Một nửa số câu trả lời đến trong vòng 2 phút.",
                        "2 đã giải quyết xong 1 đã giải đáp 3 hẹn ngày hoàn thành (đã giữ hẹn: 1; không giữ hẹn: 1)"
                                + " 1 đã chuyển nơi có thẩm quyền 1 phải mở lại vì việc chưa xong",
                        "Người dân đánh giá 5 câu trả lời: 3 hài lòng, 2 chưa hài lòng.")
                .doesNotContain("không thực hiện được Người");
        assertThat(visitor.open("/figures?days=30&lang=en").body())
                .contains("What became of 8 answers", "within 2 minutes", "Neutral and Not satisfied")
                .doesNotContain("Trung vị", "giữ hẹn");
        register.sql("delete from plan_check where agency_code = 'THU'").update();
        register.sql("delete from case_fact where agency_code = 'THU'").update();
    }

    /** By an agency of its own, 71 seconds after it had been sent. */
    private void answer(String ending, String became, Integer rating) {
        var code = inWork("11407", "no", TEXT);
        register.sql("""
                        insert into case_fact (petition_code, round, outcome, agency_code, field, began_at, finished_at, due_at,
                                               original_due_at, extensions, ending, rating, rated_at, reopened_at)
                        select code, 0, 'answered', 'THU', 'dien', received_at, received_at + interval '71 seconds',
                               received_at + interval '1 day', received_at + interval '1 day', 0, ?, ?, received_at, ?
                          from petition where code = ?
                        """)
                .params(ending, rating, "reopened".equals(became) ? Timestamp.from(Instant.now()) : null, code)
                .update();
        if ("planned".equals(ending) && became != null) {
            register.sql("insert into plan_check values (?, 0, '2024-09-20', 'THU', ?, 'operator', now())")
                    .params(code, became)
                    .update();
        }
    }

    @Test
    @Tag("A-60")
    void answers_are_published_masked_only_with_consent_and_vanish_when_they_may_not_be_shown_any_more() {
        var shown =
                answered("yes", "Đường Cát Cụt ngập nước, hỏi tôi 0912 345 678", "Đã thông cống, thư lan@example.vn");
        var unasked = answered("no", "Đường Cát Cụt ngập nước lần hai", "Đã thông cống lần hai");

        var found = visitor.open("/answered?q=duong+ngap+NUOC").body();
        assertThat(found)
                .contains("Đường Cát Cụt ngập nước, hỏi tôi (số điện thoại)", "Đã thông cống, thư (thư điện tử)")
                .doesNotContain("lần hai", "0912", "example.vn", shown, unasked);
        assertThat(visitor.open("/answered?q=0912345678").body()).doesNotContain("Cát Cụt");
        register.sql("update petition set ending = 'planned', planned_until = '2024-12-10' where code = ?")
                .param(shown)
                .update();
        assertThat(visitor.open("/answered?q=cat+cut").body()).contains("Kết quả:", "10/12/2024");
        assertThat(visitor.open("/answered?q=duong&field=y_te").body()).doesNotContain("Cát Cụt");
        assertThat(visitor.open("/answered?q=cat+cut&area=305&from=2024-09-01").body())
                .contains("Đã thông cống");
        assertThat(visitor.open("/answered?q=cat+cut&to=2024-09-01").body()).doesNotContain("Đã thông cống");

        for (var change : List.of("confidential = true", "confidential = false, state = 'MO_LAI'")) {
            register.sql("update petition set " + change + " where code = ?")
                    .param(shown)
                    .update();
            assertThat(visitor.open("/answered?q=cat+cut").body()).as(change).doesNotContain("Đã thông cống");
        }
        register.sql("update petition set state = 'DONG', consent_to_publish = false where code = ?")
                .param(shown)
                .update();
        assertThat(visitor.open("/answered?q=cat+cut").body()).doesNotContain("Đã thông cống");
    }

    @Test
    @Tag("A-60")
    void the_list_goes_on_where_a_page_ended_and_nothing_typed_breaks_it() {
        for (var i = 0; i < 12; i++) {
            answered("yes", "Xin hỏi về cây phượng số " + i + " ở vườn hoa", "Trả lời số " + i);
        }
        var first = visitor.open("/answered?q=phuong").body();
        var next = matches(first, "rel=\"next\" href=\"([^\"]+)\"").get(0).replace("&amp;", "&");
        var second = visitor.open(next).body();

        assertThat(matches(first, "Trả lời số (\\d+)")).hasSize(10);
        assertThat(matches(second, "Trả lời số (\\d+)"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(matches(first, "Trả lời số (\\d+)"));
        assertThat(second).doesNotContain("rel=\"next\"");
        for (var odd : List.of(
                "q=%25%25_%5C%27",
                "q=%00",
                "after=99999999999999999-x",
                "from=hôm+qua",
                "from=-999999999-01-01",
                "area=%27",
                "q=" + "a+".repeat(3000))) {
            assertThat(visitor.open("/answered?" + odd.replace("ô", "%C3%B4")).statusCode())
                    .as(odd)
                    .isIn(200, 400);
        }
    }

    @Test
    @Tag("A-66")
    void answers_are_points_of_a_hundred_metres_by_the_same_filters_and_nobody_is_on_the_map_who_did_not_agree() {
        var shown =
                at("20.857512", "106.684449", answered("yes", "Ổ gà sâu trước ngõ 8 Cát Dài, gọi 0912345678", "Đã vá"));
        at("20.857512", "106.684449", answered("no", "Ổ gà thứ hai ở Cát Dài", "Đã vá"));
        answered("yes", "Ổ gà thứ ba ở Cát Dài, không rõ chỗ", "Đã vá");

        var points = visitor.open("/answered.geojson?q=o+ga");
        assertThat(points.statusCode()).isEqualTo(200);
        assertThat(points.headers().firstValue("Content-Type")).contains("application/geo+json");
        assertThat(points.headers().firstValue("Cache-Control")).contains("max-age=60, public");
        var features = json(points.body()).get("features");
        assertThat(features).hasSize(1);
        assertThat(features.get(0).get("geometry").get("coordinates").toString())
                .isEqualTo("[106.684,20.858]");
        assertThat(points.body())
                .contains("(số điện thoại)", "/answered/" + publicId(shown))
                .doesNotContain("0912", "thứ hai", "thứ ba", shown);
        assertThat(json(visitor.open("/answered.geojson?q=o+ga&field=y_te").body())
                        .get("features"))
                .isEmpty();
        assertThat(http.get(
                                "/answered.geojson?q=o+ga",
                                "If-None-Match",
                                points.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);

        register.sql("update petition set confidential = true where code = ?")
                .param(shown)
                .update();
        assertThat(json(visitor.open("/answered.geojson?q=o+ga").body()).get("features"))
                .isEmpty();
    }

    @Test
    @Tag("A-66")
    void points_come_in_pages_that_lead_on() {
        for (var i = 0; i < 3; i++) {
            at("20.85", "106.68", answered("yes", "Cây đổ số " + i + " ở bến Bính", "Đã dọn"));
        }
        var first = visitor.open("/answered.geojson?q=ben+binh&limit=2");
        var next = json(first.body()).get("next").asText();
        assertThat(json(first.body()).get("features")).hasSize(2);
        assertThat(first.headers().firstValue("Link")).contains("<" + next + ">; rel=\"next\"");
        var second =
                json(visitor.open(next.substring(next.indexOf("/answered"))).body());
        assertThat(second.get("features")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        for (var odd : List.of("limit=0", "limit=-1", "limit=99999999999", "after=x", "from=x", "q=%00")) {
            assertThat(visitor.open("/answered.geojson?" + odd).statusCode())
                    .as(odd)
                    .isIn(200, 400);
        }
    }

    @Test
    @Tag("A-60")
    void a_feed_tells_of_new_answers_and_no_letter_breaks_it() throws Exception {
        var shown = answered("yes", "Bể bơi <An Biên> & sân chơi \uD83D\uDCA7, hỏi 0912345678", "Đã sửa ]]> xong");
        answered("no", "Bể bơi An Biên lần hai", "Đã sửa");
        register.sql("update published_answer set content = content || chr(7) where petition_code = ?")
                .param(shown)
                .update();

        var feed = visitor.open("/answered.atom?q=be+boi");
        assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        var parsed = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.body().getBytes(StandardCharsets.UTF_8)));
        var entries = parsed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
        assertThat(entries.getLength()).isEqualTo(1);
        assertThat(entries.item(0).getTextContent())
                .contains(
                        "urn:uuid:" + publicId(shown),
                        "Bể bơi <An Biên> & sân",
                        "\uD83D\uDCA7, hỏi (số điện thoại)",
                        "Đã sửa ]]> xong",
                        "2024-09-18T02:00:00Z")
                .doesNotContain("0912", shown);
        assertThat(visitor.open("/answered?q=be+boi").body())
                .contains("type=\"application/atom+xml\" href=\"/answered.atom?q=be%20boi");
    }

    @Test
    @Tag("A-60")
    void an_answer_has_an_address_of_its_own_until_it_may_not_be_shown_any_more() {
        var code = answered("yes", "Đèn vàng nhấp nháy ở ngã sáu, gọi 0912345678", "Đã chỉnh đèn");
        var address = "/answered/" + publicId(code);

        assertThat(visitor.open(address).body())
                .contains("Đèn vàng nhấp nháy ở ngã sáu", "Đã chỉnh đèn", "noindex")
                .doesNotContain("0912", code);
        assertThat(visitor.open("/answered?q=den+vang").body()).contains("href=\"" + address + "\"");
        register.sql("update petition set consent_to_publish = false where code = ?")
                .param(code)
                .update();
        assertThat(visitor.open(address).statusCode()).isEqualTo(404);
        assertThat(visitor.open("/answered/" + publicId(inWork("11407", "yes", TEXT)))
                        .statusCode())
                .isEqualTo(404);
        for (var odd : List.of(
                "/answered/x",
                "/answered/..%2F",
                "/answered/" + code,
                "/answered/1-1-1-1-1",
                "/answered/" + "-".repeat(36))) {
            assertThat(visitor.open(odd).statusCode()).as(odd).isIn(400, 404);
        }
    }

    @Test
    @Tag("A-67")
    void answers_from_before_there_was_a_list_come_into_it_masked_if_their_senders_agreed_and_never_what_was_erased() {
        var old = answered("yes", "Hè phố Lạch Tray bong tróc, gọi 0912345678", "Đã lát lại, hỏi 0225 3822 333");
        var unasked = answered("no", "Hè phố Lạch Tray bong lần hai", "Đã lát lại");
        var erased = answered("yes", "Hè phố Lạch Tray bong lần ba", "Đã lát lại");
        var secret = answered("yes", "Hè phố Lạch Tray bong lần tư", "Đã lát lại");
        register.sql("delete from published_answer where petition_code in (?, ?, ?, ?)")
                .params(old, unasked, erased, secret)
                .update();
        register.sql("update petition set erased_at = now(), erased_for = 'request' where code = ?")
                .param(erased)
                .update();
        register.sql("update petition set confidential = true where code = ?")
                .param(secret)
                .update();
        assertThat(visitor.open("/answered?q=lach+tray").body()).doesNotContain("Lạch Tray bong");

        assertThat(publish.whatIsMissing()).isPositive();

        assertThat(visitor.open("/answered?q=lach+tray").body())
                .contains("Hè phố Lạch Tray bong tróc, gọi (số điện thoại)", "Đã lát lại, hỏi (số điện thoại)")
                .doesNotContain("0912", "3822", "lần hai", "lần ba", "lần tư");
        assertThat(publish.whatIsMissing()).isZero();
        assertThat(register.sql("select petition_code from published_answer where petition_code in (?, ?, ?)")
                        .params(unasked, erased, secret)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** Gives an answered petition a place and publishes it with it. */
    private String at(String lat, String lon, String code) {
        register.sql("update petition set lat = ?::float8, lon = ?::float8 where code = ?")
                .params(lat, lon, code)
                .update();
        publish.of(code);
        return code;
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answered(String consent, String content, String reply) {
        var code = inWork("11407", consent, content);
        register.sql(
                        "update petition set state = 'DA_TRA_LOI', reply_text = ?, replied_at = '2024-09-18T09:00:00+07:00' where code = ?")
                .params(reply, code)
                .update();
        publish.of(code);
        return code;
    }

    @Test
    void a_page_speaks_the_language_asked_for_then_the_one_chosen_then_the_browsers_then_vietnamese() {
        assertThat(http.get("/privacy").body()).contains("<html lang=\"vi\"", "Dữ liệu cá nhân");
        assertThat(http.get("/privacy", "Accept-Language", "en-GB,en;q=0.9").body())
                .contains("<html lang=\"en\"");
        assertThat(http.get("/privacy", "Accept-Language", "fr,de;q=0.5").body())
                .contains("<html lang=\"vi\"");
        assertThat(http.get("/privacy", "Accept-Language", "en", "Cookie", "lang=vi")
                        .body())
                .contains("<html lang=\"vi\"");
        assertThat(http.get("/privacy", "Cookie", "lang=<x>").body()).contains("<html lang=\"vi\"");
        var chosen = http.get("/privacy?lang=en", "Cookie", "lang=vi");
        assertThat(chosen.body()).contains("<html lang=\"en\"", "Personal data", "lang=vi\"");
        assertThat(chosen.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("lang=en;") && cookie.contains("HttpOnly"));
        assertThat(http.get("/privacy?lang=de%0d%0aSet-Cookie:x=1").headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("lang="));
        assertThat(http.get("/nothing?lang=en", "Accept", "text/html").body()).contains("There is no such page");
    }

    @Test
    void faults_are_named_in_the_language_of_the_page() {
        visitor.open("/send");
        var page = visitor.upload("/petitions?lang=en", Map.of("content", "short"), List.of());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("at least 20 characters", "Please agree to the processing", "<html lang=\"en\"");
    }

    // Following ------------------------------------------------------------------------------------------------------

    @Test
    void wrong_code_and_wrong_key_get_one_and_the_same_sentence() {
        var receipt = sent();
        visitor.open("/track");
        var wrongKey = visitor.send("/track", Map.of("code", receipt.code(), "key", "0000"));
        var wrongCode = visitor.send("/track", Map.of("code", "HP1022-240918-999999-9", "key", receipt.key()));
        var nonsense = visitor.send("/track", Map.of("code", "\u0000<x>", "key", "\u0000"));
        var nothing = visitor.send("/track", Map.of());

        for (var page : List.of(wrongKey, wrongCode, nonsense, nothing)) {
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains(UNKNOWN).doesNotContain("<x>");
        }
        assertThat(wrongKey.body().replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(wrongCode.body().replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void a_link_from_a_letter_opens_the_status_and_without_key_asks_for_it() {
        var receipt = sent();

        var linked = visitor.open("/track/" + receipt.code() + "?key=" + receipt.key());
        var bare = visitor.open("/track/" + receipt.code());
        var wrong = visitor.open("/track/" + receipt.code() + "?key=0000");

        assertThat(linked.statusCode()).isEqualTo(200);
        assertThat(linked.body()).contains(TEXT);
        assertThat(bare.statusCode()).isEqualTo(200);
        assertThat(bare.body()).contains("value=\"" + receipt.code() + "\"").doesNotContain(TEXT, UNKNOWN);
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body()).contains(UNKNOWN);
        for (var page : List.of(linked, bare, wrong)) {
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }

    @Test
    void an_answer_with_its_extended_limit_is_shown_escaped_and_with_its_lines() {
        var receipt = sent();
        register.sql("""
                        update petition set state = 'DANG_XU_LY', lead_agency = 'SXD', content = E'<i>một</i>\\nhai',
                            due_at = '2024-09-25T16:30:00+07:00', original_due_at = '2024-09-23T16:30:00+07:00'
                         where code = ?
                        """).param(receipt.code()).update();
        var handled = status(receipt);
        assertThat(handled)
                .contains("Hạn trả lời: 16:30 ngày 25/09/2024", "Hạn ban đầu: 16:30 ngày 23/09/2024")
                .contains("&lt;i&gt;một&lt;/i&gt;\nhai", "SXD")
                .contains("<li class=\"current\" aria-current=\"step\">Đang xử lý")
                .contains("<li class=\"done\">Đã tiếp nhận", "<li class=\"todo\">Đã trả lời")
                .doesNotContain("<i>", "/rating");

        register.sql("update petition set state = 'TU_CHOI', reply_text = 'Không thuộc phạm vi', replied_at = now() "
                        + "where code = ?")
                .param(receipt.code())
                .update();
        assertThat(status(receipt))
                .contains("<li class=\"skipped\">Đang xử lý", "Không tiếp nhận", "Không thuộc phạm vi");
    }

    @Test
    void an_answer_is_rated_once_and_a_refused_rating_keeps_what_was_typed() {
        var receipt = sent();
        register.sql(
                        "update petition set state = 'DA_TRA_LOI', reply_text = E'Đã <u>sửa</u>\\nxong', replied_at = now() where code = ?")
                .param(receipt.code())
                .update();
        assertThat(status(receipt)).contains("Đã &lt;u&gt;sửa&lt;/u&gt;\nxong", "Gửi đánh giá");
        var address = "/track/" + receipt.code() + "/rating";

        var none = visitor.send(address, Map.of("reason", "chưa <chọn>"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Chọn một trong bốn mức hài lòng", "chưa &lt;chọn&gt;");

        var noReason = visitor.send(address, Map.of("rating", "1", "reopen", "yes"));
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body())
                .contains("href=\"#reason\"", "reason-fault")
                .containsPattern("id=\"rating1\"[^>]*checked")
                .containsPattern("id=\"reopen\"[^>]*checked");

        var rated = visitor.send(address, Map.of("rating", "1", "reason", "Vẫn tắt", "reopen", "yes"));
        assertThat(rated.statusCode()).isEqualTo(200);
        assertThat(rated.body())
                .contains("Đã nhận đánh giá và đề nghị mở lại", "Không hài lòng</strong>")
                .doesNotContain("Gửi đánh giá");
    }

    @Test
    @Tag("A-07")
    void who_left_no_contact_is_asked_for_no_rating_and_can_give_none() {
        var receipt = sent(Map.of("content", TEXT, "consentToProcess", "yes"));
        register.sql(
                        "update petition set state = 'DA_TRA_LOI', reply_text = 'Đã sửa', replied_at = now() where code = ?")
                .param(receipt.code())
                .update();

        assertThat(status(receipt)).contains("Đã sửa").doesNotContain("Gửi đánh giá");
        visitor.open("/track");
        var rated = visitor.send("/track/" + receipt.code() + "/rating", Map.of("rating", "4", "key", receipt.key()));
        assertThat(rated.statusCode()).isEqualTo(422);
        assertThat(rated.body()).contains("không có phần đánh giá");
    }

    @Test
    @Tag("A-07")
    void what_the_sender_must_know_at_once_stands_on_the_page_after_sending_and_on_that_of_the_status() {
        var receipt = sent();
        register.sql("update petition set told = 'Xin gọi ngay 114 <b>' where code = ?")
                .param(receipt.code())
                .update();

        assertThat(visitor.open("/received/" + receipt.code() + "?key=" + receipt.key())
                        .body())
                .contains("Xin gọi ngay 114 &lt;b&gt;");
        assertThat(status(receipt)).contains("Xin gọi ngay 114 &lt;b&gt;");
        assertThat(http.get("/api/petitions/" + receipt.code() + "?key=" + receipt.key())
                        .body())
                .contains("\"told\":\"Xin gọi ngay 114 <b>\"");
        register.sql("update petition set state = 'TU_CHOI' where code = ?")
                .param(receipt.code())
                .update();
        assertThat(status(receipt)).doesNotContain("Xin gọi ngay");
    }

    @Test
    @Tag("A-07")
    void of_a_confidential_petition_the_page_and_the_interface_show_no_text() {
        var receipt = sent();
        register.sql("update petition set confidential = true where code = ?")
                .param(receipt.code())
                .update();

        assertThat(status(receipt)).contains("Nội dung được giữ kín").doesNotContain(TEXT);
        assertThat(http.get("/api/petitions/" + receipt.code() + "?key=" + receipt.key())
                        .body())
                .doesNotContain(TEXT, "\"content\"");
    }

    @Test
    void a_question_is_answered() {
        var receipt = sent();
        register.sql("update petition set state = 'CHO_BO_SUNG', question = 'Số nhà nào?' where code = ?")
                .param(receipt.code())
                .update();
        assertThat(status(receipt)).contains("Số nhà nào?", "Gửi bổ sung");
        var address = "/track/" + receipt.code() + "/supplement";

        var empty = visitor.send(address, Map.of("text", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("text-fault", "Vui lòng ghi thông tin");

        var answered = visitor.send(address, Map.of("text", "Số 12"));
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).contains("Đã nhận thông tin bổ sung", "[Bổ sung] Số 12");

        visitor.open("/track");
        var stranger = visitor.send(address, Map.of("text", "Số 13", "key", "0000"));
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.body()).contains(UNKNOWN);
        assertThat(visitor.open(address).headers().firstValue("Location")).contains("/track/" + receipt.code());
    }

    // Protection -----------------------------------------------------------------------------------------------------

    @Test
    void a_form_without_its_token_is_refused_with_a_page() {
        var answer = http.post(
                "/track", "code=x&key=y", "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<html lang=\"vi\"", "tải lại trang").doesNotContain("CSRF", "Exception");
    }

    @Test
    void an_unknown_page_is_not_found_for_strangers() {
        for (var address :
                List.of("/nothing", "/rules-of-nobody", "/error", "/received/x", "/css/none.css", "/templates")) {
            var page = visitor.open(address);
            assertThat(page.statusCode()).as(address).isEqualTo(404);
            assertThat(page.body()).contains("Không tìm thấy trang", "<html lang=\"vi\"");
        }
    }

    @Test
    void a_failure_of_ours_is_one_plain_sentence() {
        register.sql("alter table petition rename to petition_gone").update();
        try {
            var code = PetitionCode.of(LocalDate.of(2024, 9, 18), 1);
            var broken = visitor.open("/track/" + code + "?key=1234");
            assertThat(broken.statusCode()).isEqualTo(500);
            assertThat(broken.body())
                    .contains("Hệ thống gặp lỗi", "không phải do bạn")
                    .doesNotContain("SQL", "Exception", "petition_gone", "org.");
        } finally {
            register.sql("alter table petition_gone rename to petition").update();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/track?x=%zz",
                "/track/%zz",
                "/track/%ff?key=1",
                "/%00",
                "/track/x?key=%c0%80",
                "/a\\b",
                "/track/{x}"
            })
    void an_address_nobody_can_read_is_a_vietnamese_page(String address) {
        var answer = http.raw(
                "GET " + address + " HTTP/1.1\nHost: localhost\nAccept: text/html\nConnection: close\n\n", new byte[0]);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("<html lang=\"vi\"")
                .doesNotContain("Exception", "Tomcat");
    }

    @Test
    void a_wrong_method_and_a_wish_nobody_can_fulfil_are_no_failures() {
        assertThat(http.send("DELETE", "/track", BodyPublishers.noBody()).statusCode())
                .isEqualTo(403);
        assertThat(http.get("/", "Accept", "image/png").statusCode()).isIn(200, 406);
        assertThat(http.get("/track/x", "Accept", ";;;").statusCode()).isIn(200, 406);
        assertThat(http.get("/petitions").statusCode()).isEqualTo(303);
        visitor.open("/track");
        assertThat(http.post("/track", "%zz=%zz&_csrf=%", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);
    }

    // ----------------------------------------------------------------------------------------------------------------

    private record Sent(String code, String key) {}

    private Sent sent() {
        return sent(Map.of("content", TEXT, "phone", "0912345678", "consentToProcess", "yes"));
    }

    private Sent sent(Map<String, String> fields) {
        visitor.open("/send");
        var location = visitor.upload("/petitions", fields, List.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return new Sent(location.substring(10, location.indexOf('?')), location.substring(location.indexOf('=') + 1));
    }

    private String status(Sent receipt) {
        visitor.open("/track");
        HttpResponse<String> page = visitor.send("/track", Map.of("code", receipt.code(), "key", receipt.key()));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private static List<String> matches(String text, String pattern) {
        var found = new ArrayList<String>();
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
