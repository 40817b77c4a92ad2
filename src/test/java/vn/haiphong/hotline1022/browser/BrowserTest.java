package vn.haiphong.hotline1022.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Photos;

/** What citizens and staff see and do, in a real browser. */
@HouseTest
@Tag("alone") // a limit passes here
class BrowserTest {

    private static final String LAMP = "Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền, ngõ tối om.";
    private static final String AREA = "quận Lê Chân";
    private static final String AGENCY = "CSHP";

    /** Words of Camunda's and of its form library that no clerk must ever read. */
    private static final Pattern ENGLISH = Pattern.compile("\\b(Complete|Completed|Save|Claim|Unclaim|Field is required"
            + "|Select|Search|Create|Created|Due|Follow-up|Assignee|Comment|History|Diagram|Description|Form|Filters?"
            + "|Tasks?|Add|Edit|Close|Loading|Invalid|Error|Submit|Required|Sign out|My Profile|No results"
            + "|January|September|Mon|Sun|a few seconds|days? ago|years? ago|migrate)\\b");

    /** Ends when no question of the page is open and nothing on it has changed for a while. */
    private static final String QUIET = """
            () => new Promise(done => {
              const asking = () => window.angular.element(document.body).injector().get('$http').pendingRequests.length;
              let still;
              const wait = () => {
                clearTimeout(still);
                still = setTimeout(() => asking() ? wait() : (watch.disconnect(), done()), 150);
              };
              const watch = new MutationObserver(wait);
              watch.observe(document.body, {childList: true, subtree: true, characterData: true});
              wait();
            })
            """;

    private static final Locator.FilterOptions VISIBLE = new Locator.FilterOptions().setVisible(true);

    private static Chromium chromium;

    @RegisterExtension
    static final AfterTestExecutionCallback SCREENS_OF_A_FAILURE = context -> {
        if (context.getExecutionException().isPresent()) {
            chromium.keepAll("failed-" + context.getRequiredTestMethod().getName());
        }
    };

    @Autowired
    House house;

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

    private Desk desk(String application, String user) {
        return Desk.of(chromium.officeOf(user), address(application), user);
    }

    private String address(String application) {
        return house.url("/camunda/app/" + application + "/default/");
    }

    private Desk tasklist(String user) {
        return desk("tasklist", user);
    }

    private Page citizen(String path) {
        var page = chromium.telephoneWithoutScripts().newPage();
        page.navigate(house.url(path));
        return page;
    }

    private String received() {
        var code = house.receive(LAMP, AREA).code().value();
        house.runDueJobs();
        return code;
    }

