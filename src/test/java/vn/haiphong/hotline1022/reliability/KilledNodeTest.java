package vn.haiphong.hotline1022.reliability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.application.escalate.ProveEscalations;
import vn.haiphong.hotline1022.application.port.EscalationProofs.Finding;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.support.CountingSmtp;
import vn.haiphong.hotline1022.support.Node;
import vn.haiphong.hotline1022.support.Seed;

/**
 * Two nodes in processes of their own, one of which is killed in the middle of its work, and a mail server that counts. The
 * long form, with thousands of cases and many kills, is the program {@code EscalationReliability}.
 */
@Tag("house")
@Tag("alone")
class KilledNodeTest {

    private static final Path HOME = Path.of("target", "killed-node");
    private static final Duration PATIENCE = Duration.ofMinutes(3); // for a machine that is busy with other things
    private static final Duration BETWEEN_LEVELS = Duration.ofSeconds(3);
    private static final int LATE = 120;
    private static final int ANSWERED = 60;

    static Seed seed;
    static CountingSmtp mail;

    @BeforeAll
    static void a_database_and_a_mail_server() {
        mail = CountingSmtp.start(HOME);
        seed = new Seed();
        seed.ladder(BETWEEN_LEVELS);
    }

    @AfterAll
    static void end() {
        seed.close();
        mail.close();
    }

