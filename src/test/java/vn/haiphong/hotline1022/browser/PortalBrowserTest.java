package vn.haiphong.hotline1022.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.reply.PublishAnswer;
import vn.haiphong.hotline1022.application.reply.SendCaseLink;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Photos;

/** The citizens' pages on the smallest telephone: with and without scripts, light and dark, for everybody. */
@HouseTest
class PortalBrowserTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/send",
            "/track",
            "/my-cases",
            "/limits",
            "/figures",
            "/answered",
            "/privacy",
            "/accessibility",
            "/no-such-page");
    private static final String LAMP = "Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền, ngõ tối om.";
    private static final int MOST_BYTES = 100_000;

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
    PublishAnswer publish;

    @Autowired
    SendCaseLink caseLink;

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

    private Page citizen(ColorScheme colours, boolean scripts) {
        var page = chromium.telephone(colours, scripts).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    @Test
    void every_page_is_small_and_without_barriers_in_both_languages_light_and_dark() {
        var dark = citizen(ColorScheme.DARK, true);
        for (var path : PAGES) {
            var light = citizen(ColorScheme.LIGHT, true); // nobody has been here before
            var loaded = loadedBy(light, () -> light.navigate(house.url(path)));
            System.out.println("bytes of " + path + ": " + loaded.bytes());
            assertThat(loaded.what()).as(path).contains(house.url("/css/portal.css"));
            assertThat(loaded.bytes()).as(path).isLessThan(MOST_BYTES);
            hasNoBarriers(light, name(path));
            light.context().close();
            dark.navigate(house.url(path + "?lang=en"));
            hasNoBarriers(dark, name(path) + "-dark-en");
        }
        assertThat(complaints).isEmpty();
    }

    /** @param bytes as they come over the line, headings and all */
    private record Loaded(int bytes, List<String> what) {}

    /** What the browser itself says it loaded. */
    private static Loaded loadedBy(Page page, Runnable visit) {
        var bytes = new int[1];
        var what = new ArrayList<String>();
        var network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on(
                "Network.responseReceived",
                event -> what.add(event.getAsJsonObject("response").get("url").getAsString()));
        network.on(
                "Network.loadingFinished",
                event -> bytes[0] += event.get("encodedDataLength").getAsInt());
        visit.run();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        network.detach();
        return new Loaded(bytes[0], what);
    }

    private static String name(String path) {
        return "citizen" + (path.equals("/") ? "-home" : path.replace('/', '-'));
    }

    private void hasNoBarriers(Page page, String name) {
        Chromium.keep(page, name);
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(PortalBrowserTest::words)
                                .toList())
                .as(name + " " + page.url())
                .isEmpty();
        fits(page, name);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        fits(page, name + " with letters twice as large");
    }

    /** Nothing has to be scrolled sideways; what sticks out is named. */
    private static void fits(Page page, String name) {
        assertThat((List<?>) page.evaluate("() => [...document.querySelectorAll('body *')]"
                        + ".filter(e => !e.closest('.skip, .aside, .leaflet-pane') && e.getBoundingClientRect().right > innerWidth + 1)"
                        + ".map(e => e.outerHTML.slice(0, 120))"))
                .as(name)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    /** Paper has no buttons and nothing to fill in. */
    private static void onPaper(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("main :is(button, input, textarea, select):visible"))
                .hasCount(0);
        fits(page, name + " on paper");
        Chromium.keep(page, name + "-paper");
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    @Test
    void the_language_once_chosen_stays() {
        var page = citizen(ColorScheme.LIGHT, false);
        page.navigate(house.url("/"));
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("Say it once, the city answers");
        page.navigate(house.url("/track"));
        assertThat(page.locator("h1")).hasText("Follow a report");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.getByText("Tiếng Việt").click();
        assertThat(page.locator("h1")).hasText("Tra cứu phản ánh");
    }

    @Test
    void with_scripts_the_proposal_appears_while_writing_and_the_draft_stays_until_it_is_sent() {
        var page = citizen(ColorScheme.LIGHT, true);
        page.navigate(house.url("/send"));
        page.getByLabel("Nội dung (bắt buộc)").fill(LAMP);
        assertThat(page.locator("#proposal")).containsText("Chiếu sáng công cộng");
        assertThat(page.locator("#draft")).isVisible();
        assertThat(page.locator("#check")).isHidden();
        hasNoBarriers(page, "citizen-send-proposal");

        page.navigate(house.url("/send"));
        assertThat(page.getByLabel("Nội dung (bắt buộc)")).hasValue(LAMP);
        page.locator("#phone").fill("0912345678");
        page.locator("#consentToProcess").check();
        page.locator("#phone").press("Enter"); // sends, and does not ask for the proposal
        assertThat(page.locator(".slip .code").first()).containsText("HP1022-");
        assertThat(page.locator("#slip-print")).isVisible();
        hasNoBarriers(page, "citizen-received");
        onPaper(page, "citizen-received");
        assertThat(page.locator(".slip .address")).containsText("/track/HP1022-");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);

        page.locator("button:has-text('Xem tình trạng')").click();
        assertThat(page.locator(".steps .current")).isVisible();
        hasNoBarriers(page, "citizen-status");
        onPaper(page, "citizen-status");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));

        page.navigate(house.url("/send"));
        page.getByLabel("Nội dung (bắt buộc)").fill(LAMP);
        page.locator("#draft-clear").click();
        assertThat(page.getByLabel("Nội dung (bắt buộc)")).isEmpty();
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        page.getByLabel("Nội dung (bắt buộc)")
                .fill("Tôi tố cáo ông phó chủ tịch phường nhận hối lộ để bỏ qua việc xây nhà.");
        assertThat(page.locator("#proposal")).containsText("Luật Tố cáo");
        assertThat(page.locator("#draft")).isHidden();
        assertThat(page.evaluate("localStorage.length"))
                .as("nothing for whoever takes the telephone next")
                .isEqualTo(0);
        page.evaluate(
                "localStorage.setItem('hotline1022.draft', JSON.stringify({content: 'cũ', at: Date.now() - 864e5}))");
        page.navigate(house.url("/send"));
        assertThat(page.getByLabel("Nội dung (bắt buộc)")).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    @Tag("A-58")
    void an_open_case_in_the_same_ward_is_offered_while_writing_and_the_choice_goes_along() {
        var open = house.receive(LAMP + " Gọi tôi 0912 345 678.", "quận Lê Chân")
                .code()
                .value();
        house.jdbc
                .sql(
                        "update petition set state = 'DANG_XU_LY', field = 'chieu_sang', consent_to_publish = true where code = ?")
                .param(open)
                .update();
        var page = citizen(ColorScheme.LIGHT, true);
        page.navigate(house.url("/send"));
        page.getByLabel("Nội dung (bắt buộc)").fill("Đèn đường trước số nhà 12 đường Tô Hiệu vẫn tắt, ngõ tối om.");
        page.getByLabel("Phường, xã").selectOption(new SelectOption().setLabel("Quận Lê Chân (không rõ phường, xã)"));
        var same = page.locator(".similar label", new Page.LocatorOptions().setHasText("(số điện thoại)"));
        same.first().click();
        hasNoBarriers(page, "citizen-send-similar");
        page.locator("#phone").fill("0987654321");
        page.locator("#consentToProcess").check();
        page.locator("button:has-text('Gửi phản ánh')").click();
        var code = page.locator(".slip .code").first().textContent();
        assertThat(house.jdbc
                        .sql("select wishes_to_join from petition where code = ?")
                        .param(code)
                        .query(String.class)
                        .single())
                .isEqualTo(open);
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_position_is_asked_for_by_hand_alone_and_only_one_in_the_city_goes_along() {
        var page = citizen(ColorScheme.LIGHT, true);
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new Geolocation(20.8561, 106.6822));
        page.navigate(house.url("/send"));
        assertThat(page.locator("input[name=lat]")).hasValue("");

        page.locator("#gps-ask").click();
        assertThat(page.locator("input[name=lat]")).hasValue("20.856100");
        page.locator("#place-remove").click();
        assertThat(page.locator("input[name=lat]")).hasValue("");
        page.context().setGeolocation(new Geolocation(10.7769, 106.7009));
        page.locator("#gps-ask").click();
        assertThat(page.locator("#place-said")).containsText("không ở Hải Phòng");
        assertThat(page.locator("input[name=lat]")).hasValue("");
    }

    @Test
    @Tag("A-58")
    void a_place_is_chosen_on_a_map_that_needs_nobody_else_by_keyboard_by_tapping_and_by_the_device() {
        var cold = citizen(ColorScheme.LIGHT, true);
        cold.navigate(house.url("/send"));
        var map = loadedBy(cold, () -> {
            cold.locator("#map-open").click();
            assertThat(cold.locator("#map .name.town").first()).isVisible();
        });
        System.out.println("bytes a map adds: " + map.bytes());
        assertThat(map.what())
                .allMatch(one -> one.startsWith(house.url("/")))
                .anyMatch(one -> one.endsWith("leaflet.js"))
                .anyMatch(one -> one.endsWith(".geojson"));
        assertThat(map.bytes()).isLessThan(MOST_BYTES);

        var page = citizen(ColorScheme.LIGHT, true);
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new Geolocation(20.8561, 106.6822));
        page.emulateMedia(
                new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE)); // no waiting for zooms
        page.navigate(house.url("/send"));
        page.route("**/leaflet.js", Route::abort);
        page.locator("#map-open").click();
        assertThat(page.locator("#place-said")).containsText("Chưa tải được bản đồ");
        page.unroute("**/leaflet.js");
        complaints.clear();

        page.locator("#map-open").press("Enter");
        assertThat(page.locator("#map .name.town").first()).isVisible();
        assertThat(page.locator("#map")).isFocused();
        hasNoBarriers(page, "citizen-send-map");
        page.evaluate("document.documentElement.style.fontSize = ''");
        page.keyboard().press("ArrowRight");
        page.locator("#map-centre").press("Enter");
        assertThat(page.locator("#place-said")).containsText("Đã chọn: cách ");
        assertThat(page.locator("input[name=lat]")).hasValue(Pattern.compile("20\\.\\d{6}"));
        assertThat(page.locator("#map .pin")).isVisible();

        page.locator("#gps-ask").click();
        assertThat(page.locator("input[name=lat]")).hasValue("20.856100");
        page.locator("#map").press("ArrowRight");
        page.locator("#map").click();
        assertThat(page.locator("#place-said")).containsText("Hải Phòng");
        assertThat(page.locator("input[name=lat]")).not().hasValue("20.856100");
        Chromium.keep(page, "citizen-send-map-chosen");

        page.locator("#gps-ask").click();
        for (var zoom = 14; zoom > 8; zoom--) {
            page.locator("#map .leaflet-control-zoom-out").click();
        }
        var box = page.locator("#map").boundingBox();
        page.locator("#map").click(new Locator.ClickOptions().setPosition(box.width * 0.6, 12));
        assertThat(page.locator("#place-said")).containsText("không ở Hải Phòng");
        assertThat(page.locator("input[name=lat]")).hasValue("");
        assertThat(page.locator("#map .pin")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    @Tag("A-51")
    void a_photo_and_a_video_go_along_and_what_cannot_be_taken_is_said_before_anything_is_lost() throws IOException {
        var page = citizen(ColorScheme.LIGHT, true);
        page.navigate(house.url("/send"));
        page.getByLabel("Nội dung (bắt buộc)").fill(LAMP);
        page.locator("#phone").fill("0912345678");
        page.locator("#consentToProcess").check();
        var files = page.locator("#files");

        files.setInputFiles(new FilePayload("ghi-am.mp3", "audio/mpeg", new byte[10]));
        assertThat(page.locator("#files-said")).containsText("“ghi-am.mp3” không phải ảnh JPG, PNG");
        page.locator("button:has-text('Gửi phản ánh')").click();
        assertThat(files).isFocused();
        files.setInputFiles(new FilePayload("to.jpg", "image/jpeg", new byte[11 << 20]));
        assertThat(page.locator("#files-said")).containsText("“to.jpg” lớn hơn 10 MB");
        page.locator("button:has-text('Gửi phản ánh')").click();
        assertThat(page).hasURL(house.url("/send"));
        assertThat(page.getByLabel("Nội dung (bắt buộc)")).hasValue(LAMP);
        hasNoBarriers(page, "citizen-send-files");

        files.setInputFiles(new FilePayload[] {
            new FilePayload("den.jpg", "image/jpeg", Photos.fromTelephone(1, 64, 48)),
            new FilePayload("den.mp4", "video/mp4", Files.readAllBytes(Path.of("src/test/resources/files/short.mp4")))
        });
        assertThat(page.locator("#files-said")).isEmpty();
        page.locator("button:has-text('Gửi phản ánh')").click();
        page.locator("button:has-text('Xem tình trạng')").click();
        page.locator(".pictures").scrollIntoViewIfNeeded();
        page.waitForFunction("() => document.querySelector('.pictures img').naturalWidth > 0");
        page.locator(".pictures video").evaluate("video => { video.muted = true; return video.play(); }");
        assertThat(page.locator(".pictures video").evaluate("video => video.videoWidth + 'x' + video.videoHeight"))
                .isEqualTo("96x64");
        hasNoBarriers(page, "citizen-status-files");
        assertThat(complaints).isEmpty();
    }

    @Test
    void without_scripts_a_citizen_goes_the_whole_way_from_the_first_page() {
        var page = citizen(ColorScheme.LIGHT, false);
        page.navigate(house.url("/"));
        page.getByLabel("Bạn cần thành phố biết việc gì?").fill(LAMP);
        page.locator("button:has-text('Tiếp tục')").click();
        assertThat(page.locator("#proposal")).containsText("Chiếu sáng công cộng");
        assertThat(page.getByLabel("Nội dung (bắt buộc)")).hasValue(LAMP);
        fits(page, "the form");
        page.getByLabel("Phường, xã").selectOption(new SelectOption().setLabel("Quận Lê Chân (không rõ phường, xã)"));
        page.locator("button:has-text('Gửi phản ánh')").click();
        assertThat(page.locator("#consentToProcess-fault")).isVisible();
        Chromium.keep(page, "citizen-faults");
        page.locator("#phone").fill("0912345678");
        page.locator("#consentToProcess").check();
        page.locator("button:has-text('Gửi phản ánh')").click();
        assertThat(page.locator(".slip .code").first()).containsText("HP1022-");
        page.locator("button:has-text('Xem tình trạng')").click();
        assertThat(page.locator("main")).containsText(LAMP);
        fits(page, "the status");
    }

    @Test
    @Tag("A-60")
    void who_agreed_finds_his_answer_among_those_everybody_may_read_without_typing_a_mark() {
        var code = house.receive("Đường Tô Hiệu ngập nước sâu nửa mét sau mưa, gọi tôi 0912 345 678", "quận Lê Chân")
                .code()
                .value();
        house.jdbc
                .sql(
                        "update petition set consent_to_publish = true, field = 'thoat_nuoc', state = 'DA_TRA_LOI',"
                                + " reply_text = 'Đã nạo vét hố ga.', replied_at = now(), lat = 20.8575, lon = 106.6844 where code = ?")
                .param(code)
                .update();
        publish.of(code);
        var page = citizen(ColorScheme.DARK, true);
        page.navigate(house.url("/answered"));
        page.getByLabel("Tìm trong phản ánh và trả lời").fill("duong ngap nuoc");
        page.locator("main button").first().click();
        assertThat(page.locator(".answered li")).containsText("Đã nạo vét hố ga.");
        assertThat(page.locator(".answered")).not().containsText("0912");
        hasNoBarriers(page, "citizen-answered-found");

        page.evaluate("document.documentElement.style.fontSize = ''");
        page.locator("#map-open").click();
        assertThat(page.locator("#map-said")).containsText("Số câu trả lời có vị trí: ");
        page.locator("#map .pin").press("Enter");
        assertThat(page.locator(".leaflet-popup-content a")).isFocused();
        hasNoBarriers(page, "citizen-answered-map");
        page.locator(".leaflet-popup-content a").press("Enter");
        assertThat(page.locator("main")).containsText("Đã nạo vét hố ga.");
        hasNoBarriers(page, "citizen-answer");
        assertThat(complaints).isEmpty();
    }

    @Test
    @Tag("A-60")
    void a_link_in_a_letter_opens_all_cases_of_an_address_and_each_of_them() {
        var address = "nhieu@example.vn";
        var first = house.receive(LAMP, "quận Lê Chân", new Petitioner(null, null, address));
        house.receive("Rác chất đống ở đầu ngõ 5 phố Cát Cụt", "quận Lê Chân", new Petitioner(null, null, address));
        caseLink.to("Nhieu@Example.vn");
        caseLink.to("khong-ai@example.vn");
        var mailbox = chromium.office().newPage();
        mailbox.navigate(house.url("/demo/mail?to=khong-ai@example.vn"));
        assertThat(mailbox.locator(".mails a")).hasCount(0);
        mailbox.navigate(house.url("/demo/mail?to=" + address));
        mailbox.locator(".mails a", new Page.LocatorOptions().setHasText("Các phản ánh Quý vị đã gửi"))
                .click();
        var letter = mailbox.locator("pre").textContent();
        var link = Pattern.compile("/my-cases/[0-9a-f]{64}").matcher(letter);
        assertThat(link.find()).as(letter).isTrue();
        assertThat(house.jdbc
                        .sql("select body_text || body_html from notice where kind = 'my-cases'")
                        .query(String.class)
                        .single())
                .doesNotContain(link.group());

        var page = citizen(ColorScheme.DARK, true);
        page.navigate(house.url(link.group()));
        assertThat(page.locator(".answered li")).hasCount(2);
        hasNoBarriers(page, "citizen-my-cases");
        page.locator(
                        ".answered li",
                        new Page.LocatorOptions().setHasText(first.code().value()))
                .locator("button")
                .click();
        assertThat(page.locator("main")).containsText(LAMP);
        assertThat(page.url()).doesNotContain("key");
        assertThat(complaints).isEmpty();
    }
}
