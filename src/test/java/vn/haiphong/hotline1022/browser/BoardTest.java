package vn.haiphong.hotline1022.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.support.BusyHouse;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** The board as a manager sees it in Cockpit: every figure on every page is compared with a count in SQL. */
@HouseTest
@Tag("alone") // weeks pass here
class BoardTest {

    private static final String LATE =
            " from deadline d join petition p on p.code = d.petition_code where d.ended_at is null"
                    + " and d.paused_at is null and d.step <> 'supplement' and d.due_at < :now";
    private static final String WHOSE = "case when d.step = 'handle' then p.lead_agency else d.agency_code end";
    private static final String PERIOD = "?from=2024-09-01&to=2024-10-31";

    private static Chromium chromium;
    private static BusyHouse lived;
    private static BrowserContext screen; // who has come in once stays, with all that was loaded

    @RegisterExtension
    static final AfterTestExecutionCallback SCREENS_OF_A_FAILURE = context -> {
        if (context.getExecutionException().isPresent()) {
            chromium.keepAll("failed-" + context.getRequiredTestMethod().getName());
        }
    };

    @Autowired
    House house;

    @Autowired
    RatePetition rate;

    private Desk manager;

    @BeforeAll
    static void open() {
        var program = Chromium.program();
        assumeTrue(program.isPresent(), "No Chromium on this machine, so nothing is looked at; .ci/run installs one");
        chromium = Chromium.start(program.get());
    }

    @BeforeEach
    void comeIn() {
        if (lived == null) {
            lived = new BusyHouse(house, rate).live();
        }
        var cockpit = house.url("/camunda/app/cockpit/default/");
        if (screen == null) {
            screen = chromium.screen(1366, 768);
        }
        manager = Desk.of(screen, cockpit, "manager");
    }

