package vn.haiphong.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.Hotline1022;
import vn.haiphong.hotline1022.application.port.GoldenSets;
import vn.haiphong.hotline1022.support.TestPostgres;

/**
 * How long a citizen waits until a petition is taken, while others send, too: {@code mvn -Pbench test
 * -Dbench.class=vn.haiphong.bench.SendingBench -Dbench.arguments="2000 1,4,8"}. Arguments: petitions a round, senders at a time.
 * Beside each round stand as many bare inserts of the same texts into a table of the same database, each committed by itself, by
 * as many at a time, right before.
 */
public final class SendingBench {

    private final int petitions;
    private final String database = TestPostgres.emptyDatabase();
    private final ServletWebServerApplicationContext house;
    private final JdbcClient jdbc;
    private final List<String> texts;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger number = new AtomicInteger();

    private SendingBench(int petitions) {
        this.petitions = petitions;
        house = (ServletWebServerApplicationContext) new SpringApplication(Hotline1022.class)
                .run(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--spring.mail.host=localhost",
                        "--hotline.admin.password=quan tri he thong",
                        "--hotline.portal-url=https://1022.example",
                        "--hotline.sending.per-phone=1000000",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--server.port=0",
                        "--logging.level.root=ERROR");
        jdbc = house.getBean(JdbcClient.class);
        texts = house.getBean(GoldenSets.class).all().stream()
                .filter(set -> set.name().startsWith("petitions"))
                .flatMap(set -> set.rows().stream())
                .map(row -> row.get("text").replaceAll("[\"\\\\\\p{Cntrl}]", " "))
                .filter(text -> text.length() >= 20)
                .toList();
    }

    public static void main(String[] args) {
        var good = false;
        try {
            new SendingBench(args.length > 0 ? Integer.parseInt(args[0]) : 2000)
                    .run(args.length > 1 ? args[1] : "1,4,8");
            good = true;
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(good ? 0 : 1);
    }

    private void run(String rounds) throws InterruptedException, ExecutionException {
        jdbc.sql(
                        "create table bare (id bigint generated always as identity primary key, content text, sent_at timestamptz)")
                .update();
        measure("warming up", 4, this::send);
        System.out.printf(
                "%n%,d petitions a round%n%-10s %8s %8s %8s %8s %9s %9s%n",
                petitions, "", "senders", "p50 ms", "p95 ms", "p99 ms", "a second", "p95 ratio");
        for (var round : rounds.split(",")) {
            var senders = Integer.parseInt(round.strip());
            var bare = measure("bare", senders, this::insert);
            var own = measure("1022", senders, this::send);
            print("bare", senders, bare, 1);
            print("1022", senders, own, own.at(95) / bare.at(95));
        }
        var kept =
                jdbc.sql("select count(*) from petition").query(Integer.class).single();
        if (kept != number.get()) {
            throw new IllegalStateException(number.get() + " were taken, " + kept + " are kept");
        }
    }

    private static void print(String name, int senders, Times times, double ratio) {
        System.out.printf(
                Locale.ROOT,
                "%-10s %8d %8.2f %8.2f %8.2f %8.0f %9.1f%n",
                name,
                senders,
                times.at(50),
                times.at(95),
                times.at(99),
                times.perSecond,
                ratio);
    }

    private record Times(List<Double> millis, double perSecond) {

        double at(int percent) {
            return millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
        }
    }

    private interface Act {
        void on(String text) throws Exception;
    }

    private Times measure(String name, int senders, Act act) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(senders);
        try {
            var next = new AtomicInteger();
            List<Callable<List<Double>>> work = new ArrayList<>();
            for (var i = 0; i < senders; i++) {
                work.add(() -> {
                    var millis = new ArrayList<Double>();
                    for (var n = next.getAndIncrement(); n < petitions; n = next.getAndIncrement()) {
                        var began = System.nanoTime();
                        act.on(texts.get(n % texts.size()) + " (" + name + " " + n + ")");
                        millis.add((System.nanoTime() - began) / 1e6);
                    }
                    return millis;
                });
            }
            var began = System.nanoTime();
            var all = new ArrayList<Double>();
            for (var done : threads.invokeAll(work)) {
                all.addAll(done.get());
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            all.sort(null);
            return new Times(all, petitions / seconds);
        } finally {
            threads.shutdownNow();
        }
    }

    private void insert(String text) {
        jdbc.sql("insert into bare (content, sent_at) values (?, now())")
                .param(text)
                .update();
    }

    private void send(String text) throws Exception {
        var body = """
                {"channel":"portal","content":"%s","petitioner":{"phone":"09%08d","email":"an%d@example.vn"},"place":{"address":"12 Tô Hiệu"}}
                """.formatted(
                        text.substring(0, Math.min(1900, text.length())), number.get() % 100_000_000, number.get());
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + house.getWebServer().getPort() + "/api/petitions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        number.incrementAndGet();
    }
}
