package vn.haiphong.hotline1022.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.haiphong.hotline1022.support.Http;
import vn.haiphong.hotline1022.support.Photos;

/** A house seen from outside, by HTTP alone: citizens at /api, staff with their passwords at /engine-rest. */
final class Office {

    static final String LAMP = "Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền, ngõ tối om.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http;

    Office(int port) {
        http = new Http(port);
    }

    /** What the citizen has in hand. */
    record Slip(String code, String key) {}

    // Citizens -------------------------------------------------------------------------------------------------------

    Slip receive() {
        var answer = post(petition(LAMP, "dan@example.vn"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return slip(answer);
    }

    HttpResponse<String> post(String petition, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return http.post("/api/petitions", petition, all.toArray(String[]::new));
    }

    static String petition(String content, String email) {
        return json(Map.of(
                "channel",
                "portal",
                "area",
                "quận Lê Chân",
                "content",
                content,
                "petitioner",
                Map.of("name", "Nguyễn Văn Thử", "phone", "0912345678", "email", email)));
    }

    static Slip slip(HttpResponse<String> answer) {
        var receipt = json(answer.body());
        return new Slip(receipt.get("code").asText(), receipt.get("trackingKey").asText());
    }

    JsonNode track(Slip slip) {
        var answer = http.get("/api/petitions/" + slip.code() + "?key=" + slip.key());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    String statusOf(Slip slip) {
        return track(slip).get("status").asText();
    }

    void rate(Slip slip, int rating, String reason, boolean reopen) {
        var body = new LinkedHashMap<String, Object>();
        body.put("rating", rating);
        body.put("reason", reason);
        body.put("reopen", reopen);
        tell(slip, "rating", body);
    }

    void supplement(Slip slip, String text) {
        tell(slip, "supplement", Map.of("text", text));
    }

    private void tell(Slip slip, String what, Map<String, Object> body) {
        var answer = http.post(
                "/api/petitions/" + slip.code() + "/" + what + "?key=" + slip.key(),
                json(body),
                "Content-Type",
                "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    // Staff ----------------------------------------------------------------------------------------------------------

    Clerk as(String user) {
        return new Clerk(user, user);
    }

    Clerk as(String user, String password) {
        return new Clerk(user, password);
    }

    /** Somebody at his desk. */
    final class Clerk {

        private final String user;
        private final String[] headers;

        private Clerk(String user, String password) {
            this.user = user;
            var login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            headers = new String[] {
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(login),
                "Content-Type",
                "application/json"
            };
        }

        /** The steps of a case this person sees: definition keys and ids. */
        List<JsonNode> tasksOf(Slip slip) {
            return List.copyOf(
                    ask("/task?processInstanceBusinessKey=" + slip.code()).findParents("taskDefinitionKey"));
        }

        String taskOf(Slip slip, String step) {
            var found = tasksOf(slip).stream()
                    .filter(task -> task.get("taskDefinitionKey").asText().equals(step))
                    .toList();
            assertThat(found)
                    .as(user + " looks for " + step + " of " + slip.code() + " among " + tasksOf(slip))
                    .hasSize(1);
            return found.get(0).get("id").asText();
        }

        /** Finds the step in the list, takes it, reads its form, completes it. @return what the form showed */
        JsonNode does(Slip slip, String step, Object... namesAndValues) {
            var task = taskOf(slip, step);
            var claimed = claim(task);
            assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
            if (Arrays.asList(namesAndValues).contains("done")) {
                showEvidence(slip);
            }
            var form = ask("/task/" + task + "/form-variables");
            assertThat(ask("/task/" + task + "/deployed-form").get("components"))
                    .isNotEmpty();
            var completed = complete(task, values(namesAndValues));
            assertThat(completed.statusCode()).as(completed.body()).isEqualTo(204);
            return form;
        }

        /** A picture of what was done, by the door for programs; where none is asked it does no harm. */
        void showEvidence(Slip slip) {
            var added = addEvidence(slip, Photos.JPEG);
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        }

        HttpResponse<String> addEvidence(Slip slip, byte[] file) {
            var head = "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"anh.jpg\"\r\n"
                    + "Content-Type: image/jpeg\r\n\r\n";
            return http.send(
                    "POST",
                    "/api/cases/" + slip.code() + "/evidence",
                    BodyPublishers.ofByteArray(Photos.concat(
                            head.getBytes(StandardCharsets.US_ASCII),
                            file,
                            "\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII))),
                    headers[0],
                    headers[1],
                    "Content-Type",
                    "multipart/form-data; boundary=edge");
        }

        /** As {@link #does}, but the house says no: with this sentence, and the step stays. */
        void isRefused(String sentence, Slip slip, String step, Object... namesAndValues) {
            var task = taskOf(slip, step);
            claim(task);
            var answer = complete(task, values(namesAndValues));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(json(answer.body()).get("message").asText()).contains(sentence);
            assertThat(taskOf(slip, step)).isEqualTo(task);
        }

        HttpResponse<String> claim(String task) {
            return post("/task/" + task + "/claim", json(Map.of("userId", user)));
        }

        HttpResponse<String> complete(String task, Map<String, ?> values) {
            return post("/task/" + task + "/complete", json(Map.of("variables", values)));
        }

        JsonNode ask(String path) {
            var answer = http.get("/engine-rest" + path, headers);
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
            return json(answer.body());
        }

        HttpResponse<String> post(String path, String body) {
            return send("POST", path, body);
        }

        HttpResponse<String> send(String method, String path, String body) {
            return http.send(method, "/engine-rest" + path, BodyPublishers.ofString(body), headers);
        }
    }

    static Map<String, Object> values(Object... namesAndValues) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], Map.of("value", namesAndValues[i + 1]));
        }
        return values;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
