package vn.haiphong.hotline1022.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.haiphong.hotline1022.application.hear.HearCitizen;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.reply.PreviewReply;
import vn.haiphong.hotline1022.application.reply.SendCaseLink;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.ScriptedGateway;

/** A house with an SMS gateway and a mailbox: citizens are told, asked and heard, each once. */
@HouseTest
@Tag("alone")
class ChannelsTest {

    private static final String LAMP = "Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền, ngõ tối om.";
    private static final ScriptedGateway GATEWAY = new ScriptedGateway();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private static int numbers = 12345670;

    @Autowired
    House house;

    @Autowired
    MailPoller mailbox;

    @Autowired
    HearCitizen hear;

    @Autowired
    PreviewReply preview;

    @Autowired
    SendCaseLink caseLink;

    private String phone;
    private String email;

    @DynamicPropertySource
    static void channels(DynamicPropertyRegistry settings) {
        MAIL.start();
        MAIL.setUser("tongdai", "tongdai", "secret");
        settings.add("hotline.sms.host", () -> "127.0.0.1");
        settings.add("hotline.sms.port", GATEWAY::port);
        settings.add("hotline.sms.system-id", () -> "hotline");
        settings.add("hotline.sms.password", () -> "secret");
        settings.add("hotline.sms.sender", () -> "1022");
        settings.add("hotline.sms.per-second", () -> "1000");
        settings.add("hotline.imap.host", () -> "127.0.0.1");
        settings.add("hotline.imap.port", () -> MAIL.getImap().getPort());
        settings.add("hotline.imap.tls", () -> "false");
        settings.add("hotline.imap.username", () -> "tongdai");
        settings.add("hotline.imap.password", () -> "secret");
        settings.add("hotline.imap.every", () -> "PT1H"); // the tests look into it themselves
    }

    @BeforeEach
    void somebody_else() throws Exception {
        numbers++;
        phone = "+849" + numbers;
        email = "dan" + numbers + "@example.vn";
        mailbox.poll();
        house.runDueJobs();
    }

    private String received(Petitioner petitioner) {
        var code = house.receive(LAMP, "quận Lê Chân", petitioner).code().value();
        house.runDueJobs();
        return code;
    }

