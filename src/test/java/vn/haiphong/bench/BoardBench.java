package vn.haiphong.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.Hotline1022;
import vn.haiphong.hotline1022.application.inform.CountLate;
import vn.haiphong.hotline1022.application.inform.ListLate;
import vn.haiphong.hotline1022.application.inform.MeasureActivities;
import vn.haiphong.hotline1022.application.inform.RateAnswers;
import vn.haiphong.hotline1022.application.inform.ReportMonth;
import vn.haiphong.hotline1022.application.inform.SearchResults;
import vn.haiphong.hotline1022.application.inform.ShowRecord;
import vn.haiphong.hotline1022.application.port.CaseResults.Lateness;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.LateLimits.Which;
import vn.haiphong.hotline1022.application.port.ReplySender;
import vn.haiphong.hotline1022.support.TestPostgres;

/**
 * How fast the board answers among 100,000 open and 1,000,000 finished cases of three years: each of its questions as the
 * server answers it, the first time, then median and worst of some, what it costs in CPU, how long that is beside a plain
 * count(*) in the same run, and what PostgreSQL did in the slowest one. Start:
 * {@code mvn -Pbench test -Dbench.class=vn.haiphong.bench.BoardBench -Dbench.arguments="100000 1000000 15"}. Arguments: open
 * cases, finished cases, how many times; and, to fill it only once, a directory to keep the database in.
 */
public final class BoardBench {

    private final int open;
    private final int finished;
    private final int times;
    private final Path kept;

    private BoardBench(int open, int finished, int times, Path kept) {
        this.open = open;
        this.finished = finished;
        this.times = times;
        this.kept = kept;
    }

    public static void main(String[] args) {
        try {
            new BoardBench(
                            argument(args, 0, 100_000),
                            argument(args, 1, 1_000_000),
                            argument(args, 2, 15),
                            args.length > 3 ? Path.of(args[3]) : null)
                    .run();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static int argument(String[] args, int place, int otherwise) {
        return args.length > place ? Integer.parseInt(args[place]) : otherwise;
    }

    /** Our house with the mail server left out and its questions listened to. */
    @Configuration(proxyBeanMethods = false)
    static class Listening {

        /** The longest since it was last emptied: of what a question asks, the question itself. */
        static final AtomicReference<String> LONGEST = new AtomicReference<>("");

        @Bean
        static BeanPostProcessor listening() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? StatementListener.of(source, Listening::heard) : bean;
                }
            };
        }

        private static void heard(String sql) {
            LONGEST.accumulateAndGet(sql, (one, other) -> one.length() < other.length() ? other : one);
        }

