package vn.haiphong.hotline1022.hardening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.Photos;

/** Somebody of the staff at the two doors of the engine: a program with a password, or a browser after its login. */
final class Staff {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, Browser> BROWSERS = new ConcurrentHashMap<>();

    private static final Pattern PAGE_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Set<String> COCKPIT_USERS = Set.of("manager", "ruleadmin", "ruleapprover");

    private final House house;

    Staff(House house) {
        this.house = house;
    }

    record Answer(int status, String body, HttpHeaders headers) {

        JsonNode json() {
            return parsed(body);
        }

        boolean isRefused() {
            return status == 401 || status == 403 || status == 404;
        }

        /** Nothing in it: an empty list, a count of nothing, an empty object. */
        boolean isEmpty() {
            if (status != 200) {
                return false;
            }
            var json = json();
            return json.isContainerNode() && json.isEmpty()
                    || json.size() == 1 && json.path("count").asInt(-1) == 0;
        }
    }

    /** A browser that is logged in at one of the webapps. */
    final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        Answer call(String method, String path, String body) {
            return send(client, method, path, body, "application/json", "X-XSRF-TOKEN", token());
        }

        /** As another site would make the browser do it: with its cookies, without the token. */
        Answer callWithoutToken(String method, String path, String body) {
            return send(client, method, path, body, "application/json");
        }

        Answer form(String path, String body) {
            return send(client, "POST", path, body, "application/x-www-form-urlencoded", "X-XSRF-TOKEN", token());
        }

        /** At the doors of our own, which have a token of their own: it stands in their pages. */
        Answer at(String method, String path, String body, String contentType) {
            return send(client, method, path, body, contentType, "X-CSRF-TOKEN", pageToken());
        }

        /** A file, its bytes alone. */
        Answer upload(String path, byte[] file) {
            return send(
                    client,
                    "POST",
                    path,
                    BodyPublishers.ofByteArray(file),
                    "application/octet-stream",
                    "X-XSRF-TOKEN",
                    token());
        }

        private String pageToken() {
            var found = PAGE_TOKEN.matcher(call("GET", "/rules/login", null).body());
            return found.find() ? found.group(1) : "none";
        }

        private String token() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(java.net.HttpCookie::getValue)
                    .findFirst()
                    .orElse("none");
        }
    }

    Browser stranger() {
        var browser = new Browser();
        browser.call("GET", "/camunda/app/tasklist/default/", null);
        return browser;
    }

    /** Logged in where that person works. */
    Browser loggedIn(String user) {
        return loggedIn(user, COCKPIT_USERS.contains(user) ? "cockpit" : "tasklist");
    }

    Browser loggedIn(String user, String app) {
        return BROWSERS.computeIfAbsent(house.url("") + user + app, key -> newlyLoggedIn(user, app));
    }

    /** With a session of its own, for a test that may cost it. */
    Browser newlyLoggedIn(String user, String app) {
        var browser = stranger();
        var login = browser.form(
                "/camunda/api/admin/auth/user/default/login/" + app, "username=" + user + "&password=" + user);
        if (login.status() != 200) {
            throw new AssertionError("Login of " + user + ": " + login.status() + " " + login.body());
        }
        // The session is a new one now; its token comes with the first page.
        browser.call("GET", "/camunda/app/" + app + "/default/", null);
        return browser;
    }

    /** At /engine-rest with the password. */
    Answer rest(String user, String method, String path, String body) {
        return rest(user, method, path, body, "application/json");
    }

    Answer rest(String user, String method, String path, String body, String contentType) {
        return send(CLIENT, method, "/engine-rest" + path, body, contentType, "Authorization", basic(user, user));
    }

    Answer get(String user, String path) {
        return rest(user, "GET", path, null);
    }

    Answer post(String user, String path, String body) {
        return rest(user, "POST", path, body);
    }

    /** POST to the door for programs of the agencies, with one file. */
    Answer evidence(String authorization, String code, String name, byte[] file) {
        var head = "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\n\r\n";
        var body = Photos.concat(
                head.getBytes(StandardCharsets.UTF_8), file, "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                CLIENT,
                "POST",
                "/api/cases/" + code + "/evidence",
                BodyPublishers.ofByteArray(body),
                "multipart/form-data; boundary=edge",
                authorization == null ? new String[0] : new String[] {"Authorization", authorization});
    }

    /** POST /deployment/create with one file. */
    Answer deploy(String user, String file, String content) {
        var boundary = "----hotline";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nthu\r\n"
                + "--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return rest(user, "POST", "/deployment/create", body, "multipart/form-data; boundary=" + boundary);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Answer send(HttpClient client, String method, String path, String body, String contentType, String... headers) {
        return send(client, method, path, body == null ? null : BodyPublishers.ofString(body), contentType, headers);
    }

    private Answer send(
            HttpClient client, String method, String path, BodyPublisher body, String contentType, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(house.url(path)))
                .method(method, body == null ? BodyPublishers.noBody() : body)
                .header("Accept", "application/json, */*;q=0.8");
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
