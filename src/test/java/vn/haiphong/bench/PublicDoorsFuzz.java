package vn.haiphong.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xml.sax.SAXException;
import vn.haiphong.hotline1022.Hotline1022;
import vn.haiphong.hotline1022.application.maintain.IssueClientKeys;
import vn.haiphong.hotline1022.support.TestPostgres;

/**
 * Hostile requests at every door that is open to strangers: {@code mvn -Pbench test
 * -Dbench.class=vn.haiphong.bench.PublicDoorsFuzz -Dbench.arguments="10000 1022"}. Arguments: requests, seed. The doors are read
 * from the running program, so that a new one is knocked at from its first day on. Two cases of somebody else stand in the
 * register; no request knows their keys. Some of those at Open311 have the key of a program, and their answers have to be XML or
 * JSON to the last byte.
 *
 * <p>Exit code 1 if an answer is 5xx, if a request that could be read gets no answer, if anything of the two cases has changed or
 * is shown, or if the house does not answer as before afterwards.
 */
public final class PublicDoorsFuzz {

    private static final String SECRET = "Bà Phạm Thị Bí Mật";
    private static final String TEXT = "Cống trước nhà số 7 Cát Dài tắc đã ba ngày, nước thải tràn ra đường.";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** Another one is refused by the container, which knows no door. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Z]+ [!-~&&[^<>{}|^`\"\\\\]]+ HTTP");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    /** What Open311 reads stands in no signature. */
    private static final List<String> OF_OPEN311 = List.of(
            "api_key",
            "service_code",
            "lat",
            "long",
            "description",
            "service_request_id",
            "jurisdiction_id",
            "email",
            "phone",
            "media_url",
            "address_id",
            "attribute[occurred_at]",
            "attribute[publish]",
            "attribute[area][]",
            "attribute[",
            "first_name",
            "account_id",
            "device_id",
            "update_id",
            "status",
            "start_date",
            "updated_after",
            "radius",
            "page",
            "page_size",
            "sort",
            "extensions");

    private static final int LONGEST_HEAD = 8000;
    private static final int PATIENCE_MILLIS = 20_000;

    private final int requests;
    private final Random random;
    private final ConfigurableApplicationContext house;
    private final JdbcClient jdbc;
    private final String clientKey;
    private final int port;
    private final List<Door> doors = new ArrayList<>();
    private final List<String> cases = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> knocks = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Long> millis = new ArrayList<>();
    private int unanswered;
    private String token = "";
    private String cookie = "";

    private PublicDoorsFuzz(int requests, long seed) {
        this.requests = requests;
        this.random = new Random(seed);
        house = new SpringApplication(Hotline1022.class)
                .run(
                        "--spring.datasource.url=" + TestPostgres.emptyDatabase(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--spring.mail.host=localhost",
                        "--hotline.admin.password=quan tri he thong",
                        "--hotline.portal-url=https://1022.example",
                        // All of it comes from one address: behind a limit nothing more would be looked at.
                        "--hotline.open311.per-address=10000000",
                        "--hotline.open311.per-key=10000000",
                        "--hotline.wrong-keys.per-address=10000000",
                        "--hotline.wrong-keys.per-petition=10000000",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--server.port=0",
                        "--logging.level.root=ERROR");
        jdbc = house.getBean(JdbcClient.class);
        clientKey = house.getBean(IssueClientKeys.class)
                .to("Fuzz", "fuzz@example.vn", null, "admin")
                .key();
        port = ((ServletWebServerApplicationContext) house).getWebServer().getPort();
    }

    public static void main(String[] args) {
        var requests = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        var seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        System.out.printf("%d requests, seed %d%n", requests, seed);
        var good = false;
        try {
            good = new PublicDoorsFuzz(requests, seed).run();
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(good ? 0 : 1);
    }

    /** @param names what the door says it reads */
    private record Door(String method, String path, List<String> names) {}

    private boolean run() throws Exception {
        findDoors();
        for (var i = 0; i < 2; i++) {
            cases.add(somebodyElses(i));
        }
        var before = state();
        for (var i = 0; i < requests; i++) {
            if (i % 200 == 0) {
                freshToken();
            }
            knock();
        }
        var after = state();
        if (!before.equals(after)) {
            before.forEach((table, rows) -> {
                if (!rows.equals(after.get(table))) {
                    faults.add("CHANGED " + table + ": " + rows + " -> " + after.get(table));
                }
            });
        }
        var home = send(bytes("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), true);
        if (home == null || home.status != 200) {
            faults.add("the house does not answer any more: " + home);
        }
        return report();
    }

    private String somebodyElses(int number) throws IOException {
        var body = """
                {"channel":"portal","content":"%s","petitioner":{"name":"%s","phone":"091234567%d","email":"bi.mat%d@example.vn"},
                 "place":{"address":"7 Cát Dài","lat":20.85,"lon":106.68},"consentToPublish":false}
                """.formatted(TEXT, SECRET, number, number);
        var answer = send(
                bytes(
                        "POST /api/petitions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                + bytes(body).length + "\r\nConnection: close\r\n\r\n" + body),
                true);
        var code = Pattern.compile("\"code\":\"([^\"]+)\"").matcher(answer == null ? "" : answer.text);
        if (!code.find()) {
            throw new IllegalStateException("Not taken: " + answer);
        }
        return code.group(1);
    }

    private boolean report() {
        System.out.printf("%n%d doors, by method and path, with how often each was knocked at%n", doors.size());
        knocks.forEach((door, count) -> System.out.printf("%6d %s%n", count, door));
        System.out.printf("%nanswers by status: %s; %d unreadable requests without an answer%n", statuses, unanswered);
        millis.sort(null);
        System.out.printf(
                Locale.ROOT,
                "median %d ms, p95 %d ms, slowest %d ms%n",
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 95 / 100),
                millis.get(millis.size() - 1));
        System.out.printf("%d faults%n", faults.size());
        faults.stream().limit(30).forEach(fault -> System.out.println("  " + fault));
        return faults.isEmpty();
    }

    // The doors ------------------------------------------------------------------------------------------------------

    private void findDoors() throws IOException {
        for (var mapping :
                house.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> addDoors(info, handler.getMethod()));
        }
        doors.removeIf(door -> !isOpen(door));
        for (var more : List.of("/css/portal.css", "/favicon.svg", "/robots.txt", "/khong-co-trang-nay")) {
            doors.add(new Door("GET", more, List.of()));
        }
        if (doors.size() < 10) {
            throw new IllegalStateException("Only " + doors + " are open: this looks at nothing");
        }
    }

    private void addDoors(RequestMappingInfo info, Method handler) {
        var names = new TreeSet<String>();
        for (var parameter : handler.getParameters()) {
            names.add(parameter.getName());
            if (parameter.getType().isRecord()) {
                Arrays.stream(parameter.getType().getRecordComponents()).forEach(part -> names.add(part.getName()));
            }
        }
        var methods = info.getMethodsCondition().getMethods().isEmpty()
                ? Set.of(RequestMethod.GET, RequestMethod.POST)
                : info.getMethodsCondition().getMethods();
        for (var path : info.getPatternValues()) {
            for (var method : methods) {
                doors.add(
                        new Door(method.name(), path, path.startsWith("/open311/") ? OF_OPEN311 : List.copyOf(names)));
            }
        }
    }

    /** What asks a stranger for a login, or does not exist for him, is tried elsewhere. */
    private boolean isOpen(Door door) {
        if (List.of("/rules", "/camunda", "/engine-rest", "/actuator", "/api/demo", "/demo").stream()
                .anyMatch(door.path::startsWith)) {
            return false;
        }
        var path =
                VARIABLE.matcher(door.path).replaceAll("x").replace("**", "x").replace("*", "x");
        try {
            var answer = send(
                    bytes(door.method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                            + "Connection: close\r\n\r\n"),
                    true);
            return answer != null && answer.status != 401 && answer.status != 302;
        } catch (IOException e) {
            return true;
        }
    }

    // Knocking -------------------------------------------------------------------------------------------------------

    private void freshToken() throws IOException {
        var page = send(bytes("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), true);
        if (page == null) {
            return;
        }
        var found = TOKEN.matcher(page.text);
        token = found.find() ? found.group(1) : "";
        cookie = Pattern.compile("(?i)set-cookie: (PORTAL-CSRF=[^;\r\n]+)")
                .matcher(page.text)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElse("");
    }

    private void knock() throws IOException {
        var door = doors.get(random.nextInt(doors.size()));
        var whole = random.nextInt(20) > 0;
        var request = whole ? request(door) : broken(door);
        // A head beyond what the server reads is refused while it is still being written, perhaps without a word.
        var readable = whole && new String(request, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") < LONGEST_HEAD;
        knocks.merge(door.method + " " + door.path, 1, Integer::sum);
        var began = System.nanoTime();
        var answer = send(request, readable);
        millis.add((System.nanoTime() - began) / 1_000_000);
        if (answer == null) {
            if (readable) {
                faults.add("NO ANSWER " + shown(request));
            } else {
                unanswered++;
            }
            return;
        }
        statuses.merge(answer.status, 1, Integer::sum);
        if (answer.status >= 500 && answer.status != 505) { // 505: the version of HTTP was what was broken

            faults.add(answer.status + " " + shown(request));
        }
        if (door.path.startsWith("/open311/v2/")
                && readable
                && ADDRESS.matcher(new String(request, StandardCharsets.ISO_8859_1)).lookingAt()
                && !isWellFormed(answer.text)) {
            faults.add("NOT WELL FORMED " + shown(request) + " -> " + shown(bytes(answer.text)));
        }
        if (answer.text.contains(SECRET) || answer.text.contains(TEXT) || answer.text.contains("at java.base/")) {
            faults.add("SHOWN " + shown(request));
        }
    }

    private static boolean isWellFormed(String answer) {
        var head = answer.indexOf("\r\n\r\n");
        var body = head < 0 ? "" : answer.substring(head + 4);
        if (body.isEmpty()) {
            return true;
        }
        var type = answer.substring(0, head).toLowerCase(Locale.ROOT);
        try {
            if (type.contains("content-type: text/xml")) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes(body)));
            } else if (type.contains("content-type: application/json")) {
                new ObjectMapper()
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readTree(body);
            } else {
                return false;
            }
            return true;
        } catch (IOException | SAXException | ParserConfigurationException e) {
            return false;
        }
    }

    private byte[] request(Door door) throws IOException {
        var query = random.nextInt(3) == 0 ? "?" + form(door) : "";
        var body = new byte[0];
        var head = new StringBuilder();
        var method = random.nextInt(15) == 0
                ? pick("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "PROPFIND")
                : door.method;
        head.append(method)
                .append(' ')
                .append(path(door.path))
                .append(query)
                .append(" HTTP/1.1\r\nHost: localhost\r\n");
        if (!method.equals("GET") || random.nextInt(30) == 0) {
            var type = random.nextInt(6);
            switch (type) {
                case 0 -> {
                    head.append("Content-Type: application/json\r\n");
                    body = bytes(json(door));
                }
                case 1 -> {
                    head.append("Content-Type: multipart/form-data; boundary=")
                            .append(pick("edge", "\"e d\"", "", "x".repeat(200)));
                    head.append("\r\n");
                    body = multipart(door);
                }
                case 2 -> {
                    head.append("Content-Type: ")
                            .append(pick("text/xml", "application/xml; charset=utf-16", "image/jpeg"));
                    head.append("\r\n");
                    body = bytes("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;" + value() + "</a>");
                }
                default -> {
                    head.append("Content-Type: application/x-www-form-urlencoded")
                            .append(pick("", ";charset=UTF-8", ";charset=khong"));
                    head.append("\r\n");
                    body = bytes(form(door) + "&_csrf=" + token);
                }
            }
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        if (random.nextInt(3) > 0) {
            head.append("Cookie: ").append(cookie).append("\r\n");
        }
        if (random.nextInt(4) == 0) {
            head.append(pick(
                            "Accept: application/xml",
                            "Accept: nonsense",
                            "Accept: */*;q=2",
                            "Accept-Language: xx-" + "y".repeat(500),
                            "Accept-Language: en, vi;q=0.1",
                            "X-Forwarded-For: 10.0.0." + random.nextInt(255),
                            "X-Forwarded-Host: evil.example",
                            "Idempotency-Key: " + "k".repeat(random.nextInt(400)),
                            "If-None-Match: \"x\"",
                            "If-Modified-Since: yesterday",
                            "Range: bytes=0-1,5-,-3",
                            "Origin: https://evil.example",
                            "Authorization: Basic !!!!",
                            "Authorization: Bearer " + "a".repeat(300),
                            "Content-Encoding: gzip",
                            "Expect: 100-continue"))
                    .append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        var all = new ByteArrayOutputStream();
        all.write(bytes(head.toString()));
        all.write(body);
        return all.toByteArray();
    }

    /** Not even HTTP, or not to its end. */
    private byte[] broken(Door door) throws IOException {
        var whole = request(door);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(whole, random.nextInt(whole.length));
            case 1 -> {
                for (var i = 0; i < 5; i++) {
                    whole[random.nextInt(whole.length)] = (byte) random.nextInt(256);
                }
                yield whole;
            }
            case 2 -> {
                var noise = new byte[200];
                random.nextBytes(noise);
                yield noise;
            }
            default ->
                bytes(door.method + " " + door.path + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                        + "Content-Length: 3\r\n\r\nffffffff\r\nabc");
        };
    }

    private String path(String pattern) {
        var parts = VARIABLE.matcher(pattern).replaceAll(found -> {
            if (found.group().startsWith("{format") && random.nextInt(10) > 0) {
                return pick("xml", "json");
            }
            var value = value();
            return java.util.regex.Matcher.quoteReplacement(
                    random.nextInt(4) == 0 ? value.replaceAll("[^!-~]|[?#]", "") : encoded(value));
        });
        return parts.replace("**", encoded(value())).replace("*", encoded(value()));
    }

    private String form(Door door) {
        var pairs = new ArrayList<String>();
        for (var name : door.names) {
            if (random.nextInt(4) > 0) {
                pairs.add(encoded(name) + "=" + (random.nextInt(40) == 0 ? "%zz%" : encoded(value(name))));
            }
        }
        if (random.nextInt(3) == 0) {
            pairs.add(encoded(pick(
                            "api_key",
                            "key",
                            "code",
                            "page",
                            "lang",
                            "q",
                            "extensions",
                            "lat",
                            "long",
                            "files",
                            "_method"))
                    + "=" + encoded(value()));
        }
        return String.join("&", pairs);
    }

    private String json(Door door) {
        return switch (random.nextInt(5)) {
            case 0 -> "[".repeat(3000);
            case 1 -> "{\"content\":" + value();
            case 2 -> "null";
            case 3 ->
                "{\"channel\":[1],\"content\":{\"a\":1e999},\"petitioner\":\"" + value().replace("\"", "") + "\"}";
            default ->
                "{\"channel\":\"portal\",\"content\":\"" + value().replaceAll("[\"\\\\]", "") + "\",\"place\":{\"lat\":"
                        + pick("91", "NaN", "1e400", "\"x\"", "20.8") + ",\"lon\":106.7},\"occurredAt\":\""
                        + pick("9999-99-99", "2024-02-30T00:00:00Z", "x")
                        + "\"}";
        };
    }

    private byte[] multipart(Door door) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var name : door.names) {
            body.write(bytes(
                    "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value(name) + "\r\n"));
        }
        body.write(bytes("--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n"));
        body.write(bytes("--edge\r\nContent-Disposition: form-data; name=\"" + pick("files", "media", "file")
                + "\"; filename=\"" + pick("../../x.jpg", "a.svg", "x\u0000.png", "n".repeat(400), "")
                + "\"\r\nContent-Type: image/jpeg\r\n\r\n"));
        var content = switch (random.nextInt(4)) {
            case 0 -> new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 1};
            case 1 -> bytes("<svg onload=alert(1)>");
            case 2 -> bytes("%PDF-1.7 /OpenAction");
            default ->
                new byte[] {
                    (byte) 0x89,
                    'P',
                    'N',
                    'G',
                    0x0D,
                    0x0A,
                    0x1A,
                    0x0A,
                    0,
                    0,
                    0,
                    13,
                    'I',
                    'H',
                    'D',
                    'R',
                    127,
                    -1,
                    -1,
                    -1,
                    127
                };
        };
        body.write(content);
        body.write(bytes(random.nextInt(4) == 0 ? "\r\n--ed" : "\r\n--edge--\r\n"));
        return body.toByteArray();
    }

    /** Often what gets past the first checks of Open311, so that the later ones are met, too. */
    private String value(String name) {
        if (random.nextInt(3) == 0) {
            return value();
        }
        return switch (name) {
            case "api_key" -> clientKey;
            case "service_code" -> pick("cau", "chieu_sang", "khong_ro");
            case "lat" -> "20.85";
            case "long" -> "106.68";
            case "jurisdiction_id", "email", "phone", "media_url", "address_id", "attribute[occurred_at]" -> "";
            case "service_request_id" -> cases.isEmpty() ? "" : cases.get(0);
            case "description" -> "Cầu hỏng lan can, rất nguy hiểm " + random.nextInt(1_000_000);
            default -> value();
        };
    }

    /** Hostile, empty, huge, nearly right. */
    private String value() {
        var known = cases.isEmpty() ? "HP1022-240918-000001-7" : cases.get(random.nextInt(cases.size()));
        return pick(
                "",
                " ",
                "0",
                "-1",
                "2147483648",
                "1e309",
                "NaN",
                "null",
                "true",
                known,
                known.toLowerCase(Locale.ROOT),
                known.substring(0, known.length() - 1) + (random.nextInt(10)),
                "0000",
                "' or '1'='1",
                "'; drop table petition; --",
                "${7*7}#{T(java.lang.Runtime)}",
                "<script>alert(1)</script>",
                "../../../../etc/passwd",
                "%2e%2e%2f%00",
                "\u0000",
                "\uD800",
                "\u202Etxt",
                "Đèn đường hỏng ".repeat(1 + random.nextInt(20)),
                "Ổ gà lớn trước số 12 Cát Dài, quận Lê Chân, rất nguy hiểm từ hôm qua.",
                "A".repeat(random.nextInt(30_000)),
                "🚧".repeat(random.nextInt(300)),
                "\r\nSet-Cookie: x=1",
                "0912345678",
                "a@b.vn",
                "9999-12-31T23:59:59+18:00",
                "-999999999-01-01",
                "a,b,c,".repeat(500),
                "=".repeat(50));
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(byte[] request) {
        var text = new String(request, StandardCharsets.UTF_8).replaceAll("[\r\n]+", " ¶ ");
        return text.length() > 400 ? text.substring(0, 400) + "…" : text;
    }

    private record Answer(int status, String text) {}

    /** @return null: none came */
    private Answer send(byte[] request, boolean patient) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(patient ? PATIENCE_MILLIS : 300);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // refused while it was still being written: the answer stands there already
            }
            var text = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(text);
            } catch (IOException e) {
                // what came is the answer
            }
            var read = text.toString(StandardCharsets.UTF_8).replaceFirst("^HTTP/1\\.1 100[^\r\n]*\r\n\r\n", "");
            return read.startsWith("HTTP/1.1 ") && read.length() > 12
                    ? new Answer(Integer.parseInt(read.substring(9, 12)), read)
                    : null;
        }
    }

    // What belongs to the cases --------------------------------------------------------------------------------------

    /** Everything the register keeps about them, table by table. */
    private Map<String, String> state() {
        var tables = jdbc.sql("""
                        select c.table_name, c.column_name from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.table_schema = 'register' and t.table_type = 'BASE TABLE'
                           and (c.column_name = 'petition_code' or c.table_name = 'petition' and c.column_name = 'code')
                         order by 1
                        """)
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2)))
                .list();
        var state = new LinkedHashMap<String, String>();
        for (var table : tables) {
            state.put(
                    table.getKey(),
                    jdbc.sql(
                                    "select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from register."
                                            + table.getKey() + " t where t." + table.getValue() + " in (:codes)")
                            .param("codes", cases)
                            .query(String.class)
                            .single());
        }
        state.put(
                "engine",
                jdbc.sql("select count(*) || '' from public.act_ru_execution where business_key_ in (:codes)")
                        .param("codes", cases)
                        .query(String.class)
                        .single());
        return state;
    }
}
