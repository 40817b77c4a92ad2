package vn.haiphong.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import vn.haiphong.hotline1022.application.escalate.ProveEscalations;
import vn.haiphong.hotline1022.application.escalate.ProveEscalations.Proof;
import vn.haiphong.hotline1022.application.port.EscalationProofs.Finding;
import vn.haiphong.hotline1022.support.CountingSmtp;
import vn.haiphong.hotline1022.support.Node;
import vn.haiphong.hotline1022.support.Seed;

/**
 * Whether everybody is told of every passed limit, once at every level, while nodes are killed and the mail server is away.
 *
 * <p>One PostgreSQL, one mail server that counts, nodes in production mode: each a process of its own. Cases are received and
 * half of them assigned through the use cases of a house in this process; then their due dates, and the timers set to them, are
 * rewritten to the next minutes, and the administrators' ladder to seconds between its levels. From there on everything is the
 * nodes' own doing: half of the cases with two nodes, half with one. At random moments a node is killed (SIGKILL) and started
 * again; once in each half the mail server is killed and stays away for a while. At the end the letters are held against what
 * limits, ladder and contacts ask for, over all cases, and against what arrived.
 *
 * <p>Start: {@code mvn -Pbench test -Dbench.class=vn.haiphong.bench.EscalationReliability -Dbench.arguments="2000 6 1022"}.
 * Arguments: cases, kills in each half, seed of the random moments. Exit code 1 if anybody was missed or told twice.
 */
public final class EscalationReliability {

    private static final Path HOME = Path.of("target", "escalation-reliability");
    private static final Duration BETWEEN_LEVELS = Duration.ofSeconds(20);
    private static final Duration MAIL_AWAY = Duration.ofSeconds(20);
    private static final int CASES_PASSING_A_SECOND = 50;

    private final int cases;
    private final int kills;
    private final Random random;
    private final CountingSmtp mail = CountingSmtp.start(HOME);
    private final Seed seed = new Seed();
    private final List<Kill> killed = new ArrayList<>();

    private EscalationReliability(int cases, int kills, Random random) {
        this.cases = cases;
        this.kills = kills;
        this.random = random;
    }

