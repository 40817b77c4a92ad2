package vn.haiphong.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import vn.haiphong.hotline1022.Hotline1022;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;
import vn.haiphong.hotline1022.support.TestPostgres;

/**
 * Whether an answer that opens nothing says by its status or by its time whether there is such a case: {@code mvn -Pbench test
 * -Dbench.class=vn.haiphong.bench.EqualAnswers -Dbench.arguments="400 1022"}. Arguments: rounds, seed. The kinds are asked in
 * turn, in an order that changes, so that whatever else the machine does meets all of them alike.
 *
 * <p>Exit code 1 if two kinds get different statuses, or if the median of one whose code a stranger cannot tell from the others is
 * more than a quarter away from theirs.
 */
public final class EqualAnswers {

    private static final int CASES = 20;
    private static final int WARMING_UP = 100;
    private static final double TELLING = 1.25;
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");

    private static final Map<String, String> DOORS = new LinkedHashMap<>();

    static {
        DOORS.put("/api/petitions/{code}?key={key}", "a key is asked");
        DOORS.put("/track/{code}?key={key}", "a key is asked");
        DOORS.put("/open311/v2/tokens/{code}.json", "");
        DOORS.put("/open311/v2/requests/{code}.json", "");
        DOORS.put("/open311/v2/servicerequestupdates.json?service_request_id={code}", "");
    }

    private final int rounds;
    private final Random random;
    private final String house;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> known = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private EqualAnswers(int rounds, long seed) {
        this.rounds = rounds;
        this.random = new Random(seed);
        var context = new SpringApplication(Hotline1022.class)
                .run(
                        "--spring.datasource.url=" + TestPostgres.emptyDatabase(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--spring.mail.host=localhost",
                        "--hotline.admin.password=quan tri he thong",
                        "--hotline.portal-url=https://1022.example",
                        "--hotline.wrong-keys.per-address=1000000",
                        "--hotline.wrong-keys.per-petition=1000000",
                        "--hotline.open311.per-address=1000000",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--server.port=0",
                        "--logging.level.root=ERROR");
        house = "http://localhost:"
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    public static void main(String[] args) {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 400;
        var seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        System.out.printf("%d rounds, seed %d%n", rounds, seed);
        var equal = false;
        try {
            equal = new EqualAnswers(rounds, seed).run();
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(equal ? 0 : 1);
    }

    private boolean run() throws Exception {
        for (var i = 0; i < CASES; i++) {
            known.add(sent(i));
        }
        var number = 900_000;
        while (unknown.size() < CASES) {
            var stem = known.get(0).replaceFirst("\\d{6}-\\d$", number++ + "-");
            IntStream.range(0, 10)
                    .mapToObj(digit -> stem + digit)
                    .filter(code -> PetitionCode.parse(code).isPresent())
                    .forEach(unknown::add);
        }
        var equal = true;
        for (var door : DOORS.entrySet()) {
            equal &= measured(door.getKey(), !door.getValue().isEmpty());
        }
        return equal;
    }

    private String sent(int number) throws Exception {
        var body = """
                {"channel":"portal","content":"Cống trước nhà số %d Cát Dài tắc đã ba ngày, nước thải tràn ra đường.",
                 "petitioner":{"name":"Bà Phạm Thị Bí Mật","phone":"09123450%02d"},"consentToPublish":false,
                 "place":{"address":"7 Cát Dài","lat":20.85,"lon":106.68}}
                """.formatted(number, number);
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(house + "/api/petitions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        var code = CODE.matcher(answer.body());
        if (!code.find()) {
            throw new IllegalStateException("Not taken: " + answer.body());
        }
        return code.group(1);
    }

    /** @param code of the case asked for @param key that does not open it */
    private record Kind(String name, List<String> codes, String key) {}

    private boolean measured(String door, boolean withKey) throws Exception {
        var kinds = new ArrayList<Kind>();
        kinds.add(new Kind("unknown code", unknown, "0000"));
        kinds.add(new Kind("known code", known, "0000"));
        if (withKey) {
            kinds.add(new Kind("unknown code, long key", unknown, "ABCDEFGHJK"));
            kinds.add(new Kind("known code, long key", known, "ABCDEFGHJK"));
        }
        kinds.add(new Kind("no code at all", List.of("khong-phai-ma"), "0000"));
        var micros = new LinkedHashMap<String, List<Long>>();
        Set<Integer> statuses = new HashSet<>();
        for (var round = -WARMING_UP; round < rounds; round++) {
            Collections.shuffle(kinds, random);
            for (var kind : kinds) {
                var address = house
                        + door.replace("{code}", encoded(kind.codes.get(random.nextInt(kind.codes.size()))))
                                .replace("{key}", kind.key);
                var began = System.nanoTime();
                var answer =
                        client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
                var took = (System.nanoTime() - began) / 1000;
                statuses.add(answer.statusCode());
                if (round >= 0) {
                    micros.computeIfAbsent(kind.name, none -> new ArrayList<>()).add(took);
                }
            }
        }
        System.out.printf("%n%s  statuses %s%n", door, statuses);
        var medians = new LinkedHashMap<String, Long>();
        micros.forEach((kind, all) -> {
            all.sort(null);
            medians.put(kind, all.get(all.size() / 2));
        });
        var reference = medians.get("unknown code");
        var equal = statuses.size() == 1;
        for (var kind : medians.keySet().stream().sorted().toList()) {
            var ratio = (double) medians.get(kind) / reference;
            System.out.printf(Locale.ROOT, "%8d µs  %.2f  %s%n", medians.get(kind), ratio, kind);
            // Whether it is a code at all everybody can work out alone: its last digit checks the others.
            equal &= kind.startsWith("no code") || ratio < TELLING && ratio > 1 / TELLING;
        }
        return equal;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
