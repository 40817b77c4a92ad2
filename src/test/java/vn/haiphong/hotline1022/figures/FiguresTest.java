package vn.haiphong.hotline1022.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.inform.CountLate;
import vn.haiphong.hotline1022.application.inform.IssueReport;
import vn.haiphong.hotline1022.application.inform.ListLate;
import vn.haiphong.hotline1022.application.inform.MeasureActivities;
import vn.haiphong.hotline1022.application.inform.RateAnswers;
import vn.haiphong.hotline1022.application.inform.ReportMonth;
import vn.haiphong.hotline1022.application.inform.ReportMonth.Report;
import vn.haiphong.hotline1022.application.inform.SearchResults;
import vn.haiphong.hotline1022.application.inform.ShowRecord;
import vn.haiphong.hotline1022.application.port.CaseResults;
import vn.haiphong.hotline1022.application.port.CaseResults.Lateness;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.LateLimits.Which;
import vn.haiphong.hotline1022.application.port.Period;
import vn.haiphong.hotline1022.application.port.ReportPapers;
import vn.haiphong.hotline1022.application.port.Sheets;
import vn.haiphong.hotline1022.application.port.Sheets.Sheet;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.support.BusyHouse;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** The figures of a house that has lived for three weeks, counted a second time by hand: from rows, in Java. */
@HouseTest
@Tag("alone") // weeks pass here
class FiguresTest {

    private static final LocalDate FROM = LocalDate.of(2024, 9, 1);
    private static final LocalDate TO = LocalDate.of(2024, 10, 31);
    private static final Part ALL = new Part("", false, 0, 200);

    @Autowired
    House house;

    @Autowired
    RatePetition rate;

    @Autowired
    CountLate countLate;

    @Autowired
    ListLate listLate;

    @Autowired
    RateAnswers rateAnswers;

    @Autowired
    CaseResults results;

    @Autowired
    SearchResults searchResults;

    @Autowired
    MeasureActivities measureActivities;

    @Autowired
    ShowRecord showRecord;

    @Autowired
    ReportMonth reportMonth;

    @Autowired
    IssueReport issueReport;

    @Autowired
    Sheets sheets;

    @Autowired
    ReportPapers papers;

    private static BusyHouse lived;

    @BeforeEach
    void live() {
        if (lived == null) {
            lived = new BusyHouse(house, rate).live();
        }
    }

    // --- a second count

    private record Limit(String code, String agency, String step, int level, Instant due, Instant paused) {}

    private List<Limit> openLimits() {
        return house.jdbc
                .sql(
                        "select d.*, p.lead_agency from deadline d, petition p where p.code = petition_code and ended_at is null")
                .query((row, i) -> new Limit(
                        row.getString("petition_code"),
                        row.getString("step").equals("handle")
                                ? String.valueOf(row.getString("lead_agency"))
                                : row.getString("agency_code"),
                        row.getString("step"),
                        row.getInt("level"),
                        row.getTimestamp("due_at").toInstant(),
                        row.getTimestamp("paused_at") == null
                                ? null
                                : row.getTimestamp("paused_at").toInstant()))
                .list();
    }

    private record Answer(String code, String agency, Instant at, Instant due, boolean extended, Duration took) {}