    public static void main(String[] args) {
        var cases = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        var kills = args.length > 1 ? Integer.parseInt(args[1]) : 6;
        var seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        System.out.printf("%d cases, %d kills with two nodes, %d with one, seed %d%n", cases, kills, kills, seed);
        var failed = true;
        try {
            failed = !new EscalationReliability(cases, kills, new Random(seed)).run();
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(failed ? 1 : 0); // pools and the database's threads would keep the program alive
    }

    private boolean run() throws InterruptedException {
        try {
            seed.ladder(BETWEEN_LEVELS);
            var began = Instant.now();
            var codes = seed.open(cases);
            say("%d cases are open", codes.size());
            half("two nodes", codes.subList(0, cases / 2), List.of(node("A"), node("B")));
            half("one node", codes.subList(cases / 2, cases), List.of(node("C")));
            return report(seed.bean(ProveEscalations.class).since(began, Duration.ofSeconds(5)));
        } finally {
            mail.close();
            seed.close();
        }
    }

    private Node node(String name) {
        return new Node(name, seed.database(), mail.port(), HOME);
    }

    // The run --------------------------------------------------------------------------------------------------------

    private void half(String name, List<String> codes, List<Node> nodes) throws InterruptedException {
        var spread = Duration.ofSeconds(Math.max(10, codes.size() / CASES_PASSING_A_SECOND));
        seed.pass(codes, Instant.now().plusSeconds(20), spread);
        say(
                "%s: %d cases pass their limits within %d s, then four more levels",
                name, codes.size(), spread.toSeconds());
        try {
            nodes.forEach(Node::start);
            until(
                    "the nodes are up",
                    Duration.ofMinutes(5),
                    () -> nodes.stream().allMatch(Node::isReady));
            say("%s: up", name);
            var mailGoes = random.nextInt(kills);
            var restarts = new ArrayList<CompletableFuture<?>>();
            for (var i = 0; i < kills; i++) {
                Thread.sleep(4_000 + random.nextInt(10_000));
                if (i == mailGoes) {
                    mail.kill();
                    say("the mail server is away for %d s", MAIL_AWAY.toSeconds());
                    restarts.add(later(MAIL_AWAY, mail::start));
                }
                until("a node is up", Duration.ofMinutes(5), () -> !up(nodes).isEmpty());
                var up = up(nodes);
                restarts.add(kill(up.get(random.nextInt(up.size())), up.size() > 1));
            }
            restarts.forEach(CompletableFuture::join);
            until(
                    "all levels are told and no work is left",
                    Duration.ofMinutes(10).plusMillis(500L * codes.size()),
                    () -> seed.levelsLeft(codes) == 0 && seed.workLeft() == 0);
            say("%s: all levels are told", name);
        } finally {
            nodes.forEach(Node::close);
        }
    }

    private static List<Node> up(List<Node> nodes) {
        return nodes.stream().filter(node -> node.isAlive() && node.isReady()).toList();
    }

    /** Kills a node, and starts it again a little later. @return when it is up again, or another one has gone on */
    private CompletableFuture<?> kill(Node node, boolean anotherIsUp) {
        var owner = seed.ownerOf(node);
        node.kill();
        var at = System.nanoTime();
        var locked = owner.map(seed::lockedBy).orElse(0L);
        say("%s is killed with %d jobs locked", node.name(), locked);
        var pause = Duration.ofMillis(random.nextInt(4_000));
        var up = later(pause, node::start);
        var goneOn = CompletableFuture.runAsync(() -> {
            var dead = owner.orElseThrow();
            until("somebody goes on with its work", Duration.ofMinutes(5), () -> !seed.isKnown(dead));
            synchronized (killed) {
                killed.add(new Kill(node.name(), locked, anotherIsUp, (System.nanoTime() - at) / 1e9));
            }
        });
        return CompletableFuture.allOf(up, goneOn);
    }

    private record Kill(String node, long jobs, boolean anotherWasUp, double seconds) {}

    private static CompletableFuture<?> later(Duration pause, Runnable what) {
        return CompletableFuture.runAsync(
                what, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    // The report -----------------------------------------------------------------------------------------------------

    private boolean report(Proof proof) {
        System.out.printf(
                "%nWhat limits, ladder and contacts ask for, against the letters (one person, one level each)%n");
        for (var finding : Finding.values()) {
            System.out.printf("%-10s %7d%n", finding, proof.count(finding));
        }
        proof.deviations()
                .forEach(it -> System.out.printf(
                        "  %s %s %s L%d %s %s%n",
                        it.finding(), it.code(), it.step(), it.level(), it.agency(), it.recipient()));

        var arrived = mail.letters().stream()
                .collect(groupingBy(letter -> letter.recipient() + " " + letter.messageId(), counting()));
        var twice = arrived.entrySet().stream()
                .filter(letter -> letter.getValue() > 1)
                .toList();
        var sent = noted("sent");
        var uncertain = noted("uncertain");
        var lost = sent.stream().filter(letter -> !arrived.containsKey(letter)).toList();
        var known = new HashSet<>(sent);
        known.addAll(uncertain);
        known.addAll(noted("pending"));
        var unknown = arrived.keySet().stream()
                .filter(letter -> !known.contains(letter))
                .toList();
        System.out.printf("%nThe mail server's count, receipts of citizens included%n");
        System.out.printf("arrived    %7d%n", mail.letters().size());
        named("twice", twice.stream().map(Object::toString));
        named("noted as sent, never arrived", lost.stream());
        named("arrived, not noted", unknown.stream());
        System.out.printf(
                "uncertain  %7d (a node or the mail server died in the middle; not sent again), %d of them arrived%n",
                uncertain.size(),
                uncertain.stream().filter(arrived::containsKey).count());

        System.out.printf("%nFrom a kill until its jobs were free and somebody looked for them%n");
        killed.forEach(kill -> System.out.printf(
                Locale.ROOT,
                "%s with %d jobs, %s: %.1f s%n",
                kill.node(),
                kill.jobs(),
                kill.anotherWasUp() ? "another node up" : "alone, until it was up again",
                kill.seconds()));
        System.out.printf(
                Locale.ROOT,
                "longest with another node up: %.1f s%n",
                killed.stream()
                        .filter(Kill::anotherWasUp)
                        .mapToDouble(Kill::seconds)
                        .max()
                        .orElse(0));

        var missed = proof.count(Finding.missed) + lost.size();
        var doubled = proof.count(Finding.doubled) + twice.size();
        System.out.printf("%nMISSED %d, DOUBLED %d, told %d%n", missed, doubled, proof.count(Finding.told));
        return missed == 0 && doubled == 0 && proof.holds() && proof.count(Finding.told) > 0;
    }

    private static void named(String what, Stream<String> letters) {
        var all = letters.toList();
        System.out.printf("%-10s %7d%n", what, all.size());
        all.forEach(letter -> System.out.println("  " + letter));
    }

    private List<String> noted(String state) {
        return new ArrayList<>(seed.lettersIn(state));
    }

    private final Instant began = Instant.now();

    private void say(String what, Object... values) {
        System.out.printf(
                Locale.ROOT,
                "%6.1f s  %s%n",
                Duration.between(began, Instant.now()).toMillis() / 1e3,
                String.format(Locale.ROOT, what, values));
    }

    private static void until(String what, Duration atMost, BooleanSupplier condition) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + atMost + ": " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
