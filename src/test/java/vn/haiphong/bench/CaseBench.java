package vn.haiphong.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.Hotline1022;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.ReplySender;
import vn.haiphong.hotline1022.application.receive.ReceivePetition;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.application.resolve.AddEvidence;
import vn.haiphong.hotline1022.support.Photos;
import vn.haiphong.hotline1022.support.TestPostgres;

/**
 * What a case costs, and how fast a clerk's queue opens, beside a bare stock engine (Spring Boot defaults: full history,
 * authorizations, eight variables, no forms, no register, no tables) with the same wait states in the same run. The mail
 * server is left out on both sides. It lives outside the house's packages, or every test of the house would find its parts. Start: {@code mvn -Pbench test}. Arguments: cases per round, sizes of the queue.
 */
public final class CaseBench {

    private static final int WARM_UP = 400;

    private final int cases;
    private final int[] sizes;

    private CaseBench(int cases, int[] sizes) {
        this.cases = cases;
        this.sizes = sizes;
    }

    public static void main(String[] args) {
        var cases = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        var sizes = args.length > 1
                ? Arrays.stream(args[1].split(",")).mapToInt(Integer::parseInt).toArray()
                : new int[] {1_000, 10_000};
        // Pools of a half-started house would keep the program alive: it says what happened and ends.
        try {
            new CaseBench(cases, sizes).run();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    // --- the two houses

    /** Our house with the mail server left out. */
    @Configuration(proxyBeanMethods = false)
    static class Counted {

        @Bean
        static BeanPostProcessor counting() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? StatementCounter.counting(source) : bean;
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithoutMail {

        @Bean
        @Primary
        ReplySender nowhere() {
            return (notice, enclosure, beforeHandingOver) -> beforeHandingOver.run();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
                "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
            })
    static class Bare {}

    private abstract static class Subject {
        final ConfigurableApplicationContext context;
        final TaskService tasks;
        final RuntimeService runtime;
        final IdentityService identity;
        final ManagementService management;
        final FilterService filters;
        final JdbcClient jdbc;
        final Map<String, List<String>> groups = new HashMap<>();
        final Map<String, List<String>> tenants = new HashMap<>();

        Subject(ConfigurableApplicationContext context) {
            this.context = context;
            this.tasks = context.getBean(TaskService.class);
            this.runtime = context.getBean(RuntimeService.class);
            this.identity = context.getBean(IdentityService.class);
            this.management = context.getBean(ManagementService.class);
            this.filters = context.getBean(FilterService.class);
            this.jdbc = context.getBean(JdbcClient.class);
        }

        abstract String name();

        abstract String start(int number);

        abstract void classify(String code, String clerk);

        abstract void handle(String code, String clerk);

        abstract void rate(String code);

        void whole(int number, String clerk) {
            var code = start(number);
            classify(code, clerk);
            handle(code, clerk);
            rate(code);
        }

        /** As after a login: groups and tenants are known. */
        <T> T as(String user, Callable<T> what) {
            identity.setAuthentication(user, groups.get(user), tenants.getOrDefault(user, List.of()));
            try {
                return what.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                identity.clearAuthentication();
            }
        }

        void complete(String user, String code, String definition, Map<String, Object> variables) {
            as(user, () -> {
                var task = tasks.createTaskQuery()
                        .processInstanceBusinessKey(code)
                        .taskDefinitionKey(definition)
                        .singleResult();
                tasks.claim(task.getId(), user);
                tasks.complete(task.getId(), variables);
                return null;
            });
        }

        void settle() throws InterruptedException {
            while (management.createJobQuery().executable().count() > 0) {
                Thread.sleep(20);
            }
        }
    }

    private static final class House extends Subject {

        private final ReceivePetition receive;
        private final RatePetition rate;
        private final AddEvidence evidence;
        private final Map<String, String> keys = new java.util.concurrent.ConcurrentHashMap<>();

        House(ConfigurableApplicationContext context) {
            super(context);
            receive = context.getBean(ReceivePetition.class);
            rate = context.getBean(RatePetition.class);
            evidence = context.getBean(AddEvidence.class);
            groups.put("operator", List.of("operators"));
            groups.put("coordinator", List.of("coordinators"));
            groups.put("cshpofficer", List.of("agencies", "CSHP"));
            groups.put("cshpleader", List.of("agencies", "CSHP", "CSHP-leaders"));
            tenants.put("cshpofficer", List.of("CSHP"));
            tenants.put("cshpleader", List.of("CSHP"));
        }

        @Override
        String name() {
            return "1022";
        }

        @Override
        String start(int number) {
            var receipt = receive.from(new NewPetition(
                    "portal",
                    "Đèn đường trước số nhà " + number + " đường Tô Hiệu tắt ba tối liền, ngõ " + number % 97
                            + " tối om, đề nghị sửa sớm.",
                    new Petitioner("Nguyễn Văn " + number, null, "dan" + number + "@example.vn"),
                    null,
                    "305",
                    null,
                    null,
                    null,
                    false,
                    List.of(),
                    null));
            keys.put(receipt.code().value(), receipt.trackingKey());
            return receipt.code().value();
        }

        private void showEvidence(String user, String code) {
            as(user, () -> evidence.to(code, List.of(Photos.checked("anh.jpg")), "after"));
        }

        @Override
        void classify(String code, String clerk) {
            complete("operator", code, "userTask_classifyPetition", Map.of("decision", "accept", "leadAgency", "CSHP"));
        }

        @Override
        void handle(String code, String clerk) {
            complete("cshpofficer", code, "userTask_acceptAssignment", Map.of("outcome", "accept"));
            showEvidence("cshpofficer", code);
            complete(
                    "cshpofficer",
                    code,
                    "userTask_resolvePetition",
                    Map.of("outcome", "done", "replyText", "Đã thay bóng đèn."));
            complete("cshpleader", code, "userTask_approveReply", Map.of("approved", true));
            complete("operator", code, "userTask_checkReply", Map.of("approved", true));
        }

        @Override
        void rate(String code) {
            rate.with(code, keys.remove(code), 4, null, false);
        }
    }

    private static final class Stock extends Subject {

        Stock(ConfigurableApplicationContext context) {
            super(context);
            for (var group : List.of("operators", "coordinators", "CSHP", "CSHP-leaders")) {
                identity.saveGroup(identity.newGroup(group));
            }
            groups.put("operator", List.of("operators"));
            groups.put("coordinator", List.of("coordinators"));
            groups.put("cshpofficer", List.of("CSHP"));
            groups.put("cshpleader", List.of("CSHP", "CSHP-leaders"));
            context.getBean(org.camunda.bpm.engine.RepositoryService.class)
                    .createDeployment()
                    .addClasspathResource("bench/bare.bpmn")
                    .deploy();
        }

        @Override
        String name() {
            return "bare";
        }

        @Override
        String start(int number) {
            var code = "BARE-" + number;
            runtime.startProcessInstanceByKey(
                    "bare",
                    code,
                    Variables.createVariables()
                            .putValue("petitionCode", code)
                            .putValue("channel", "portal")
                            .putValue("content", "Đèn đường trước số nhà " + number + " đường Tô Hiệu tắt ba tối liền.")
                            .putValue("place", "Quận Lê Chân")
                            .putValue("areaCode", "305")
                            .putValue("field", "chieu_sang")
                            .putValue("leadAgency", "CSHP")
                            .putValue(
                                    "dueAt",
                                    new Date(System.currentTimeMillis()
                                            + Duration.ofDays(3).toMillis())));
            letter(code);
            return code;
        }

        private void letter(String code) {
            runtime.startProcessInstanceByKey("bareLetter", code, Map.of("petitionCode", code, "letter", "receipt"));
        }

        @Override
        void classify(String code, String clerk) {
            complete("operator", code, "classify", Map.of("decision", "accept"));
        }

        @Override
        void handle(String code, String clerk) {
            complete("cshpofficer", code, "accept", Map.of("outcome", "accept"));
            complete("cshpofficer", code, "resolve", Map.of("outcome", "done", "replyText", "Đã thay bóng đèn."));
            complete("cshpleader", code, "approve", Map.of("approved", true));
            complete("operator", code, "check", Map.of("approved", true));
            letter(code);
        }

        @Override
        void rate(String code) {
            runtime.createMessageCorrelation("bareRated")
                    .processInstanceBusinessKey(code)
                    .correlate();
        }
    }

    // --- the run

    private void run() throws Exception {
        var started = System.nanoTime();
        var house = new House(start(
                List.of(Hotline1022.class, Counted.class, WithoutMail.class),
                Map.of(
                        "hotline.demo.own-database",
                        "true",
                        "hotline.demo.start",
                        "2024-09-18T08:00:00+07:00",
                        "spring.profiles.active",
                        "demo",
                        "spring.mail.host",
                        "127.0.0.1",
                        "server.port",
                        "0")));
        System.out.printf("first start of 1022: %.1f s%n", (System.nanoTime() - started) / 1e9);
        var stock = new Stock(start(
                List.of(Bare.class, Counted.class),
                Map.ofEntries(
                        Map.entry("spring.mail.host", "127.0.0.1"),
                        Map.entry("spring.flyway.enabled", "false"),
                        Map.entry("spring.main.web-application-type", "none"),
                        Map.entry("camunda.bpm.authorization.enabled", "true"),
                        Map.entry("camunda.bpm.history-level", "full"),
                        Map.entry(
                                "camunda.bpm.generic-properties.properties.groupResourceWhitelistPattern",
                                "[a-zA-Z0-9-]+"),
                        Map.entry("camunda.bpm.filter.create", "All"))));
        var subjects = List.of(stock, house);
        for (var subject : subjects) {
            round(subject, WARM_UP, 4);
        }
        System.out.printf("%nA case from receipt to rating, %d cases a round%n", cases);
        System.out.printf(
                "%-6s %7s %9s %9s %12s %11s %9s%n",
                "", "clerks", "cases/s", "CPU ms", "PG CPU ms", "statements", "WAL KiB");
        var costs = new HashMap<String, Figures>();
        for (var clerks : new int[] {1, 2, 4, 8}) {
            for (var subject : subjects) {
                var figures = round(subject, cases, clerks);
                System.out.printf(
                        Locale.ROOT,
                        "%-6s %7d %9.1f %9.2f %12.2f %11.0f %9.1f%n",
                        subject.name(),
                        clerks,
                        figures.perSecond(),
                        figures.cpu(),
                        figures.databaseCpu(),
                        figures.statements(),
                        figures.wal());
                costs.put(subject.name(), figures);
            }
            var own = costs.get("1022");
            var bare = costs.get("bare");
            System.out.printf(
                    Locale.ROOT,
                    "1022 : bare %5.2f x CPU, %.2f x PG CPU, %.2f x statements, %.2f x WAL%n",
                    own.cpu() / bare.cpu(),
                    own.databaseCpu() / bare.databaseCpu(),
                    own.statements() / bare.statements(),
                    own.wal() / bare.wal());
        }

        System.out.printf("%nA clerk's queue: the first page of 15, and the count%n");
        var opened = new AtomicInteger(1_000_000);
        for (var size : sizes) {
            for (var subject : subjects) {
                open(subject, size, opened);
                queue(subject, size);
            }
        }
        System.out.printf(
                "heap: %d MiB used of %d MiB%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        subjects.forEach(subject -> subject.context.close());
    }

    private static ConfigurableApplicationContext start(List<Class<?>> classes, Map<String, Object> settings) {
        var address = TestPostgres.emptyDatabase();
        var application = new SpringApplication(classes.toArray(Class<?>[]::new));
        var all = new HashMap<>(settings);
        all.put("spring.datasource.url", address);
        all.put("spring.datasource.username", "postgres");
        all.put("spring.datasource.password", "postgres");
        all.put("logging.level.root", "WARN");
        return application.run(all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    private record Figures(double perSecond, double cpu, double databaseCpu, double statements, double wal) {}

    private final AtomicInteger numbers = new AtomicInteger();

    private Figures round(Subject subject, int count, int clerks) throws Exception {
        var wal = wal(subject);
        var statements = StatementCounter.STATEMENTS.sum();
        var cpu = cpu();
        var databaseCpu = DatabaseCpu.millis(subject.jdbc);
        var began = System.nanoTime();
        var pool = Executors.newFixedThreadPool(clerks);
        var work = new ArrayList<Callable<Void>>();
        for (var i = 0; i < count; i++) {
            var number = numbers.incrementAndGet();
            work.add(() -> {
                subject.whole(number, "clerk");
                return null;
            });
        }
        for (var done : pool.invokeAll(work)) {
            done.get();
        }
        pool.shutdown();
        subject.settle();
        var seconds = (System.nanoTime() - began) / 1e9;
        return new Figures(
                count / seconds,
                (cpu() - cpu) / 1e6 / count,
                (double) (DatabaseCpu.millis(subject.jdbc) - databaseCpu) / count,
                (double) (StatementCounter.STATEMENTS.sum() - statements) / count,
                (double) (wal(subject) - wal) / 1024 / count);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long wal(Subject subject) {
        return subject.jdbc
                .sql("select (pg_current_wal_insert_lsn() - '0/0')::bigint")
                .query(Long.class)
                .single();
    }

    private static void open(Subject subject, int size, AtomicInteger numbers) throws Exception {
        var present = (int) subject.tasks.createTaskQuery().count();
        var pool = Executors.newFixedThreadPool(4);
        var work = new ArrayList<Callable<Void>>();
        for (var i = present; i < size; i++) {
            var number = numbers.incrementAndGet();
            work.add(() -> {
                subject.classify(subject.start(number), "clerk");
                return null;
            });
        }
        for (var done : pool.invokeAll(work)) {
            done.get();
        }
        pool.shutdown();
        subject.settle();
        subject.jdbc.sql("vacuum analyze").update();
    }

    private static void queue(Subject subject, int size) {
        for (var user : List.of("cshpofficer", "coordinator")) {
            var page = new ArrayList<Long>();
            var count = new ArrayList<Long>();
            for (var i = 0; i < 120; i++) {
                var began = System.nanoTime();
                subject.as(user, () -> query(subject).orderByDueDate().asc().listPage(0, 15));
                page.add(System.nanoTime() - began);
                began = System.nanoTime();
                subject.as(user, () -> query(subject).count());
                count.add(System.nanoTime() - began);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-6s %6d open  %-12s page %6.1f ms (p95 %6.1f)  count %6.1f ms (p95 %6.1f)%n",
                    subject.name(),
                    size,
                    user,
                    percentile(page, 50),
                    percentile(page, 95),
                    percentile(count, 50),
                    percentile(count, 95));
        }
    }

    /** The question behind "Việc mới". */
    private static org.camunda.bpm.engine.task.TaskQuery query(Subject subject) {
        return subject.tasks
                .createTaskQuery()
                .taskUnassigned()
                .taskCandidateGroupIn(
                        subject.identity.getCurrentAuthentication().getGroupIds());
    }

    private static double percentile(List<Long> nanos, int percent) {
        var sorted =
                nanos.stream().skip(20).flatMapToLong(LongStream::of).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
