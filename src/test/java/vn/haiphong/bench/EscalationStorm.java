package vn.haiphong.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.support.CountingSmtp;
import vn.haiphong.hotline1022.support.Node;
import vn.haiphong.hotline1022.support.Seed;
import vn.haiphong.hotline1022.support.TestPostgres;

/**
 * Very many limits that pass at the same second, with one node and with two, among few and among many open cases; beside the
 * same number of timers of a bare stock engine that do nothing, in the same run. Nodes are processes of their own that are up
 * before the limits pass. The many others are copies of waiting cases: petition, limits, executions, tasks, timers.
 *
 * <p>Start: {@code mvn -Pbench test -Dbench.class=vn.haiphong.bench.EscalationStorm -Dbench.arguments="10000 0,100000"}.
 * Arguments: limits that pass, numbers of other open cases.
 */
public final class EscalationStorm {

    private static final Path HOME = Path.of("target", "escalation-storm");

    private final int due;
    private final int[] others;
    private final CountingSmtp mail = CountingSmtp.start(HOME, Duration.ZERO);

    private EscalationStorm(int due, int[] others) {
        this.due = due;
        this.others = others;
    }

    public static void main(String[] args) {
        var due = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        var others = args.length > 1
                ? Arrays.stream(args[1].split(",")).mapToInt(Integer::parseInt).toArray()
                : new int[] {0, 100_000};
        var failed = false;
        try {
            new EscalationStorm(due, others).run();
        } catch (Exception e) {
            e.printStackTrace();
            failed = true;
        }
        System.exit(failed ? 1 : 0);
    }

    private void run() {
        try (var house = new House();
                var bare = new Bare()) {
            for (var subject : List.of(bare, house)) {
                subject.open();
            }
            System.out.printf(
                    "%n%d limits at once%n%-14s %8s %6s %9s %9s %9s %9s %9s%n",
                    due, "", "others", "nodes", "done s", "per s", "CPU ms", "PG CPU ms", "sent s");
            for (var number : others) {
                for (var subject : List.of(bare, house)) {
                    subject.among(number);
                }
                for (var nodes : new int[] {1, 2}) {
                    var stock = bare.storm(nodes);
                    var own = house.storm(nodes);
                    System.out.printf(
                            Locale.ROOT,
                            "1022 : bare    %8d %6d %9.2f %19.2f %9.2f%n",
                            number,
                            nodes,
                            own.seconds() / stock.seconds(),
                            own.cpu() / stock.cpu(),
                            own.databaseCpu() / stock.databaseCpu());
                }
            }
        } finally {
            mail.close();
        }
    }

    private record Figures(double seconds, double cpu, double databaseCpu) {}

    private abstract class Subject implements AutoCloseable {

        private int present;

        abstract String name();

        abstract JdbcClient jdbc();

        abstract Node node(String name);

        abstract boolean isReady(Node node);

        abstract void open();

        abstract void copy(int from, int to);

        /** All limits pass some seconds from now. */
        abstract void release(int seconds);

        /** How many of them are not reported yet. */
        abstract long left();

        abstract boolean isOver();

        @Override
        public abstract void close();

        void among(int number) {
            if (number > present) {
                copy(present, number);
                present = number;
            }
            jdbc().sql("vacuum analyze").update();
        }

        Figures storm(int count) {
            var nodes = IntStream.rangeClosed(1, count)
                    .mapToObj(number -> node(name() + number))
                    .toList();
            try {
                nodes.forEach(Node::start);
                until(Duration.ofMinutes(5), () -> nodes.stream().allMatch(this::isReady));
                release(5);
                until(Duration.ofMinutes(1), () -> left() < due);
                var cpu = cpu(nodes);
                var databaseCpu = DatabaseCpu.millis(jdbc());
                var began = System.nanoTime();
                until(Duration.ofMinutes(20), () -> left() == 0);
                var figures = new Figures(
                        (System.nanoTime() - began) / 1e9,
                        (double) (cpu(nodes) - cpu) / due,
                        (double) (DatabaseCpu.millis(jdbc()) - databaseCpu) / due);
                until(Duration.ofMinutes(20), this::isOver);
                System.out.printf(
                        Locale.ROOT,
                        "%-14s %8d %6d %9.1f %9.0f %9.2f %9.2f %9.1f%n",
                        name(),
                        present,
                        count,
                        figures.seconds(),
                        due / figures.seconds(),
                        figures.cpu(),
                        figures.databaseCpu(),
                        (System.nanoTime() - began) / 1e9);
                return figures;
            } finally {
                nodes.forEach(Node::close);
            }
        }
    }