    /** From the history of events, not from the facts the figures are made of. */
    private List<Answer> answers() {
        return house.jdbc
                .sql("""
                        select e.petition_code as code, e.at, e.agency_code,
                               (select max(b.at) from petition_event b where b.petition_code = e.petition_code
                                   and b.type in ('received', 'reopened') and b.at <= e.at) as began,
                               (select d.due_at from deadline d where d.petition_code = e.petition_code
                                   and d.step = 'handle' and d.started_at <= e.at order by d.id desc limit 1) as due,
                               exists (select from petition_event x where x.petition_code = e.petition_code
                                   and x.type = 'extended') as extended
                          from petition_event e where e.type = 'answered'
                        """)
                .query((row, i) -> new Answer(
                        row.getString("code"),
                        row.getString("agency_code"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("due").toInstant(),
                        row.getBoolean("extended"),
                        Duration.between(
                                row.getTimestamp("began").toInstant(),
                                row.getTimestamp("at").toInstant())))
                .list();
    }

    private List<Long> rows(String sql, Object... parameters) {
        return house.jdbc.sql(sql).params(parameters).query(Long.class).list();
    }

    // --- what is late

    @Test
    void late_is_what_is_open_past_its_limit_and_not_paused_by_agency_step_and_level() {
        var now = house.now();
        var late = openLimits().stream()
                .filter(limit -> limit.paused() == null && limit.due().isBefore(now))
                .toList();
        var board = countLate.now(null, null, null);

        assertThat(late).isNotEmpty();
        assertThat(board.total().late()).isEqualTo(late.size());
        assertThat(board.total().lateCases())
                .isEqualTo(late.stream().map(Limit::code).distinct().count());
        assertThat(board.total().longestLate())
                .isEqualTo(late.stream()
                        .map(Limit::due)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        for (var line : board.byAgency()) {
            var agency = line.key().equals("1022") ? "" : line.key();
            assertThat(line.late())
                    .as(line.name())
                    .isEqualTo(late.stream()
                            .filter(limit -> limit.agency().equals(agency))
                            .count());
            assertThat(listLate.of(Which.LATE, line.key(), null, null, ALL).total())
                    .isEqualTo(line.late());
        }
        for (var line : board.byStep()) {
            assertThat(line.late())
                    .as(line.name())
                    .isEqualTo(late.stream()
                            .filter(limit -> limit.step().equals(line.key()))
                            .count());
        }
        for (var line : board.byLevel()) {
            assertThat(line.late())
                    .as(line.name())
                    .isEqualTo(late.stream()
                            .filter(limit -> limit.level() == Integer.parseInt(line.key()))
                            .count());
        }
        assertThat(board.byAgency().stream().mapToLong(CountLate.Line::late).sum())
                .isEqualTo(board.total().late());
        assertThat(board.definitions()).containsKeys("late", "lateCases", "soon", "paused");
    }

    @Test
    void what_waits_for_the_citizen_is_paused_and_neither_late_nor_due() {
        var list = listLate.of(Which.PAUSED, null, null, null, ALL);

        assertThat(list.rows()).extracting(ListLate.Line::code).containsExactly(lived.paused);
        assertThat(countLate.now(null, null, null).total().paused()).isEqualTo(1);
        assertThat(listLate.of(Which.LATE, null, null, null, ALL).rows())
                .extracting(ListLate.Line::code)
                .doesNotContain(lived.paused)
                .contains(lived.openLate, lived.opening, lived.unclassified);
    }

    @Test
    void what_is_due_within_a_day_is_not_yet_late() {
        var now = house.now();
        var soon = openLimits().stream()
                .filter(limit -> limit.paused() == null
                        && !limit.due().isBefore(now)
                        && limit.due().isBefore(now.plus(Duration.ofDays(1))))
                .toList();

        assertThat(soon).extracting(Limit::code).contains(lived.dueSoon);
        assertThat(countLate.now(null, null, null).total().soon()).isEqualTo(soon.size());
    }

    @Test
    void the_limit_of_the_whole_case_is_its_lead_agencys() {
        assertThat(listLate.of(Which.LATE, "TNHP", "handle", null, ALL).rows())
                .extracting(ListLate.Line::code)
                .contains(lived.openLate)
                .doesNotContain(lived.opening);
    }

    // --- rates

    @Test
    void the_rate_counts_open_and_late_cases_and_never_mixes_extended_ones_in() {
        var answers = answers();
        var rates = rateAnswers.of(FROM, TO, null, null);
        var total = rates.total();

        assertThat(total.answered()).isEqualTo(answers.size());
        assertThat(total.onTime())
                .isEqualTo(answers.stream()
                        .filter(one -> !one.at().isAfter(one.due()) && !one.extended())
                        .count());
        assertThat(total.extended())
                .isEqualTo(answers.stream()
                        .filter(one -> !one.at().isAfter(one.due()) && one.extended())
                        .count())
                .isEqualTo(1);
        assertThat(total.late())
                .isEqualTo(answers.stream()
                        .filter(one -> one.at().isAfter(one.due()))
                        .count())
                .isEqualTo(1);
        var open = openLimits().stream()
                .filter(limit -> limit.step().equals("handle")
                        && limit.paused() == null
                        && limit.due().isBefore(house.now()))
                .count();
        assertThat(total.open()).isEqualTo(open).isPositive();
        assertThat(total.counted()).isEqualTo(answers.size() + open);
        assertThat(total.rate()).isEqualTo((double) total.onTime() / total.counted());
        assertThat(total.medianSeconds()).isEqualTo(percentile(answers, 0.5));
        assertThat(total.ninetiethSeconds()).isEqualTo(percentile(answers, 0.9));
    }

    private static long percentile(List<Answer> answers, double share) {
        var seconds =
                answers.stream().map(one -> one.took().toSeconds()).sorted().toList();
        return seconds.get((int) Math.ceil(share * seconds.size()) - 1);
    }

    @Test
    void every_number_of_a_rate_leads_to_the_cases_it_counts() {
        var rates = rateAnswers.of(FROM, TO, null, null);
        for (var line : rates.byAgency()) {
            assertThat(total(line.key(), null, Lateness.ON_TIME)).isEqualTo(line.onTime());
            assertThat(total(line.key(), null, Lateness.EXTENDED)).isEqualTo(line.extended());
            assertThat(total(line.key(), null, Lateness.LATE)).isEqualTo(line.late());
            assertThat(total(line.key(), null, Lateness.OPEN)).isEqualTo(line.open());
        }
        for (var line : rates.byField()) {
            assertThat(total(null, line.key(), Lateness.ON_TIME)).isEqualTo(line.onTime());
            assertThat(total(null, line.key(), Lateness.OPEN)).isEqualTo(line.open());
        }
        assertThat(rates.byAgency().stream()
                        .mapToLong(RateAnswers.Line::counted)
                        .sum())
                .isEqualTo(rates.total().counted());
    }

    private long total(String agency, String field, Lateness lateness) {
        return searchResults
                .matching(FROM, TO, null, agency, field, lateness, ALL)
                .total();
    }

    @Test
    void a_case_answered_after_a_period_was_open_and_late_at_its_end() {
        var lateDay = LocalDate.of(2024, 9, 20); // answered on the 23rd, due on the 19th
        var rates = rateAnswers.of(FROM, lateDay, null, null);

        assertThat(searchResults
                        .matching(FROM, lateDay, null, null, null, Lateness.OPEN, ALL)
                        .rows())
                .extracting(SearchResults.Line::code)
                .contains(lived.answeredLate, lived.openLate);
        assertThat(rates.total().late()).isZero();
    }

    @Test
    void an_answer_that_was_reopened_stays_in_the_figures() {
        var found = searchResults
                .matching(FROM, TO, lived.reopened, null, null, null, ALL)
                .rows();

        assertThat(found).extracting(SearchResults.Line::latenessName).containsExactly("Đúng hạn");
        assertThat(found).extracting(SearchResults.Line::rating).containsExactly("Không hài lòng");
    }

    @Test
    @Tag("A-39")
    void what_became_of_the_answers_is_told_of_each_answer_once_and_a_reopened_one_is_not_settled() {
        var outcomes = results.outcomes(new Period(
                FROM.atStartOfDay(WorkingCalendar.OFFICE).toInstant(),
                TO.plusDays(1).atStartOfDay(WorkingCalendar.OFFICE).toInstant()));

        for (var line : rateAnswers.of(FROM, TO, null, null).byAgency()) {
            assertThat(outcomes.stream()
                            .filter(one -> one.agency().equals(line.key()))
                            .mapToLong(CaseResults.Outcomes::answered)
                            .sum())
                    .as(line.name())
                    .isEqualTo(line.answered());
        }
        var ofReopened = outcomes.stream()
                .filter(one -> one.agency().equals("TNHP"))
                .findFirst()
                .orElseThrow();
        assertThat(ofReopened.reopened()).isEqualTo(1);
        assertThat(ofReopened.settled()).isLessThan(ofReopened.answered());
        assertThat(ofReopened.rated()).isEqualTo(1);
        assertThat(ofReopened.satisfied()).isZero();
    }

    @Test
    void small_numbers_say_so() {
        var rates = rateAnswers.of(FROM, TO, null, null);

        assertThat(rates.smallNumber()).isEqualTo(10);
        assertThat(rates.byAgency()).allSatisfy(line -> assertThat(line.small()).isEqualTo(line.counted() < 10));
        assertThat(rates.byAgency()).anyMatch(RateAnswers.Line::small);
    }

    @Test
    void finished_cases_are_found_by_code_agency_field_period_and_lateness() {
        assertThat(searchResults
                        .matching(FROM, TO, lived.answeredLate.substring(10), null, null, null, ALL)
                        .rows())
                .extracting(SearchResults.Line::code)
                .contains(lived.answeredLate);
        assertThat(searchResults
                        .matching(FROM, TO, null, "CSHP", "chieu_sang", Lateness.LATE, ALL)
                        .rows())
                .extracting(SearchResults.Line::code)
                .containsExactly(lived.answeredLate);
        assertThat(searchResults
                        .matching(FROM, LocalDate.of(2024, 9, 15), null, null, null, null, ALL)
                        .total())
                .isZero();
        assertThat(searchResults.matching(FROM, TO, "_", null, null, null, ALL).total())
                .isZero();
    }

    // --- activities

    @Test
    void dwell_times_and_open_cases_of_an_activity_are_those_of_its_instances() {
        var figures = measureActivities.of("agency-handling", FROM, TO);
        var finished = house
                .history
                .createHistoricActivityInstanceQuery()
                .activityId("userTask_resolvePetition")
                .finished()
                .list()
                .stream()
                .map(one -> one.getDurationInMillis() / 1000)
                .sorted()
                .toList();
        var resolving = figures.rows().stream()
                .filter(one -> one.id().equals("userTask_resolvePetition"))
                .findFirst()
                .orElseThrow();

        assertThat(resolving.finished()).isEqualTo(finished.size());
        assertThat(resolving.medianSeconds()).isEqualTo(finished.get((int) Math.ceil(finished.size() * 0.5) - 1));
        assertThat(resolving.ninetiethSeconds()).isEqualTo(finished.get((int) Math.ceil(finished.size() * 0.9) - 1));
        assertThat(resolving.open())
                .isEqualTo(house.tasks
                        .createTaskQuery()
                        .taskDefinitionKey("userTask_resolvePetition")
                        .count());
        assertThat(measureActivities
                        .at("agency-handling", resolving.id(), true, ALL)
                        .rows())
                .extracting(MeasureActivities.Place::code)
                .contains(lived.openLate)
                .hasSize((int) resolving.late());
    }

    @Test
    void dwell_times_of_days_that_are_over_are_kept_and_remain_what_they_were() {
        for (var time = 0; time < 2; time++) {
            for (var figures : List.of(
                    measureActivities.of("agency-handling", FROM, TO),
                    measureActivities.of("agency-handling", LocalDate.of(2024, 9, 16), LocalDate.of(2024, 9, 23)))) {
                for (var activity :
                        List.of("userTask_acceptAssignment", "userTask_resolvePetition", "userTask_approveReply")) {
                    var seconds = rows(
                            "select duration_ / 1000 from act_hi_actinst where act_id_ = ? and end_time_ >= ? and end_time_ < ?"
                                    + " order by 1",
                            activity,
                            Timestamp.from(at(figures.from() + "T00:00:00+07:00")),
                            Timestamp.from(at(figures.to() + "T23:59:59.999+07:00")));
                    assertThat(figures.rows())
                            .filteredOn(one -> one.id().equals(activity))
                            .singleElement()
                            .satisfies(one -> {
                                assertThat(one.finished()).isEqualTo(seconds.size());
                                assertThat(one.medianSeconds())
                                        .isEqualTo(seconds.get((int) Math.ceil(seconds.size() * 0.5) - 1));
                            });
                }
            }
        }
        assertThat(rows("select count(distinct began) from dwell_day where activity <> ''")
                        .get(0))
                .isGreaterThan(1);
    }

    // --- one case

    @Test
    void a_record_shows_who_was_told_and_what_was_done_and_nothing_of_the_petitioner() {
        for (var code : lived.all()) {
            var record = showRecord.of(code).orElseThrow();
            assertThat(record.toString())
                    .doesNotContain("Phạm Thị Kín")
                    .doesNotContain("kin@example.vn")
                    .doesNotContain("987654321")
                    .doesNotContain("Tô Hiệu");
        }
        var late = showRecord.of(lived.openLate).orElseThrow();
        assertThat(late.limits()).anySatisfy(limit -> {
            assertThat(limit.status()).isEqualTo("late");
            assertThat(limit.level()).isPositive();
        });
        assertThat((long) late.notices().size())
                .isEqualTo(rows("select count(*) from notice where petition_code = ?", lived.openLate)
                        .get(0));
        assertThat(showRecord.of(lived.extended).orElseThrow().actions())
                .extracting(ShowRecord.Action::what)
                .contains("Đồng ý gia hạn", "Trả lời");
        assertThat(showRecord.of(lived.extended).orElseThrow().originalDueAt()).isNotNull();
    }

    @Test
    void a_confidential_case_is_its_code_and_nothing_more() {
        var record = showRecord.of(lived.confidential).orElseThrow();

        assertThat(record.confidential()).isTrue();
        assertThat(record.field()).isEqualTo("Mật");
        assertThat(record.actions())
                .allSatisfy(action -> assertThat(action.note()).isEmpty());
        assertThat(listLate.of(Which.LATE, null, null, null, ALL).rows())
                .filteredOn(line -> line.code().equals(lived.confidential))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.field()).isEqualTo("Mật"));
        assertThat(rateAnswers.of(FROM, TO, null, null).byField())
                .extracting(RateAnswers.Line::key)
                .doesNotContain("to_cao");
    }