    @Test
    void of_passed_limits_everybody_is_told_once_at_every_level_though_a_node_is_killed() {
        var since = Instant.now();
        var late = seed.open(LATE);
        var version = seed.bean(RuleTables.class)
                .inForce("handling-deadline")
                .orElseThrow()
                .version();
        long change;
        try (var first = node("first");
                var second = node("second")) {
            await().atMost(PATIENCE).until(() -> first.isReady() && second.isReady());
            var owner = seed.ownerOf(first).orElseThrow();
            await("receipts are sent").atMost(PATIENCE).until(() -> seed.workLeft() == 0);
            seed.pass(late, Instant.now().plusSeconds(5), Duration.ofSeconds(1)); // work enough to be killed in
            change = seed.approvedChange("handling-deadline", Instant.now().plusSeconds(4));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> lettersOf("breach", "sent") > 0 && seed.lockedBy(owner) > 16);
            first.kill();

            assertThat(seed.lockedBy(owner))
                    .as("it was in the middle of something")
                    .isPositive();
            await("the other node goes on with it, long before the locks run out")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> seed.lockedBy(owner) == 0);
            await().atMost(PATIENCE).until(() -> seed.levelsLeft(late) == 0 && seed.workLeft() == 0);
        }

        assertThat(seed.bean(RuleTables.class)
                        .inForce("handling-deadline")
                        .orElseThrow()
                        .version())
                .as("a change of a table that was approved took effect, once")
                .isEqualTo(version + 1);
        assertThat(seed.bean(RuleChanges.class).events(change))
                .filteredOn(event -> event.kind().equals("in_force"))
                .hasSize(1);
        var proof = seed.bean(ProveEscalations.class).since(since, Duration.ofSeconds(1));
        assertThat(proof.deviations())
                .filteredOn(deviation -> deviation.finding() != Finding.uncertain)
                .isEmpty();
        assertThat(proof.count(Finding.told) + proof.count(Finding.uncertain))
                .as("six people about 1022's own limit, seven about each of an agency's two")
                .isEqualTo(LATE / 2 * 6 + LATE / 2 * 2 * 7);
        everyLetterArrivedAsItWasNoted();
    }

    @Test
    void replies_go_out_once_though_a_node_is_killed_and_no_work_of_a_clerk_is_lost() {
        List<String> codes;
        try (var first = node("third");
                var second = node("fourth")) {
            await().atMost(PATIENCE).until(() -> first.isReady() && second.isReady());
            var work = CompletableFuture.supplyAsync(() ->
                    seed.each(IntStream.rangeClosed(1, ANSWERED).boxed().toList(), number -> {
                        var code = seed.receive(10_000 + number);
                        seed.answer(code, "CSHP");
                        return code;
                    }));
            await().atMost(PATIENCE).until(() -> work.isDone() || lettersOf("reply", "sent") > ANSWERED / 6);
            first.kill();
            codes = work.join();
            await().atMost(PATIENCE).until(() -> seed.workLeft() == 0);
        }

        assertThat(stepsOf(codes))
                .as("all is done but to call those whose letter may not have arrived")
                .isEqualTo(codesOf(codes, "uncertain"));
        assertThat(codesOf(codes, "sent").size() + codesOf(codes, "uncertain").size())
                .as("an answer each")
                .isEqualTo(ANSWERED);
        everyLetterArrivedAsItWasNoted();
    }

    @Test
    void a_node_in_another_time_zone_reads_and_writes_the_same_instants() {
        try (var tokyo = new Node("tokyo", seed.database(), mail.port(), HOME)
                        .inZone("Asia/Tokyo")
                        .start();
                var here = node("fifth")) {
            await().atMost(PATIENCE).until(() -> tokyo.isReady() && here.isReady());
            var received = tokyo.http().post("/api/petitions", """
                            {"channel":"portal","area":"11383","content":"Đèn đường trước số nhà 7 đường Tô Hiệu tắt ba tối liền."}
                            """, "Content-Type", "application/json");
            assertThat(received.statusCode()).as(received.body()).isEqualTo(201);
            var code = received.body().replaceFirst("(?s).*\"code\":\"([^\"]+)\".*", "$1");
            await("the clock of its first limit").atMost(PATIENCE).until(() -> clockOf(code) != null);

            assertThat(clockOf(code))
                    .as("sleeps until the limit's first mark, for whoever reads it")
                    .isEqualTo(seed.jdbc
                            .sql("select warn_at from deadline where petition_code = ? and step = 'forward'")
                            .param(code)
                            .query(Timestamp.class)
                            .single()
                            .toInstant());
            assertThat(seed.jdbc
                            .sql("select abs(extract(epoch from now() - start_time_ at time zone 'UTC')) < 600"
                                    + " from act_hi_procinst where business_key_ = ?"
                                    + " and proc_def_key_ = 'petition-handling'")
                            .param(code)
                            .query(Boolean.class)
                            .single())
                    .as("began now")
                    .isTrue();

            var both = List.of(code, seed.receive(20_000));
            var due = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
            seed.pass(both, due, Duration.ZERO);
            await().atMost(PATIENCE).until(() -> toldAt(both).size() == both.size());
            assertThat(toldAt(both)).allSatisfy(told -> assertThat(told).isBetween(due, due.plus(PATIENCE)));
        }
    }

    private static Instant clockOf(String code) {
        return seed.jdbc
                .sql("""
                        select min(duedate_) at time zone 'UTC' from act_ru_job
                          join act_ru_execution instance on instance.id_ = process_instance_id_
                         where instance.business_key_ = ? and repeat_ like 'R/%'
                        """)
                .param(code)
                .query((row, i) ->
                        row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant())
                .list()
                .get(0);
    }

    /** When each of these cases was first reported late. */
    private static List<Instant> toldAt(List<String> codes) {
        return seed.jdbc
                .sql("select min(created_at) from notice where kind = 'breach' and petition_code = any (?)"
                        + " group by petition_code")
                .param(codes.toArray(String[]::new))
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .list();
    }

    private static Node node(String name) {
        return new Node(name, seed.database(), mail.port(), HOME).start();
    }

    /** What is noted as sent came in once, what nobody knows of at most once, and nothing else came in. */
    private static void everyLetterArrivedAsItWasNoted() {
        Map<String, Long> arrived = mail.letters().stream()
                .collect(groupingBy(letter -> letter.recipient() + " " + letter.messageId(), counting()));
        assertThat(arrived.values()).containsOnly(1L);
        assertThat(arrived.keySet()).containsAll(noted("sent"));
        var known = noted("sent");
        known.addAll(noted("uncertain"));
        assertThat(known).containsAll(arrived.keySet());
        assertThat(noted("pending")).isEmpty();
        assertThat(noted("sending")).isEmpty();
        assertThat(noted("rejected")).isEmpty();
    }

    private static List<String> noted(String state) {
        return new ArrayList<>(seed.lettersIn(state));
    }

    private static long lettersOf(String kind, String state) {
        return seed.jdbc
                .sql("select count(*) from notice where kind = ? and state = ?")
                .params(kind, state)
                .query(Long.class)
                .single();
    }

    private static List<String> stepsOf(List<String> codes) {
        return seed.jdbc
                .sql("""
                        select instance.business_key_ from act_ru_task task
                          join act_ru_execution instance on instance.id_ = task.proc_inst_id_
                         where instance.business_key_ = any (?) order by 1
                        """)
                .param(codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static List<String> codesOf(List<String> codes, String state) {
        return seed.jdbc
                .sql("select petition_code from notice where kind = 'reply' and state = ?"
                        + " and petition_code = any (?) order by 1")
                .params(state, codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