    private static long cpu(List<Node> nodes) {
        return nodes.stream()
                .mapToLong(node -> ProcessHandle.of(node.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow()
                        .toMillis())
                .sum();
    }

    // 1022 -----------------------------------------------------------------------------------------------------------

    private final class House extends Subject {

        private final Seed seed = new Seed();

        @Override
        String name() {
            return "1022";
        }

        @Override
        JdbcClient jdbc() {
            return seed.jdbc;
        }

        @Override
        Node node(String name) {
            return new Node(name, seed.database(), mail.port(), HOME);
        }

        @Override
        boolean isReady(Node node) {
            return node.isReady();
        }

        @Override
        void open() {
            seed.open(due);
            jdbc().sql(
                            "create table storm as select id from deadline where step = any ('{forward,accept}') and ended_at is null")
                    .update();
            // Receipts have gone out long before a limit passes.
            try (var node = node("first").start()) {
                until(Duration.ofMinutes(5), () -> node.isReady());
                until(Duration.ofMinutes(20), this::isOver);
            }
        }

        @Override
        void copy(int from, int to) {
            for (var copy : List.of("""
                    insert into petition select (jsonb_populate_record(petition, jsonb_build_object('code', petition.code || n,
                           'idempotency_key', null))).* from petition, generate_series(:from + 1, :to) n
                     where petition.code = (select petition_code from deadline where step = 'forward' and ended_at is null
                                             order by id limit 1)
                    """, """
                    insert into deadline (petition_code, step, agency_code, limit_text, urgency, started_at, warn_at, due_at,
                           original_due_at, ground)
                    select petition_code || n, step, agency_code, limit_text, urgency, started_at, now() + interval '30 days',
                           now() + interval '30 days', original_due_at, ground
                      from deadline, generate_series(:from + 1, :to) n
                     where id = (select min(id) from deadline where step = 'forward' and ended_at is null)
                    """)) {
                jdbc().sql(copy).param("from", from).param("to", to).update();
            }
            copyEngine(jdbc(), "act_ru_job", "forwardingDeadline", from, to);
        }

        @Override
        void release(int seconds) {
            jdbc().sql(
                            "update deadline set level = 0, warned = true, due_at = near, original_due_at = near, warn_at = near"
                                    + " from (select date_trunc('second', now() + :seconds * interval '1 second') as near) as at"
                                    + " where id in (select id from storm)")
                    .param("seconds", seconds)
                    .update();
            jdbc().sql("delete from notice where kind in ('breach', 'digest')").update();
            // Nobody has been late before: each report marks its task.
            jdbc().sql("delete from act_ru_incident").update();
            jdbc().sql("""
                            update act_ru_task task set due_date_ = deadline.due_at at time zone 'UTC'
                              from act_ru_execution instance, deadline
                             where instance.id_ = task.proc_inst_id_ and deadline.petition_code = instance.business_key_
                               and deadline.id in (select id from storm)
                            """).update();
            jdbc().sql("""
                            update act_ru_job set duedate_ = deadline.due_at at time zone 'UTC'
                              from act_ru_execution instance, deadline
                             where instance.id_ = process_instance_id_ and repeat_ like 'R/%'
                               and deadline.petition_code = instance.business_key_ and deadline.id in (select id from storm)
                            """).update();
        }

        @Override
        long left() {
            return jdbc().sql("select count(*) from deadline where id in (select id from storm) and level = 0")
                    .query(Long.class)
                    .single();
        }

        @Override
        boolean isOver() {
            return seed.workLeft() == 0;
        }

        @Override
        public void close() {
            seed.close();
        }
    }

    // The stock engine -----------------------------------------------------------------------------------------------

    private final class Bare extends Subject {

        private final String database = TestPostgres.emptyDatabase();
        private final org.springframework.context.ConfigurableApplicationContext context = SpringApplication.run(
                CaseBench.Bare.class,
                arguments(Map.of("camunda.bpm.job-execution.enabled", "false", "spring.datasource.url", database)));

        @Override
        String name() {
            return "bare";
        }

        @Override
        JdbcClient jdbc() {
            return context.getBean(JdbcClient.class);
        }

        @Override
        Node node(String name) {
            return new Node(BareNode.class, name, database, mail.port(), HOME);
        }

        @Override
        boolean isReady(Node node) {
            return node.hasSaid("Started ");
        }

        @Override
        void open() {
            context.getBean(RepositoryService.class)
                    .createDeployment()
                    .addClasspathResource("bench/bare.bpmn")
                    .deploy();
            var runtime = context.getBean(RuntimeService.class);
            var far = new Date(System.currentTimeMillis() + Duration.ofDays(3).toMillis());
            for (var number = 0; number < due; number++) {
                runtime.startProcessInstanceByKey(
                        "bare", "BARE-" + number, Map.of("dueAt", far, "leadAgency", "CSHP", "number", number));
            }
            jdbc().sql("create table storm as select * from act_ru_job where type_ = 'timer'")
                    .update();
        }

        @Override
        void copy(int from, int to) {
            copyEngine(jdbc(), "storm", "classifyClock", from, to); // of those that wait no more, too
        }

        /** A timer that has fired is put back: it does nothing else. */
        @Override
        void release(int seconds) {
            jdbc().sql("delete from act_ru_job where id_ in (select id_ from storm)")
                    .update();
            jdbc().sql("update storm set duedate_ = now() at time zone 'UTC' + :seconds * interval '1 second'")
                    .param("seconds", seconds)
                    .update();
            jdbc().sql("insert into act_ru_job select * from storm").update();
        }

        @Override
        long left() {
            return jdbc().sql("select count(*) from act_ru_job where id_ in (select id_ from storm)")
                    .query(Long.class)
                    .single();
        }

        @Override
        boolean isOver() {
            return left() == 0;
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** A node of the stock engine. */
    static final class BareNode {

        private BareNode() {}

        public static void main(String[] args) {
            SpringApplication.run(CaseBench.Bare.class, arguments(Map.of()));
        }
    }

    private static String[] arguments(Map<String, String> more) {
        var all = new HashMap<>(Map.of(
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                "postgres",
                "spring.mail.host",
                "127.0.0.1",
                "spring.flyway.enabled",
                "false",
                "spring.main.web-application-type",
                "none",
                "camunda.bpm.history-level",
                "full"));
        all.putAll(more);
        var arguments = new ArrayList<String>();
        all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    /** Copies of one waiting timer with its step: jobs, tasks and executions, due in thirty days. */
    private static void copyEngine(JdbcClient jdbc, String timers, String clock, int from, int to) {
        var job = jdbc.sql(
                        "select id_ from " + timers + " where handler_cfg_ like '%' || ? || '%' order by id_ limit 1")
                .param(clock)
                .query(String.class)
                .single();
        for (var copy : List.of("""
                insert into act_ru_execution select (jsonb_populate_record(e, jsonb_strip_nulls(jsonb_build_object(
                       'id_', e.id_ || '-' || n, 'proc_inst_id_', e.proc_inst_id_ || '-' || n,
                       'business_key_', e.business_key_ || n, 'parent_id_', e.parent_id_ || '-' || n)))).*
                  from act_ru_execution e, generate_series(:from + 1, :to) n
                 where e.proc_inst_id_ = (select process_instance_id_ from TIMERS where id_ = :job)
                """, """
                insert into act_ru_task select (jsonb_populate_record(t, jsonb_build_object('id_', t.id_ || '-' || n,
                       'execution_id_', t.execution_id_ || '-' || n, 'proc_inst_id_', t.proc_inst_id_ || '-' || n))).*
                  from act_ru_task t, generate_series(:from + 1, :to) n
                 where t.proc_inst_id_ = (select process_instance_id_ from TIMERS where id_ = :job)
                """, """
                insert into act_ru_job select (jsonb_populate_record(j, jsonb_build_object('id_', j.id_ || '-' || n,
                       'execution_id_', j.execution_id_ || '-' || n,
                       'process_instance_id_', j.process_instance_id_ || '-' || n,
                       'duedate_', now() at time zone 'UTC' + interval '30 days'))).*
                  from TIMERS j, generate_series(:from + 1, :to) n where j.id_ = :job
                """)) {
            jdbc.sql(copy.replace("TIMERS", timers))
                    .param("from", from)
                    .param("to", to)
                    .param("job", job)
                    .update();
        }
    }

    private static void until(Duration atMost, BooleanSupplier condition) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + atMost);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
