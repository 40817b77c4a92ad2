package vn.haiphong.hotline1022.adapter.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.support.Doors;
import vn.haiphong.hotline1022.support.Http;
import vn.haiphong.hotline1022.support.Visitor;

/** What a sender agreed to is kept so that it can be shown, and can be taken back by whoever holds the key. */
@Doors.Test
@Tag("A-63")
class ConsentTest {

    private static final String TEXT = "Cống trước số nhà 30 phố Hàng Kênh tắc ba ngày nay";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient register;

    private Http http;
    private Visitor visitor;

    @BeforeEach
    void knock() {
        http = new Http(port);
        register.sql("delete from wrong_key").update();
        visitor = new Visitor(http);
    }

    private record Sent(String code, String key) {}

    private Sent sent(String more) throws Exception {
        var answer = http.post(
                "/api/petitions",
                "{\"content\":\"" + TEXT + "\",\"petitioner\":{\"phone\":\"0912345678\"}" + more + "}",
                "Content-Type",
                "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var receipt = new ObjectMapper().readTree(answer.body());
        return new Sent(receipt.get("code").asText(), receipt.get("trackingKey").asText());
    }

    private List<String> consentsOf(String code) {
        return register.sql("""
                        select purpose || ' ' || channel || ' ' || means || ' ' || wording || ' ' || recorded_by
                               || case when withdrawn_at is null then '' else ' withdrawn by ' || withdrawn_by end
                          from consent where petition_code = ? and given_at is not null order by id
                        """).param(code).query(String.class).list();
    }

    @Test
    void who_says_nothing_has_agreed_to_nothing() throws Exception {
        assertThat(consentsOf(sent("").code())).isEmpty();
    }

    @Test
    void both_boxes_of_the_form_are_kept_with_channel_and_the_version_of_their_words() {
        visitor.open("/send");
        var location = visitor.upload(
                        "/petitions",
                        Map.of("content", TEXT, "consentToProcess", "yes", "consentToPublish", "yes"),
                        List.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(consentsOf(location.substring(10, location.indexOf('?'))))
                .containsExactly(
                        "process portal checkbox " + PetitionForm.WORDING + " citizen",
                        "publish portal checkbox " + PetitionForm.WORDING + " citizen");
    }

    @Test
    void whoever_takes_a_call_says_how_the_caller_agreed() throws Exception {
        var call = sent(",\"channel\":\"voice\",\"consentToProcess\":true,\"consentMeans\":\"recorded-call\","
                + "\"consentWording\":\"loi-chao-2\"");
        var plain = sent(",\"channel\":\"zalo\",\"consentToProcess\":true,\"consentToPublish\":true");

        assertThat(consentsOf(call.code())).containsExactly("process voice recorded-call loi-chao-2 citizen");
        assertThat(consentsOf(plain.code()))
                .containsExactly("process zalo message  citizen", "publish zalo message  citizen");
        assertThat(http.post(
                                "/api/petitions",
                                "{\"content\":\"" + TEXT + "\",\"consentMeans\":\"silence\"}",
                                "Content-Type",
                                "application/json")
                        .body())
                .contains("consentMeans", "recorded-call");
    }

    @Test
    void publishing_ends_at_once_when_the_holder_of_the_key_says_so_and_for_nobody_else() throws Exception {
        var sent = sent(",\"consentToPublish\":true");
        visitor.open("/track");

        var stranger = visitor.send(
                "/track/" + sent.code() + "/consents/withdraw",
                Map.of("key", "0000", "purpose", "publish", "sure", "yes"));
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(isPublic(sent)).isTrue();

        var tracking = visitor.send("/track", Map.of("code", sent.code(), "key", sent.key()));
        assertThat(tracking.body()).contains("/track/" + sent.code() + "/consents\"");
        var shown = visitor.send("/track/" + sent.code() + "/consents", Map.of("key", sent.key()));
        assertThat(shown.body()).contains("Rút đồng ý công khai").doesNotContain("Rút đồng ý xử lý dữ liệu</button>");

        var asked = visitor.send(
                "/track/" + sent.code() + "/consents/withdraw", Map.of("key", sent.key(), "purpose", "publish"));
        assertThat(asked.body()).contains("Chắc chắn, rút đồng ý công khai", "name=\"sure\"", "Trở lại phản ánh");
        assertThat(isPublic(sent)).as("one slip of a finger").isTrue();

        var done = visitor.send(
                "/track/" + sent.code() + "/consents/withdraw",
                Map.of("key", sent.key(), "purpose", "publish", "sure", "yes"));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("không còn").doesNotContain("name=\"purpose\"");
        assertThat(isPublic(sent)).isFalse();
        assertThat(consentsOf(sent.code())).containsExactly("publish portal checkbox  citizen withdrawn by citizen");

        assertThat(visitor.send(
                                "/track/" + sent.code() + "/consents/withdraw",
                                Map.of("key", sent.key(), "purpose", "publish", "sure", "yes"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @Tag("A-67")
    void who_agrees_after_the_answer_is_published_at_once_and_who_takes_it_back_is_not_kept() throws Exception {
        var sent = sent("");
        register.sql(
                        "update petition set state = 'DONG', field = 'thoat_nuoc', reply_text = 'Đã thông cống, hỏi 0912345678',"
                                + " replied_at = received_at + interval '1 day', closed_at = received_at + interval '2 days' where code = ?")
                .param(sent.code())
                .update();
        visitor.open("/track");
        var shown = visitor.send("/track/" + sent.code() + "/consents", Map.of("key", sent.key()));
        assertThat(shown.body()).contains("Công khai để người khác cùng biết");

        var agree = "/track/" + sent.code() + "/consents/agree";
        assertThat(visitor.send(agree, Map.of("key", "0000", "publish", "yes")).statusCode())
                .isEqualTo(404);
        assertThat(visitor.send(agree, Map.of("key", sent.key())).statusCode()).isEqualTo(422);
        assertThat(isPublic(sent)).isFalse();
        assertThat(kept(sent)).isEmpty();

        var done = visitor.send(agree, Map.of("key", sent.key(), "publish", "yes"));
        assertThat(done.body()).contains("Đã ghi nhận bạn đồng ý công khai").doesNotContain("name=\"publish\"");
        visitor.send(agree, Map.of("key", sent.key(), "publish", "yes")); // pressed twice
        assertThat(consentsOf(sent.code())).containsExactly("publish portal checkbox tracking-1 citizen");
        assertThat(kept(sent)).containsExactly("Đã thông cống, hỏi (số điện thoại)");
        assertThat(http.get("/answered?q=thong+cong").body()).contains("Đã thông cống, hỏi (số điện thoại)");

        visitor.send("/track/" + sent.code() + "/consents/withdraw", Map.of("key", sent.key(), "purpose", "publish"));
        assertThat(kept(sent)).isEmpty();
        assertThat(http.get("/answered?q=thong+cong").body()).doesNotContain("Đã thông cống");
    }

    @Test
    @Tag("A-67")
    void nobody_is_asked_to_publish_what_is_confidential() throws Exception {
        var sent = sent("");
        register.sql("update petition set confidential = true where code = ?")
                .param(sent.code())
                .update();
        visitor.open("/track");

        assertThat(visitor.send("/track/" + sent.code() + "/consents", Map.of("key", sent.key()))
                        .body())
                .doesNotContain("name=\"publish\"");
        assertThat(visitor.send(
                                "/track/" + sent.code() + "/consents/agree",
                                Map.of("key", sent.key(), "publish", "yes"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(isPublic(sent)).isFalse();
    }

    private List<String> kept(Sent sent) {
        return register.sql("select reply from published_answer where petition_code = ?")
                .param(sent.code())
                .query(String.class)
                .list();
    }

    @Test
    void withdrawing_the_processing_explains_what_follows_and_waits_for_a_decision() throws Exception {
        var sent = sent(",\"consentToProcess\":true,\"consentToPublish\":true");
        visitor.open("/track");
        assertThat(visitor.send("/track/" + sent.code() + "/consents", Map.of("key", sent.key()))
                        .body())
                .contains("Nếu bạn rút", "Rút đồng ý xử lý dữ liệu");

        var done = visitor.send(
                "/track/" + sent.code() + "/consents/withdraw",
                Map.of("key", sent.key(), "purpose", "process", "sure", "yes"));

        assertThat(done.body()).contains("15 ngày").doesNotContain("name=\"purpose\"");
        assertThat(isPublic(sent)).as("what is public ends with it, at once").isFalse();
        assertThat(register.sql("select kind || ' ' || state || ' ' || (due_at - asked_at)::text from data_request"
                                + " where petition_code = ?")
                        .param(sent.code())
                        .query(String.class)
                        .list())
                .containsExactly("withdrawal open 15 days");
    }

    @Test
    void whoever_reloads_is_asked_for_the_key_again() throws Exception {
        var sent = sent("");

        assertThat(http.get("/track/" + sent.code() + "/consents").statusCode()).isEqualTo(303);
        assertThat(http.get("/track/" + sent.code() + "/consents/withdraw").statusCode())
                .isEqualTo(303);
        assertThat(http.get("/track/" + sent.code() + "/consents/agree").statusCode())
                .isEqualTo(303);
    }

    private boolean isPublic(Sent sent) {
        return register.sql("select consent_to_publish from petition where code = ?")
                .param(sent.code())
                .query(Boolean.class)
                .single();
    }
}
