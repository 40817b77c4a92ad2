package vn.haiphong.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haiphong.hotline1022.Hotline1022;
import vn.haiphong.hotline1022.application.port.GoldenSets;
import vn.haiphong.hotline1022.application.port.Rehearsals.State;
import vn.haiphong.hotline1022.application.port.ReplySender;
import vn.haiphong.hotline1022.application.rehearse.RehearseRules;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.support.TestPostgres;

/**
 * How long the rehearsal of a changed table takes: {@code mvn -Pbench test
 * -Dbench.class=vn.haiphong.bench.RehearsalBench -Dbench.arguments="100000 3"}. Arguments: petitions of the last 30 days, how
 * many times. No two petitions say the same. Beside each time stands how often in that time the texts alone can be read from the
 * database, measured right before.
 */
public final class RehearsalBench {

    private static final int SEED = 1022;

    private final int petitions;
    private final int times;

    private RehearsalBench(int petitions, int times) {
        this.petitions = petitions;
        this.times = times;
    }

    public static void main(String[] args) {
        try {
            new RehearsalBench(argument(args, 0, 100_000), argument(args, 1, 3)).run();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static int argument(String[] args, int place, int otherwise) {
        return args.length > place ? Integer.parseInt(args[place]) : otherwise;
    }

    /** Our house with the mail server left out. */
    @Configuration(proxyBeanMethods = false)
    static class Silent {

        @Bean
        @Primary
        ReplySender nowhere() {
            return (notice, enclosure, beforeHandingOver) -> beforeHandingOver.run();
        }
    }

    private void run() {
        var settings = Map.of(
                "spring.datasource.url", TestPostgres.emptyDatabase(),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres",
                "spring.mail.host", "localhost",
                "hotline.admin.password", "quan tri he thong",
                "camunda.bpm.job-execution.enabled", "false",
                "server.port", "0",
                "logging.level.root", "WARN");
        try (var house = new SpringApplication(Hotline1022.class, Silent.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new))) {
            fill(house);
            System.out.printf(
                    Locale.ROOT,
                    "%,d petitions, %d characters each on average; %d processors, heap of %d MB%n%n",
                    petitions,
                    house.getBean(JdbcTemplate.class)
                            .queryForObject("select avg(length(content))::int from petition", Integer.class),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() >> 20);
            measure(house, "responsible-agency", "\"CXHP\"", "\"SXD\"");
            measure(house, "field-suggestion", "\"cay_xanh\"", "\"moi_truong\"");
            measure(house, "petition-screening", "\"clarify\"", "\"accept\"");
            measure(house, "handling-deadline", "\"working P3D\"", "\"working P2D\"");
        }
    }

    /** Two halves of two examples and a number: as long as petitions are, and each one only once. */
    private void fill(ConfigurableApplicationContext house) {
        var texts = house.getBean(GoldenSets.class).all().stream()
                .filter(set -> set.name().startsWith("petitions"))
                .flatMap(set -> set.rows().stream())
                .map(row -> row.get("text"))
                .toList();
        var jdbc = house.getBean(JdbcTemplate.class);
        var areas = jdbc.queryForList("select code from area where valid_to is null", String.class);
        var random = new Random(SEED);
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < petitions; i++) {
            var one = texts.get(random.nextInt(texts.size()));
            var other = texts.get(random.nextInt(texts.size()));
            rows.add(new Object[] {
                "HP1022-%06d-%06d-%d".formatted(i % 1000, i, i % 10),
                (random.nextInt(3) == 0 ? one : one + " " + other.substring(other.indexOf(' ', other.length() / 2) + 1))
                        + " Số " + i,
                random.nextInt(4) == 0 ? null : areas.get(random.nextInt(areas.size())),
                random.nextInt(30 * 24 * 60)
            });
            if (rows.size() == 5000 || i == petitions - 1) {
                jdbc.batchUpdate("""
                        insert into petition (code, tracking_key, state, channel, content, area_code, received_at)
                        values (?, 'x', 'MOI', 'portal', ?, ?, now() - make_interval(mins => ?))
                        """, rows);
                rows.clear();
            }
        }
        jdbc.execute("insert into petitioner (petition_code, phone) select code, '+84912345678' from petition"
                + " where right(code, 1) <> '0'");
        jdbc.execute("analyze");
    }

    private void measure(ConfigurableApplicationContext house, String table, String cell, String other) {
        var drafts = house.getBean(DraftRules.class);
        var id = drafts.open(table, "Đo tốc độ");
        var change = drafts.find(id);
        drafts.save(id, change.revision(), change.dmn().replace(cell, other), "Đo tốc độ");
        for (var i = 0; i < times; i++) {
            var reading = reading(house);
            var cpu = cpu();
            var rehearsal = house.getBean(RehearseRules.class).run(id, 2, 30);
            if (rehearsal.state() != State.finished) {
                throw new IllegalStateException(rehearsal.state() + " " + rehearsal.error());
            }
            var summary = rehearsal.summary();
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %6.2f s, %,.0f petitions a second, %6.2f s of CPU; texts alone in %.2f s, ratio %.1f;"
                            + " %,d would differ, engine agrees on %d of %d%n",
                    table,
                    summary.seconds(),
                    petitions / summary.seconds(),
                    (cpu() - cpu) / 1e9,
                    reading,
                    summary.seconds() / reading,
                    summary.changed(),
                    summary.agreed(),
                    summary.checked());
        }
    }

    /** What must be read of the petitions, and nothing done with it. */
    private double reading(ConfigurableApplicationContext house) {
        var began = System.nanoTime();
        var characters = new AtomicLong();
        var template = new JdbcTemplate(house.getBean(DataSource.class));
        template.setFetchSize(1000);
        new TransactionTemplate(house.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(in -> template.query(
                        "select content from petition where received_at >= now() - interval '31 days'", row -> {
                            characters.addAndGet(row.getString(1).length());
                        }));
        return (System.nanoTime() - began) / 1e9;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
