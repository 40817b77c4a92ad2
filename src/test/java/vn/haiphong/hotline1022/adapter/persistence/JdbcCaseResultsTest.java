package vn.haiphong.hotline1022.adapter.persistence;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haiphong.hotline1022.application.port.CaseResults.Filter;
import vn.haiphong.hotline1022.application.port.CaseResults.Lateness;
import vn.haiphong.hotline1022.application.port.CaseResults.Rate;
import vn.haiphong.hotline1022.application.port.CaseResults.Result;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.Period;
import vn.haiphong.hotline1022.support.TestPostgres;

/** Two years of answers, counted a second time by hand: in Java, from the facts. */
class JdbcCaseResultsTest {

    private static final Instant NOW = Instant.parse("2024-10-01T05:00:00Z");
    private static final Filter ALL = new Filter(null, null, null, null);
    private static final Period ALWAYS = days(800, 0);
    private static final int CASES = 900;

    private static final DataSource DATABASE = TestPostgres.emptyRegister();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final JdbcCaseResults results = new JdbcCaseResults(jdbc, DATABASE);
    private final JdbcPetitions petitions = new JdbcPetitions(jdbc);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(DATABASE));

    @BeforeEach
    void two_years_of_answers() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("truncate petition, case_fact, answer_stretch cascade").update();
            jdbc.sql("select setseed(0.1022)").query((row, i) -> i).list();
            jdbc.sql("""
                            insert into petition (code, tracking_key, state, channel, content, received_at)
                            select 'C' || lpad(i::text, 4, '0'), 'ABCD', 'DANG_XU_LY', 'portal', 'Đèn đường tắt',
                                   ?::timestamptz - random() * interval '700 days'
                              from generate_series(1, ?) i
                            """).params(Timestamp.from(NOW), CASES).update();
            jdbc.sql("""
                            insert into case_fact (petition_code, round, outcome, agency_code, field, began_at, finished_at,
                                due_at, original_due_at, extensions, rating)
                            select code, 0, case when random() < 0.1 then 'refused' else 'answered' end,
                                   (array['', 'CSHP', 'TNHP', 'TNHP', 'SXD'])[1 + floor(random() * 5)::int],
                                   (array['', 'dien', 'rac_thai'])[1 + floor(random() * 3)::int], received_at,
                                   received_at + random() * interval '12 days',
                                   case when random() < 0.9 then received_at + interval '5 days' end,
                                   received_at + interval '5 days', floor(random() * 2),
                                   case when random() < 0.5 then 1 + floor(random() * 4) end
                              from petition
                            """).update();
        });
    }

    private void petition(String code, Instant received) {
        jdbc.sql("insert into petition (code, tracking_key, state, channel, content, received_at, field, lead_agency)"
                        + " values (?, 'ABCD', 'DANG_XU_LY', 'portal', 'Đèn đường tắt', ?, 'dien', 'CSHP')")
                .params(code, Timestamp.from(received))
                .update();
    }

    private static Period days(int from, int to) {
        return new Period(NOW.minus(from, DAYS), NOW.minus(to, DAYS));
    }

    // --- a second count

    private List<Result> facts() {
        return jdbc.sql("select * from case_fact")
                .query((row, i) -> new Result(
                        row.getString("petition_code"),
                        row.getInt("round"),
                        row.getString("outcome"),
                        row.getString("agency_code"),
                        row.getString("field"),
                        row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("finished_at").toInstant(),
                        null,
                        null,
                        0,
                        null,
                        Lateness.valueOf(row.getString("lateness")
                                .toUpperCase(java.util.Locale.ROOT)
                                .replace('-', '_')),
                        null))
                .list();
    }

    private List<Rate> countedByHand(Period period, Filter filter) {
        var answers = facts().stream()
                .filter(fact -> fact.outcome().equals("answered"))
                .filter(fact -> !fact.finishedAt().isBefore(period.from())
                        && fact.finishedAt().isBefore(period.to()))
                .filter(fact -> filter.agency() == null || filter.agency().equals(fact.agency()))
                .filter(fact -> filter.field() == null || filter.field().equals(fact.field()))
                .toList();
        var rates = new ArrayList<Rate>();
        answers.stream()
                .map(Result::agency)
                .distinct()
                .forEach(agency -> rates.add(
                        rate(agency, null, answers, fact -> fact.agency().equals(agency))));
        answers.stream()
                .map(Result::field)
                .distinct()
                .forEach(field -> rates.add(
                        rate(null, field, answers, fact -> fact.field().equals(field))));
        rates.add(rate(null, null, answers, fact -> true));
        return rates;
    }

    private static Rate rate(String agency, String field, List<Result> answers, Predicate<Result> of) {
        var own = answers.stream().filter(of).toList();
        var seconds = own.stream()
                .map(fact -> Duration.between(fact.beganAt(), fact.finishedAt()).toSeconds())
                .sorted()
                .toList();
        Function<Lateness, Long> count = lateness ->
                own.stream().filter(fact -> fact.lateness() == lateness).count();
        return new Rate(
                agency,
                field,
                own.size(),
                count.apply(Lateness.ON_TIME),
                count.apply(Lateness.EXTENDED),
                count.apply(Lateness.LATE),
                0,
                own.isEmpty() ? null : seconds.get((int) Math.ceil(own.size() * 0.5) - 1),
                own.isEmpty() ? null : seconds.get((int) Math.ceil(own.size() * 0.9) - 1));
    }

    /** Without what is open and late: that is never kept. */
    private List<Rate> asked(Period period, Filter filter) {
        return transaction.execute(status -> results.rates(period, NOW, filter)).stream()
                .map(rate -> new Rate(
                        rate.agency(),
                        rate.field(),
                        rate.answered(),
                        rate.onTime(),
                        rate.extended(),
                        rate.late(),
                        0,
                        rate.medianSeconds(),
                        rate.ninetiethSeconds()))
                .filter(rate -> rate.answered() > 0 || rate.agency() == null && rate.field() == null)
                .toList();
    }

    private void assertThatWhatIsToldIsCountedByHand(Period period, Filter filter) {
        assertThat(asked(period, filter)).containsExactlyInAnyOrderElementsOf(countedByHand(period, filter));
    }

    private long kept() {
        return jdbc.sql("select count(distinct stretch) from answer_stretch")
                .query(Long.class)
                .single();
    }

    // --- rates

    @Test
    void rates_of_any_period_are_those_of_a_hand_count_kept_or_not() {
        for (var time = 0; time < 2; time++) {
            for (var period : List.of(
                    days(30, 0),
                    days(61, 1),
                    days(95, 20),
                    days(365, 0),
                    days(365, -40),
                    ALWAYS,
                    days(-1, -9),
                    days(9, 9))) {
                assertThatWhatIsToldIsCountedByHand(period, ALL);
            }
            assertThatWhatIsToldIsCountedByHand(ALWAYS, new Filter(null, "TNHP", null, null));
            assertThatWhatIsToldIsCountedByHand(ALWAYS, new Filter(null, "", "dien", null));
        }
        assertThat(kept()).isBetween(22L, 25L); // 700 days, and the stretch that lasts is not kept
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update case_fact set agency_code = 'SXD' where agency_code = 'TNHP'",
                "update case_fact set field = 'dien'",
                "update case_fact set outcome = 'refused' where petition_code < 'C0400'",
                "update case_fact set due_at = finished_at - interval '1 day'",
                "update case_fact set extensions = 1 - extensions",
                "update case_fact set began_at = began_at - interval '1 day' where field = ''",
                "update case_fact set finished_at = finished_at + interval '31 days' where field = ''",
                "update case_fact set rating = 1, rated_at = now(), reopened_at = now()",
                "delete from case_fact where petition_code > 'C0700'",
                "insert into case_fact (petition_code, round, outcome, agency_code, field, began_at, finished_at, extensions)"
                        + " select petition_code, 1, 'answered', 'LATE', 'dien', began_at, finished_at, 0 from case_fact"
            })
    void what_is_kept_is_what_the_facts_say_whatever_becomes_of_them(String change) {
        asked(ALWAYS, ALL);

        jdbc.sql(change).update();

        assertThatWhatIsToldIsCountedByHand(ALWAYS, ALL);
    }

    @Test
    void an_answer_entered_for_a_time_long_kept_is_counted_and_its_rating_and_reopening_take_nothing_back() {
        asked(ALWAYS, ALL);
        var all = kept();
        petition("LATE", NOW.minus(101, DAYS));
        petitions.answered("LATE", "Đã xử lý", NOW.minus(100, DAYS));
        assertThat(kept()).isEqualTo(all - 1);
        assertThatWhatIsToldIsCountedByHand(ALWAYS, ALL);

        petitions.rated("LATE", 1, "Vẫn tắt", NOW);
        petitions.reopened("LATE", "ordinary", NOW);
        assertThat(kept()).isEqualTo(all);
        assertThatWhatIsToldIsCountedByHand(ALWAYS, ALL);

        petitions.answered("LATE", "Đã xử lý lại", NOW.minus(50, DAYS));
        assertThatWhatIsToldIsCountedByHand(ALWAYS, ALL);
    }

    @Test
    void who_asks_while_a_fact_of_a_time_long_gone_is_added_waits_for_it() throws Exception {
        petition("LATE", NOW.minus(101, DAYS));
        var asker = transaction.execute(status -> {
            petitions.answered("LATE", "Đã xử lý", NOW.minus(100, DAYS));
            var asking = CompletableFuture.supplyAsync(() -> asked(ALWAYS, ALL));
            untilItWaits(asking);
            return asking;
        });

        assertThat(asker.get()).containsExactlyInAnyOrderElementsOf(countedByHand(ALWAYS, ALL));
        assertThatWhatIsToldIsCountedByHand(ALWAYS, ALL);
    }

    @Test
    void who_adds_a_fact_of_a_time_somebody_is_just_asking_about_takes_back_what_he_keeps() throws Exception {
        petition("LATE", NOW.minus(101, DAYS));
        var adder = transaction.execute(status -> {
            results.rates(ALWAYS, NOW, ALL);
            var adding = CompletableFuture.runAsync(() -> petitions.answered("LATE", "Đã xử lý", NOW.minus(100, DAYS)));
            untilItWaits(adding);
            return adding;
        });
        adder.get();

        assertThatWhatIsToldIsCountedByHand(ALWAYS, ALL);
    }

    /** Or has not waited: then what is told afterwards says so. */
    private void untilItWaits(CompletableFuture<?> other) {
        while (!other.isDone()
                && !jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                        .query(Boolean.class)
                        .single()) {
            Thread.onSpinWait();
        }
    }

    // --- lists

    private static final Map<String, Function<Result, Comparable<?>>> COLUMNS = Map.of(
            "code", Result::code,
            "agency", Result::agency,
            "field", Result::field,
            "outcome", Result::outcome,
            "beganAt", Result::beganAt,
            "finishedAt", Result::finishedAt,
            "dueAt", Result::dueAt,
            "rating", Result::rating,
            "elapsed", row -> Duration.between(row.beganAt(), row.finishedAt()),
            "", Result::finishedAt);

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void the_pages_of_a_list_are_the_whole_list_in_its_order_whichever_end_they_are_read_from() {
        COLUMNS.forEach((name, column) -> {
            for (var descending : List.of(true, false)) {
                var pages = new ArrayList<Result>();
                for (var page = 0; page <= 9; page++) {
                    var part = new Part(name, descending, page, 110);
                    var found = transaction.execute(status -> results.list(days(800, -20), NOW, ALL, part));
                    assertThat(found.total()).isEqualTo(facts().size());
                    assertThat(found.rows()).hasSize(Math.max(0, Math.min(110, CASES - 110 * page)));
                    pages.addAll(found.rows());
                }
                assertThat(pages).doesNotHaveDuplicates().hasSize(CASES);
                Comparator natural = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
                assertThat(pages)
                        .as(name)
                        .isSortedAccordingTo((one, other) -> Objects.compare(
                                (Comparable) column.apply(one),
                                (Comparable) column.apply(other),
                                Comparator.nullsLast(natural)));
            }
        });
    }

    @Test
    void what_was_open_and_late_at_the_end_of_a_period_is_listed_from_either_end() {
        var period = days(800, 300);
        var whole = transaction.execute(status -> results.list(
                period, NOW, new Filter(null, null, null, Lateness.OPEN), new Part("dueAt", false, 0, 200)));
        assertThat(whole.rows()).isNotEmpty().hasSize((int) whole.total());
        var single = new ArrayList<Result>();
        for (var page = 0; page < whole.total(); page++) {
            var part = new Part("dueAt", false, page, 1);
            single.addAll(transaction
                    .execute(status -> results.list(period, NOW, new Filter(null, null, null, Lateness.OPEN), part))
                    .rows());
        }
        assertThat(single).isEqualTo(whole.rows());
    }
}
