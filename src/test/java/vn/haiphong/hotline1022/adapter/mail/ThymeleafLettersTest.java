package vn.haiphong.hotline1022.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.application.port.Letters.Letter;
import vn.haiphong.hotline1022.domain.message.SmsText;

class ThymeleafLettersTest {

    private static final String CODE = "HP1022-240918-000345-2";
    private static final String HOSTILE =
            "<script>alert(1)</script>\n[[${T(java.lang.Runtime)}]] [(${7*7})] __${7*7}__ ${code}\r\n\r\n\"Đoạn\" sau & hết";

    private final ThymeleafLetters letters =
            new ThymeleafLetters("https://1022.haiphong.gov.vn", "(0225) 1022", "working P3D");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receipt",
                "reply",
                "refusal",
                "supplement",
                "interim",
                "kept-plan",
                "message-answer",
                "data-decision",
                "merged",
                "joined",
                "assigned",
                "reopened",
                "not-reopened"
            })
    void a_letter_to_a_citizen_names_the_case_the_person_and_how_to_follow_it(String template) {
        var letter = letters.write(template, citizenFacts());

        assertThat(letter.subject()).contains(CODE).doesNotContain("\n");
        for (var body : new String[] {letter.text(), letter.html()}) {
            assertThat(body)
                    .contains("Kính gửi: ", "Nguyễn Thị Ánh", CODE, "08:15 ngày 18/09/2024", "Trân trọng")
                    .contains("https://1022.haiphong.gov.vn/track/" + CODE, "k7wq2m9x")
                    .contains("(0225) 1022")
                    .doesNotContain("${", " th:", "[#", "[/]", "null");
        }
        var brief = citizenFacts();
        brief.put("excerpt", "Đã thay bóng đèn.");
        brief.put("answerable", false);
        assertThat(letters.brief(template, brief)).contains(CODE).doesNotContain("[(", "[#", "null");
        assertThat(letter.text()).doesNotContain("\n\n\n");
        assertThat(letter.html()).startsWith("<!DOCTYPE html>").doesNotContain("<script", "<img", "<table");
    }

    @Test
    void an_sms_about_a_confidential_case_that_is_over_says_so_and_no_more() {
        var brief = citizenFacts();
        brief.put("excerpt", "");

        assertThat(letters.brief("refusal", brief)).contains(CODE + ": đã có hướng dẫn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply", "supplement"})
    void to_answer_by_mail_is_invited_where_somebody_reads_it_and_nowhere_else(String template) {
        var facts = citizenFacts();
        for (var body : bodies(letters.write(template, facts))) {
            assertThat(body).doesNotContain("trả lời thư này");
        }
        facts.put("invited", true);
        for (var body : bodies(letters.write(template, facts))) {
            assertThat(body).contains("trả lời thư này").doesNotContain("null");
        }
    }

    private static String[] bodies(Letter letter) {
        return new String[] {letter.text(), letter.html()};
    }

    @ParameterizedTest
    @ValueSource(strings = {"reminder", "breach"})
    void a_letter_to_staff_says_what_is_to_be_done_by_whom_and_until_when(String template) {
        var letter = letters.write(template, staffFacts(template.equals("breach") ? 3 : 0));

        assertThat(letter.subject()).contains(CODE);
        for (var body : new String[] {letter.text(), letter.html()}) {
            assertThat(body)
                    .contains("Chuyên viên SXD", "nhận việc", "Sở Xây dựng", "chieu_sang", "17:00 ngày 20/09/2024")
                    .contains("https://1022.haiphong.gov.vn/camunda/app/tasklist/")
                    .doesNotContain("${", " th:", "[#", "[/]", "null");
        }
    }

    @Test
    void a_confidential_case_is_named_by_its_code_alone() {
        var facts = staffFacts(1);
        facts.put("field", "");

        var letter = letters.write("breach", facts);

        assertThat(letter.text()).contains(CODE + " đã quá").doesNotContain("lĩnh vực");
        assertThat(letter.html()).doesNotContain("lĩnh vực");
    }

    @Test
    void the_receipt_says_whom_to_call_in_danger() {
        var receipt = letters.write("receipt", citizenFacts());

        assertThat(receipt.text()).contains("112", "113", "114", "115", "17:00 ngày 25/09/2024");
        assertThat(receipt.html()).contains("112", "113", "114", "115", "17:00 ngày 25/09/2024");
    }

    @Test
    void without_a_due_date_the_receipt_promises_none() {
        var facts = citizenFacts();
        facts.put("dueAt", "");
        var blank = letters.write("receipt", facts);
        facts.remove("dueAt");
        var missing = letters.write("receipt", facts);

        assertThat(blank).isEqualTo(missing);
        assertThat(blank.text()).doesNotContain("chậm nhất").contains("thời hạn trả lời được tính từ khi");
        assertThat(blank.html()).doesNotContain("chậm nhất").contains("thời hạn trả lời được tính từ khi");
    }

    @Test
    void a_late_reply_begins_with_an_apology_and_a_timely_one_has_none() {
        var facts = citizenFacts();
        assertThat(letters.write("reply", facts).text()).doesNotContain("xin lỗi");

        facts.put("late", true);
        var late = letters.write("reply", facts);

        assertThat(late.text().lines().skip(2).findFirst().orElseThrow()).contains("xin lỗi", "17:00 ngày 25/09/2024");
        assertThat(late.html().indexOf("xin lỗi"))
                .isPositive()
                .isLessThan(late.html().indexOf("trả lời như sau"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"assigned", "reopened"})
    @Tag("A-37")
    void who_has_a_case_and_until_when_costs_one_sms(String template) {
        var facts = citizenFacts();
        facts.put("agency", "Công ty TNHH MTV Thoát nước Hải Phòng");
        facts.put("dueAt", "16:30 ngày 25/09/2024");

        var message = SmsText.plain(letters.brief(template, facts));

        assertThat(message.text()).contains("Thoat nuoc Hai Phong", "cham nhat 16:30 ngay 25/09/2024");
        assertThat(message.segments()).isEqualTo(1);
    }

    @Test
    void an_answer_by_sms_says_how_it_ended_and_leads_to_its_rating_and_of_what_is_confidential_nothing() {
        var facts = citizenFacts();
        facts.put("excerpt", "Sẽ thay bóng đèn.");
        facts.put("ending", "Đã có kế hoạch, hẹn xong đến hết ngày 10/12/2024");
        facts.put(
                "rateUrl",
                "https://1022.haiphong.gov.vn/rate/" + CODE + "?sign=0123456789abcdef0123456789abcdef&grade=");
        facts.put("confidential", false);

        var message = SmsText.plain(letters.brief("reply", facts));

        assertThat(message.text())
                .contains(": Da co ke hoach, hen xong den het ngay 10/12/2024. Se thay bong den.\n")
                .endsWith("/rate/" + CODE + "?sign=0123456789abcdef0123456789abcdef");
        assertThat(message.segments()).isEqualTo(2);
        facts.put("confidential", true);
        facts.put("excerpt", "");
        assertThat(letters.brief("reply", facts))
                .doesNotContain("kế hoạch", "sign=")
                .contains("/track/" + CODE);
    }

    @Test
    void a_request_for_more_says_until_when() {
        assertThat(letters.write("supplement", citizenFacts()).text()).contains("trong vòng 3 ngày làm việc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "receipt",
                "reply",
                "refusal",
                "supplement",
                "interim",
                "kept-plan",
                "message-answer",
                "merged",
                "joined",
                "not-reopened"
            })
    void what_people_write_is_shown_and_never_carried_out(String template) {
        var facts = citizenFacts();
        facts.put("text", HOSTILE);
        facts.put("name", "<b onclick=x>${7*7}</b>");
        facts.put("agency", "[[${7*7}]]<i>");

        var letter = letters.write(template, facts);

        assertNothingCarriedOut(letter);
        if (!template.equals("receipt")) {
            assertThat(letter.text())
                    .contains("<script>alert(1)</script>", "[[${T(java.lang.Runtime)}]]", "\"Đoạn\" sau & hết");
            assertThat(letter.html())
                    .contains(
                            "&lt;script&gt;alert(1)&lt;/script&gt;<br>[[${T(java.lang.Runtime)}]] [(${7*7})] __${7*7}__")
                    .contains("<p>&quot;Đoạn&quot; sau &amp; hết</p>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reminder", "breach"})
    void staff_letters_escape_names_too(String template) {
        var facts = staffFacts(2);
        facts.put("name", "<b onclick=x>${7*7}</b>");
        facts.put("agency", "[[${7*7}]]<i>");

        assertNothingCarriedOut(letters.write(template, facts));
    }

    @Test
    void links_that_are_none_stay_text() {
        var facts = citizenFacts();
        facts.put("trackingUrl", "https://x/\"><script>");

        assertThat(letters.write("reply", facts).html()).doesNotContain("<script>");
    }

    private static void assertNothingCarriedOut(Letter letter) {
        assertThat(letter.html()).doesNotContain("<script", "<b onclick", "<i>", "49");
        assertThat(letter.text()).doesNotContain("49").contains("<b onclick=x>${7*7}</b>");
    }

    private static Map<String, Object> citizenFacts() {
        return new HashMap<>(Map.of(
                "code", CODE,
                "name", "Nguyễn Thị Ánh",
                "text", "Đèn đường đã được sửa.\nXin cảm ơn.",
                "receivedAt", "08:15 ngày 18/09/2024",
                "dueAt", "17:00 ngày 25/09/2024",
                "agency", "Sở Xây dựng",
                "late", false,
                "trackingUrl", "https://1022.haiphong.gov.vn/track/" + CODE,
                "trackingKey", "k7wq2m9x"));
    }

    private static Map<String, Object> staffFacts(int level) {
        return new HashMap<>(Map.of(
                "code", CODE,
                "name", "Chuyên viên SXD",
                "step", "nhận việc",
                "agency", "Sở Xây dựng",
                "field", "chieu_sang",
                "dueAt", "17:00 ngày 20/09/2024",
                "level", level));
    }
}
