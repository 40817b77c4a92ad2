package vn.haiphong.hotline1022.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.Hotline1022;
import vn.haiphong.hotline1022.application.inform.CaseEvidence;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.receive.ReceivePetition;
import vn.haiphong.hotline1022.application.rehearse.RehearseRules;
import vn.haiphong.hotline1022.application.resolve.AddEvidence;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.application.rules.ProposeRules;

/**
 * A house in this process that fills a database and runs no job: cases come in through its own use cases, clerks act through
 * its engine. The jobs are left to the nodes. It has the contacts and accounts of the demo on a database of its own.
 */
public final class Seed implements AutoCloseable {

    private static final List<String> AGENCIES = List.of("CSHP", "TNHP", "PCHP", "SXD");
    private static final Map<String, List<String>> GROUPS = Map.of(
            "operator",
            List.of("operators"),
            "focal",
            List.of("agencies"),
            "leader",
            List.of("agencies"),
            "approver",
            List.of("rule-approvers"));

    public final JdbcClient jdbc;
    private final String database;
    private final ConfigurableApplicationContext context;
    private final ReceivePetition receive;
    private final TaskService tasks;
    private final IdentityService identity;

    public Seed() {
        database = TestPostgres.emptyDatabase();
        var settings = new HashMap<String, Object>(Map.of(
                "spring.datasource.url",
                database,
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                "postgres",
                "spring.profiles.active",
                "demo",
                "hotline.demo.own-database",
                "true",
                "spring.mail.host",
                "127.0.0.1",
                "server.port",
                "0",
                "camunda.bpm.job-execution.enabled",
                "false",
                "logging.level.root",
                "WARN"));
        context = new SpringApplication(Hotline1022.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        jdbc = bean(JdbcClient.class);
        receive = bean(ReceivePetition.class);
        tasks = bean(TaskService.class);
        identity = bean(IdentityService.class);
    }

    /** JDBC address, for the nodes. */
    public String database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    // Cases ----------------------------------------------------------------------------------------------------------

    /** Receives petitions; every other one is passed on to an agency. @return their codes */
    public List<String> open(int count) {
        return each(IntStream.rangeClosed(1, count).boxed().toList(), number -> {
            var code = receive(number);
            if (number % 2 == 0) {
                assign(code, AGENCIES.get(number / 2 % AGENCIES.size()));
            }
            return code;
        });
    }

    public String receive(int number) {
        return receive.from(new NewPetition(
                        "portal",
                        "Đèn đường trước số nhà " + number + " đường Tô Hiệu tắt ba tối liền, ngõ " + number % 97
                                + " tối om, đề nghị sửa sớm.",
                        new Petitioner("Nguyễn Văn " + number, null, "dan" + number + "@example.vn"),
                        null,
                        "11383",
                        null,
                        null,
                        null,
                        false,
                        List.of(),
                        null))
                .code()
                .value();
    }

    public void assign(String code, String agency) {
        complete("operator", "", code, "userTask_classifyPetition", Map.of("decision", "accept", "leadAgency", agency));
    }

    /** The whole way to the answer; its letter is left to the nodes. */
    public void answer(String code, String agency) {
        assign(code, agency);
        complete("focal", agency, code, "userTask_acceptAssignment", Map.of("outcome", "accept"));
        complete(
                "focal",
                agency,
                code,
                "userTask_resolvePetition",
                Map.of("outcome", "done", "replyText", "Đã thay bóng đèn."));
        complete("leader", agency, code, "userTask_approveReply", Map.of("approved", true));
        complete("operator", "", code, "userTask_checkReply", Map.of("approved", true));
    }

    private void complete(String role, String agency, String code, String step, Map<String, Object> values) {
        var groups = new ArrayList<>(GROUPS.get(role));
        var user = agency.toLowerCase(java.util.Locale.ROOT) + role;
        if (!agency.isEmpty()) {
            groups.add(agency);
            if (role.equals("leader")) {
                groups.add(agency + "-leaders");
            }
        }
        identity.setAuthentication(user, groups, agency.isEmpty() ? List.of() : List.of(agency));
        try {
            var task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(code)
                    .taskDefinitionKey(step)
                    .singleResult();
            if (values.containsValue("done") && bean(CaseEvidence.class).isMissing(code)) {
                bean(AddEvidence.class).to(code, List.of(Photos.checked("anh.jpg")), "after");
            }
            tasks.claim(task.getId(), user);
            tasks.complete(task.getId(), values);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Does it for all of them, a few at a time. */
    public <A, B> List<B> each(List<A> all, java.util.function.Function<A, B> what) {
        var pool = Executors.newFixedThreadPool(4);
        try {
            var results = new ArrayList<B>();
            for (var done : pool.invokeAll(
                    all.stream().map(one -> (Callable<B>) () -> what.apply(one)).toList())) {
                results.add(done.get());
            }
            return results;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    /** A change of that table, approved, which takes effect then. @return its number */
    public long approvedChange(String table, Instant effectiveAt) {
        var draft = bean(DraftRules.class);
        identity.setAuthentication("author", List.of("rule-admins"), List.of());
        long id;
        try {
            id = draft.open(table, "Thử khi máy chết");
            var dmn = draft.find(id).dmn();
            draft.save(id, 1, dmn.replace("\"wall PT30M\"", "\"wall PT31M\""), "Thử khi máy chết");
            bean(RehearseRules.class).run(id, 2, 30);
            bean(ProposeRules.class).propose(id, 2, effectiveAt);
        } finally {
            identity.clearAuthentication();
        }
        complete("approver", "", "BQĐ-" + id, "userTask_approveRules", Map.of("approved", true));
        return id;
    }

    // Time -----------------------------------------------------------------------------------------------------------

    /** The administrators' ladder with a short time between its levels, for all urgencies. */
    public void ladder(Duration step) {
        var table = resource("dmn/escalation-ladder.dmn");
        var shortened = Pattern.compile("(id=\"rule_\\w+Level(\\d)_after\"[^>]*>\\s*<text>)[^<]*")
                .matcher(table)
                .replaceAll(found ->
                        found.group(1) + "\"wall " + step.multipliedBy(Integer.parseInt(found.group(2)) - 1) + "\"");
        bean(RuleTables.class).putInForce("escalation-ladder", shortened, "bang-escalation-ladder");
    }

    /**
     * Lets all open limits of these cases pass between two moments, evenly, with a reminder some seconds before: rewrites due
     * dates in the register and sets the engine's timers to them. For clocks that no node is about to run.
     */
    public void pass(List<String> codes, Instant from, Duration spread) {
        var deadlines = jdbc.sql("""
                        with near as (
                            select code, cast(:from as timestamptz)
                                   + round(cast(:spread as numeric) * number / :count) * interval '1 second' as due_at
                              from unnest(cast(:codes as text[])) with ordinality as given (code, number)
                        )
                        update deadline set due_at = near.due_at, original_due_at = near.due_at,
                               warn_at = near.due_at - interval '3 seconds'
                          from near where petition_code = near.code and ended_at is null
                        """)
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("spread", spread.toSeconds())
                .param("count", codes.size())
                .param("codes", codes.toArray(String[]::new))
                .update();
        // The engine keeps its times without a zone, in that of its program: here and in the nodes UTC.
        var timers = jdbc.sql("""
                        update act_ru_job set duedate_ = (select min(warn_at) at time zone 'UTC' from deadline
                                where petition_code = instance.business_key_ and ended_at is null)
                          from act_ru_execution instance
                         where instance.id_ = process_instance_id_ and repeat_ like 'R/%'
                           and instance.business_key_ = any (cast(:codes as text[]))
                        """).param("codes", codes.toArray(String[]::new)).update();
        if (deadlines < codes.size() || timers < codes.size()) {
            throw new IllegalStateException(
                    codes.size() + " cases have only " + deadlines + " limits and " + timers + " timers");
        }
    }

    /** The name under which a node locks jobs. */
    public Optional<String> ownerOf(Node node) {
        return jdbc.sql("select lock_owner from node_heartbeat where node like ? || '@%'")
                .param(Long.toString(node.pid()))
                .query(String.class)
                .optional();
    }

    /** Until somebody has seen that it is dead, and has freed its jobs. */
    public boolean isKnown(String owner) {
        return jdbc.sql("select exists (select from node_heartbeat where lock_owner = ?)")
                .param(owner)
                .query(Boolean.class)
                .single();
    }

    public long lockedBy(String owner) {
        return jdbc.sql("select count(*) from act_ru_job where lock_owner_ = ?")
                .param(owner)
                .query(Long.class)
                .single();
    }

    /**
     * How many levels of the ladder of five nobody has been told of yet, over all open limits of these cases. A call, because
     * nobody knows whether a receipt arrived when a node died, has its own limit half a day away.
     */
    public long levelsLeft(List<String> codes) {
        return jdbc.sql("select sum(5 - level) from deadline where petition_code = any (?) and ended_at is null"
                        + " and step <> 'call'")
                .param(codes.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Whom a letter went to, and which: what went with others went in the one that carried it. */
    public List<String> lettersIn(String state) {
        return jdbc.sql("""
                        select distinct notice.recipient || ' ' || coalesce(digest.message_id, notice.message_id)
                          from notice left join notice digest on digest.key = notice.digest
                         where notice.state = ?
                        """).param(state).query(String.class).list();
    }

    /** What a node would still have to do by now. */
    public long workLeft() {
        return jdbc.sql("""
                        select (select count(*) from act_ru_job where retries_ > 0 and duedate_ <= now() at time zone 'UTC')
                             + (select count(*) from notice where state in ('pending', 'sending'))
                        """).query(Long.class).single();
    }

    private static String resource(String name) {
        try (var in = Seed.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
