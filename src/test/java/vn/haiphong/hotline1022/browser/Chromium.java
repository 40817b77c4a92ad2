package vn.haiphong.hotline1022.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Chromium of this machine, without a window; what it saw is kept in {@code target/screens}. */
final class Chromium implements AutoCloseable {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, BrowserContext> offices = new HashMap<>();

    private Chromium(Path program) {
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** Where it is, if it is anywhere. */
    static Optional<Path> program() {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(
                        Stream.of("/usr/bin"),
                        Pattern.compile(File.pathSeparator).splitAsStream(path))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program) {
        return new Chromium(program);
    }

    /** A person in Hải Phòng at an office screen. */
    BrowserContext office() {
        return screen(1366, 850);
    }

    /** The office screen of somebody who works here all day: logged in, with what the browser has loaded already. */
    BrowserContext officeOf(String user) {
        return offices.computeIfAbsent(user, unknown -> office());
    }

    BrowserContext screen(int width, int height) {
        return browser.newContext(person().setViewportSize(width, height));
    }

    /** A citizen with a small telephone, and no scripts. */
    BrowserContext telephoneWithoutScripts() {
        return browser.newContext(
                person().setViewportSize(360, 740).setIsMobile(true).setJavaScriptEnabled(false));
    }

    /** A citizen with the smallest telephone there is. */
    BrowserContext telephone(ColorScheme colours, boolean scripts) {
        return browser.newContext(person().setViewportSize(320, 640)
                .setColorScheme(colours)
                .setIsMobile(true)
                .setHasTouch(true)
                .setJavaScriptEnabled(scripts));
    }

    private static Browser.NewContextOptions person() {
        return new Browser.NewContextOptions().setLocale("vi-VN").setTimezoneId("Asia/Ho_Chi_Minh");
    }

    static void keep(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
    }

    /** What was on every screen when a test failed. */
    void keepAll(String name) {
        var count = 0;
        for (var context : browser.contexts()) {
            for (var page : context.pages()) {
                page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + "-" + ++count + ".png")));
            }
        }
    }

    /** Pages are closed, and every browser but those of people who come again. */
    void everybodyLeaves() {
        for (var context : List.copyOf(browser.contexts())) {
            if (offices.containsValue(context)) {
                List.copyOf(context.pages()).forEach(Page::close);
            } else {
                context.close();
            }
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