    @AfterEach
    void leaveThePage() {
        manager.page.close();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    // --- looking and counting

    private Page at(String place) {
        manager.page.navigate(house.url("/camunda/app/cockpit/default/#" + place));
        manager.page.locator(".board[data-ready]").first().waitFor();
        return manager.page;
    }

    private long count(String sql) {
        return house.jdbc
                .sql(sql)
                .param("now", Timestamp.from(house.now()))
                .query(Long.class)
                .single();
    }

    private Map<String, Long> counts(String sql) {
        return house
                .jdbc
                .sql(sql)
                .param("now", Timestamp.from(house.now()))
                .query((row, i) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The number of a tile. */
    private static long tile(Page page, String name) {
        return Long.parseLong(page.locator(".board-tile", new Page.LocatorOptions().setHasText(name))
                .first()
                .locator(".board-tile-value")
                .innerText()
                .replace(".", ""));
    }

    private static Locator section(Page page, String title) {
        return page.locator(".board-section", new Page.LocatorOptions().setHasText(title))
                .first();
    }

    /** The cells of one column by the name in the first, the total left out. */
    private static Map<String, Long> column(Locator section, int column) {
        return section.locator("tbody tr:not(.board-total)").all().stream()
                .collect(Collectors.toMap(
                        row -> row.locator("td").first().innerText(),
                        row -> Long.parseLong(
                                row.locator("td").nth(column).innerText().replace(".", ""))));
    }

    private String agency(String code) {
        return code.isEmpty()
                ? "Tổng đài 1022"
                : house.jdbc
                        .sql("select name from agency where code = ? order by valid_from desc limit 1")
                        .param(code)
                        .query(String.class)
                        .single();
    }

    private Map<String, Long> named(Map<String, Long> byCode) {
        return byCode.entrySet().stream()
                .collect(Collectors.toMap(entry -> agency(entry.getKey()), Map.Entry::getValue));
    }

    private static Map<String, Long> positive(Map<String, Long> numbers) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All of it can be read without moving the screen sideways, and the browser has nothing to complain about. */
    private void fits(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var over = (Number) page.evaluate("() => { const page = document.querySelector('.board-page') || document.body;"
                + " return page.scrollWidth - page.clientWidth; }");
        assertThat(over.intValue())
                .as("beyond the right edge of %s", page.url())
                .isLessThanOrEqualTo(0);
        assertThat(manager.complaints()).isEmpty();
    }

    /** Keeps a picture of all of it, not only of what a screen shows at once. */
    private static void look(Page page, String name) {
        var height = (Number)
                page.evaluate("() => Math.max(768, ...[...document.querySelectorAll('.board-page, .board-tab')]"
                        + ".map(part => part.scrollHeight + part.getBoundingClientRect().top + 40))");
        page.setViewportSize(1366, height.intValue());
        Chromium.keep(page, name);
        page.setViewportSize(1366, 768);
    }

    // --- pages

    @Test
    void the_dashboard_says_what_is_late_and_leads_to_it() {
        var page = at("/dashboard");

        assertThat(tile(page, "Đang quá hạn")).isEqualTo(count("select count(*)" + LATE));
        fits(page);
        look(page, "board-dashboard");
        page.locator(".board-tile", new Page.LocatorOptions().setHasText("Đang quá hạn"))
                .click();
        assertThat(page.locator(".board-count").first()).hasText(count("select count(*)" + LATE) + " dòng");
        at("/dashboard");
        page.locator("a[href='#/thoi-han']:visible").first().click();
        assertThat(page.locator("h1")).hasText("Bảng điều hành thời hạn");
    }

    @Test
    void every_number_of_the_board_is_the_database_own() {
        var page = at("/thoi-han" + PERIOD);

        assertThat(tile(page, "Đang quá hạn")).isEqualTo(count("select count(*)" + LATE));
        assertThat(tile(page, "Tạm dừng"))
                .isEqualTo(count("select count(*) from deadline where ended_at is null and paused_at is not null and"
                        + " :now::timestamptz is not null"));
        assertThat(tile(page, "Đến hạn trong 24 giờ"))
                .isEqualTo(count("select count(*) from deadline where ended_at is null and paused_at is null"
                        + " and due_at >= :now and due_at < :now::timestamptz + interval '24 hours'"));
        var byAgency = section(page, "theo cơ quan");
        assertThat(positive(column(byAgency, 1)))
                .isEqualTo(named(counts("select " + WHOSE + ", count(*)" + LATE + " group by 1")));
        assertThat(positive(column(byAgency, 2)))
                .isEqualTo(
                        named(counts("select " + WHOSE + ", count(distinct d.petition_code)" + LATE + " group by 1")));
        assertThat(positive(column(section(page, "Theo cấp đã báo"), 1)).values())
                .containsExactlyInAnyOrderElementsOf(counts("select d.level::text, count(*)" + LATE + " group by 1")
                        .values());
        var byStep = section(page, "Theo bước");
        assertThat(byStep.locator("tbody tr").first().locator("td").nth(1))
                .not()
                .hasText("0");

        var rates = section(page, "Tỷ lệ đúng hạn theo cơ quan");
        assertThat(positive(column(rates, 2)))
                .isEqualTo(named(counts("select agency_code, count(*) from case_fact where lateness = 'on-time'"
                        + " and outcome = 'answered' and finished_at < :now group by 1")));
        assertThat(positive(column(rates, 5)))
                .isEqualTo(named(counts("select p.lead_agency, count(*) from petition p where closed_at is null"
                        + " and replied_at is null and due_at < :now group by 1")));
        assertThat(page.locator(".board-definitions").first()).containsText("Quá hạn:");
        fits(page);
        look(page, "board");
    }

    @Test
    void a_number_leads_to_its_cases_and_a_case_to_its_diagram() {
        var page = at("/thoi-han?agency=TNHP");
        var number = section(page, "theo cơ quan")
                .locator("tbody tr")
                .first()
                .locator("td a")
                .first();
        var late = number.innerText();
        number.click();

        assertThat(page.locator(".board-count").first()).hasText(late + " dòng");
        assertThat(page.locator("tbody")).containsText(lived.openLate);
        assertThat(page.locator("body")).not().containsText("Tô Hiệu");
        fits(page);
        look(page, "board-late");

        page.locator("tbody tr", new Page.LocatorOptions().setHasText(lived.openLate))
                .locator("a[href*='process-instance']")
                .first()
                .click();
        page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("Hồ sơ thời hạn"))
                .click();
        page.locator(".board-tab[data-ready]").waitFor();
        assertThat(page.locator(".board-tab")).containsText("Quá hạn");
        assertThat(page.locator(".board-tab")).containsText("Báo quá hạn");
        look(page, "board-instance");

        page.locator(".board-record-head a").click();
        page.locator(".board-page[data-ready]").waitFor();
        page.locator("details summary").first().click();
        var record = page.locator(".board-page");
        assertThat(section(page, "Thư và thông báo").locator("tbody tr")).hasCount((int)
                count("select count(*) from notice where :now::timestamptz is not null and petition_code = '"
                        + lived.openLate + "'"));
        assertThat(record).not().containsText("Phạm Thị Kín");
        fits(page);
        look(page, "board-record");
    }

    @Test
    void finished_cases_are_searched_and_found() {
        var page = at("/thoi-han/ho-so" + PERIOD);
        assertThat(page.locator(".board-count").first())
                .hasText(count("select count(*) from case_fact where finished_at < :now") + " dòng");
        fits(page);
        look(page, "board-results");

        page.getByLabel("Đúng hạn hay không").selectOption("late");
        assertThat(page.locator(".board-count").first())
                .hasText(count("select count(*) from case_fact where finished_at < :now and lateness = 'late'")
                        + " dòng");
        assertThat(page.locator("tbody")).containsText(lived.answeredLate);
        page.getByLabel("Đúng hạn hay không").selectOption("");
        page.getByLabel("Mã (hoặc một phần)").fill(lived.extended.substring(8));
        page.keyboard().press("Enter");
        assertThat(page.locator(".board-count").first()).hasText("1 dòng");
        assertThat(page.locator("tbody")).containsText("Đúng hạn sau gia hạn");
    }

    @Test
    void the_diagram_shows_where_work_stays_and_is_late() {
        var definition = house.runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("agency-handling")
                .list()
                .get(0)
                .getProcessDefinitionId();
        manager.page.navigate(
                house.url("/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime"));
        var page = manager.page;
        page.locator(".board-overlay").first().waitFor();
        page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("Thời gian và quá hạn"))
                .click();
        page.locator(".board-tab[data-ready]").waitFor();

        var row = page.locator(".board-tab tbody tr", new Page.LocatorOptions().setHasText("Xử lý, dự thảo trả lời"));
        assertThat(row.locator("td").nth(1))
                .hasText(String.valueOf(house.history
                        .createHistoricActivityInstanceQuery()
                        .activityId("userTask_resolvePetition")
                        .finished()
                        .count()));
        assertThat(row.locator("td").nth(5))
                .hasText(String.valueOf(house.tasks
                        .createTaskQuery()
                        .taskDefinitionKey("userTask_resolvePetition")
                        .count()));
        assertThat(page.locator(".board-overlay", new Page.LocatorOptions().setHasText("quá hạn"))
                        .first())
                .isVisible();
        assertThat(page.locator(".zoom [title], .navigation [title]")).not().hasCount(0);
        assertThat(page.locator("[title*=zoom]")).hasCount(0);
        look(page, "board-definition");
        assertThat(manager.complaints()).isEmpty();

        row.locator("td").nth(6).locator("a").click();
        page.locator(".board-page[data-ready]").waitFor();
        assertThat(page.locator("tbody")).containsText(lived.openLate);
        fits(page);
        look(page, "board-places");
    }

    @Test
    void a_month_is_issued_on_its_page() {
        var page = at("/thoi-han/bao-cao?month=2024-09");
        assertThat(page.locator(".board-draft")).containsText("Dự thảo");
        var onTime = count("select count(*) from case_fact where lateness = 'on-time' and outcome = 'answered'"
                + " and finished_at < '2024-10-01T00:00:00+07:00' and finished_at < :now");
        assertThat(page.locator(".board-total td").nth(2)).hasText(String.valueOf(onTime));
        look(page, "board-report-draft");

        page.locator("button", new Page.LocatorOptions().setHasText("Chốt số liệu"))
                .click();
        assertThat(page.locator(".board-issued")).containsText("Số liệu đã chốt lần 1");
        fits(page);
        look(page, "board-report");
        assertThat(house.jdbc
                        .sql("select issued_by from report_issue")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("manager"));

        for (var format : List.of("PDF", "XLSX", "CSV")) {
            var file = page.waitForDownload(
                    () -> page.locator(".board-exports a", new Page.LocatorOptions().setHasText(format))
                            .first()
                            .click());
            assertThat(file.suggestedFilename()).startsWith("bao-cao-1022-2024-09-lan-1");
            assertThat(file.failure()).isNull();
        }
    }

    @Test
    @Tag("A-34")
    void a_manager_has_it_proven_that_everybody_was_told_and_sees_who_was_not() {
        var page = at("/thoi-han");
        page.locator(".board-header nav a", new Page.LocatorOptions().setHasText("Kiểm chứng"))
                .click();
        page.getByLabel("Thời hạn đã qua từ ngày (đến lúc này)").fill("2024-09-16");
        page.locator("button", new Page.LocatorOptions().setHasText("Kiểm chứng"))
                .click();
        assertThat(page.locator(".board-issued")).containsText("Không ai bị bỏ sót");
        assertThat(result(page, "Đã báo")).hasText(String.valueOf(told()));
        assertThat(result(page, "Bỏ sót")).hasText("0");
        fits(page);
        look(page, "board-proof");

        var forgotten = house.jdbc
                .sql("delete from notice where petition_code = ? and kind = 'breach' and state = 'sent'"
                        + " and key like '%|L1|%' and recipient like '%officer@%' returning *")
                .param(lived.openLate)
                .query()
                .listOfRows();
        assertThat(forgotten).isNotEmpty();
        try {
            page.locator("button", new Page.LocatorOptions().setHasText("Kiểm chứng"))
                    .click();
            assertThat(page.locator(".board-wrong")).containsText("bỏ sót");
            assertThat(result(page, "Bỏ sót")).hasText(String.valueOf(forgotten.size()));
            assertThat(result(page, "Đã báo")).hasText(String.valueOf(told()));
            result(page, "Bỏ sót").locator("a").click();
            assertThat(page.locator(".board-count")).hasText(forgotten.size() + " dòng");
            var exception = section(page, "Cần xem lại").locator("tbody tr").first();
            assertThat(exception).containsText("Cấp 1");
            assertThat(exception).containsText("Chuyên viên");
            assertThat(exception).containsText((String) forgotten.get(0).get("recipient"));
            fits(page);
            look(page, "board-proof-missed");
            for (var format : List.of("PDF", "XLSX", "CSV")) {
                var file = page.waitForDownload(
                        () -> page.locator(".board-exports a", new Page.LocatorOptions().setHasText(format))
                                .first()
                                .click());
                assertThat(file.suggestedFilename()).startsWith("kiem-chung-bao-han-tu-2024-09-16");
                assertThat(file.failure()).isNull();
                file.saveAs(java.nio.file.Path.of("target", "screens", file.suggestedFilename()));
            }
            exception.locator("a").first().click();
            assertThat(page.locator("h1")).hasText("Hồ sơ " + lived.openLate);
        } finally {
            forgotten.forEach(this::putBack);
        }
    }

    /** The number of one finding in the table of results. */
    private static Locator result(Page page, String finding) {
        return section(page, "Thời hạn đã qua từ")
                .locator("tbody tr", new Locator.LocatorOptions().setHasText(finding))
                .first()
                .locator("td")
                .nth(1);
    }

    /** Everybody once at each level of each limit, in the letters that were sent. */
    private long told() {
        return count("select count(*) from notice where kind = 'breach' and state = 'sent' and created_at <= :now");
    }

    private void putBack(Map<String, Object> row) {
        house.jdbc
                .sql("insert into notice (" + String.join(",", row.keySet()) + ") values ("
                        + row.keySet().stream().map(name -> "?").collect(Collectors.joining(",")) + ")")
                .params(row.values().toArray())
                .update();
    }

    @Test
    void a_manager_sees_how_many_tasks_wait_for_each_group_and_none_of_them() {
        var page = manager.page;
        page.navigate(house.url("/camunda/app/cockpit/default/#/tasks"));
        page.locator("#multiple-groups-info").waitFor();

        var shown = page.locator("#task-group-counts tbody tr").all().stream()
                .collect(Collectors.toMap(
                        row -> row.locator("td").nth(1).innerText(),
                        row -> Long.parseLong(row.locator("td").first().innerText())));
        assertThat(shown).isEqualTo(counts("""
                select coalesce(groups.name_, 'không có nhóm'), count(*)
                  from act_ru_task task
                  left join act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate'
                  left join act_id_group groups on groups.id_ = link.group_id_
                 where :now::timestamptz is not null group by 1
                """));
        assertThat(page.locator(".notification, .alert-danger, [notifications-panel] .alert"))
                .hasCount(0);
        assertThat(manager.complaints()).isEmpty();
        look(page, "board-tasks");
    }

    @Test
    void tables_are_sorted_by_keyboard() {
        var page = at("/thoi-han");
        var head = section(page, "theo cơ quan").locator("th button").first();
        head.focus();
        page.keyboard().press("Enter");

        assertThat(section(page, "theo cơ quan").locator("th").first()).hasAttribute("aria-sort", "ascending");
        var names =
                section(page, "theo cơ quan").locator("tbody tr td:first-child").allInnerTexts();
        assertThat(names).isSortedAccordingTo(java.text.Collator.getInstance(java.util.Locale.forLanguageTag("vi")));
    }
}
