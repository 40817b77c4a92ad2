package vn.haiphong.hotline1022.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.support.Doors;
import vn.haiphong.hotline1022.support.Http;

@Doors.Test
class PetitionApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = "Đèn đường tắt ba đêm liền trước số nhà 12 phố Tô Hiệu";
    private static final String[] AS_JSON = {"Content-Type", "application/json"};

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient register;

    private static final int MOST_PER_PHONE = 300; // of these doors

    private Http http;

    @BeforeEach
    void knock() {
        http = new Http(port);
        register.sql("delete from wrong_key").update();
    }

    // Sending --------------------------------------------------------------------------------------------------------

    @Test
    void a_petition_gets_its_code_and_key_and_can_be_followed() throws Exception {
        var answer = http.post("/api/petitions", """
                {"channel":"portal","content":"%s","petitioner":{"name":"Nguyễn Thị Lan","phone":"0912345678",
                 "email":"lan@example.vn"},"place":{"address":"12 Tô Hiệu","areaCode":"305","lat":20.86,"lon":106.68},
                 "occurredAt":"2024-09-17T20:00:00+07:00","consentToPublish":true,"somethingNew":1}""".formatted(TEXT), AS_JSON);

        assertThat(answer.statusCode()).isEqualTo(201);
        var receipt = JSON.readTree(answer.body());
        var code = receipt.get("code").asText();
        assertThat(code).matches("HP1022-240918-\\d{6}-\\d");
        assertThat(receipt.get("trackingKey").asText()).hasSize(14);
        assertThat(receipt.get("status").asText()).isEqualTo("DA_GUI");
        assertThat(receipt.get("receivedAt").asText()).isEqualTo("2024-09-18T01:00:00Z");
        assertThat(answer.headers().firstValue("Location")).contains("/api/petitions/" + code);

        var byKey = http.get("/api/petitions/" + code + "?key="
                + receipt.get("trackingKey").asText().toLowerCase());
        assertThat(byKey.statusCode()).isEqualTo(200);
        assertThat(http.get("/api/petitions/" + code + "?key=5678").body())
                .as("before the tables have seen it")
                .isEqualTo(http.get("/api/petitions/" + code + "?key=0000").body());
        register.sql("update petition set phone_opens = true where code = ?")
                .param(code)
                .update();
        var byPhone =
                JSON.readTree(http.get("/api/petitions/" + code + "?key=5678").body());
        assertThat(byPhone.get("status").asText()).isEqualTo("DA_GUI");
        assertThat(byPhone.has("content")).isFalse();
        assertThat(byPhone.get("history")).hasSize(1);
        assertThat(byPhone.at("/history/0/text").asText()).isEqualTo("Đã gửi đến Tổng đài 1022");
        assertThat(http.post("/api/petitions/" + code + "/supplement?key=5678", "{\"text\":\"Số 12\"}", AS_JSON)
                        .statusCode())
                .isEqualTo(404);
        var status = JSON.readTree(byKey.body());
        assertThat(status.get("status").asText()).isEqualTo("DA_GUI");
        assertThat(status.get("statusText").asText()).isEqualTo("Đã gửi");
        assertThat(status.get("step").asInt()).isEqualTo(1);
        assertThat(status.get("content").asText()).isEqualTo(TEXT);
        assertThat(status.get("mayRate").asBoolean()).isFalse();
        assertThat(status.has("agency") || status.has("reply") || status.has("dueAt"))
                .isFalse();
        assertThat(status.at("/history/0/text").asText()).isEqualTo("Đã gửi đến Tổng đài 1022");
        assertThat(byKey.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    @Tag("A-47")
    void a_telephone_that_has_sent_its_measure_of_a_day_is_asked_to_call() throws Exception {
        var body = "{\"content\":\"%s\",\"petitioner\":{\"phone\":\"0987600001\"}}".formatted(TEXT);
        var sent = "select 'HP1022-000000-' || lpad(n::text, 6, '0') || '-0' as code from generate_series(1, :many) n";
        register.sql(
                        "insert into petition (code, tracking_key, state, channel, content, received_at) select code, 'x', 'MOI',"
                                + " 'voice', 'x', :at from (" + sent + ") s")
                .param("many", MOST_PER_PHONE)
                .param("at", Timestamp.from(Doors.NOW.minusSeconds(60)))
                .update();
        register.sql("insert into petitioner (petition_code, phone) select code, '+84987600001' from (" + sent + ") s")
                .param("many", MOST_PER_PHONE)
                .update();

        var refused = http.post("/api/petitions", body, AS_JSON);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).at("/errors/0/field").asText()).isEqualTo("petitioner.phone");
        assertThat(refused.body()).contains("xin gọi (0225) 1022");
        assertThat(http.post("/api/petitions", body.replace("0987600001", "0987600002"), AS_JSON)
                        .statusCode())
                .isEqualTo(201);
        register.sql("update petition set received_at = :before where code like 'HP1022-000000-%'")
                .param("before", Timestamp.from(Doors.NOW.minusSeconds(86_400)))
                .update();
        assertThat(http.post("/api/petitions", body, AS_JSON).statusCode()).isEqualTo(201);
        register.sql("delete from petitioner where petition_code like 'HP1022-000000-%'")
                .update();
        register.sql("delete from petition where code like 'HP1022-000000-%'").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"place\":{\"areaCode\":\"305\"}",
                "\"place\":{\"area\":\"Quận Lê Chân\"}",
                "\"area\":\"quận lê chân\"",
                "\"area\":\"305\",\"place\":null"
            })
    void the_area_may_be_given_by_code_or_name(String area) throws Exception {
        var answer = http.post("/api/petitions", "{\"content\":\"" + TEXT + "\"," + area + "}", AS_JSON);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(register.sql("select area_code from petition where code = ?")
                        .param(JSON.readTree(answer.body()).get("code").asText())
                        .query(String.class)
                        .single())
                .isEqualTo("305");
    }

    @Test
    void the_same_key_gives_the_same_answer_and_another_petition_under_it_is_a_conflict() throws Exception {
        var key = new String[] {"Content-Type", "application/json", "Idempotency-Key", "k-1"};
        var first = http.post("/api/petitions", petition(TEXT), key);
        var again = http.post("/api/petitions", petition(TEXT), key);
        var other = http.post("/api/petitions", petition(TEXT + " nữa"), key);
        var consent = http.post("/api/petitions", "{\"content\":\"" + TEXT + "\",\"consentToPublish\":true}", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        problem(other, 409);
        problem(consent, 409);
    }

    @Test
    void twenty_at_once_with_one_key_are_one_petition() throws Exception {
        var workers = Executors.newFixedThreadPool(20);
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (var i = 0; i < 20; i++) {
                calls.add(() -> http.post(
                        "/api/petitions",
                        petition(TEXT),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "at-once"));
            }
            var answers = new HashSet<String>();
            for (var call : workers.invokeAll(calls)) {
                assertThat(call.get().statusCode()).isEqualTo(201);
                answers.add(call.get().body());
            }
            assertThat(answers).hasSize(1);
            assertThat(register.sql("select count(*) from petition where idempotency_key = 'at-once'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        } finally {
            workers.shutdownNow();
        }
    }

    // Faults ---------------------------------------------------------------------------------------------------------

    @Test
    void every_faulty_field_is_named_in_vietnamese_and_in_english() throws Exception {
        var body = """
                {"channel":"pigeon","content":"ngắn","petitioner":{"name":"%s","phone":"12","email":"không"},
                 "area":"Quận 9","place":{"lat":1e999,"lon":-181},"occurredAt":"2030-01-01T00:00:00Z"}""".formatted("x".repeat(10_000));

        var vietnamese = problem(http.post("/api/petitions", body, AS_JSON), 422);
        var english = problem(
                http.post(
                        "/api/petitions",
                        body,
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        "en-GB,vi;q=0.5"),
                422);

        assertThat(vietnamese.findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "channel",
                        "content",
                        "petitioner.name",
                        "petitioner.phone",
                        "petitioner.email",
                        "area",
                        "place.lat",
                        "place.lon",
                        "occurredAt");
        assertThat(vietnamese.get("title").asText()).isEqualTo("Thông tin chưa đúng");
        assertThat(english.get("title").asText()).isEqualTo("Faulty fields");
        assertThat(message(vietnamese, "petitioner.phone")).startsWith("Số điện thoại");
        assertThat(message(english, "petitioner.phone")).startsWith("Not a telephone number");
        assertThat(vietnamese.findValues("options").toString()).contains("Huyện Bạch Long Vĩ");
    }

    @Test
    void a_wrong_type_is_named_with_its_field() throws Exception {
        var problem = problem(http.post("/api/petitions", """
                        {"content":12,"petitioner":["x"],"place":{"areaCode":11296,"lat":"20.8"},"occurredAt":17,
                         "consentToPublish":"yes"}""", AS_JSON), 400);

        assertThat(problem.findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "content", "petitioner", "place.areaCode", "place.lat", "occurredAt", "consentToPublish");
        assertThat(message(problem, "content")).isEqualTo("Phải là chuỗi ký tự trong dấu nháy kép");
    }

    @Test
    void a_wrong_value_is_named_beside_a_wrong_type() throws Exception {
        var problem = problem(http.post("/api/petitions", """
                        {"content":12,"petitioner":{"phone":"12"},"place":{"areaCode":"999"},"occurredAt":"hôm qua"}""", AS_JSON), 400);

        assertThat(problem.findValuesAsText("field"))
                .containsExactlyInAnyOrder("content", "petitioner.phone", "place.areaCode", "occurredAt");
        assertThat(problem(http.post("/api/petitions", """
                        {"content":"ngắn","occurredAt":"hôm qua"}""", AS_JSON), 422).findValuesAsText("field"))
                .containsExactlyInAnyOrder("content", "occurredAt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "place.areaCode; \"place\":{\"areaCode\":\"999\"}",
                "place.area; \"place\":{\"area\":\"Quận 9\"}",
                "area; \"area\":\"Quận 9\"",
                "area; \"area\":\"Quận 9\",\"place\":{\"areaCode\":\" \"}"
            })
    void a_wrong_area_is_named_where_it_was_sent(String field, String area) throws Exception {
        var body = "{\"content\":\"" + TEXT + "\"," + area + "}";

        assertThat(problem(http.post("/api/petitions", body, AS_JSON), 422).findValuesAsText("field"))
                .containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hôm qua",
                "2024-09-17",
                "2024-09-17T20:00:00",
                "2024-02-30T00:00:00Z",
                "-999999999-01-01T00:00:00+18:00",
                "+999999999-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z"
            })
    void a_time_that_is_none_is_named(String time) throws Exception {
        var body = "{\"content\":\"" + TEXT + "\",\"occurredAt\":\"" + time + "\"}";

        var problem = problem(http.post("/api/petitions", body, AS_JSON), 422);

        assertThat(problem.findValuesAsText("field")).containsExactly("occurredAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "null",
                "[]",
                "\"text\"",
                "12",
                "{\"content\":\"a\",\"content\":\"b\"}",
                "{\"content\":\"a\"} {}",
                "{'content':'a'}",
                "{\"content\":\"a\nb\"}",
                "{\"place\":{\"lat\":NaN}}",
                "{\"content\":\"\\x\"}"
            })
    void what_is_no_json_object_is_refused(String body) throws Exception {
        problem(http.post("/api/petitions", body, AS_JSON), 400);
    }

    @Test
    void nesting_has_an_end() throws Exception {
        var deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        problem(http.post("/api/petitions", deep, AS_JSON), 400);
        problem(http.post("/api/petitions", "[".repeat(500_000), AS_JSON), 400);
    }

    @ParameterizedTest
    @CsvSource({"\\u0000, content", "\\ud800, content", "\\udc00x, content", "\\u0007, content"})
    void what_is_no_text_is_refused(String escape, String field) throws Exception {
        var body = "{\"content\":\"" + TEXT + escape + "\"}";

        assertThat(problem(http.post("/api/petitions", body, AS_JSON), 422).findValuesAsText("field"))
                .containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"petitioner.name", "petitioner.phone", "petitioner.email"})
    void what_is_no_text_is_refused_in_contact_data_too(String field) throws Exception {
        for (var escape : List.of("\\u0000", "\\ud800")) {
            var values = Map.of(
                    "petitioner.name", "Lan" + escape,
                    "petitioner.phone", escape,
                    "petitioner.email", "lan" + escape + "@example.vn");
            var body = "{\"content\":\"" + TEXT + "\",\"petitioner\":{\"" + field.substring(11) + "\":\""
                    + values.get(field) + "\"}}";

            assertThat(problem(http.post("/api/petitions", body, AS_JSON), 422).findValuesAsText("field"))
                    .containsExactly(field);
        }
    }

    @Test
    void bytes_that_are_not_utf8_are_refused_not_replaced() {
        for (var bytes :
                new byte[][] {{(byte) 0xff}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            var body = concat(
                    ("{\"content\":\"" + TEXT).getBytes(StandardCharsets.UTF_8),
                    bytes,
                    "\"}".getBytes(StandardCharsets.UTF_8));

            var answer = http.raw(head("POST /api/petitions", body.length), body);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("problem+json", "UTF-8");
        }
    }

    // Size -----------------------------------------------------------------------------------------------------------

    @Test
    void ten_megabytes_are_refused_announced_or_in_chunks() throws Exception {
        var large = "{\"content\":\"" + "a".repeat(10_000_000) + "\"}";

        problem(http.post("/api/petitions", large, AS_JSON), 413);
        var chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.US_ASCII)));
        problem(http.send("POST", "/api/petitions", chunked, AS_JSON), 413);
    }

    @Test
    void an_announced_giant_is_refused_before_it_comes() {
        var answer = http.raw("""
                POST /api/petitions HTTP/1.1
                Host: localhost
                Connection: close
                Content-Type: application/json
                Content-Length: 9999999999
                Expect: 100-continue

                """, new byte[0]);

        assertThat(answer).contains("HTTP/1.1 413", "problem+json");
    }

    @Test
    void chunks_that_fit_are_read_and_broken_ones_refused() throws Exception {
        var fitting = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(petition(TEXT).getBytes(StandardCharsets.UTF_8)));
        assertThat(http.send("POST", "/api/petitions", fitting, AS_JSON).statusCode())
                .isEqualTo(201);

        var broken = http.raw("""
                POST /api/petitions HTTP/1.1
                Host: localhost
                Connection: close
                Content-Type: application/json
                Transfer-Encoding: chunked

                zz
                {}
                0

                """, new byte[0]);
        assertThat(broken).startsWith("HTTP/1.1 400");
    }

    // Addresses and headers ------------------------------------------------------------------------------------------

    @Test
    void wrong_code_and_wrong_key_look_alike() throws Exception {
        var receipt = JSON.readTree(
                http.post("/api/petitions", petition(TEXT), AS_JSON).body());
        var code = receipt.get("code").asText();

        var wrongKey = http.get("/api/petitions/" + code + "?key=WRONGWRONGWRON");
        var noKey = http.get("/api/petitions/" + code);
        var wrongCode = http.get("/api/petitions/HP1022-240918-999999-9?key=1234");
        var noCode = http.get(
                "/api/petitions/abc%20%C4%91?key=" + receipt.get("trackingKey").asText());

        problem(wrongKey, 404);
        for (var answer : List.of(noKey, wrongCode, noCode)) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(wrongKey.body());
        }
        assertThat(http.post("/api/petitions/" + code + "/rating?key=0000", "{\"rating\":4}", AS_JSON)
                        .body())
                .isEqualTo(wrongKey.body());
        assertThat(http.post("/api/petitions/" + code + "/supplement", "{\"text\":\"x\"}", AS_JSON)
                        .body())
                .isEqualTo(wrongKey.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/petitions/x?key=%zz",
                "/api/petitions/x?key=%",
                "/api/petitions/x?key=%00",
                "/api/petitions/x?key=%ff",
                "/api/petitions/%zz",
                "/api/petitions/%00",
                "/api/petitions/%ff",
                "/api/petitions/x;y=1",
                "/api/petitions/..%2f..%2fx",
                "/api//petitions/x"
            })
    void an_address_nobody_can_read_is_a_bad_request(String address) {
        var answer = http.raw("GET " + address + " HTTP/1.1\nHost: localhost\nConnection: close\n\n", new byte[0]);

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Exception", "at org.");
        assertThat(answer).contains("problem+json");
    }

    @Test
    void wrong_method_type_and_wish_are_problems() throws Exception {
        var method = http.send("DELETE", "/api/petitions", BodyPublishers.noBody());
        problem(method, 405);
        assertThat(method.headers().firstValue("Allow")).contains("POST");
        problem(http.post("/api/petitions", petition(TEXT), "Content-Type", "text/plain"), 415);
        problem(http.post("/api/petitions", petition(TEXT)), 415);
        problem(http.post("/api/petitions", petition(TEXT), "Content-Type", "not a type"), 415);
        problem(
                http.post(
                        "/api/petitions",
                        petition(TEXT),
                        "Content-Type",
                        "application/json",
                        "Content-Encoding",
                        "gzip"),
                415);
        for (var wish : List.of("image/png", ";;;", "a/b/c;q=x", "*".repeat(3000))) {
            problem(
                    http.post("/api/petitions", petition(TEXT), "Content-Type", "application/json", "Accept", wish),
                    406);
        }
        problem(http.get("/api/nothing"), 404);
        problem(http.get("/api"), 404);
    }

    @Test
    void odd_headers_do_no_harm() throws Exception {
        for (var language : List.of("xx-!!", "*", "en;q=abc", "en,".repeat(1000))) {
            problem(
                    http.post("/api/petitions", "{", "Content-Type", "application/json", "Accept-Language", language),
                    400);
        }
        problem(
                http.post(
                        "/api/petitions",
                        petition(TEXT),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "k".repeat(5000)),
                422);
        assertThat(http.raw("""
                        POST /api/petitions HTTP/1.1
                        Host: localhost
                        Connection: close
                        Content-Type: application/json
                        Idempotency-Key: \u0085\u009f
                        Content-Length: 2

                        """, "{}".getBytes(StandardCharsets.US_ASCII))).startsWith("HTTP/1.1 400");
    }

    // Supplement and rating ------------------------------------------------------------------------------------------

    @Test
    void a_refusal_names_its_field() throws Exception {
        var receipt = JSON.readTree(
                http.post("/api/petitions", petition(TEXT), AS_JSON).body());
        var address = "/api/petitions/" + receipt.get("code").asText();
        var key = "?key=" + receipt.get("trackingKey").asText();

        var supplement = problem(http.post(address + "/supplement" + key, "{\"text\":\"Số 12\"}", AS_JSON), 422);
        var rating = problem(http.post(address + "/rating" + key, "{\"rating\":4}", AS_JSON), 422);
        var types = problem(
                http.post(address + "/rating" + key, "{\"rating\":\"4\",\"reason\":1,\"reopen\":0}", AS_JSON), 400);

        assertThat(supplement.findValuesAsText("field")).containsExactly("text");
        assertThat(rating.findValuesAsText("field")).containsExactly("rating");
        assertThat(types.findValuesAsText("field")).containsExactlyInAnyOrder("rating", "reason", "reopen");
    }

    @Test
    void an_answer_is_seen_and_rated_once_and_a_question_answered() throws Exception {
        var receipt = JSON.readTree(http.post(
                        "/api/petitions",
                        "{\"content\":\"" + TEXT + "\",\"petitioner\":{\"phone\":\"0912345678\"}}",
                        AS_JSON)
                .body());
        var code = receipt.get("code").asText();
        var address = "/api/petitions/" + code;
        var key = "?key=" + receipt.get("trackingKey").asText();

        register.sql("update petition set state = 'CHO_BO_SUNG', question = 'Số nhà nào?' where code = ?")
                .param(code)
                .update();
        assertThat(JSON.readTree(http.get(address + key).body()).get("question").asText())
                .isEqualTo("Số nhà nào?");
        assertThat(http.post(address + "/supplement" + key, "{\"text\":\"Số 12\"}", AS_JSON)
                        .statusCode())
                .isEqualTo(204);

        register.sql(
                        "update petition set state = 'DA_TRA_LOI', reply_text = 'Đã sửa', replied_at = now() where code = ?")
                .param(code)
                .update();
        assertThat(JSON.readTree(http.get(address + key).body())
                        .at("/reply/text")
                        .asText())
                .isEqualTo("Đã sửa");
        var rating = "{\"rating\":1,\"reason\":\"Vẫn tắt\",\"reopen\":true}";
        assertThat(http.post(address + "/rating" + key, rating, AS_JSON).statusCode())
                .isEqualTo(204);
        problem(http.post(address + "/rating" + key, rating, AS_JSON), 422);
    }

    // ----------------------------------------------------------------------------------------------------------------

    private static String petition(String content) {
        return "{\"content\":\"" + content + "\"}";
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).startsWith("urn:hotline1022:problem:");
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "org.spring", "vn.haiphong");
        return problem;
    }

    private static String message(JsonNode problem, String field) {
        for (var error : problem.get("errors")) {
            if (error.get("field").asText().equals(field)) {
                return error.get("message").asText();
            }
        }
        return null;
    }

    private static String head(String line, int length) {
        return line + " HTTP/1.1\nHost: localhost\nConnection: close\nContent-Type: application/json\nContent-Length: "
                + length + "\n\n";
    }

    private static byte[] concat(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
