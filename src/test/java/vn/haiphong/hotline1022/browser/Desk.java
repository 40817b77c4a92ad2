package vn.haiphong.hotline1022.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody's desk: one of the web applications after the login, and in Tasklist what hands do there. */
final class Desk {

    /** Camunda asks for these and lives without them: nobody is logged in yet, no password policy, no greeting. */
    private static final Pattern ASKED_IN_VAIN =
            Pattern.compile(".*(/admin/auth/user/default|/identity/password-policy|/camunda-welcome)$");

    final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Desk(BrowserContext context) {
        page = context.newPage();
        page.setDefaultTimeout(60_000);
        setDefaultAssertionTimeout(60_000); // a busy machine is slow, not wrong
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !ASKED_IN_VAIN
                            .matcher(message.location().split("(?<=[a-z]):\\d+:\\d+$")[0])
                            .matches()) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** A new page; whoever has logged in there before need not do so again. */
    static Desk of(BrowserContext context, String address, String user) {
        var desk = new Desk(context);
        desk.page.navigate(address);
        var password = desk.page.locator("input[type=password]");
        password.or(desk.page.locator("li.account")).first().waitFor();
        if (password.first().isVisible()) {
            desk.logIn(user);
        }
        return desk;
    }

    Desk logIn(String user) {
        page.locator("form input[type=text]").fill(user);
        page.locator("input[type=password]").fill(user);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("input[type=password]:visible")).hasCount(0);
        return this;
    }

    Desk logOut() {
        page.locator("li.account > a").click();
        page.locator("li.account a", new Page.LocatorOptions().setHasText("Đăng xuất"))
                .click();
        page.locator("input[type=password]").waitFor();
        return this;
    }

    /** What the browser complained about so far. */
    List<String> complaints() {
        return complaints;
    }

    Desk queue(String name) {
        page.locator(".task-filter .name a", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        assertThat(page.locator(".task-filter.active")).containsText(name);
        return this;
    }

    /** Looks a petition up by its code in the queue that is open. */
    Desk search(String code) {
        var input = page.locator(".search-field form input").first();
        input.fill(code);
        input.press("Enter");
        assertThat(page.locator(".search-label")).containsText(code);
        return this;
    }

    Locator cards() {
        return page.locator(".tasks-list li.task");
    }

    Desk open(String task) {
        cards().filter(new Locator.FilterOptions().setHasText(task)).first().click();
        assertThat(page.locator(".task-card h2")).containsText(task);
        page.locator(".fjs-container .fjs-form").waitFor();
        return this;
    }

    Desk claim() {
        page.locator(".task-card button.claim").click();
        page.locator(".task-card button.unclaim").waitFor();
        assertThat(page.locator(".disabled-form")).hasCount(0);
        return this;
    }

    Locator field(String label) {
        return page.locator(".fjs-form")
                .getByLabel(Pattern.compile("^\\s*" + label.replaceAll("[()]", "\\\\$0") + "\\s*\\*?\\s*$"))
                .first();
    }

    Desk write(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Desk choose(String option) {
        page.locator(".fjs-form")
                .getByLabel(option, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    Desk select(String label, String option) {
        page.evaluate("() => document.activeElement.blur()"); // a click on the list one is in closes it
        page.locator(".fjs-form-field-select", new Page.LocatorOptions().setHasText(label))
                .locator(".fjs-input-group")
                .click();
        page.locator(".fjs-dropdownlist")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    Desk press(String button) {
        page.locator("button", new Page.LocatorOptions().setHasText(button)).click();
        return this;
    }

    Desk complete() {
        page.locator("button:has-text('Hoàn thành')").click();
        return this;
    }

    Desk completed() {
        // The message of success goes by itself; what the server said stays true.
        var answer = page.waitForResponse(
                response -> "POST".equals(response.request().method())
                        && (response.url().endsWith("/submit-form")
                                || response.url().endsWith("/complete")),
                this::complete);
        org.assertj.core.api.Assertions.assertThat(answer.status()).isLessThan(300);
        assertThat(page.locator("body")).containsText("Chọn một công việc trong danh sách.");
        return this;
    }

    Desk tab(String name) {
        page.locator(".tabbed-content .nav-tabs a", new Page.LocatorOptions().setHasText(name))
                .click();
        assertThat(page.locator(".tabbed-content .nav-tabs li.active")).containsText(name);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    /** The case file beside the form. */
    Locator caseFile() {
        tab("Hồ sơ");
        page.locator(".hotline-case header").waitFor();
        return page.locator(".hotline-case");
    }
}
