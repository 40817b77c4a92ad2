package vn.haiphong.hotline1022.support;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A citizen's browser without scripts: keeps its cookie and sends hidden fields back. */
public final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Http http;
    private final Map<String, String> hidden = new LinkedHashMap<>();
    private String cookie = "";

    public Visitor(Http http) {
        this.http = http;
    }

    /** A file as chosen in the form. */
    public record Upload(String name, String type, byte[] bytes) {}

    public HttpResponse<String> open(String path) {
        return keep(http.get(path, headers("Accept", "text/html")));
    }

    public String hidden(String name) {
        return hidden.get(name);
    }

    /** Sends the form of the page last seen, with its hidden fields unless given otherwise. */
    public HttpResponse<String> send(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(hidden);
        all.putAll(fields);
        var body = new ArrayList<String>();
        all.forEach((name, value) -> body.add(encoded(name) + "=" + encoded(value)));
        return keep(http.post(
                path,
                String.join("&", body),
                headers("Accept", "text/html", "Content-Type", "application/x-www-form-urlencoded")));
    }

    public HttpResponse<String> upload(String path, Map<String, String> fields, List<Upload> uploads) {
        return upload(path, fields, "files", uploads);
    }

    /** @param part under which name the form sends its files */
    public HttpResponse<String> upload(String path, Map<String, String> fields, String part, List<Upload> uploads) {
        var all = new LinkedHashMap<>(hidden);
        all.putAll(fields);
        var body = new ByteArrayOutputStream();
        all.forEach((name, value) -> body.writeBytes(
                ("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (var upload : uploads) {
            body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                            + upload.name() + "\"\r\nContent-Type: " + upload.type() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(upload.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes("--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
        return keep(http.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                headers("Accept", "text/html", "Content-Type", "multipart/form-data; boundary=edge")));
    }

    private String[] headers(String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (!cookie.isEmpty()) {
            all.add("Cookie");
            all.add(cookie);
        }
        return all.toArray(String[]::new);
    }

    private HttpResponse<String> keep(HttpResponse<String> answer) {
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        if (answer.statusCode() != 303) {
            hidden.clear();
            var found = HIDDEN.matcher(answer.body());
            while (found.find()) {
                hidden.put(found.group(1), found.group(2));
            }
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