    private String assigned() {
        var code = received();
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "field",
                "chieu_sang",
                "urgency",
                "ordinary",
                "leadAgency",
                AGENCY,
                "coordinatingAgencies",
                "",
                "agencyBasis",
                "Đèn trên tuyến phố chính");
        return code;
    }

    private String inWork() {
        var code = assigned();
        house.complete("cshpfocal", code, "userTask_acceptAssignment", "outcome", "accept");
        return code;
    }

    @Test
    void a_petition_goes_its_whole_way_through_the_hands_of_people() {
        var sending = citizen("/send");
        sending.getByLabel("Nội dung (bắt buộc)").fill(LAMP);
        sending.getByLabel("Địa điểm").fill("Số 12 đường Tô Hiệu");
        sending.getByLabel("Phường, xã")
                .selectOption(new SelectOption().setLabel("Quận Lê Chân (không rõ phường, xã)"));
        sending.getByLabel("Họ và tên").fill("Phạm Thị Xem");
        sending.getByLabel("Số điện thoại").fill("0912345678");
        sending.getByLabel("Thư điện tử").fill("xem@example.vn");
        sending.locator("#files").setInputFiles(photo("den-tat.jpg", Photos.fromTelephone(6, 1600, 1200)));
        sending.locator("#consentToProcess").check();
        sending.locator("button:has-text('Gửi phản ánh')").click();
        Chromium.keep(sending, "portal-received");
        var code = sending.locator(".slip .code").first().textContent();
        assertThat(code).matches("HP1022-\\d{6}-\\d{6}-\\d");
        var key = sending.locator(".slip .code").last().textContent();
        assertThat(key).isNotBlank();
        house.runDueJobs();

        var operator = tasklist("operator");
        operator.queue("Việc mới").search(code);
        assertThat(operator.cards()).hasCount(1);
        assertThat(operator.cards().first()).containsText(code);
        assertThat(operator.cards().first()).containsText("Chiếu sáng công cộng");
        operator.open("Phân loại phản ánh").claim().choose("Tiếp nhận");
        assertThat(operator.field("Lĩnh vực")).hasValue("Chiếu sáng công cộng");
        var agency = operator.field("Cơ quan chủ trì").inputValue();
        assertThat(agency).isNotBlank();
        Chromium.keep(operator.page, "form-classify");
        operator.write("Cơ quan phối hợp", "").completed();

        var people = agency.toLowerCase(Locale.ROOT);
        var focal = tasklist(people + "focal");
        focal.search(code).open("Nhận việc hoặc chuyển trả").claim().choose("Nhận việc");
        Chromium.keep(focal.page, "form-accept");
        focal.completed();

        var officer = tasklist(people + "officer");
        officer.search(code).open("Xử lý, dự thảo trả lời").claim().choose("Đã xong, trình duyệt trả lời");
        officer.write("Dự thảo trả lời", "Đã thay hai bóng đèn, đèn sáng bình thường.");
        assertThat(officer.page.locator(".fjs-form")).containsText("Cần ảnh sau xử lý");
        Chromium.keep(officer.page, "form-resolve");
        officer.complete();
        assertThat(officer.page.locator(".notifications .message")).containsText("Chưa có ảnh sau xử lý");
        showsTheWorkDone(officer, tracked(code, key));
        officer.tab("Biểu mẫu");
        officer.completed(); // what was written before is still there

        var leader = tasklist(people + "leader");
        leader.search(code).open("Duyệt trả lời").claim().choose("Duyệt");
        Chromium.keep(leader.page, "form-approve");
        leader.completed();

        operator.queue("Việc mới").search(code).open("Kiểm tra trả lời").claim().choose("Đạt, gửi cho người dân");
        Chromium.keep(operator.page, "form-check");
        operator.completed();
        house.runDueJobs();

        var mailbox = chromium.office().newPage();
        mailbox.navigate(house.url("/demo/mail?to=xem@example.vn"));
        mailbox.locator(".mails a", new Page.LocatorOptions().setHasText("Trả lời phản ánh " + code))
                .click();
        assertThat(mailbox.locator("pre")).containsText("Đã thay hai bóng đèn");
        Chromium.keep(mailbox, "mail-reply");

        var tracking = citizen("/track");
        tracking.getByLabel("Mã phản ánh").fill(code);
        tracking.getByLabel("Khóa tra cứu").fill(key);
        tracking.locator("button:has-text('Xem tình trạng')").click();
        assertThat(tracking.locator("main")).containsText("Đã thay hai bóng đèn");
        tracking.getByLabel("Rất hài lòng").check();
        tracking.locator("button:has-text('Gửi đánh giá')").click();
        assertThat(tracking.locator(".thanks")).containsText("Đã nhận đánh giá");
        assertThat(tracking.locator("main")).containsText("Bạn đã đánh giá: Rất hài lòng");
        Chromium.keep(tracking, "portal-rated");
        assertThat(house.stateOf(code)).isEqualTo("DONG");
    }

    private static FilePayload photo(String name, byte[] bytes) {
        return new FilePayload(name, "image/jpeg", bytes);
    }

    private Page tracked(String code, String key) {
        return citizen("/track/" + code + "?key=" + key);
    }

    /** The case file: what the citizen sent, later too, and what the officer adds. */
    private void showsTheWorkDone(Desk officer, Page tracking) {
        assertThat(tracking.locator(".pictures img")).hasCount(1);
        tracking.getByLabel("Gửi thêm ảnh, tệp").setInputFiles(photo("them.jpg", Photos.jpeg(900, 1200)));
        tracking.locator("button:has-text('Gửi thêm')").click();
        assertThat(tracking.locator(".thanks")).containsText("Đã nhận thêm tệp");
        assertThat(tracking.locator(".pictures img")).hasCount(2);
        Chromium.keep(tracking, "portal-pictures");

        var file = officer.caseFile();
        assertThat(file.locator(".hotline-files img")).hasCount(2);
        assertThat(file).containsText("Việc này chỉ hoàn thành được khi có ít nhất một ảnh chụp sau khi xử lý.");
        var adding = file.locator(".hotline-adding");
        adding.locator("input[type=file]").setInputFiles(photo("sai.jpg", "<svg/>".getBytes()));
        adding.locator("button").click();
        assertThat(officer.page.locator(".hotline-refused")).containsText("“sai.jpg” không phải ảnh JPG");
        officer.page
                .locator(".hotline-adding input[type=file]")
                .setInputFiles(photo("xong.jpg", Photos.jpeg(1600, 1200)));
        officer.page.locator(".hotline-adding button").click();
        assertThat(officer.page.locator(".hotline-added")).containsText("Đã thêm “xong.jpg”.");
        assertThat(officer.page.locator(".hotline-case")).containsText("Đã có ảnh sau khi xử lý.");
        assertThat(officer.page.locator(".hotline-files img")).hasCount(3);
        assertThat((Boolean) officer.page
                        .locator(".hotline-case")
                        .evaluate("list => [...document.querySelectorAll('.hotline-files img')]"
                                + ".every(image => image.complete && image.naturalWidth > 0)"))
                .isTrue();
        Chromium.keep(officer.page, "case-pictures");
    }

    @Test
    void a_refused_return_says_why_and_keeps_what_was_typed() {
        var code = assigned();
        var focal = tasklist("cshpfocal");
        focal.search(code).open("Nhận việc hoặc chuyển trả").claim().choose("Chuyển trả");
        focal.write("Cơ quan có thẩm quyền (đề nghị)", "PCHP").complete();

        assertThat(focal.page.locator(".notifications .message")).hasText(Pattern.compile("^[^:]*lý do chuyển trả.*"));
        Chromium.keep(focal.page, "refusal-return");
        assertThat(focal.field("Cơ quan có thẩm quyền (đề nghị)")).hasValue("PCHP");
        assertThat(house.task(code, "userTask_acceptAssignment").getAssignee()).isEqualTo("cshpfocal");

        focal.write("Lý do chuyển trả", "Đèn trong ngõ do quận quản lý.").completed();
        assertThat(house.stateOf(code)).isEqualTo("CHUYEN_TRA");
    }

    @Test
    void an_empty_reply_is_refused_and_the_task_stays() {
        var code = inWork();
        var officer = tasklist("cshpofficer");
        officer.search(code).open("Xử lý, dự thảo trả lời").claim();
        officer.choose("Đã xong, trình duyệt trả lời").complete();

        assertThat(officer.page.locator(".notifications .message")).containsText("trả lời");
        Chromium.keep(officer.page, "refusal-reply");
        assertThat(officer.page.locator(".notifications .message")).not().containsText("ENGINE");
        assertThat(officer.page.locator(".fjs-form").getByLabel("Đã xong, trình duyệt trả lời"))
                .isChecked();
        assertThat(house.task(code, "userTask_resolvePetition").getAssignee()).isEqualTo("cshpofficer");
    }

    @Test
    void what_is_being_written_stays_until_it_is_done_and_is_nobody_elses() {
        var code = inWork();
        house.addPhoto("cshpofficer", code, "after");
        var screen = chromium.office();
        var officer = Desk.of(screen, address("tasklist"), "cshpofficer");
        officer.search(code).open("Xử lý, dự thảo trả lời").claim().choose("Đã xong, trình duyệt trả lời");
        officer.write("Dự thảo trả lời", "Đã thay hai bóng đèn, đèn sáng bình thường.");

        officer.caseFile();
        officer.tab("Biểu mẫu");
        assertStillWritten(officer);
        officer.page.reload();
        assertStillWritten(officer);
        theLoginRunsOut(officer);
        officer.logIn("cshpofficer");
        assertStillWritten(officer);
        assertThat(officer.page.locator(".hotline-draft")).containsText("phần bạn viết dở");

        theLoginRunsOut(officer);
        officer.logIn("cshpleader");
        officer.page.locator(".fjs-form").waitFor();
        assertThat(officer.page.locator(".fjs-form")).not().containsText("hai bóng đèn");
        assertThat(kept(officer)).isEmpty();

        officer.logOut().logIn("cshpofficer");
        officer.queue("Việc của tôi")
                .search(code)
                .open("Xử lý, dự thảo trả lời")
                .choose("Đã xong, trình duyệt trả lời");
        officer.write("Dự thảo trả lời", "Đã thay hai bóng đèn, đèn sáng bình thường.");
        officer.caseFile();
        assertThat(kept(officer)).hasSize(1);
        officer.logOut();
        assertThat(kept(officer)).isEmpty();

        officer.logIn("cshpofficer");
        officer.queue("Việc của tôi")
                .search(code)
                .open("Xử lý, dự thảo trả lời")
                .choose("Đã xong, trình duyệt trả lời");
        officer.write("Dự thảo trả lời", "Đã thay hai bóng đèn.").completed();
        assertThat(kept(officer)).isEmpty();
        assertThat(house.stateOf(code)).isEqualTo("CHO_DUYET");
    }

    private static void assertStillWritten(Desk officer) {
        assertThat(officer.page.locator(".fjs-form").getByLabel("Đã xong, trình duyệt trả lời"))
                .isChecked();
        assertThat(officer.field("Dự thảo trả lời")).hasValue("Đã thay hai bóng đèn, đèn sáng bình thường.");
    }

    private static void theLoginRunsOut(Desk desk) {
        desk.page.context().clearCookies();
        desk.page.locator(".task-filter .name a").first().click();
        desk.page.locator("input[type=password]").waitFor();
    }

    /** What the browser remembers of forms, wherever it could. */
    private static List<?> kept(Desk desk) {
        return (List<?>) desk.page.evaluate("() => [sessionStorage, localStorage].flatMap(kept => Object.keys(kept))"
                + ".filter(key => /draft|camunda-form/.test(key))");
    }

    @Test
    @Tag("A-52")
    void an_answer_begins_with_a_template_says_how_it_ends_and_is_seen_as_the_citizen_gets_it() {
        var code = inWork();
        house.addPhoto("cshpofficer", code, "after");
        var officer = tasklist("cshpofficer");
        officer.search(code).open("Xử lý, dự thảo trả lời").claim().choose("Đã xong, trình duyệt trả lời");
        officer.press("Người dân sẽ nhận gì?");
        assertThat(officer.page.locator(".hotline-preview")).containsText("Chưa có nội dung");

        officer.write("Dự thảo trả lời", "Kính gửi Quý vị.").press("Mẫu trả lời");
        officer.page
                .locator(".hotline-picker select")
                .selectOption(new SelectOption().setLabel("Đã có kế hoạch, hẹn ngày: Chờ vật tư"));
        officer.press("Chèn vào câu trả lời");
        assertThat(officer.field("Dự thảo trả lời"))
                .hasValue(Pattern.compile("^Kính gửi Quý vị\\.\n\nĐơn vị .*\\[vật tư].*"));
        assertThat(officer.page.locator(".hotline-gaps")).containsText("chỗ phải điền");
        assertThat(officer.field("Kết quả của trả lời")).hasValue("Đã có kế hoạch, hẹn ngày");
        Chromium.keep(officer.page, "form-template");
        officer.press("Hoàn tác");
        assertThat(officer.field("Dự thảo trả lời")).hasValue("Kính gửi Quý vị.");
        assertThat(officer.page.locator(".hotline-gaps")).isEmpty();

        officer.write("Dự thảo trả lời", "Đường dây do ngành điện quản lý.").press("Người dân sẽ nhận gì?");
        var mail = officer.page.frameLocator(".hotline-mail").locator("body");
        assertThat(mail).containsText("Đường dây do ngành điện quản lý.");
        assertThat(mail).not().containsText("Nguyễn Văn Thử");
        officer.select("Kết quả của trả lời", "Đã có kế hoạch, hẹn ngày").complete();
        assertThat(officer.page.locator(".notifications .message")).containsText("Ghi ngày hẹn hoàn thành");
        assertThat(officer.field("Hẹn xong đến hết ngày")).isVisible();
        assertThat(officer.page.getByLabel("Đã chuyển đến cơ quan, đơn vị")).hasCount(0);
        assertThat(house.task(code, "userTask_resolvePetition").getAssignee()).isEqualTo("cshpofficer");
    }

    @Test
    void the_case_file_shows_each_reader_what_is_for_that_reader() {
        var code = received();
        var operator = tasklist("operator");
        var whole = operator.queue("Việc mới")
                .search(code)
                .open("Phân loại phản ánh")
                .caseFile();
        assertThat(whole).containsText(code);
        assertThat(whole).containsText("Nguyễn Văn Thử · 0912 345 678");
        assertThat(whole).containsText("Bảng “");
        Chromium.keep(operator.page, "case-operator");

        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "field",
                "chieu_sang",
                "urgency",
                "ordinary",
                "leadAgency",
                AGENCY,
                "coordinatingAgencies",
                "",
                "agencyBasis",
                "Đèn trên tuyến phố chính");
        var officer = tasklist("cshpofficer");
        var part = officer.search(code).open("Nhận việc hoặc chuyển trả").caseFile();
        assertThat(part).containsText("Đèn trên tuyến phố chính");
        assertThat(part).not().containsText("345 678");
        assertThat(part).not().containsText("Nguyễn Văn Thử");
        Chromium.keep(officer.page, "case-agency");
    }

    @Test
    void an_officer_sees_the_queue_of_the_own_agency_in_vietnamese_only() {
        var own = assigned();
        var others = received();
        house.complete(
                "operator",
                others,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "field",
                "dien",
                "urgency",
                "ordinary",
                "leadAgency",
                "PCHP",
                "coordinatingAgencies",
                "");
        var officer = tasklist("cshpofficer");
        officer.search(others);
        assertThat(officer.cards()).hasCount(0);
        officer.queue("Hồ sơ của CSHP");
        assertThat(officer.page.locator(".task-filter", new Page.LocatorOptions().setHasText("Hồ sơ của")))
                .hasCount(1);
        officer.search(own);
        assertThat(officer.cards()).hasCount(1);
        assertThat(officer.page.locator(".ce-eol-banner:visible")).hasCount(0);
        speaksVietnamese(officer);

        officer.open("Nhận việc hoặc chuyển trả");
        speaksVietnamese(officer);
        officer.claim().complete();
        assertThat(officer.page.locator(".fjs-form-field-error")).hasText("Phải nhập mục này.");
        officer.choose("Chuyển trả");
        speaksVietnamese(officer);
        officer.caseFile();
        speaksVietnamese(officer);
        officer.tab("Sơ đồ");
        assertThat(officer.page.locator("[title='Phóng to']").first()).isAttached();
        assertThat(officer.page.locator("[title*=zoom]")).hasCount(0);
        speaksVietnamese(officer);
        officer.tab("Căn cứ");
        speaksVietnamese(officer);
    }

    /** Everything that can be read on the screen, the hints in empty inputs included. */
    private static void speaksVietnamese(Desk desk) {
        var text = (String)
                desk.page.evaluate(
                        "() => [document.title, document.body.innerText,"
                                + " ...[...document.querySelectorAll('input[placeholder]')].map(input => input.placeholder)].join('\\n')");
        assertThat(ENGLISH.matcher(text).results().map(found -> found.group())).isEmpty();
    }

    @Test
    void every_application_opens_for_whom_it_is_meant_without_a_complaint_of_the_browser() {
        var code = received();
        for (var user : List.of("operator", "tnhpofficer")) {
            var desk = tasklist(user);
            assertThat(desk.page.locator(".task-filter").first()).isVisible();
            desk.queue("Quá hạn");
            Chromium.keep(desk.page, "tasklist-" + user);
            assertThat(desk.complaints()).isEmpty();
        }
        house.advance(Duration.ofHours(2));
        house.runDueJobs();
        var late = house.runtime.createIncidentQuery().incidentType("slaBreach").list().stream()
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .filter(incident -> code.equals(house.runtime
                        .createProcessInstanceQuery()
                        .processInstanceId(incident.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .findFirst()
                .orElseThrow();

        var manager = desk("cockpit", "manager");
        manager.page.navigate(house.url("/camunda/app/cockpit/default/#/processes"));
        assertThat(manager.page.locator("td a", new Page.LocatorOptions().setHasText("Xử lý phản ánh, kiến nghị")))
                .isVisible();
        Chromium.keep(manager.page, "cockpit-processes");
        manager.page.navigate(house.url("/camunda/app/cockpit/default/#/process-instance/" + late.getProcessInstanceId()
                + "/runtime?tab=incidents-tab"));
        assertThat(manager.page.locator(".djs-overlay .instance-incidents")).hasText("1");
        assertThat(manager.page.locator("td.message")).containsText("Quá hạn");
        Chromium.keep(manager.page, "cockpit-late");
        assertThat(manager.complaints()).isEmpty();

        var admin = desk("admin", "admin");
        assertThat(admin.page.locator("a[href='#/users']").first()).isVisible();
        Chromium.keep(admin.page, "admin");
        assertThat(admin.complaints()).isEmpty();

        var welcome = desk("welcome", "operator");
        assertThat(welcome.page.locator("a", new Page.LocatorOptions().setHasText("Công việc")))
                .isVisible();
        Chromium.keep(welcome.page, "welcome");
        assertThat(welcome.complaints()).isEmpty();
    }

    @Test
    void whoever_watches_over_the_work_reads_vietnamese_on_every_page_of_cockpit() {
        received();
        var late = received();
        house.advance(Duration.ofHours(2));
        house.runDueJobs();
        var instance = house.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(late)
                .processDefinitionKey("petition-classification")
                .singleResult();
        var decision = house.history
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("field-suggestion")
                .list()
                .get(0);

        var manager = desk("cockpit", "manager");
        readsVietnamese(manager, "cockpit", "dashboard", "Hiện tại");
        readsVietnamese(manager, "cockpit", "processes", "quy trình đã triển khai");
        readsVietnamese(manager, "cockpit", "process-definition/" + instance.getProcessDefinitionId(), "Sự cố");
        readsVietnamese(manager, "cockpit", "process-instance/" + instance.getId(), "Phiên bản quy trình");
        readsVietnamese(manager, "cockpit", "decisions", "quyết định đã triển khai");
        readsVietnamese(manager, "cockpit", "decision-definition/" + decision.getDecisionDefinitionId(), "Áp dụng lúc");
        readsVietnamese(manager, "cockpit", "decision-instance/" + decision.getId(), "Đầu vào");
        readsVietnamese(manager, "cockpit", "repository", "Triển khai lúc");
        readsVietnamese(manager, "cockpit", "batch", "Lô");
        readsVietnamese(manager, "cockpit", "tasks", "Công việc theo nhóm");
        assertThat(manager.complaints()).isEmpty();

        // What a manager has no right to see has its labels too.
        var admin = desk("cockpit", "admin");
        readsVietnamese(admin, "cockpit", "tasks", "Công việc theo nhóm");
        readsVietnamese(admin, "cockpit", "repository", "field-suggestion");
        assertThat(admin.complaints()).isEmpty();
    }

    @Test
    void an_administrator_reads_vietnamese_on_every_page_of_admin() {
        var admin = Desk.of(chromium.office(), address("admin"), "admin");
        admin.page.clock().setFixedTime("2024-09-16T12:00:00+07:00"); // figures are asked for the browser's year
        readsVietnamese(admin, "admin", "", "Người dùng");
        readsVietnamese(admin, "admin", "users", "Danh sách người dùng");
        readsVietnamese(admin, "admin", "user-create", "Tạo người dùng mới");
        readsVietnamese(admin, "admin", "users/cshpofficer?tab=profile", "Cập nhật hồ sơ");
        readsVietnamese(admin, "admin", "groups", "Danh sách nhóm");
        readsVietnamese(admin, "admin", "group-create", "Tạo nhóm mới");
        readsVietnamese(admin, "admin", "groups/CSHP?tab=group", "Cập nhật nhóm");
        readsVietnamese(admin, "admin", "tenants", "Danh sách cơ quan");
        readsVietnamese(admin, "admin", "tenant-create", "Tạo cơ quan mới");
        readsVietnamese(admin, "admin", "tenants/CSHP?tab=tenant", "Cập nhật cơ quan");
        readsVietnamese(admin, "admin", "authorization", "Tạo phân quyền mới");
        readsVietnamese(admin, "admin", "system", "Thông tin chung");
        assertThat(admin.complaints()).isEmpty();
    }

    /** Opens a page, every tab, search and dialog on it; none may show a label in English. */
    private void readsVietnamese(Desk desk, String application, String path, String awaited) {
        var english = EnglishLabels.of(application);
        var name = application + "-" + (path.isEmpty() ? "dashboard" : path.replaceAll("[/?:].*", ""));
        var page = desk.page;
        page.navigate(house.url("/camunda/app/" + application + "/default/#/" + path));
        assertThat(page.locator("[ng-view]")).containsText(awaited);
        speaksVietnamese(page, english, name);

        var tabs = page.locator("[ng-view] .nav-tabs a, [ng-view] aside li a").filter(VISIBLE);
        for (var i = 0; i < tabs.count(); i++) {
            tabs.nth(i).click();
            speaksVietnamese(page, english, name + "-tab" + (i + 1));
        }
        var search =
                page.locator("[ng-view] .search-field input").filter(VISIBLE).last();
        if (search.isVisible()) {
            search.click();
            speaksVietnamese(page, english, name + "-search");
            page.keyboard().press("Escape");
        }
        var tools = page.locator(".ctn-toolbar .btn").filter(VISIBLE);
        for (var i = 0; i < tools.count(); i++) {
            tools.nth(i).click();
            assertThat(page.locator(".modal-body")).isVisible();
            speaksVietnamese(page, english, name + "-tool" + (i + 1));
            page.keyboard().press("Escape");
            assertThat(page.locator(".modal")).hasCount(0);
        }
    }

    private static void speaksVietnamese(Page page, EnglishLabels english, String name) {
        settled(page);
        assertThat(english.on(page)).as(name).isEmpty(); // what was on the screen then is kept if this fails
    }

    /** Nothing turns any more, nothing is asked for, and what can be read stays as it is. */
    private static void settled(Page page) {
        assertThat(page.locator(".animate-spin").filter(VISIBLE)).hasCount(0);
        page.evaluate(QUIET);
        assertThat(page.locator(".animate-spin").filter(VISIBLE)).hasCount(0);
    }

    @Test
    void the_portal_serves_a_small_telephone_without_scripts() {
        for (var path : List.of(
                "/",
                "/send",
                "/track",
                "/my-cases",
                "/answered",
                "/limits",
                "/figures",
                "/privacy",
                "/accessibility",
                "/no-such-page")) {
            fits(citizen(path));
        }
        var page = citizen("/send");
        page.getByLabel("Nội dung (bắt buộc)").fill("Ngắn");
        page.locator("button:has-text('Gửi phản ánh')").click();

        assertThat(page.locator(".faults li").first()).isVisible();
        assertThat(page.locator("#content-fault")).isVisible();
        assertThat(page.locator("#consentToProcess-fault")).isVisible();
        assertThat(page.getByLabel("Nội dung (bắt buộc)")).hasValue("Ngắn");
        fits(page);
        Chromium.keep(page, "portal-faults");

        page.getByLabel("Nội dung (bắt buộc)").fill(LAMP);
        page.getByLabel("Số điện thoại").fill("0912345678");
        page.locator("#consentToProcess").check();
        page.locator("button:has-text('Gửi phản ánh')").click();
        assertThat(page.locator(".slip .code").first()).containsText("HP1022-");
        fits(page);
        page.locator("button:has-text('Xem tình trạng')").click();
        assertThat(page.locator(".steps .current")).isVisible();
        fits(page);
        Chromium.keep(page, "portal-status");
    }

    /** Nothing reaches beyond the right edge. */
    private static void fits(Page page) {
        var width = page.viewportSize().width;
        for (var box : page.locator("body *:visible").all().stream()
                .map(Locator::boundingBox)
                .filter(box -> box != null && box.width > 1)
                .toList()) {
            assertThat(box.x + box.width).as(page.url()).isLessThanOrEqualTo(width);
        }
    }
}
