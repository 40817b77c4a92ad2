package vn.haiphong.hotline1022.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.application.inform.TooManyWrongKeys;
import vn.haiphong.hotline1022.application.inform.TrackPetition;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;
import vn.haiphong.hotline1022.support.Doors;
import vn.haiphong.hotline1022.support.Http;
import vn.haiphong.hotline1022.support.Visitor;

/** Codes run in sequence and a telephone's last four digits are soon tried out: who guesses has to wait, the owner has not. */
@Doors.Test
@Tag("A-18")
class WrongKeysTest {

    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\",\"trackingKey\":\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient register;

    @Autowired
    private TrackPetition track;

    private Http http;
    private String code;
    private String key;

    @BeforeEach
    void send() {
        http = new Http(port);
        forget();
        var sent = CODE.matcher(http.post("/api/petitions", """
                {"content":"Đèn đường tắt ba đêm liền trước số nhà 12","petitioner":{"phone":"0912345678"}}""", "Content-Type", "application/json")
                .body());
        assertThat(sent.find()).isTrue();
        code = sent.group(1);
        key = sent.group(2);
        // As the tables would say, which nobody asks here.
        register.sql("update petition set phone_opens = true where code = ?")
                .param(code)
                .update();
    }

    private void forget() {
        register.sql("delete from wrong_key").update();
    }

    @Test
    void an_address_that_guesses_has_to_wait_longer_each_time_whatever_it_pretends_to_be() {
        for (var i = 0; i < 10; i++) {
            assertThat(get(code, "000" + i, "X-Forwarded-For", "203.0.113." + i).statusCode())
                    .isEqualTo(404);
        }

        var refused = get(code, "5678", "X-Forwarded-For", "203.0.113.99");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("Nhập sai khóa quá nhiều lần", "\"status\":429");
        assertThat(get(code, "5678", "Accept-Language", "en").body()).contains("Too many wrong keys");
        assertThat(get(code, key).statusCode())
                .as("the tracking key always opens")
                .isEqualTo(200);

        waitFor(Duration.ofMinutes(1));
        assertThat(get(code, "9999").statusCode()).isEqualTo(404);
        assertThat(get(code, "5678").headers().firstValue("Retry-After")).contains("120");
        waitFor(Duration.ofMinutes(2));
        assertThat(get(code, "5678").statusCode()).isEqualTo(200);
    }

    @Test
    void guesses_from_many_addresses_at_the_same_moment_do_not_slip_through_together() throws Exception {
        var workers = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> guesses = new ArrayList<>();
            for (var i = 0; i < 200; i++) {
                var guess = "%04d".formatted(i);
                var from = "198.51.100." + i;
                guesses.add(() -> {
                    try {
                        return track.byCode(code, guess, from).isEmpty();
                    } catch (TooManyWrongKeys tooMany) {
                        return false;
                    }
                });
            }
            var looked = 0;
            for (var guess : workers.invokeAll(guesses)) {
                looked += guess.get() ? 1 : 0;
            }
            assertThat(looked).isEqualTo(20);
        } finally {
            workers.shutdownNow();
        }
        assertThat(get(code, "5678").statusCode()).isEqualTo(429);
        assertThat(get(code, key).statusCode()).isEqualTo(200);
        waitFor(Duration.ofHours(1));
        assertThat(get(code, "5678").statusCode())
                .as("nobody is kept out for good")
                .isEqualTo(200);
    }

    @Test
    void one_guesser_cannot_keep_the_owner_out() {
        for (var i = 0; i < 30; i++) {
            get(code, "0000");
        }

        assertThat(track.byCode(code, "5678", "192.0.2.1")).isPresent();
    }

    @Test
    void a_code_that_does_not_exist_is_counted_and_answered_like_one_that_does() {
        var none = PetitionCode.of(LocalDate.of(2024, 9, 18), 999_999).value();
        var existing = new ArrayList<HttpResponse<String>>();
        var missing = new ArrayList<HttpResponse<String>>();
        for (var i = 0; i < 12; i++) {
            existing.add(get(code, "0000"));
        }
        forget();
        for (var i = 0; i < 12; i++) {
            missing.add(get(none, "0000"));
        }

        assertThat(missing)
                .map(HttpResponse::statusCode)
                .containsExactlyElementsOf(
                        existing.stream().map(HttpResponse::statusCode).toList());
        assertThat(missing)
                .map(HttpResponse::body)
                .containsExactlyElementsOf(
                        existing.stream().map(HttpResponse::body).toList());
        assertThat(register.sql("select count(*) from wrong_key where subject = ?")
                        .param("code " + none)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_neighbour_in_the_same_ipv6_network_is_the_same_guesser() {
        for (var i = 0; i < 10; i++) {
            track.byCode(code, "0000", "2001:db8:1:2::" + i);
        }

        assertThat(register.sql("select subject from wrong_key where subject like 'from%'")
                        .query(String.class)
                        .list())
                .containsExactly("from 2001:db8:1:2:0:0:0:0");
    }

    @Test
    void wrong_keys_are_forgotten_a_day_after_the_last() {
        get(code, "0000");
        waitFor(Duration.ofHours(25));

        track.byCode(PetitionCode.of(LocalDate.of(2024, 9, 18), 999_998).value(), "0000", "192.0.2.7");

        assertThat(register.sql("select subject from wrong_key where subject like 'from%'")
                        .query(String.class)
                        .list())
                .containsExactly("from 192.0.2.7");
    }

    @Test
    @Tag("A-07")
    void a_confidential_petition_opens_by_its_tracking_key_only() {
        register.sql("update petition set confidential = true where code = ?")
                .param(code)
                .update();

        var byPhone = get(code, "5678");

        assertThat(byPhone.statusCode()).isEqualTo(404);
        assertThat(byPhone.body()).isEqualTo(get(code, "0000").body());
        assertThat(get(code, key).statusCode()).isEqualTo(200);
    }

    @Test
    void a_citizen_who_mistyped_too_often_reads_how_long_to_wait() {
        var visitor = new Visitor(http);
        visitor.open("/track");
        for (var i = 0; i < 10; i++) {
            visitor.send("/track", Map.of("code", code, "key", "0000"));
        }

        var page = visitor.send("/track", Map.of("code", code, "key", "5678"));

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).contains("60");
        assertThat(page.body()).contains("<html lang=\"vi\"", "thử lại sau 1 phút", "khóa tra cứu 14 ký tự");
        assertThat(visitor.send("/track/" + code + "/rating", Map.of("key", "5678"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(visitor.open("/received/" + code + "?key=5678").statusCode()).isEqualTo(429);
    }

    /** Time passes for the wrong keys: the clock of these doors stands still. */
    private void waitFor(Duration time) {
        register.sql("update wrong_key set last_at = last_at - ?::interval, rests_until = rests_until - ?::interval")
                .params(time.toString(), time.toString())
                .update();
    }

    private HttpResponse<String> get(String code, String key, String... headers) {
        return http.get("/api/petitions/" + code + "?key=" + key, headers);
    }
}