    // --- exports

    @Test
    void a_csv_opens_with_vietnamese_letters_and_runs_no_formula() throws IOException {
        var sheet = new Sheet(
                "Thử",
                List.of(),
                List.of("Cơ quan", "Số"),
                reader -> List.of(
                                List.of("=HYPERLINK(\"http://x\")", 1.5),
                                List.of("Thoát nước; \"Hải Phòng\"\nhai dòng", 2L))
                        .forEach(reader));
        var out = new ByteArrayOutputStream();
        sheets.csv(sheet, out);
        var text = out.toString(StandardCharsets.UTF_8);

        assertThat(text).startsWith("\uFEFF");
        var records = CSVFormat.EXCEL
                .builder()
                .setDelimiter(';')
                .get()
                .parse(new java.io.StringReader(text.substring(1)))
                .getRecords();
        assertThat(records.get(0).toList()).containsExactly("Cơ quan", "Số");
        assertThat(records.get(1).toList()).containsExactly("'=HYPERLINK(\"http://x\")", "1,5");
        assertThat(records.get(2).toList()).containsExactly("Thoát nước; \"Hải Phòng\"\nhai dòng", "2");
    }

    @Test
    void the_export_of_a_list_is_the_whole_list() throws IOException {
        var out = new ByteArrayOutputStream();
        sheets.csv(searchResults.sheet(FROM, TO, null, null, null, null), out);
        var records = CSVFormat.EXCEL
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(
                        out.toString(StandardCharsets.UTF_8).substring(1)))
                .getRecords();

