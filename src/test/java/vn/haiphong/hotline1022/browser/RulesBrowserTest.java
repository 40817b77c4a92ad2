package vn.haiphong.hotline1022.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** Administrators own the tables: what they do with them, in a real browser, from the first click to the way back. */
@HouseTest
@Tag("alone") // the tables of the house change
@Tag("A-42")
@Tag("A-44")
class RulesBrowserTest {

    private static final String LAMP = "Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền, ngõ tối om.";
    /** dmn-js ships it as it is. */
    private static final String OF_INFERNO = "minified copy of the development build of Inferno";

    private static final String TABLE = "responsible-agency";
    private static final String LE_CHAN = "305";

    private static Chromium chromium;

    @RegisterExtension
    static final AfterTestExecutionCallback SCREENS_OF_A_FAILURE = context -> {
        if (context.getExecutionException().isPresent()) {
            chromium.keepAll("failed-" + context.getRequiredTestMethod().getName());
        }
    };

    @Autowired
    House house;

    @Autowired
    DraftRules draft;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        var program = Chromium.program();
        assumeTrue(program.isPresent(), "No Chromium on this machine, so nothing is looked at; .ci/run installs one");
        chromium = Chromium.start(program.get());
    }

    @AfterEach
    void everybodyLeaves() {
        chromium.everybodyLeaves();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    // --- hands

    private Page loggedIn(BrowserContext screen, String user) {
        var page = screen.newPage();
        page.setDefaultTimeout(30_000);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains(OF_INFERNO)) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(house.url("/rules"));
        page.getByLabel("Tên đăng nhập").fill(user);
        page.getByLabel("Mật khẩu").fill(user);
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Các bảng quyết định");
        return page;
    }

    private Page administrator() {
        return loggedIn(chromium.screen(1280, 800), "ruleadmin");
    }

    /** @return the draft's number */
    private long newChange(Page page, String table, String reason) {
        var card = page.locator("#table-" + table);
        card.locator("summary", new Locator.LocatorOptions().setHasText("Soạn thay đổi"))
                .click();
        card.getByLabel("Lý do").fill(reason);
        card.locator("button", new Locator.LocatorOptions().setHasText("Mở bản nháp"))
                .click();
        ready(page);
        return Long.parseLong(page.url().replaceAll(".*/changes/(\\d+)/edit.*", "$1"));
    }

    private static void ready(Page page) {
        page.locator("body[data-ready]").waitFor();
    }

    /** A cell by the number of its row and of its column, both from 1. */
    private static Locator cell(Page page, int row, int column) {
        return page.locator(".table-host tbody tr").nth(row - 1).locator("td").nth(column);
    }

    private static void tick(Page page, String code) {
        page.locator("#cell input[data-code='" + code + "']").check();
    }

    private static void saved(Page page) {
        page.locator("#save").click();
        assertThat(page.locator("#status")).containsText("Đã lưu lúc");
    }

    private static void more(Page page, String what) {
        page.locator(".more summary").click();
        page.locator(".menu").getByText(what).click();
    }

    private String proposedAgency() {
        var code = house.receive(LAMP, "quận Lê Chân").code().value();
        house.runDueJobs();
        return (String) house.tasks.getVariable(
                house.task(code, "userTask_classifyPetition").getId(), "leadAgency");
    }

    /** All of a page can be read without moving the screen sideways. */
    private static void fits(Page page) {
        var over = (Number)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(over.intValue())
                .as("beyond the right edge of %s", page.url())
                .isLessThanOrEqualTo(0);
    }

    // --- days

    @Test
    void an_administrator_changes_a_table_a_second_person_approves_it_and_one_click_brings_the_old_way_back() {
        var before = proposedAgency();
        assertThat(before).isEqualTo("CSHP");
        var page = administrator();
        Chromium.keep(page, "rules-list");
        var id = newChange(page, TABLE, "Đèn đường quận Lê Chân do Sở Xây dựng chủ trì");

        // A row of picks below the first one: traffic lights in Lê Chân go to SXD.
        cell(page, 1, 3).click();
        more(page, "Thêm dòng dưới dòng đang chọn");
        cell(page, 2, 3).click();
        tick(page, "den_tin_hieu");
        cell(page, 2, 5).click();
        tick(page, LE_CHAN);
        cell(page, 2, 7).click();
        tick(page, "SXD");
        assertThat(page.locator("#says")).containsText("ĩnh vực là");
        cell(page, 2, 10).click();
        page.keyboard().insertText("Chiếu sáng Lê Chân");

        // Its author says what it is for, and hears that it is not what it does.
        cell(page, 2, 3).click();
        page.locator(".add-example summary").click();
        page.locator("#examples").getByLabel("Lời phản ánh").first().fill(LAMP);
        page.locator("#examples").getByLabel("Lĩnh vực").selectOption("chieu_sang");
        page.locator("#examples").getByLabel("Mã địa bàn").selectOption(LE_CHAN);
        page.locator("#examples button", new Page.LocatorOptions().setHasText("Thêm ví dụ này"))
                .click();
        page.locator("#check").click();
        var finding = page.locator("#findings li.blocks", new Page.LocatorOptions().setHasText("Ví dụ"));
        assertThat(finding).containsText("phải thuộc dòng này (dòng 2)");
        Chromium.keep(page, "rules-finding");
        finding.locator("button.where").first().click();

        // Mended by the list, it says nothing any more.
        cell(page, 2, 3).click();
        page.locator("#cell input[data-code='den_tin_hieu']").uncheck();
        tick(page, "chieu_sang");
        page.locator("#check").click();
        assertThat(page.locator("#status")).containsText("Kiểm tra xong");
        assertThat(page.locator("#findings li.blocks")).hasCount(0);
        saved(page);
        Chromium.keep(page, "rules-editor");

        page.locator("#leave").click();
        assertThat(page.locator(".row-change.added")).containsText("Chiếu sáng Lê Chân");
        Chromium.keep(page, "rules-change");
        page.locator("a", new Page.LocatorOptions().setHasText("Chạy thử")).click();
        page.locator("main button[type=submit]").first().click();
        assertThat(page.locator("main")).containsText("Kết quả");
        page.navigate(house.url("/rules/changes/" + id));
        page.locator("summary", new Page.LocatorOptions().setHasText("Trình duyệt"))
                .click();
        page.locator("button", new Page.LocatorOptions().setHasText("Trình"))
                .last()
                .click();
        assertThat(page.locator(".thanks").first()).containsText("Đã trình");
        assertThat(draft.find(id).state()).isEqualTo(State.proposed);

        var approver = Desk.of(chromium.office(), house.url("/camunda/app/tasklist/default/"), "ruleapprover");
        approver.open("Duyệt thay đổi bảng").claim().choose("Duyệt");
        Chromium.keep(approver.page, "rules-approve");
        approver.completed();
        house.runDueJobs();

        assertThat(proposedAgency()).isEqualTo("SXD");

        page.reload();
        Chromium.keep(page, "rules-in-force");
        page.locator("summary", new Page.LocatorOptions().setHasText("Quay lại bản trước"))
                .click();
        page.getByLabel("Lý do").fill("Sở Xây dựng trả lại nhiều");
        page.locator("button", new Page.LocatorOptions().setHasText("Quay lại ngay"))
                .click();
        assertThat(page.locator(".thanks").first()).containsText("Đã quay lại");

        assertThat(proposedAgency()).isEqualTo(before);
        assertThat(complaints).isEmpty();
    }

    @Test
    void two_who_work_at_once_are_joined_and_asked_only_where_both_did_something_else() {
        var first = administrator();
        var id = newChange(first, "escalation-ladder", "Đổi lời báo");
        var second = administrator();
        second.navigate(house.url("/rules/changes/" + id + "/edit"));
        ready(second);

        // One changes rows 1 and 2, the other rows 2 and 3.
        retitle(first, 1, "Một");
        retitle(first, 2, "Hai của người thứ nhất");
        saved(first);
        retitle(second, 2, "Hai của người thứ hai");
        retitle(second, 3, "Ba");
        second.locator("#save").click();
        assertThat(second.locator("#alert")).containsText("Quản trị bảng quyết định đã lưu bản khác lúc");
        Chromium.keep(second, "rules-conflict");

        second.locator("#alert button", new Page.LocatorOptions().setHasText("Ghép hai bản"))
                .click();
        assertThat(second.locator("#dialog .conflict")).hasCount(1);
        Chromium.keep(second, "rules-join");
        second.locator("#dialog").getByText("Bản của người kia").click();
        second.locator("#dialog button", new Page.LocatorOptions().setHasText("Ghép như đã chọn"))
                .click();
        assertThat(second.locator("#status")).containsText("Đã ghép, chưa lưu");
        saved(second);

        assertThat(draft.find(id).dmn())
                .contains("\"Một\"", "\"Hai của người thứ nhất\"", "\"Ba\"")
                .doesNotContain("Hai của người thứ hai");
        assertThat(complaints).allMatch(complaint -> complaint.contains("409"));
    }

    private static void retitle(Page page, int row, String title) {
        cell(page, row, 5).click();
        page.locator("#cell textarea").fill(title);
        page.locator("#cell textarea").blur();
        assertThat(cell(page, row, 5)).containsText(title);
    }

    @Test
    void what_was_not_saved_is_still_there_after_the_browser_was_closed() {
        var page = administrator();
        var id = newChange(page, "escalation-ladder", "Đổi lời báo");
        retitle(page, 1, "Còn giữ");
        page.waitForFunction("() => Object.keys(localStorage).some(key => key.startsWith('hotline-rules-'))");

        page.onDialog(dialog -> dialog.accept());
        page.navigate(house.url("/rules"));
        page.navigate(house.url("/rules/changes/" + id + "/edit"));
        ready(page);

        assertThat(page.locator("#alert")).containsText("còn giữ một bản chưa lưu");
        page.locator("#alert button", new Page.LocatorOptions().setHasText("Mở bản đó"))
                .click();
        assertThat(cell(page, 1, 5)).containsText("Còn giữ");
        saved(page);
        assertThat(draft.find(id).dmn()).contains("\"Còn giữ\"");
    }

    @Test
    void a_table_of_four_hundred_rows_is_read_searched_and_edited() {
        var page = administrator();
        page.navigate(house.url("/rules/tables/field-suggestion"));
        page.getByLabel("Tìm trong bảng").fill("keu cuu");
        assertThat(page.locator("#found")).containsText("trong 409 dòng");
        assertThat(page.locator("#grid tbody tr:visible").first()).containsText("Kêu cứu");
        Chromium.keep(page, "rules-table");
        fits(page);

        page.navigate(house.url("/rules"));
        newChange(page, "field-suggestion", "Thêm cách nói");
        page.getByLabel("Tìm dòng").fill("keu cuu");
        assertThat(page.locator("#found")).containsText("trong 409 dòng");
        cell(page, 1, 1).click();
        var ways = page.getByLabel("Mỗi dòng một cách nói");
        ways.fill(ways.inputValue() + "\nCứu tôi với");
        ways.blur();
        assertThat(cell(page, 1, 1)).containsText("|cuu toi voi)");
        saved(page);
        Chromium.keep(page, "rules-editor-large");
    }

    @Test
    void every_page_can_be_read_on_a_narrow_screen() {
        var page = loggedIn(chromium.screen(400, 800), "ruleadmin");
        var id = newChange(page, "handling-deadline", "Đề nghị");
        for (var path : List.of(
                "/rules",
                "/rules/tables/handling-deadline",
                "/rules/changes/" + id,
                "/rules/changes/" + id + "/edit",
                "/rules/compare?table=handling-deadline&from=1&to=BQ%C4%90-" + id)) {
            page.navigate(house.url(path));
            fits(page);
            Chromium.keep(
                    page,
                    "rules-narrow"
                            + path.replaceAll("[?%].*", "")
                                    .replaceAll("\\d+", "n")
                                    .replace('/', '-'));
        }
        assertThat(complaints).isEmpty();
    }
}