    private String asked(Petitioner petitioner) {
        var code = received(petitioner);
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "clarify",
                "supplementWhat",
                "Cột đèn số mấy?");
        house.runDueJobs();
        return code;
    }

    private List<String> told(String code) {
        return house.jdbc
                .sql(
                        "select kind || ' ' || channel || ' ' || state from notice where petition_code = ? order by created_at, key")
                .param(code)
                .query(String.class)
                .list();
    }

    private List<String> sms() {
        return GATEWAY.taken().stream()
                .filter(message -> message.getDestAddress().equals(phone.substring(1)))
                .map(ChannelsTest::text)
                .toList();
    }

    private static String text(SubmitSm message) {
        var bytes = message.getShortMessage();
        return message.isUdhi()
                ? new String(bytes, 6, bytes.length - 6, StandardCharsets.US_ASCII)
                : new String(bytes, StandardCharsets.US_ASCII);
    }

    private int events(String code, String type) {
        return house.jdbc
                .sql("select count(*) from petition_event where petition_code = ? and type = ?")
                .params(code, type)
                .query(Integer.class)
                .single();
    }

    private List<String> petitionsOf(String column, String value) {
        return house.jdbc
                .sql("select petition_code from petitioner where " + column + " = ? order by petition_code")
                .param(value)
                .query(String.class)
                .list();
    }

    private void mail(String from, String headers, String body) throws Exception {
        var raw = "From: " + from + "\r\nTo: tongdai\r\nMessage-ID: <" + numbers + Math.abs(headers.hashCode())
                + "@example.vn>\r\n" + headers + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body;
        append(raw);
        mailbox.poll();
    }

    private static void append(String raw) throws Exception {
        MAIL.getManagers()
                .getUserManager()
                .getUser("tongdai")
                .deliver(new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private String ourLetter(String code, String kind) {
        return house.jdbc
                .sql("select message_id from notice where petition_code = ? and kind = ? and channel = 'mail'")
                .params(code, kind)
                .query(String.class)
                .single();
    }

    @Test
    @Tag("A-55")
    void who_chose_nothing_is_told_by_every_address_and_by_each_once() {
        var code = received(new Petitioner("An", phone, email));

        assertThat(told(code)).containsExactly("receipt mail sent", "receipt sms sent");
        assertThat(sms()).singleElement().asString().contains(code, "da nhan phan anh");
    }

    @Test
    @Tag("A-55")
    void who_chose_is_told_as_he_chose() {
        assertThat(told(received(new Petitioner("An", phone, email, "email")))).containsExactly("receipt mail sent");
        assertThat(told(received(new Petitioner("An", phone, email, "sms")))).containsExactly("receipt sms sent");
        assertThat(told(received(new Petitioner("An", phone, email, "none")))).isEmpty();
    }

    @Test
    @Tag("A-12")
    void a_question_that_does_not_arrive_by_sms_is_asked_on_the_telephone() throws Exception {
        var code = asked(new Petitioner("An", phone, null));
        var id = house.jdbc
                .sql("select gateway_id from sms_part where notice_key like ? || '|supplement|%'")
                .param(code)
                .query(String.class)
                .list();

        GATEWAY.report(id.get(0), "UNDELIV");
        GATEWAY.report(id.get(0), "UNDELIV");
        house.runDueJobs();

        assertThat(told(code)).contains("supplement sms failed");
        house.task(code, "userTask_callPetitioner"); // one
    }

    @Test
    @Tag("A-12")
    void that_it_did_not_arrive_is_heard_even_before_it_is_known_whose_it_was() throws Exception {
        var code = received(new Petitioner("An", phone, null));
        GATEWAY.report("id" + (GATEWAY.taken().size() + 1), "UNDELIV");

        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "clarify",
                "supplementWhat",
                "Cột đèn số mấy?");
        house.runDueJobs();

        assertThat(told(code)).contains("supplement sms failed");
        house.task(code, "userTask_callPetitioner");
    }

    @Test
    @Tag("A-57")
    void an_sms_answers_the_question_once_however_often_the_gateway_brings_it() throws Exception {
        var code = asked(new Petitioner("An", phone, null));
        assertThat(String.join("", sms())).contains("Cot den so may?");

        GATEWAY.write(phone.substring(1), "Cột đèn số 7 đầu ngõ");
        GATEWAY.write(phone.substring(1), "Cột đèn số 7 đầu ngõ");
        house.runDueJobs();

        assertThat(events(code, "supplemented")).isEqualTo(1);
        assertThat(petitionsOf("phone", phone)).containsExactly(code);
        assertThat(house.stateOf(code)).isEqualTo("MOI");
    }

    @Test
    @Tag("A-57")
    void an_sms_in_parts_out_of_order_is_one_new_petition() throws Exception {
        GATEWAY.writePart(phone.substring(1), 9, 2, 2, "trước số 5 phố Cát Dài");
        GATEWAY.writePart(phone.substring(1), 9, 2, 1, "Ổ gà rất to ");
        house.runDueJobs();

        assertThat(petitionsOf("phone", phone))
                .singleElement()
                .satisfies(code -> assertThat(house.jdbc
                                .sql("select channel || ': ' || content from petition where code = ?")
                                .param(code)
                                .query(String.class)
                                .single())
                        .isEqualTo("sms: Ổ gà rất to trước số 5 phố Cát Dài"));
    }

    @Test
    @Tag("A-56")
    void who_wants_no_sms_hears_that_once_and_gets_none_until_he_wants_them_again() throws Exception {
        received(new Petitioner("An", phone, null));
        GATEWAY.write(phone.substring(1), "Hủy");
        GATEWAY.write(phone.substring(1), "HUY");
        house.runDueJobs();

        assertThat(sms()).hasSize(2).last().asString().contains("da dung nhan tin");
        assertThat(told(received(new Petitioner("An", phone, null)))).isEmpty();

        GATEWAY.write(phone.substring(1), "nhan tin");
        assertThat(told(received(new Petitioner("An", phone, null)))).containsExactly("receipt sms sent");
    }

    @Test
    @Tag("A-57")
    void a_letter_answers_the_question_if_the_petitioner_wrote_it_and_from_another_address_it_is_a_new_case()
            throws Exception {
        var code = asked(new Petitioner("An", null, email));
        var reply = "In-Reply-To: " + ourLetter(code, "supplement") + "\r\nSubject: Re: x\r\n";

        mail("ke-khac" + email, reply, "Cột đèn số 8, tôi nói thay cho chị An đây");
        assertThat(events(code, "supplemented")).isZero();
        assertThat(petitionsOf("email", "ke-khac" + email)).hasSize(1);

        mail(email.toUpperCase(java.util.Locale.ROOT), reply + "X-Mailer: x\r\n", "Cột số 7.\r\n\r\n-- \r\nAn");
        assertThat(events(code, "supplemented")).isEqualTo(1);
        assertThat(house.jdbc
                        .sql("select content from petition where code = ?")
                        .param(code)
                        .query(String.class)
                        .single())
                .endsWith("[Bổ sung] Cột số 7.");

        mail(email, "Subject: Re: " + code + "\r\n", "Cảm ơn tổng đài");
        assertThat(events(code, "citizen-wrote")).isEqualTo(1);
        assertThat(petitionsOf("email", email)).containsExactly(code);
    }

    @Test
    @Tag("A-57")
    void a_letter_is_taken_once_though_the_node_died_before_it_was_marked_as_read() throws Exception {
        mail(email, "Subject: Rác\r\n", "Rác chất đống đầu ngõ 5 Cát Dài ba ngày nay");
        var inbox = MAIL.getManagers()
                .getImapHostManager()
                .getInbox(MAIL.getManagers().getUserManager().getUser("tongdai"));
        inbox.getMessages().forEach(letter -> letter.setFlags(new Flags(Flags.Flag.SEEN), false));
        house.jdbc.sql("update mailbox_reader set from_uid = 1").update();

        mailbox.poll();
        mail(
                email,
                "Subject: Rác\r\n",
                "Rác chất đống đầu ngõ 5 Cát Dài ba ngày nay"); // and the mail system brings it again

        assertThat(petitionsOf("email", email)).hasSize(1);
        assertThat(inbox.getMessages()).allMatch(letter -> letter.getFlags().contains(Flags.Flag.SEEN));
    }

    @Test
    @Tag("A-57")
    void programs_are_not_answered_and_a_letter_that_came_back_leads_to_a_call() throws Exception {
        var code = asked(new Petitioner("An", null, email));
        var letter = ourLetter(code, "supplement");

        mail(
                email,
                "Auto-Submitted: auto-replied\r\nIn-Reply-To: " + letter + "\r\n",
                "Tôi đang nghỉ phép đến hết tuần này");
        assertThat(events(code, "supplemented")).isZero();

        comesBack(letter, email);
        house.runDueJobs();

        assertThat(told(code)).contains("supplement mail failed");
        house.task(code, "userTask_callPetitioner");
        assertThat(petitionsOf("email", email)).containsExactly(code);
    }

    @Test
    @Tag("A-57")
    void who_is_asked_may_answer_the_letter_and_neither_programs_nor_staff_begin_a_case() throws Exception {
        var code = asked(new Petitioner("An", null, email));
        var letter = ourLetter(code, "supplement");
        assertThat(house.jdbc
                        .sql("select body_text from notice where message_id = ?")
                        .param(letter)
                        .query(String.class)
                        .single())
                .contains("trả lời thư này");
        var before = petitions();

        for (var header : List.of(
                "Subject: Out of office: x\r\n",
                "Precedence: auto_reply\r\n",
                "Auto-Submitted: auto-generated\r\n",
                "X-Autoreply: yes\r\n")) {
            mail(email, header + "In-Reply-To: " + letter + "\r\n", "Tôi đi vắng " + header.hashCode());
            mail("la" + email, header, "Tôi đi vắng " + header.hashCode());
        }
        mail("Postmaster@example.vn", "", "Undeliverable");
        var staff = house.jdbc
                .sql(
                        "insert into notice (key, petition_code, kind, recipient, subject, body_text, body_html, state, message_id,"
                                + " created_at) values (?, ?, 'reminder', 'chuyenvien@example.vn', '', '', '', 'sent', ?, now())"
                                + " returning message_id")
                .params(code + "|staff", code, "<staff" + numbers + "@1022.haiphong.gov.vn>")
                .query(String.class)
                .single();
        mail("chuyenvien@example.vn", "In-Reply-To: " + staff + "\r\n", "Tôi đang xử lý, gọi 0912345678.");
        house.runDueJobs();

        assertThat(petitions()).isEqualTo(before);
        assertThat(house.stateOf(code)).isEqualTo("CHO_BO_SUNG");
        assertThat(told(code)).containsExactly("receipt mail sent", "supplement mail sent", "reminder mail sent");
        assertThat(house.jdbc
                        .sql("select note from petition_event where petition_code = ? and type = 'noted'")
                        .param(code)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("Tôi đang xử lý")
                .doesNotContain("0912345678");
    }

    @Test
    @Tag("A-12")
    void what_comes_back_goes_by_the_other_channel_and_only_when_that_fails_too_somebody_calls_once() throws Exception {
        var code = asked(new Petitioner("An", phone, email, "email"));
        var letter = ourLetter(code, "supplement");

        comesBack(letter, "someone.else@example.vn"); // forwarded, and lost there
        comesBack(letter, email);
        house.runDueJobs();

        assertThat(told(code)).containsExactly("receipt mail sent", "supplement mail failed", "supplement sms sent");
        assertThat(String.join("", sms())).containsOnlyOnce("Cot den so may?");
        assertThat(calls(code)).isZero();

        GATEWAY.report(partsOf(code, "supplement").get(0), "UNDELIV");
        house.runDueJobs();
        GATEWAY.report(partsOf(code, "supplement").get(0), "EXPIRED");
        comesBack(letter, email);
        house.runDueJobs();

        assertThat(told(code)).hasSize(3);
        assertThat(calls(code)).isOne();
        assertThat(house.tasks.getVariable(
                        house.task(code, "userTask_callPetitioner").getId(), "replyText"))
                .isEqualTo("Cột đèn số mấy?");
    }

    @Test
    @Tag("A-12")
    void what_a_telephone_did_not_take_goes_by_mail() throws Exception {
        var code = asked(new Petitioner("An", phone, email, "sms"));

        GATEWAY.report(partsOf(code, "supplement").get(0), "UNDELIV");
        house.runDueJobs();

        assertThat(told(code))
                .containsExactlyInAnyOrder("receipt sms sent", "supplement sms failed", "supplement mail sent");
        assertThat(calls(code)).isZero();
    }

    @Test
    @Tag("A-70")
    void whoever_reads_the_messages_of_a_telephone_gets_a_link_to_its_cases_there_and_nothing_else() throws Exception {
        var code = received(new Petitioner("An", phone, null));
        var before = sms().size();
        caseLink.to("0" + phone.substring(3));
        caseLink.to("0900000000");
        caseLink.to("khong phai so");

        var message = String.join("", sms().subList(before, sms().size()));
        var link = Pattern.compile("/my-cases/[0-9a-f]{64}").matcher(message);
        assertThat(link.find()).as(message).isTrue();
        assertThat(house.jdbc
                        .sql("select body_text from notice where petition_code = ? and kind = 'my-cases'")
                        .param(code)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("/my-cases")
                .doesNotContain(link.group());
        var page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(house.url(link.group())))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).contains(code);

        GATEWAY.write(phone.substring(1), "HUY");
        house.runDueJobs();
        before = sms().size();
        caseLink.to(phone);
        assertThat(sms()).hasSize(before);
    }

    private void comesBack(String letter, String recipient) throws Exception {
        append("From: MAILER-DAEMON@example.vn\r\nReturn-Path: <>\r\nContent-Type: multipart/report; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; " + recipient
                + "\r\nAction: failed\r\nStatus: 5.1.1\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: "
                + letter + "\r\n--b--\r\n");
        mailbox.poll();
    }

    private List<String> partsOf(String code, String kind) {
        return house.jdbc
                .sql("select gateway_id from sms_part where notice_key like ? || '|' || ? || '|%'")
                .params(code, kind)
                .query(String.class)
                .list();
    }

    private long calls(String code) {
        return house.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .taskDefinitionKey("userTask_callPetitioner")
                .count();
    }

    private int petitions() {
        return house.jdbc
                .sql("select count(*) from petition")
                .query(Integer.class)
                .single();
    }

    @Test
    @Tag("A-10")
    void whoever_was_joined_hears_the_answer_by_his_own_channels() {
        var first = received(new Petitioner("An", null, email));
        var joined = received(new Petitioner("Bình", phone, null));
        house.complete(
                "operator",
                first,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "field",
                "chieu_sang",
                "urgency",
                "ordinary",
                "leadAgency",
                "CSHP",
                "coordinatingAgencies",
                "");
        house.complete("operator", joined, "userTask_classifyPetition", "decision", "merge", "mergeInto", first);
        house.complete("cshpfocal", first, "userTask_acceptAssignment", "outcome", "accept");
        house.complete(
                "cshpofficer", first, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã thay bóng đèn.");
        house.complete("cshpleader", first, "userTask_approveReply", "approved", true);
        house.complete("operator", first, "userTask_checkReply", "approved", true);
        house.runDueJobs();

        assertThat(told(joined)).contains("merged sms sent", "reply sms sent");
        assertThat(String.join(" ", sms())).contains("Da thay bong den.");
        assertThat(told(first)).contains("reply mail sent").noneMatch(one -> one.contains(" sms "));
        hear.message(joined, "Số 14 lại tắt rồi.", "portal");
        hear.message(first, "Số 12 cũng vậy.", "portal");
        assertAnswered(joined, "message-answer sms sent", first);
        assertAnswered(first, "message-answer mail sent", joined);
    }

    /** Whoever wrote later is asked about under the own code, answered by the own channels, and nobody else is. */
    private void assertAnswered(String writer, String told, String other) {
        var before = told(other);
        var heard = events(other, "citizen-heard");
        house.complete(
                "coordinator",
                writer,
                "userTask_hearCitizen",
                "hearOutcome",
                "answered",
                "hearNote",
                "Mai thợ đến xem lại.");
        house.runDueJobs();

        assertThat(told(writer)).contains(told);
        assertThat(told(other)).isEqualTo(before);
        assertThat(events(writer, "citizen-heard")).isEqualTo(1);
        assertThat(events(other, "citizen-heard")).isEqualTo(heard);
    }

    @Test
    @Tag("A-56")
    void whoever_writes_an_answer_sees_the_sms_as_it_goes_and_what_it_costs() {
        var code = received(new Petitioner("An", phone, email));
        var text = "Đã thay bóng đèn. ".repeat(40);

        var shown = preview.of(code, new PreviewReply.Typed("refusal", text, null), true);
        assertThat(shown.mail().html()).contains(text.strip());
        assertThat(shown.sms().cut()).isTrue();
        assertThat(shown.sms().gsm()).isTrue();
        assertThat(shown.sms().segments()).isEqualTo(3);
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "refuse",
                "refusalReason",
                "ngoai_dia_ban",
                "replyText",
                text);
        house.complete("coordinator", code, "userTask_approveRefusal", "approved", true);
        house.runDueJobs();
        assertThat(String.join("", sms())).endsWith(shown.sms().text());

        var silent = received(new Petitioner("An", phone, email, "none"));
        assertThat(preview.of(silent, new PreviewReply.Typed("refusal", text, null), true)
                        .instead())
                .contains("tự xem");
    }
}