        assertThat(records.stream().map(record -> record.get("Mã hồ sơ")).toList())
                .containsExactlyInAnyOrderElementsOf(house.jdbc
                        .sql("select petition_code from case_fact")
                        .query(String.class)
                        .list());

        var excel = dataRows(listLate.sheet(Which.LATE, null, null, null));
        assertThat(excel)
                .hasSize(1 + (int) countLate.now(null, null, null).total().late());
        assertThat(String.join("", excel)).contains(lived.openLate);
    }

    /** The rows of the first worksheet, as they stand in the file. */
    private List<String> dataRows(Sheet sheet) throws IOException {
        var file = Files.createTempFile("board", ".xlsx");
        try (var out = Files.newOutputStream(file)) {
            sheets.xlsx(sheet, out);
        }
        try (var zip = new ZipFile(file.toFile());
                var worksheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return Pattern.compile("<row .*?</row>")
                    .matcher(new String(worksheet.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(MatchResult::group)
                    .toList();
        }
    }

    // --- the month

    @Test
    void the_report_of_a_month_equals_a_hand_count() {
        var report = draft(YearMonth.of(2024, 9));
        var from = at("2024-09-01T00:00:00+07:00");
        var to = at("2024-10-01T00:00:00+07:00");
        var answers = answers().stream()
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                .toList();

        assertThat(report.received())
                .isEqualTo(rows(
                                "select count(*) from petition where received_at >= ? and received_at < ?",
                                Timestamp.from(from),
                                Timestamp.from(to))
                        .get(0));
        for (var line : report.rows()) {
            var own = answers.stream()
                    .filter(one -> one.agency().equals(line.key()))
                    .toList();
            assertThat(line.onTime())
                    .as(line.name())
                    .isEqualTo(own.stream()
                            .filter(one -> !one.at().isAfter(one.due()) && !one.extended())
                            .count());
            assertThat(line.extendedOnTime())
                    .isEqualTo(own.stream()
                            .filter(one -> !one.at().isAfter(one.due()) && one.extended())
                            .count());
            var bounds = List.of(1, 3, 5);
            for (var i = 0; i <= bounds.size(); i++) {
                var above = i == 0 ? Duration.ZERO : Duration.ofDays(bounds.get(i - 1));
                var below = i == bounds.size() ? Duration.ofDays(9999) : Duration.ofDays(bounds.get(i));
                assertThat(line.late().get(i))
                        .as(line.name() + " late " + i)
                        .isEqualTo(own.stream()
                                .filter(one -> one.at().isAfter(one.due()))
                                .map(one -> Duration.between(one.due(), one.at()))
                                .filter(late -> late.compareTo(above) > 0 && late.compareTo(below) <= 0)
                                .count());
            }
            assertThat(line.received())
                    .isEqualTo(rows(
                                    "select count(distinct petition_code) from handling where lead and agency_code = ?"
                                            + " and assigned_at >= ? and assigned_at < ?",
                                    line.key(),
                                    Timestamp.from(from),
                                    Timestamp.from(to))
                            .get(0));
        }
        assertThat(line(report, "TNHP").extended()).isEqualTo(1);
        assertThat(line(report, "TNHP").reopened()).isEqualTo(1);
        assertThat(line(report, "TNHP").rated()).isEqualTo(1);
        assertThat(line(report, "TNHP").satisfied()).isZero();
        assertThat(line(report, "CSHP").satisfied()).isEqualTo(1);
        assertThat(line(report, "PCHP").returned()).isEqualTo(1);
        assertThat(line(report, "TNHP").lateOpen()).isEqualTo(2); // openLate, and the reopened one
    }

    private Report draft(YearMonth month) {
        return reportMonth.of(month, 0).orElseThrow();
    }

    private static ReportMonth.Line line(Report report, String agency) {
        return report.rows().stream()
                .filter(line -> line.key().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    @Test
    void an_issued_month_never_changes_and_a_correction_is_one_more_edition() throws IOException {
        var month = YearMonth.of(2024, 9);
        assertThatThrownBy(() -> issueReport.of(YearMonth.of(2024, 10), 1, null, "manager"))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(issueReport.of(month, 1, null, "manager")).isEqualTo(1);
        var issued = reportMonth.of(month, null).orElseThrow();
        var before = dataRows(reportMonth.sheet(issued));

        // Somebody finds an answer of that month that nobody had entered, and the calendar of small numbers changes.
        house.jdbc
                .sql(
                        "insert into case_fact (petition_code, round, outcome, agency_code, field, began_at, finished_at, due_at,"
                                + " original_due_at, extensions) select code, 7, 'answered', 'CSHP', 'chieu_sang', received_at,"
                                + " received_at + interval '1 hour', received_at + interval '2 hours', null, 0 from petition"
                                + " where code = ?")
                .param(lived.openLate)
                .update();
        house.jdbc
                .sql("update setting set value = '2' where name = 'figures.small-number'")
                .update();
        house.jdbc.sql("update report_row set on_time = 99").update();
        house.jdbc.sql("delete from report_issue").update();

        try {
            assertThat(dataRows(reportMonth.sheet(reportMonth.of(month, 1).orElseThrow())))
                    .isEqualTo(before);
            assertThat(line(draft(month), "CSHP").onTime())
                    .isEqualTo(line(issued, "CSHP").onTime() + 1);

            assertThatThrownBy(() -> issueReport.of(month, 2, " ", "manager")).isInstanceOf(BusinessRefusal.class);
            assertThatThrownBy(() -> issueReport.of(month, 1, "Lại", "manager")).isInstanceOf(BusinessRefusal.class);
            assertThat(issueReport.of(month, 2, "Bổ sung một trả lời", "manager"))
                    .isEqualTo(2);
            var second = reportMonth.of(month, null).orElseThrow();
            assertThat(second.edition().reason()).isEqualTo("Bổ sung một trả lời");
            assertThat(line(second, "CSHP").onTime())
                    .isEqualTo(line(issued, "CSHP").onTime() + 1);
            assertThat(dataRows(reportMonth.sheet(reportMonth.of(month, 1).orElseThrow())))
                    .isEqualTo(before);
        } finally {
            house.jdbc.sql("delete from case_fact where round = 7").update();
            house.jdbc
                    .sql("update setting set value = '10' where name = 'figures.small-number'")
                    .update();
        }

        var out = new ByteArrayOutputStream();
        papers.pdf(reportMonth.paper(issued), out);
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Tháng 09/2024", "Số liệu đã chốt lần 1", "Toàn thành phố", "Đúng hạn sau gia hạn");
        }
        Files.createDirectories(Path.of("target", "screens"));
        Files.write(Path.of("target", "screens", "report.pdf"), out.toByteArray());
    }
}