        @Bean
        @Primary
        ReplySender nowhere() {
            return (notice, enclosure, beforeHandingOver) -> beforeHandingOver.run();
        }
    }

    private void run() throws IOException {
        if (kept == null) {
            run(TestPostgres.emptyDatabase());
            return;
        }
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(kept)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .start()) {
            run(server.getJdbcUrl("postgres", "postgres"));
        }
    }

    private void run(String address) {
        var settings = Map.of(
                "spring.datasource.url", address,
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres",
                "spring.mail.host", "localhost",
                "hotline.admin.password", "quan tri he thong",
                "camunda.bpm.job-execution.enabled", "false",
                "server.port", "0",
                "logging.level.root", "WARN");
        try (var house = new SpringApplication(Hotline1022.class, Listening.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new))) {
            var jdbc = house.getBean(JdbcClient.class);
            var began = System.nanoTime();
            if (!jdbc.sql("select exists (select from act_ru_task)")
                    .query(Boolean.class)
                    .single()) {
                fill(jdbc);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d open and %,d finished cases in %.0f s; database %s, %s%n%n",
                    open,
                    finished,
                    (System.nanoTime() - began) / 1e9,
                    text(jdbc, "select pg_size_pretty(pg_database_size(current_database()))"),
                    text(
                            jdbc,
                            "select 'PostgreSQL ' || current_setting('server_version') || ', shared_buffers '"
                                    + " || current_setting('shared_buffers') || ', work_mem ' || current_setting('work_mem')"));
            measure(house, jdbc);
        }
    }

    private static String text(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    // --- questions

    /** @param table whose plain {@code count(*)} is the yardstick: it depends on the machine as the question does */
    private record Question(String name, String table, Supplier<?> ask) {}

    private void measure(ConfigurableApplicationContext house, JdbcClient jdbc) {
        var countLate = house.getBean(CountLate.class);
        var listLate = house.getBean(ListLate.class);
        var rates = house.getBean(RateAnswers.class);
        var results = house.getBean(SearchResults.class);
        var activities = house.getBean(MeasureActivities.class);
        var record = house.getBean(ShowRecord.class);
        var reports = house.getBean(ReportMonth.class);
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
        var month = today.minusDays(29);
        var year = today.minusDays(364);
        var always = today.minusYears(4);
        var code = text(jdbc, "select petition_code from case_fact offset 1000 limit 1");
        var first = new Part("", false, 0, 50);
        var part = code.substring(14);
        var newest = new Part("finishedAt", true, 0, 50);
        var last = new Part("rating", true, finished / 50 - 1, 50);
        var middle = new Part("elapsed", true, finished / 100, 50);
        var lateByAgency = new Part("agency", true, 199, 50);
        var handling = "agency-handling";
        var questions = List.of(
                new Question("late now, by agency, step, level", "deadline", () -> countLate.now(null, null, null)),
                new Question("late now, one agency", "deadline", () -> countLate.now("TNHP", null, null)),
                new Question("late now, list", "deadline", () -> listLate.of(Which.LATE, null, null, null, first)),
                new Question(
                        "late now, list by agency, page 200",
                        "deadline",
                        () -> listLate.of(Which.LATE, null, null, null, lateByAgency)),
                new Question(
                        "due within a day, list", "deadline", () -> listLate.of(Which.SOON, null, null, null, first)),
                new Question("rates, 30 days", "case_fact", () -> rates.of(month, today, null, null)),
                new Question("rates, one year", "case_fact", () -> rates.of(year, today, null, null)),
                new Question("rates, all three years", "case_fact", () -> rates.of(always, today, null, null)),
                new Question("rates, one agency, one year", "case_fact", () -> rates.of(year, today, "TNHP", null)),
                new Question(
                        "finished, 30 days",
                        "case_fact",
                        () -> results.matching(month, today, null, null, null, null, newest)),
                new Question(
                        "finished, all, late",
                        "case_fact",
                        () -> results.matching(always, today, null, null, null, Lateness.LATE, newest)),
                new Question(
                        "finished, all, by duration",
                        "case_fact",
                        () -> results.matching(
                                always, today, null, null, null, null, new Part("elapsed", true, 0, 50))),
                new Question(
                        "finished, all, by duration, middle page",
                        "case_fact",
                        () -> results.matching(always, today, null, null, null, null, middle)),
                new Question(
                        "finished, all, by rating, last page",
                        "case_fact",
                        () -> results.matching(always, today, null, null, null, null, last)),
                new Question(
                        "finished, all, part of a code",
                        "case_fact",
                        () -> results.matching(always, today, part, null, null, null, newest)),
                new Question(
                        "finished, all, a code nobody has",
                        "case_fact",
                        () -> results.matching(always, today, "X" + part, null, null, null, newest)),
                new Question(
                        "open and past due, list",
                        "petition",
                        () -> results.matching(
                                month, today, null, null, null, Lateness.OPEN, new Part("dueAt", false, 0, 50))),
                new Question("activities, 30 days", "act_hi_actinst", () -> activities.of(handling, month, today)),
                new Question("activities, one year", "act_hi_actinst", () -> activities.of(handling, year, today)),
                new Question(
                        "activities, all three years", "act_hi_actinst", () -> activities.of(handling, always, today)),
                new Question(
                        "late at an activity, list",
                        "act_hi_actinst",
                        () -> activities.at(handling, "userTask_resolvePetition", true, first)),
                new Question("one case", "petition", () -> record.of(code)),
                new Question(
                        "monthly report",
                        "case_fact",
                        () -> reports.of(java.time.YearMonth.from(today).minusMonths(1), 0)));

        System.out.printf(
                "%-40s %9s %9s %9s %9s   %s%n",
                "question", "first ms", "median ms", "worst ms", "CPU ms", "of a count(*)");
        var counts = new HashMap<String, Double>();
        var slowest = "";
        var slowestSql = "";
        var longest = 0.0;
        for (var question : questions) {
            var count = counts.computeIfAbsent(
                    question.table(), table -> median(taken(() -> text(jdbc, "select count(*) from " + table))));
            Listening.LONGEST.set("");
            var began = System.nanoTime();
            question.ask().get();
            var firstTime = (System.nanoTime() - began) / 1e6;
            var cpu = cpu(jdbc);
            var taken = taken(question.ask());
            var median = median(taken);
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %9.1f %9.1f %9.1f %9.1f   %.2f %s%n",
                    question.name(),
                    firstTime,
                    median,
                    taken.get(taken.size() - 1),
                    (double) (cpu(jdbc) - cpu) / times,
                    median / count,
                    question.table());
            if (median > longest) {
                longest = median;
                slowest = question.name();
                slowestSql = Listening.LONGEST.get();
            }
        }
        counts.forEach(
                (table, count) -> System.out.printf(Locale.ROOT, "select count(*) from %s: %.1f ms%n", table, count));
        System.out.printf("%nThe slowest, %s, in PostgreSQL:%n", slowest);
        jdbc.sql("explain (analyze, costs off, timing on) " + slowestSql.replace("?", "??"))
                .query(String.class)
                .list()
                .forEach(System.out::println);
    }

    /** In milliseconds, the shortest first. */
    private List<Double> taken(Supplier<?> ask) {
        var taken = new ArrayList<Double>();
        for (var i = 0; i < times; i++) {
            var began = System.nanoTime();
            ask.get();
            taken.add((System.nanoTime() - began) / 1e6);
        }
        return taken.stream().sorted().toList();
    }

    private static double median(List<Double> taken) {
        return taken.get(taken.size() / 2);
    }

    /** Of PostgreSQL and of this program, in milliseconds: what it costs, whoever else is busy on the machine. */
    private static long cpu(JdbcClient jdbc) {
        var own = ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        return own / 1_000_000 + DatabaseCpu.millis(jdbc);
    }

    // --- a city of three years, made in SQL

    private void fill(JdbcClient jdbc) {
        var engineIndexes = jdbc.sql("select indexname, indexdef from pg_indexes where tablename in ('act_hi_actinst',"
                        + " 'case_fact', 'deadline', 'petition', 'handling', 'petition_event') and indexname not like '%pkey'"
                        + " and indexname not like 'act_hi_actinst_pk%' and indexdef not like '%UNIQUE%'")
                .query((row, i) -> List.of(row.getString(1), row.getString(2)))
                .list();
        engineIndexes.forEach(index -> jdbc.sql("drop index " + index.get(0)).update());
        Arrays.stream(FILL.split(";\n"))
                .forEach(sql -> jdbc.sql(sql.replace("{open}", String.valueOf(open))
                                .replace("{finished}", String.valueOf(finished)))
                        .update());
        engineIndexes.forEach(index -> jdbc.sql(index.get(1)).update());
        jdbc.sql("vacuum analyze").update();
    }

    private static final String FILL = """
            create unlogged table register.seed_agency as
            select row_number() over (order by code) - 1 as n, code from (select distinct code from agency) a;
            create unlogged table register.seed_case as
            select i, 'HP1022-' || to_char(now() - (i % 1095) * interval '1 day', 'YYMMDD') || '-' || lpad(i::text, 7, '0') as code,
                   i > {finished} as open,
                   case when i > {finished} then now() - random() * interval '12 days'
                        else now() - interval '12 days' - random() * interval '1095 days' end as received,
                   case when random() < 0.9 then exp(0.4 + random() * 1.2) else 5 + random() * 20 end as days,
                   (array['chieu_sang','thoat_nuoc','rac_thai','duong_bo','dien','cap_nuoc','cay_xanh','tieng_on','dat_dai',
                          'y_te','giao_duc','van_tai','trat_tu_do_thi','hanh_chinh_cong','o_nhiem','cau'])
                       [1 + floor(random() * 16)::int] as field,
                   floor(power(random(), 2) * (select count(*) from seed_agency))::int as agency_n,
                   random() < 0.05 as extended
              from generate_series(1, {finished} + {open}) i;
            insert into petition (code, tracking_key, state, channel, content, address, received_at, kind, category, field,
                urgency, lead_agency, due_at, original_due_at, reply_text, replied_at, rating, closed_at)
            select c.code, 'ABCD-EFGH-2345', case when open then 'DANG_XU_LY' else 'DONG' end, 'portal',
                   repeat('Đèn đường tắt ba tối liền, ngõ tối om. ', 8), 'Số 12 đường Tô Hiệu', received, 'phan_anh',
                   'su_co_ha_tang', field, 'ordinary', a.code,
                   received + interval '5 days' + case when extended then interval '5 days' else interval '0' end,
                   received + interval '5 days',
                   case when not open then repeat('Đã xử lý xong, cảm ơn Quý vị. ', 8) end,
                   case when not open then received + days * interval '1 day' end,
                   case when not open and i % 3 = 0 then 1 + i % 4 end,
                   case when not open then received + (days + 7) * interval '1 day' end
              from seed_case c join seed_agency a on a.n = c.agency_n;
            insert into case_fact (petition_code, round, outcome, agency_code, field, began_at, finished_at, due_at,
                original_due_at, extensions, rating, rated_at, reopened_at)
            select p.code, 0, 'answered', p.lead_agency, p.field, p.received_at, p.replied_at, p.due_at, p.original_due_at,
                   (p.due_at > p.original_due_at)::int, p.rating,
                   case when p.rating is not null then p.replied_at + interval '1 day' end,
                   case when p.rating = 1 and right(p.code, 1) in ('0', '1') then p.replied_at + interval '2 days' end
              from petition p where p.replied_at is not null;
            insert into handling (petition_code, agency_code, lead, state, assigned_at, basis, accepted_at, ended_at, extensions)
            select code, lead_agency, true, case when closed_at is null then 'DANG_XU_LY' else 'DA_XONG' end,
                   received_at + interval '20 minutes', 'Theo địa bàn', received_at + interval '3 hours', replied_at,
                   (due_at > original_due_at)::int from petition;
            insert into deadline (petition_code, step, agency_code, limit_text, urgency, started_at, warn_at, due_at,
                original_due_at, paused_at, level, ended_at, ground)
            select code, 'forward', '', 'working PT30M', 'ordinary', received_at, received_at + interval '20 minutes',
                   received_at + interval '30 minutes', received_at + interval '30 minutes', null::timestamptz, 0,
                   received_at + interval '20 minutes', 'A-06' from petition
            union all
            select code, 'accept', lead_agency, 'working PT8H', 'ordinary', received_at, received_at + interval '6 hours',
                   received_at + interval '1 day', received_at + interval '1 day', null,
                   case when closed_at is null then least(5, floor(extract(epoch from now() - received_at) / 86400 / 2))::int else 0 end,
                   case when closed_at is null and right(code, 1) in ('0', '1', '2') then null
                        else received_at + interval '3 hours' end, 'A-05' from petition
            union all
            select code, 'handle', '', 'working P5D', 'ordinary', received_at, received_at + interval '4 days', due_at,
                   original_due_at, case when closed_at is null and right(code, 2) = '77' then received_at + interval '1 day' end,
                   case when closed_at is null and due_at < now()
                        then least(5, 1 + floor(extract(epoch from now() - due_at) / 86400 / 2))::int else 0 end,
                   replied_at, 'A-06' from petition;
            insert into petition_event (petition_code, at, type, actor, agency_code, note)
            select code, received_at, 'received', 'system', null::text, 'Tiếp nhận' from petition
            union all
            select code, received_at + interval '3 days', 'extended', 'leader', lead_agency, 'Chờ vật tư'
              from petition where due_at > original_due_at
            union all
            select code, replied_at, 'answered', 'operator', lead_agency, 'Trả lời' from petition where replied_at is not null;
            insert into notice (key, petition_code, kind, recipient, subject, body_text, body_html, state, message_id, created_at, sent_at)
            select code || '|reply', code, 'reply', 'dan@example.vn', 'Trả lời', 'Đã xử lý', 'Đã xử lý', 'sent', code, replied_at,
                   replied_at from petition where replied_at is not null;
            insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_id_,
                act_name_, act_type_, start_time_, end_time_, duration_, act_inst_state_, tenant_id_)
            select step.id || c.i, step.process, d.id_, 'r' || c.i, step.id || 'p' || c.i, step.id || 'p' || c.i, step.id, step.id,
                   'userTask', c.received + step.begins * c.days * interval '1 day',
                   case when not c.open or step.ends < 0.5 then c.received + step.ends * c.days * interval '1 day' end,
                   case when not c.open or step.ends < 0.5 then (step.ends - step.begins) * c.days * 86400000 end, 4, a.code
              from seed_case c join seed_agency a on a.n = c.agency_n
              cross join (values ('userTask_classifyPetition', 'petition-classification', 0.0, 0.02),
                                 ('userTask_acceptAssignment', 'agency-handling', 0.02, 0.1),
                                 ('userTask_resolvePetition', 'agency-handling', 0.1, 0.9),
                                 ('userTask_approveReply', 'agency-handling', 0.9, 0.95),
                                 ('userTask_checkReply', 'petition-assignment', 0.95, 1.0)) step (id, process, begins, ends)
              join (select distinct on (key_) key_, id_ from act_re_procdef order by key_, version_ desc) d on d.key_ = step.process
             where not c.open or step.ends < 0.95;
            insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, act_id_, is_active_,
                is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_, tenant_id_)
            select 'userTask_resolvePetitionp' || c.i, 1, 'userTask_resolvePetitionp' || c.i, 'userTask_resolvePetitionp' || c.i, c.code,
                   d.id_, 'userTask_resolvePetition', true, false, true, false, 1, 0, 1, a.code
              from seed_case c join seed_agency a on a.n = c.agency_n
              join (select distinct on (key_) key_, id_ from act_re_procdef order by key_, version_ desc) d on d.key_ = 'agency-handling'
             where c.open;
            insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, task_def_key_, name_, priority_, create_time_,
                due_date_, suspension_state_, tenant_id_)
            select 't' || c.i, 1, 'userTask_resolvePetitionp' || c.i, 'userTask_resolvePetitionp' || c.i, d.id_, 'userTask_resolvePetition',
                   'Xử lý, dự thảo trả lời', 50, c.received, c.received + interval '5 days', 1, a.code
              from seed_case c join seed_agency a on a.n = c.agency_n
              join (select distinct on (key_) key_, id_ from act_re_procdef order by key_, version_ desc) d on d.key_ = 'agency-handling'
             where c.open;
            drop table register.seed_case, register.seed_agency""";
}
