package vn.haiphong.hotline1022.adapter.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.haiphong.hotline1022.application.hear.HearCitizen;
import vn.haiphong.hotline1022.application.port.Knocks;
import vn.haiphong.hotline1022.application.reply.PublishAnswer;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Http;
import vn.haiphong.hotline1022.support.Photos;

@HouseTest
@Tag("A-61")
@Tag("A-62")
class Open311Test {

    private static final String KEY = "demo-open311-key";
    private static final String TEXT = "Đèn đường tắt ba đêm liền trước số nhà 12 phố Tô Hiệu, gọi tôi 0912 345 678";
    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"};

    @LocalServerPort
    private int port;

    @Autowired
    House house;

    @Autowired
    HearCitizen hearCitizen;

    @Autowired
    PublishAnswer publishAnswer;

    @Autowired
    Knocks knocks;

    Http http;
    GeoReport open311;

    @BeforeEach
    void knock() {
        http = new Http(port);
        open311 = new GeoReport(http);
    }

    // What can be reported -------------------------------------------------------------------------------------------

    @Test
    void the_discovery_document_leads_to_the_endpoint_in_both_formats() {
        var found = open311.get("discovery", "", 200);

        assertThat(found.at("/endpoints/0/specification").asText()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(found.at("/endpoints/0/url").asText()).endsWith("/open311/v2");
        // Clients look for the one or for the other, and some cannot read a list of one.
        assertThat(found.get("endpoints").findValuesAsText("type")).containsExactly("test", "production");
        assertThat(found.at("/endpoints/0/formats").toString()).isEqualTo("[\"text/xml\",\"application/json\"]");
        assertThat(found.get("contact").asText()).contains("Tổng đài 1022");
        assertThat(open311.get("discovery", "", 200, "Accept-Language", "en")
                        .get("key_service")
                        .asText())
                .startsWith("To get a key");
    }

    @Test
    void services_are_the_fields_of_the_table_in_the_offices_words() {
        var services = byCode(open311.get("v2/services", "?jurisdiction_id=1022.haiphong.gov.vn", 200));

        assertThat(services.get("chieu_sang").get("service_name").asText()).isEqualTo("Chiếu sáng công cộng");
        assertThat(services.get("chieu_sang").get("group").asText()).isEqualTo("Sự cố hạ tầng kỹ thuật");
        assertThat(services.get("chieu_sang").get("metadata").isBoolean()).isTrue();
        assertThat(services.get("chieu_sang").get("keywords").asText()).contains("đèn đường");
        assertThat(services)
                .containsKeys("khong_ro", "hien_ke", "thoat_nuoc")
                .doesNotContainKeys("to_cao", "khieu_nai");
        var english = byCode(open311.get("v2/services", "", 200, "Accept-Language", "en-GB"));
        assertThat(english.get("chieu_sang").get("service_name").asText()).isEqualTo("Street lighting");
        assertThat(english.get("chieu_sang").get("group").asText()).isEqualTo("Infrastructure");
    }

    @Test
    void a_service_says_what_it_asks_with_todays_areas_to_choose_from() {
        var definition = open311.get("v2/services/chieu_sang", "", 200);

        assertThat(definition.get("service_code").asText()).isEqualTo("chieu_sang");
        var area = definition.at("/attributes/0");
        assertThat(area.get("datatype").asText()).isEqualTo("singlevaluelist");
        assertThat(area.get("required").booleanValue()).isFalse();
        assertThat(area.get("order").intValue()).isEqualTo(1);
        assertThat(area.get("values").findValuesAsText("key")).contains("305", "11296");
        assertThat(definition.at("/attributes/1/values").findValuesAsText("name"))
                .containsExactly("Khẩn cấp", "Thông thường", "Phức tạp");
        assertThat(definition.at("/attributes/2/datatype").asText()).isEqualTo("datetime");
    }

    @Test
    void another_city_is_rows_and_no_code() {
        house.jdbc.sql("""
                insert into jurisdiction (id, contact, contact_en, key_service, key_service_en)
                values ('city.example', 'liên hệ', 'contact', 'khóa', 'key') on conflict do nothing
                """).update();
        house.jdbc.sql("""
                insert into service (jurisdiction_id, code, field, name, name_en, group_name)
                values ('city.example', '006', 'duong_bo', 'Vỉa hè', 'Sidewalk and Curb Issues', 'street'),
                       ('city.example', '007', 'chieu_sang', 'Đèn', 'Lamps', 'street') on conflict do nothing
                """).update();
        house.jdbc.sql("""
                insert into service_attribute (jurisdiction_id, service_code, code, datatype, required, position, description,
                                               description_en)
                values ('city.example', '006', 'WHISPAWN', 'multivaluelist', true, 1, 'Loại', 'Kind'),
                       ('city.example', '006', 'WIDTH', 'number', false, 2, 'Rộng', 'Width') on conflict do nothing
                """).update();
        house.jdbc.sql("""
                insert into service_value (jurisdiction_id, service_code, attribute_code, key, name, name_en, position)
                values ('city.example', '006', 'WHISPAWN', '123', 'Nứt', 'Crack', 1),
                       ('city.example', '006', 'WHISPAWN', '124', 'Lún', 'Sunken', 2) on conflict do nothing
                """).update();
        var there = "?jurisdiction_id=city.example";

        assertThat(byCode(open311.get("v2/services", there, 200)).keySet()).containsExactly("006", "007");
        assertThat(byCode(open311.get("v2/services", there, 200))
                        .get("007")
                        .get("metadata")
                        .booleanValue())
                .isFalse();
        assertThat(open311.get("v2/services/006", there, 200, "Accept-Language", "en")
                        .at("/attributes/0/values/1/name")
                        .asText())
                .isEqualTo("Sunken");
        open311.get("v2/services/chieu_sang", there, 404);
        var without = post(request("006", "jurisdiction_id", "city.example"));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("attribute[WHISPAWN]");
        var wrong = post(request(
                "006", "jurisdiction_id", "city.example", "attribute[WHISPAWN][]", "999", "attribute[WIDTH]", "wide"));
        assertThat(GeoReport.json(wrong)).hasSize(2);
        var code = sent(post(request("006", "jurisdiction_id", "city.example")
                + "&attribute[WHISPAWN][]=123&attribute%5BWHISPAWN%5D%5B%5D=124"));
        assertThat(one(code, "&jurisdiction_id=city.example")
                        .get("service_name")
                        .asText())
                .isEqualTo("Vỉa hè");
        open311.get("v2/requests/" + code, "?api_key=" + KEY, 404); // not of the other city
        assertThat(events(code)).contains("Loại: Nứt, Lún");
    }

    // Sending --------------------------------------------------------------------------------------------------------

    @Test
    void a_request_becomes_a_petition_whose_service_is_a_proposal() {
        var answer = http.post(
                "/open311/v2/requests.xml",
                request("khong_ro", "description", "Trước nhà tôi có việc này lạ lắm, mong được xem giúp")
                        .replace("service_code=khong_ro", "service_code=cay_xanh"),
                FORM);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var request = GeoReport.xml(answer);
        var code = request.getElementsByTagName("service_request_id").item(0).getTextContent();
        assertThat(code).matches("HP1022-\\d{6}-\\d{6,}-\\d");
        assertThat(request.getElementsByTagName("account_id").item(0).getTextContent())
                .isEqualTo("123456");
        assertThat(request.getElementsByTagName("token").getLength()).isZero();
        var row = house.jdbc
                .sql("select * from petition where code = ?")
                .param(code)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("channel", "open311")
                .containsEntry("state", "MOI")
                .containsEntry("field", null);
        assertThat(row).containsEntry("consent_to_publish", false);
        assertThat(house.jdbc
                        .sql("select name || ' ' || phone || ' ' || email from petitioner where petition_code = ?")
                        .param(code)
                        .query(String.class)
                        .single())
                .isEqualTo("Nguyễn Thị An +84912345678 an@example.vn");
        house.runDueJobs();
        var task = house.task(code, "userTask_classifyPetition");
        assertThat(house.runtime.getVariable(task.getProcessInstanceId(), "field"))
                .isEqualTo("cay_xanh");
        assertThat(house.runtime
                        .getVariable(task.getProcessInstanceId(), "proposalReason")
                        .toString())
                .contains("Người gửi chọn: Cây xanh, công viên");
        assertThat(events(code)).contains("http://city.example/a.jpg").doesNotContain("device-1");
    }

    @Test
    void what_the_text_says_goes_before_the_service_that_was_chosen() {
        var code = sent(post(request("thue", "description", "Đèn đường tắt ba đêm liền trước cổng trường học")));
        house.runDueJobs();

        var task = house.task(code, "userTask_classifyPetition");
        assertThat(house.runtime.getVariable(task.getProcessInstanceId(), "field"))
                .isEqualTo("chieu_sang");
    }

    @Test
    void a_request_needs_no_description_and_may_have_four_thousand_characters() {
        var without = sent(post(request("cau", "description", "")));
        var longest = sent(post(request("cau", "description", "Cầu hỏng lan can. ".repeat(222) + "1234")));

        assertThat(content(without)).isEqualTo("Dịch vụ người gửi chọn: Cầu. Không có mô tả.");
        assertThat(content(longest)).hasSize(4000);
        house.runDueJobs();
        assertThat(house.task(longest, "userTask_classifyPetition")).isNotNull();
        assertThat(post(request("cau", "description", "a".repeat(4001))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_place_may_be_an_address_or_the_code_of_an_area() {
        var byAddress =
                sent(post(form("service_code", "cau", "description", TEXT, "address_string", "Cầu Rào, Hải Phòng")));
        var byId = sent(post(form("service_code", "cau", "description", TEXT, "address_id", "305")));

        assertThat(house.jdbc
                        .sql("select address from petition where code = ?")
                        .param(byAddress)
                        .query(String.class)
                        .single())
                .isEqualTo("Cầu Rào, Hải Phòng");
        assertThat(one(byId, "").get("address_id").asText()).isEqualTo("305");
        assertThat(one(byId, "").get("address").asText()).contains("Lê Chân");
        assertThat(post(form("service_code", "cau", "description", TEXT)).statusCode())
                .isEqualTo(400);
        assertThat(post(form("service_code", "cau", "description", TEXT, "lat", "20.85"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(form("service_code", "cau", "description", TEXT, "address_id", "no such"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void pictures_come_along_in_several_parts() {
        var png = new String(Photos.PNG, StandardCharsets.ISO_8859_1);
        var body = new StringBuilder();
        Map.of(
                        "api_key",
                        KEY,
                        "service_code",
                        "cay_xanh",
                        "lat",
                        "20.85",
                        "long",
                        "106.68",
                        "description",
                        "Cây đổ chắn ngang đường Lạch Tray")
                .forEach((name, value) -> body.append("--edge\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"\r\n\r\n" + new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                        + "\r\n"));
        var file =
                "--edge\r\nContent-Disposition: form-data; name=\"media\"; filename=\"../a.png\"\r\nContent-Type: image/png\r\n\r\n%s\r\n--edge--\r\n";

        var taken = parts(body + file.formatted(png));
        var refused = parts(body + file.formatted("MZ a program"));

        var code = GeoReport.json(taken).at("/0/service_request_id").asText();
        assertThat(house.jdbc
                        .sql("select name || ' ' || media_type from attachment where petition_code = ?")
                        .param(code)
                        .query(String.class)
                        .single())
                .isEqualTo("a.png image/png");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("media:");
    }

    @Test
    void the_same_words_within_minutes_are_one_petition_however_many_at_once() throws Exception {
        var body = request("rac_thai", "description", "Rác chất đống ba ngày ở ngõ 12 Miếu Hai Xã không ai dọn");
        var workers = Executors.newFixedThreadPool(8);
        var codes = new HashSet<String>();
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (var i = 0; i < 8; i++) {
                calls.add(() -> post(body));
            }
            for (var call : workers.invokeAll(calls)) {
                codes.add(sent(call.get()));
            }
        } finally {
            workers.shutdownNow();
        }
        codes.add(sent(post(body)));
        assertThat(codes).hasSize(1);
        assertThat(sent(post(body + "&attribute[urgency]=urgent"))).isNotIn(codes);

        house.advance(Duration.ofMinutes(11));
        assertThat(sent(post(body))).isNotIn(codes);
    }

    @Test
    void every_fault_is_named_in_the_form_of_the_specification() {
        var body = form(
                "service_code",
                "cau",
                "lat",
                "north",
                "long",
                "1000",
                "phone",
                "12",
                "email",
                "x",
                "attribute[area]",
                "999999",
                "attribute[occurred_at]",
                "hôm qua");

        var vietnamese = post(body);
        var english = http.post("/open311/v2/requests.xml", body, "Content-Type", FORM[1], "Accept-Language", "en");

        assertThat(vietnamese.statusCode()).isEqualTo(400);
        var errors = GeoReport.json(vietnamese);
        assertThat(errors.findValuesAsText("code")).containsOnly("400");
        assertThat(errors.findValuesAsText("description"))
                .anyMatch(one -> one.startsWith("lat: "))
                .anyMatch(one -> one.startsWith("phone: Số điện thoại"))
                .anyMatch(one -> one.startsWith("email: "))
                .anyMatch(one -> one.startsWith("attribute[area]: "))
                .anyMatch(one -> one.startsWith("attribute[occurred_at]: "));
        assertThat(GeoReport.xml(english).getTextContent()).contains("phone: Not a telephone number");
    }

    @Test
    void without_a_valid_key_nothing_is_taken_and_a_revoked_one_is_none() {
        var body = request("cau", "description", TEXT);
        assertError(http.post("/open311/v2/requests.json", body.replace(KEY, ""), FORM), 403);
        assertError(http.post("/open311/v2/requests.json", body.replace(KEY, "guessed"), FORM), 403);
        open311.get("v2/requests", "?api_key=guessed", 403);

        var keys = "/api/open311/keys";
        var admin = new String[] {"Content-Type", "application/json", "Authorization", basic("admin")};
        assertThat(http.post(keys, "{\"name\":\"a\",\"contact\":\"b\"}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(http.post(
                                keys,
                                "{\"name\":\"a\",\"contact\":\"b\"}",
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                basic("manager"))
                        .statusCode())
                .isEqualTo(403);
        var issued = http.post(keys, "{\"name\":\"Ứng dụng A\",\"contact\":\"a@example.vn\",\"perMinute\":2}", admin);
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        var key = parse(issued).get("key").asText();
        var first = http.post("/open311/v2/requests.json", body.replace(KEY, key), FORM);
        http.post("/open311/v2/requests.json", body.replace(KEY, key), FORM);
        var third = http.post("/open311/v2/requests.json", body.replace(KEY, key), FORM);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertError(third, 429);
        assertThat(third.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(http.get(keys, "Authorization", basic("admin")).body())
                .contains("Ứng dụng A")
                .doesNotContain(key);
        assertThat(http.send(
                                "DELETE",
                                keys + "/" + parse(issued).get("id").asText(),
                                BodyPublishers.noBody(),
                                "Authorization",
                                basic("admin"))
                        .statusCode())
                .isEqualTo(204);
        open311.get("v2/requests/" + sent(first), "?api_key=" + key, 403);
        assertThat(http.post(keys, "{\"name\":\"\",\"contact\":\"b\"}", admin).statusCode())
                .isEqualTo(422);
        assertThat(http.post(keys, "[", admin).statusCode()).isEqualTo(400);
    }

    // Reading --------------------------------------------------------------------------------------------------------

    @Test
    void strangers_see_what_is_published_masked_and_rounded_and_nothing_else() {
        var published = sent(post(request("chieu_sang", "description", TEXT, "attribute[publish]", "yes")));
        var kept = sent(post(request("chieu_sang", "description", TEXT + ".")));
        var byPortal = house.receive("Rác thải chất đống ở chợ Cát Bi chưa ai dọn", "quận Lê Chân")
                .code()
                .value();

        var one = open311.get("v2/requests/" + published, "", 200).get(0);
        assertThat(one.get("description").asText()).startsWith("Đèn đường tắt").doesNotContain("345");
        assertThat(one.get("lat").doubleValue()).isEqualTo(20.857);
        assertThat(one.get("long").doubleValue()).isEqualTo(106.682);
        assertThat(one.get("status").asText()).isEqualTo("open");
        assertThat(one.get("status_notes").asText()).isEqualTo("Đã gửi");
        assertThat(one.toString())
                .doesNotContain("an@example.vn")
                .doesNotContain("Nguyễn Thị An")
                .doesNotContain("city.example");
        var unknown = http.get("/open311/v2/requests/HP1022-240916-999999-9.json");
        // What is not published shows, to whoever knows its number, that it was sent and how it stands; no list has it.
        var bare = open311.get("v2/requests/" + kept, "", 200).get(0);
        assertThat(bare.get("status").asText()).isEqualTo("open");
        assertThat(bare.get("service_code").asText()).isEqualTo("chieu_sang");
        assertThat(List.of("description", "address", "address_id", "lat", "long", "media_url", "agency_responsible"))
                .allMatch(field -> bare.get(field).isNull());
        assertThat(open311.get("v2/tokens/" + kept, "", 200)
                        .at("/0/service_request_id")
                        .asText())
                .isEqualTo(kept);
        house.jdbc
                .sql(
                        "update petition set state = 'DA_TRA_LOI', replied_at = received_at, reply_text = 'Đã thay bóng' where code = ?")
                .param(kept)
                .update();
        assertThat(open311.get("v2/requests/" + kept, "", 200)
                        .at("/0/status_notes")
                        .asText())
                .isEqualTo("Đã trả lời");
        var secret = sent(post(request("chieu_sang", "description", TEXT + "..", "attribute[publish]", "yes")));
        house.jdbc
                .sql("update petition set confidential = true where code = ?")
                .param(secret)
                .update();
        for (var hidden : List.of(secret, byPortal)) {
            var answer = http.get("/open311/v2/requests/" + hidden + ".json");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body());
            assertThat(http.get("/open311/v2/tokens/" + hidden + ".json").body())
                    .isEqualTo(http.get("/open311/v2/tokens/HP1022-240916-999999-9.json")
                            .body());
        }
        assertThat(open311.get("v2/requests", "?service_request_id=" + kept + "," + published + "," + secret, 200))
                .hasSize(2);
        assertThat(codes("")).contains(published).doesNotContain(kept, byPortal);
        // Who sent it sees both; another key sees neither more than a stranger.
        assertThat(codes("?api_key=" + KEY)).contains(published, kept).doesNotContain(byPortal);
        assertThat(open311.get("v2/tokens/" + kept, "?api_key=" + KEY, 200)
                        .at("/0/service_request_id")
                        .asText())
                .isEqualTo(kept);
        house.jdbc
                .sql("update petition set confidential = true where code in (?, ?)")
                .params(published, kept)
                .update();
        open311.get("v2/requests/" + published, "", 404);
        var own = one(kept, "");
        assertThat(own.get("description").isNull()
                        && own.get("lat").isNull()
                        && own.get("address").isNull())
                .isTrue();
    }

    @Test
    void a_list_is_cut_by_time_state_service_words_and_distance() {
        house.advance(Duration.ofMinutes(1));
        var from = Tree.w3c(house.now());
        var lamp = sent(post(request(
                "chieu_sang",
                "description",
                "Đèn cao áp phố Trần Nguyên Hãn nhấp nháy cả đêm",
                "attribute[publish]",
                "yes")));
        house.advance(Duration.ofMinutes(1));
        var tree = sent(post(request(
                "cay_xanh",
                "description",
                "Cây phượng vĩ ở phố Trần Nguyên Hãn nghiêng sắp đổ",
                "attribute[publish]",
                "yes",
                "lat",
                "20.9",
                "long",
                "106.8")));
        var since = "?start_date=" + encoded(from);

        assertThat(codes(since)).containsExactly(tree, lamp);
        assertThat(codes(since + "&sort=requested_datetime")).containsExactly(lamp, tree);
        assertThat(codes(since + "&sort=-updated_datetime")).containsExactly(tree, lamp);
        assertThat(codes(since + "&service_code=cay_xanh,dien")).containsExactly(tree);
        assertThat(codes(since + "&status=open")).hasSize(2);
        assertThat(codes(since + "&status=closed")).isEmpty();
        assertThat(codes(since + "&status=open,closed")).hasSize(2);
        assertThat(codes(since + "&q=" + encoded("phượng"))).containsExactly(tree);
        assertThat(codes(since + "&lat=20.857&long=106.682&radius=500")).containsExactly(lamp);
        assertThat(codes(since + "&page_size=1&page=2")).containsExactly(lamp);
        assertThat(codes("?updated_after=" + encoded(from))).contains(tree, lamp);
        assertThat(codes("?updated_before=" + encoded("2020-01-01T00:00:00Z"))).isEmpty();
        assertThat(http.get("/open311/v2/requests.json" + since + "&page_size=1&api_key=" + KEY)
                        .headers()
                        .firstValue("Link")
                        .orElse(""))
                .contains("page=2")
                .doesNotContain(KEY);
        assertThat(codes("?end_date=" + encoded(from))).doesNotContain(tree, lamp);
        open311.get("v2/requests", "?start_date=2024-01-01&end_date=2024-09-01", 400);
        open311.get("v2/requests", "?start_date=yesterday", 400);
        open311.get("v2/requests", "?status=lost", 400);
        open311.get("v2/requests", "?page=0", 400);
        open311.get("v2/requests", "?service_code=nothing", 404);
        open311.get("v2/requests", "?jurisdiction_id=nowhere", 404);
        var extended =
                open311.get("v2/requests/" + tree, "?extensions=true", 200).get(0);
        assertThat(extended.at("/extended_attributes/ending").asText()).isEqualTo("received");
        assertThat(extended.at("/extended_attributes/channel").asText()).isEqualTo("open311");
        // A telephone cannot be found by looking for its digits.
        var lost = sent(post(request(
                "dien", "description", "Mất điện ngõ 5 Đà Nẵng, số của tôi 0987654321", "attribute[publish]", "yes")));
        assertThat(codes(since + "&q=0987")).isEmpty();
        assertThat(codes(since + "&q=" + encoded("mất điện"))).containsExactly(lost);
    }

    @Test
    void an_answer_closes_it_and_is_read_without_contact_data() {
        var code = sent(post(request("chieu_sang", "description", TEXT, "attribute[publish]", "yes")));
        var answeredAt = house.now();
        house.jdbc.sql("""
                update petition set state = 'DA_TRA_LOI', field = 'duong_bo', lead_agency = 'CSHP', replied_at = ?,
                       reply_text = 'Đã thay bóng. Cần gì gọi 0912345678' where code = ?
                """).params(java.sql.Timestamp.from(answeredAt), code).update();

        var one = open311.get("v2/requests/" + code, "", 200, "Accept-Language", "en")
                .get(0);

        assertThat(one.get("status").asText()).isEqualTo("closed");
        assertThat(one.get("status_notes").asText()).isEqualTo("Answered: Đã thay bóng. Cần gì gọi (số điện thoại)");
        assertThat(one.get("service_code").asText()).isEqualTo("duong_bo"); // decided by an operator
        assertThat(one.get("agency_responsible").asText()).isNotBlank();
        assertThat(one.get("updated_datetime").asText()).isEqualTo(Tree.w3c(answeredAt));
        house.jdbc
                .sql("update petition set state = 'DANG_XU_LY', reply_text = 'bản nháp' where code = ?")
                .param(code)
                .update();
        assertThat(open311.get("v2/requests/" + code, "", 200).toString()).doesNotContain("bản nháp");
    }

    @Test
    void updates_tell_what_happened_and_take_what_a_citizen_adds_once() {
        house.advance(Duration.ofMinutes(1));
        var from = Tree.w3c(house.now());
        var code = sent(post(request("chieu_sang", "description", TEXT + "!", "attribute[publish]", "no")));
        house.advance(Duration.ofMinutes(1));
        var to = Tree.w3c(house.now());
        var window = "?start_date=" + encoded(from) + "&end_date=" + encoded(to);

        assertThat(open311.get("v2/servicerequestupdates", window, 200).findValuesAsText("service_request_id"))
                .doesNotContain(code);
        var update = open311.get("v2/servicerequestupdates", window + "&api_key=" + KEY, 200)
                .get(0);
        assertThat(update.get("service_request_id").asText()).isEqualTo(code);
        assertThat(update.get("status").asText()).isEqualTo("open");
        assertThat(update.get("description").asText()).isEqualTo("Đã gửi đến Tổng đài 1022");

        var body = form(
                "service_request_id",
                code,
                "update_id",
                "77",
                "updated_datetime",
                to,
                "status",
                "FIXED",
                "description",
                "Đèn đã sáng lại, cảm ơn");
        var first = http.post("/open311/v2/servicerequestupdates.json", body, FORM);
        var again = http.post("/open311/v2/servicerequestupdates.json", body, FORM);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(GeoReport.json(again)).isEqualTo(GeoReport.json(first));
        GeoReport.xml(http.post("/open311/v2/servicerequestupdates.xml", body, FORM));
        assertThat(house.jdbc
                        .sql("select count(*) from client_update where petition_code = ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(house.stateOf(code)).isEqualTo("MOI");
        var foreign = house.receive("Rác thải chất đống ở chợ Cát Bi chưa ai dọn", "quận Lê Chân")
                .code()
                .value();
        var refused = http.post("/open311/v2/servicerequestupdates.json", body.replace(code, foreign), FORM);
        assertError(refused, 404);
        assertThat(refused.body())
                .isEqualTo(http.post("/open311/v2/servicerequestupdates.json", body.replace(code, "x"), FORM)
                        .body());
        assertError(http.post("/open311/v2/servicerequestupdates.json", form("service_request_id", code), FORM), 400);
        assertError(http.post("/open311/v2/servicerequestupdates.json", body.replace(KEY, ""), FORM), 403);
    }

    @Test
    @Tag("A-71")
    void a_picture_is_published_with_the_answer_and_only_where_its_sender_agreed_to_pictures() {
        var agreed = withPicture("Cây đổ chắn ngang đường Lạch Tray, có ảnh", "yes");
        var silent = withPicture("Cây đổ chắn ngang đường Lạch Tray, ảnh chỉ để xem", "no");
        assertThat(one(agreed, "").get("media_url").isNull()).isTrue(); // nobody of 1022 has looked at it yet
        var found = house.now();
        house.advance(Duration.ofMinutes(1));
        List.of(agreed, silent).forEach(this::answer);
        attach(agreed, found);

        var shown =
                open311.get("v2/requests/" + agreed, "?extensions=true", 200).get(0);

        assertThat(shown.at("/extended_attributes/photos").findValuesAsText("title"))
                .containsExactly("before", "after");
        var path = URI.create(shown.get("media_url").asText()).getPath();
        assertThat(path).matches("/open311/v2/media/[0-9a-f-]{36}/\\d+\\.png").doesNotContain(agreed);
        var picture = http.get(path);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("Cache-Control")).contains("public, max-age=60");
        assertThat(picture.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(picture.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(one(silent, "").get("media_url").isNull()).isTrue(); // not for its sender's program either
        // What came after the answer, and what is tried on another name.
        attach(agreed, house.now().plusSeconds(60));
        assertThat(photos(agreed)).hasSize(2);
        assertThat(http.get(path.replaceAll("\\d+\\.png", "999999999.png")).statusCode())
                .isEqualTo(404);
        assertThat(http.get("/open311/v2/media/" + UUID.randomUUID() + path.substring(path.lastIndexOf('/')))
                        .statusCode())
                .isEqualTo(404);
        // Older words named no pictures; those of the agency are part of the result.
        house.jdbc
                .sql("update consent set wording = 'open311-1' where petition_code = ?")
                .param(agreed)
                .update();
        assertThat(http.get(path).statusCode()).isEqualTo(404);
        assertThat(photos(agreed).findValuesAsText("title")).containsExactly("after");
        house.jdbc
                .sql("update petition set consent_to_publish = false where code = ?")
                .param(agreed)
                .update();
        assertThat(photos(agreed)).isEmpty();
    }

    private JsonNode photos(String code) {
        return one(code, "&extensions=true").at("/extended_attributes/photos");
    }

    private String withPicture(String text, String publish) {
        var body = new StringBuilder();
        Map.of(
                        "api_key",
                        KEY,
                        "service_code",
                        "cay_xanh",
                        "address_id",
                        "305",
                        "description",
                        text,
                        "attribute[publish]",
                        publish)
                .forEach((name, value) -> body.append(part(name, value)));
        return sent(parts(body + "--edge\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.png\"\r\n\r\n"
                + new String(Photos.PNG, StandardCharsets.ISO_8859_1) + "\r\n--edge--\r\n"));
    }

    private static String part(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
                + new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + "\r\n";
    }

    private void answer(String code) {
        house.jdbc.sql("""
                update petition set state = 'DA_TRA_LOI', field = 'cay_xanh', lead_agency = 'CSHP', replied_at = ?,
                       reply_text = 'Đã dọn cây' where code = ?
                """).params(Timestamp.from(house.now()), code).update();
        publishAnswer.of(code);
    }

    private void attach(String code, Instant at) {
        house.jdbc.sql("""
                insert into attachment (petition_code, name, media_type, bytes, copy, purpose, added_by, agency_code, added_at)
                select petition_code, 'xong.png', media_type, bytes, copy, 'after', 'cshpofficer', 'CSHP', ? from attachment
                 where petition_code = ? order by id limit 1
                """).params(Timestamp.from(at), code).update();
    }

    @Test
    void what_fixmystreet_sends_is_taken_without_words_and_with_several_pictures() {
        var code = sent(
                post(request("chieu_sang", "description", TEXT + " ảnh", "media_url", "https://fms.example/1.jpg?a,b")
                        + "&media_url=https%3A%2F%2Ffms.example%2F2.jpg&attribute[fixmystreet_id]=77"));
        assertThat(events(code))
                .contains("https://fms.example/1.jpg?a,b https://fms.example/2.jpg")
                .contains("fixmystreet_id");

        var taken = http.post(
                "/open311/v2/servicerequestupdates.xml",
                form(
                        "service_request_id",
                        code,
                        "update_id",
                        "78",
                        "updated_datetime",
                        "2024-09-18T01:00:00Z",
                        "status",
                        "NO_FURTHER_ACTION",
                        "description",
                        "",
                        "last_name",
                        "-",
                        "email",
                        "an@example.vn",
                        "media_url",
                        "https://fms.example/3.jpg"),
                FORM);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(GeoReport.xml(taken)
                        .getElementsByTagName("update_id")
                        .item(0)
                        .getTextContent())
                .matches("\\d+");
        assertThat(events(code))
                .contains("NO_FURTHER_ACTION")
                .contains("https://fms.example/3.jpg")
                .doesNotContain("an@example.vn");
        assertThat(house.stateOf(code)).isEqualTo("MOI");
    }

    // The door -------------------------------------------------------------------------------------------------------

    @Test
    void any_page_may_ask_and_an_unchanged_answer_is_not_sent_again() {
        var services = http.get("/open311/v2/services.json", "Origin", "https://app.example");
        assertThat(services.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(services.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(services.headers().allValues("Vary")).contains("Accept-Language");
        var mark = services.headers().firstValue("ETag").orElseThrow();
        assertThat(http.get("/open311/v2/services.json", "If-None-Match", mark).statusCode())
                .isEqualTo(304);
        assertThat(http.get("/open311/v2/services.json", "If-None-Match", mark, "Accept-Language", "en")
                        .statusCode())
                .isEqualTo(200);
        var head = http.send("HEAD", "/open311/v2/services.xml", BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).isPresent();
        var options = http.send(
                "OPTIONS",
                "/open311/v2/requests.json",
                BodyPublishers.noBody(),
                "Origin",
                "https://app.example",
                "Access-Control-Request-Method",
                "POST");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("POST");
        assertThat(http.get("/open311/v2/requests.json?api_key=" + KEY)
                        .headers()
                        .firstValue("Cache-Control"))
                .contains("private, no-store");
        // A padded answer would be a script on a strange page: there is none.
        assertThat(http.get("/open311/v2/services.json?callback=evil&jsonp=evil")
                        .body())
                .startsWith("[");
    }

    @Test
    void the_doors_for_programs_are_described_and_no_others() {
        var description = parse(http.get("/v3/api-docs"));

        assertThat(description.get("openapi").asText()).startsWith("3.");
        assertThat(description.get("paths").fieldNames())
                .toIterable()
                .contains("/api/petitions", "/api/petitions/{code}")
                .anyMatch(path -> path.startsWith("/open311/v2/requests"))
                .noneMatch(path -> path.contains("demo") || path.contains("keys") || path.contains("rules"));
        assertThat(description.findValuesAsText("name")).contains("jurisdiction_id", "updated_after");
        assertThat(description
                        .at("/components/schemas/PetitionJson/properties/content")
                        .isObject())
                .isTrue();
    }

    @Test
    void hostile_text_stays_text_in_both_formats() {
        var text =
                "Đèn <b>tắt</b> & ]]> \" ' <!ENTITY x SYSTEM \"file:///etc/passwd\"> \uD83D\uDE00 đêm nay\r\ncả phố tối";
        var code = sent(post(request("chieu_sang", "description", text, "attribute[publish]", "yes")));
        house.jdbc
                .sql("update petition set address = ? where code = ?")
                .params("12\u0001\u000B\uFFFE Tô Hiệu", code)
                .update();

        var one = open311.get("v2/requests/" + code, "", 200).get(0);

        assertThat(one.get("description").asText()).isEqualTo(text.strip());
        assertThat(one.get("address").asText()).startsWith("12 Tô Hiệu");
        assertThat(post(request("cau", "description", TEXT + "\u0000")).statusCode())
                .isEqualTo(400);
        assertThat(post(request("cau", "description", TEXT + "\u0007")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatever_is_wrong_with_an_address_is_said_in_the_form_of_the_specification() {
        open311.get("v2/nothing", "", 404);
        open311.get("v2/services/%3Cscript%3E", "", 404);
        assertError(http.get("/open311/v2/services.json?jurisdiction_id=%ff"), 400);
        assertError(http.send("DELETE", "/open311/v2/requests.json", BodyPublishers.noBody()), 405);
        assertError(http.post("/open311/v2/requests.json", "{}", "Content-Type", "application/json"), 415);
        assertError(http.post("/open311/v2/requests.json", "a=" + "x".repeat(1024 * 1024), FORM), 413);
        assertError(http.post("/open311/v2/requests.json", "api_key=%zz", FORM), 400);
        assertError(http.post("/open311/v2/requests.json", "api_key=%ff%fe", FORM), 400);
        assertError(http.post("/open311/v2/requests.json", "no parts", "Content-Type", "multipart/form-data"), 400);
    }

    @Test
    void who_knocks_too_often_waits_and_cannot_say_to_be_somebody_else() {
        // Another node has counted it.
        house.jdbc
                .sql(
                        "insert into knock values (hashtextextended('open311 from 127.0.0.2', 61), now() + interval '2 minutes')")
                .update();

        var refused = from("127.0.0.2", "GET /open311/v2/requests.json HTTP/1.1");
        var elsewhere = from("127.0.0.3", "GET /open311/v2/services.json HTTP/1.1\nX-Forwarded-For: 127.0.0.2");

        assertThat(refused).startsWith("HTTP/1.1 429").contains("\r\n\r\n[{\"code\":429,");
        assertThat(Integer.parseInt(refused.replaceAll("(?s).*Retry-After: (\\d+).*", "$1")))
                .isBetween(1, 120);
        assertThat(refused).contains("Access-Control-Allow-Origin: *");
        assertThat(elsewhere).startsWith("HTTP/1.1 200");
        assertThat(from("127.0.0.2", "GET /open311/v2/requests.json HTTP/1.1\nX-Forwarded-For: 203.0.113.9"))
                .startsWith("HTTP/1.1 429");
    }

    /** From another of this machine's own addresses. */
    private String from(String address, String head) {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write((head + "\nHost: localhost\nConnection: close\n\n")
                            .replace("\n", "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nodes_count_together_and_say_how_long_to_wait() {
        var who = "test " + UUID.randomUUID();
        for (var i = 0; i < 4; i++) {
            assertThat(knocks.count(who, 4)).isEmpty(); // whichever node asks
        }

        assertThat(knocks.count(who, 4).orElseThrow())
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofSeconds(15)); // a quarter of a minute for each
        assertThat(knocks.count(who + " b", 4)).isEmpty();
        house.jdbc
                .sql("update knock set full_at = full_at - interval '16 seconds'")
                .update();
        assertThat(knocks.count(who, 4)).isEmpty();
        assertThat(knocks.count(who, 4)).isPresent();
    }

    @Test
    void an_address_may_lack_its_format_and_have_a_slash_too_many() {
        var services = http.get("/open311/v2/services.json").body();

        for (var address : List.of("//services.json", "/services.json/", "//services.json//")) {
            assertThat(http.get("/open311/v2" + address).body()).as(address).isEqualTo(services);
        }
        var json = http.get("/open311/v2/services", "Accept", "application/json, */*;q=0.1");
        assertThat(json.body()).isEqualTo(services);
        assertThat(json.headers().allValues("Vary")).contains("Accept", "Accept-Language");
        for (var accept : List.of(
                "*/*", "text/html,application/xml;q=0.9", "text/xml", "nonsense", "application/json;q=0.1,text/xml")) {
            GeoReport.xml(http.get("/open311/v2/services", "Accept", accept));
        }
        for (var root : List.of("/open311", "/open311/", "/open311/v2", "/open311/v2/", "/open311/discovery")) {
            assertThat(GeoReport.xml(http.get(root)).getTagName()).as(root).isEqualTo("discovery");
        }
        assertThat(http.post("/open311/v2//requests.json", request("cau", "description", TEXT + " //"), FORM)
                        .statusCode())
                .isEqualTo(200);
        assertError(http.get("/open311/v2/nothing", "Accept", "application/json"), 404);
        assertThat(http.get("/open311/v2/..%2f..%2fapi/open311/keys").statusCode())
                .isEqualTo(400);
        assertThat(http.get("/open311//v2;x=y/services.json").statusCode()).isEqualTo(400);
    }

    @Test
    void a_moment_without_a_zone_is_the_citys() {
        assertThat(Moments.parse("2024-09-18T08:00:00.123456")).contains(Instant.parse("2024-09-18T01:00:00.123456Z"));
        assertThat(Moments.parse("2024-09-18 08:00")).contains(Instant.parse("2024-09-18T01:00:00Z"));
        assertThat(Moments.parse("2024-09-18T08:00Z")).contains(Instant.parse("2024-09-18T08:00:00Z"));
        assertThat(Moments.parse("2024-02-31T08:00:00")).isEmpty();
    }

    @Test
    void a_thousand_hostile_requests_break_nothing() {
        var random = new Random(311);
        var bad = new TreeMap<String, Integer>();
        for (var i = 0; i < 1000; i++) {
            var answer = fuzzed(random);
            if (answer.statusCode() >= 500) {
                bad.merge(answer.request().uri() + " " + answer.body(), answer.statusCode(), (one, other) -> one);
            }
            if (answer.statusCode() != 304 && answer.request().uri().getPath().startsWith("/open311/v2/")) {
                if (answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json")) {
                    GeoReport.json(answer);
                } else {
                    GeoReport.xml(answer);
                }
            }
        }
        assertThat(bad).isEmpty();
    }

    private HttpResponse<String> fuzzed(Random random) {
        var resources = List.of(
                "requests",
                "services",
                "servicerequestupdates",
                "tokens/a",
                "requests/a,b",
                "services/cau",
                "discovery",
                "requests/HP1022-240916-000001-7");
        var names = List.of(
                "api_key",
                "jurisdiction_id",
                "service_code",
                "lat",
                "long",
                "radius",
                "description",
                "service_request_id",
                "start_date",
                "end_date",
                "status",
                "page",
                "page_size",
                "q",
                "sort",
                "updated_after",
                "updated_before",
                "address_string",
                "address_id",
                "attribute[area]",
                "attribute[",
                "attribute[occurred_at]",
                "attribute[urgency][]",
                "email",
                "phone",
                "media_url",
                "device_id",
                "update_id",
                "extensions");
        var values = List.of(
                "",
                KEY,
                "cau",
                "chieu_sang",
                "0",
                "-1",
                "99999999999999999999",
                "1e999",
                "NaN",
                "20.85",
                "106.68",
                "a".repeat(5000),
                "' or 1=1 --",
                "\u0001",
                "\uD83D\uDE00",
                "%",
                "_",
                "\\",
                "2024-09-01T00:00:00Z",
                "0000-00-00",
                "+999999999-12-31T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "open,closed",
                "HP1022-240916-000001-7",
                "null",
                "<x>&y;",
                "\r\nSet-Cookie: a=b",
                "305",
                "asc",
                "\u202E",
                "true",
                "Cây đổ chắn ngang đường Lạch Tray đã hai ngày");
        var pairs = new ArrayList<String>();
        for (var i = random.nextInt(7); i >= 0; i--) {
            pairs.add(encoded(names.get(random.nextInt(names.size()))) + "="
                    + encoded(values.get(random.nextInt(values.size()))));
        }
        if (random.nextBoolean()) {
            pairs.add("api_key=" + KEY + "&service_code=cau&lat=20.85&long=106.68");
        }
        var path = "/open311/v2/" + resources.get(random.nextInt(resources.size()))
                + (random.nextBoolean() ? ".xml" : ".json");
        var query = String.join("&", pairs);
        return random.nextInt(3) == 0
                ? http.post(path, query, FORM)
                : http.get(path + "?" + (query.length() > 6000 ? query.substring(0, 20) : query));
    }

    // --- what the tests say

    private HttpResponse<String> post(String body) {
        return http.post("/open311/v2/requests.json", body, FORM);
    }

    private HttpResponse<String> parts(String body) {
        return http.send(
                "POST",
                "/open311/v2/requests.json",
                BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1),
                "Content-Type",
                "multipart/form-data; boundary=edge");
    }

    private static String sent(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return GeoReport.json(answer).at("/0/service_request_id").asText();
    }

    private static void assertError(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var errors = GeoReport.json(answer);
        assertThat(errors.at("/0/code").intValue()).isEqualTo(status);
        assertThat(errors.at("/0/description").asText()).isNotBlank();
    }

    private JsonNode one(String code, String more) {
        return open311.get("v2/requests/" + code, "?api_key=" + KEY + more, 200).get(0);
    }

    private List<String> codes(String query) {
        return open311.get("v2/requests", query, 200).findValuesAsText("service_request_id");
    }

    private static Map<String, JsonNode> byCode(JsonNode services) {
        var byCode = new TreeMap<String, JsonNode>();
        services.forEach(service -> byCode.put(service.get("service_code").asText(), service));
        return byCode;
    }

    private String content(String code) {
        return house.jdbc
                .sql("select content from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private String events(String code) {
        return house.jdbc
                .sql("select string_agg(note, '|') from petition_event where petition_code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    /** A whole request; what is named again replaces what is here. */
    private static String request(String service, String... more) {
        var fields = new TreeMap<>(Map.of(
                "service_code", service,
                "lat", "20.85678",
                "long", "106.68234",
                "address_string", "12 phố Tô Hiệu",
                "first_name", "Thị An",
                "last_name", "Nguyễn",
                "phone", "0912345678",
                "email", "an@example.vn",
                "account_id", "123456",
                "description", TEXT));
        fields.put("device_id", "device-1");
        fields.put("media_url", "http://city.example/a.jpg");
        for (var i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return form(fields);
    }

    private static String form(String... namesAndValues) {
        var fields = new TreeMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form(fields);
    }

    private static String form(Map<String, String> fields) {
        return "api_key=" + KEY + "&"
                + fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String basic(String user) {
        return "Basic "
                + java.util.Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode parse(HttpResponse<String> answer) {
        try {
            return GeoReport.JSON.readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
