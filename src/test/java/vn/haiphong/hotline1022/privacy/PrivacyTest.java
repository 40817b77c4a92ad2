package vn.haiphong.hotline1022.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import vn.haiphong.hotline1022.application.hear.HearCitizen;
import vn.haiphong.hotline1022.application.hear.IncomingMail;
import vn.haiphong.hotline1022.application.hear.TakeMail;
import vn.haiphong.hotline1022.application.hear.TakeSms;
import vn.haiphong.hotline1022.application.inform.CountLate;
import vn.haiphong.hotline1022.application.inform.RateAnswers;
import vn.haiphong.hotline1022.application.inform.ReportMonth;
import vn.haiphong.hotline1022.application.inform.SearchResults;
import vn.haiphong.hotline1022.application.port.Consents;
import vn.haiphong.hotline1022.application.port.Consents.Purpose;
import vn.haiphong.hotline1022.application.port.DataRequests.Kind;
import vn.haiphong.hotline1022.application.port.DataRequests.State;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.PersonalData;
import vn.haiphong.hotline1022.application.port.PersonalData.Person;
import vn.haiphong.hotline1022.application.port.PersonalFiles;
import vn.haiphong.hotline1022.application.privacy.ApplyRetention;
import vn.haiphong.hotline1022.application.privacy.ErasePersonalData;
import vn.haiphong.hotline1022.application.privacy.ExportPersonalData;
import vn.haiphong.hotline1022.application.privacy.FindPerson;
import vn.haiphong.hotline1022.application.privacy.HandleDataRequests;
import vn.haiphong.hotline1022.application.privacy.WithdrawConsent;
import vn.haiphong.hotline1022.application.receive.ReceivePetition;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Node;
import vn.haiphong.hotline1022.support.Photos;
import vn.haiphong.hotline1022.support.Walk;

/** A person's data can be handed out and erased, wherever they got to; and what is past its time goes. */
@HouseTest
@Tag("A-64")
class PrivacyTest {

    private static final Path HOME = Path.of("target", "erasing-node");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    House house;

    @Autowired
    FindPerson find;

    @Autowired
    HandleDataRequests requests;

    @Autowired
    ErasePersonalData erase;

    @Autowired
    ExportPersonalData export;

    @Autowired
    PersonalFiles files;

    @Autowired
    PersonalData data;

    @Autowired
    ApplyRetention retention;

    @Autowired
    DataSource source;

    @Autowired
    ReceivePetition receive;

    @Autowired
    TakeMail takeMail;

    @Autowired
    TakeSms takeSms;

    @Autowired
    HearCitizen hear;

    @Autowired
    RatePetition rate;

    @Autowired
    Consents consents;

    @Autowired
    WithdrawConsent withdraw;

    @Autowired
    RateAnswers rateAnswers;

    @Autowired
    SearchResults searchResults;

    @Autowired
    ReportMonth reportMonth;

    @Autowired
    CountLate countLate;

    private Walk walk;
    private String name;
    private String phone;
    private String email;

    @BeforeEach
    void somebody() {
        walk = new Walk(house);
        var n = COUNT.incrementAndGet();
        name = "Đoàn Thị Huyền Xuyến" + "abcdefgh".charAt(n % 8);
        phone = "09771234" + (10 + n);
        email = "huyen.xuyen" + n + "@example.vn";
    }

    /** A case whose every step names the person, as it happens where people type. */
    private String namedEverywhere() {
        var about = name + ", " + phone + " hoặc " + phone.substring(0, 4) + " " + phone.substring(4, 7) + " "
                + phone.substring(7) + ", " + email;
        var code = house.receive(
                        "Đèn đường trước nhà tôi tắt ba tối liền. Tôi là " + about,
                        "quận Lê Chân",
                        new Petitioner(name, phone, email))
                .code()
                .value();
        house.runDueJobs();
        house.jdbc
                .sql("insert into attachment (petition_code, name, media_type, bytes, added_by, added_at)"
                        + " values (?, ?, 'image/jpeg', ?, 'citizen', ?)")
                .params(
                        code,
                        "../" + name + ".jpg",
                        about.getBytes(StandardCharsets.UTF_8),
                        house.now().atOffset(ZoneOffset.UTC))
                .update();
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
                "CSHP",
                "coordinatingAgencies",
                "",
                "agencyBasis",
                "Theo đề nghị của " + name);
        walk.accept(code, "CSHP");
        var task = walk.taskOf(code, "CSHP");
        leftByAnOlderHouse(task.getProcessInstanceId(), about);
        walk.draft(code, "CSHP", "Kính gửi bà " + name.toUpperCase() + " (" + phone + "): đã thay bóng đèn.");
        walk.approve(code, "CSHP");
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        return code;
    }

    /** The engine of this house keeps none of these; one with another history, or an administrator's hand, may have left them. */
    private void leftByAnOlderHouse(String instance, String about) {
        var id = "privacy" + COUNT.incrementAndGet();
        var bytes = about.getBytes(StandardCharsets.UTF_8);
        for (var row : Map.of(
                        "act_hi_comment (id_, time_, proc_inst_id_, message_, full_msg_)",
                                "now(), :instance, :about, :bytes",
                        "act_hi_attachment (id_, proc_inst_id_, name_, content_id_)", ":instance, :about, :id",
                        "act_ge_bytearray (id_, name_, bytes_)", ":about, :bytes",
                        "act_hi_varinst (id_, proc_inst_id_, name_, text_)", ":instance, 'content', :about",
                        "act_hi_detail (id_, type_, time_, proc_inst_id_, name_, text_)",
                                "'VariableUpdate', now(), :instance, 'content', :about",
                        "act_hi_op_log (id_, operation_type_, timestamp_, proc_inst_id_, new_value_)",
                                "'Update', now(), :instance, :about")
                .entrySet()) {
            house.jdbc
                    .sql("insert into " + row.getKey() + " values (:id, " + row.getValue() + ")")
                    .param("id", id)
                    .param("instance", instance)
                    .param("about", about)
                    .param("bytes", bytes)
                    .update();
        }
    }

    private void closed(String code) {
        house.advance(Duration.ofDays(9));
        house.runDueJobs();
        assertThat(house.stateOf(code)).isEqualTo("DONG");
    }

    private Map<String, Long> tracesOf(String... texts) {
        var all = new HashMap<String, Long>();
        for (var text : texts) {
            all.putAll(data.search(new Person(text, null, null)));
        }
        return all;
    }

    private long proposed(Kind kind, String code) {
        return house.as(
                "dataofficer",
                () -> requests.propose(kind, name, phone, email, "key", code, walk.keyOf(code), "Đến tận nơi"));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var entries = new HashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void a_person_is_erased_from_every_table_and_what_the_office_did_remains() {
        var code = namedEverywhere();
        var bystander = house.receive("Cống trước chợ An Dương tắc hai ngày nay, nước tràn ra đường.", "quận Lê Chân")
                .code()
                .value();
        closed(code);
        assertThat(tracesOf(name, email, phone, phone.substring(1)))
                .containsKeys(
                        "register.petition.content",
                        "register.petitioner.name",
                        "register.attachment.bytes",
                        "register.notice.recipient",
                        "register.handling.basis",
                        "public.act_hi_comment.message_",
                        "public.act_hi_attachment.name_",
                        "public.act_ge_bytearray.bytes_",
                        "public.act_hi_varinst.text_",
                        "public.act_hi_detail.text_",
                        "public.act_hi_op_log.new_value_");
        var fact = factOf(code);

        var found = house.as("dataofficer", () -> find.by(name, phone, email));
        assertThat(found.codes()).containsExactly(code);
        assertThat(found.counts())
                .containsKeys("register.petition", "register.attachment", "register.notice", "public.act_hi_comment");
        assertThat(data.search(new Person(name, phone, email))).isNotEmpty(); // a dry run changes nothing

        var id = proposed(Kind.erasure, code);
        assertThatThrownBy(() -> house.as("dataofficer", () -> requests.decide(id, true, "")))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("người thứ hai");
        var outcome = house.as("dataapprover", () -> requests.decide(id, true, ""));

        assertThat(outcome.traces()).isEmpty();
        assertThat(outcome.counts()).containsAllEntriesOf(found.counts());
        assertThat(tracesOf(
                        name,
                        name.toUpperCase(),
                        email,
                        phone,
                        phone.substring(1),
                        phone.substring(0, 4) + " " + phone.substring(4, 7) + " " + phone.substring(7)))
                .isEmpty();
        assertThat(requests.find(id).state()).isEqualTo(State.done);
        assertThat(factOf(code)).isEqualTo(fact);
        assertThat(house.jdbc
                        .sql("select reply_text from petition where code = ?")
                        .param(code)
                        .query(String.class)
                        .single())
                .isEqualTo("Kính gửi bà (đã xóa) ((đã xóa)): đã thay bóng đèn.");
        assertThat(walk.notesOf(code)).isNotEmpty();
        assertThat(house.jdbc
                        .sql("select count(*) from petition p join petitioner s on s.petition_code = p.code"
                                + " where p.code = ? and p.content like 'Cống%' and s.phone is not null")
                        .param(bystander)
                        .query(Long.class)
                        .single())
                .isOne();
        // The page of the case still opens, and shows nobody.
        assertThat(house.http()
                        .get()
                        .uri("/api/petitions/" + code + "?key=" + walk.keyOf(code))
                        .retrieve()
                        .body(String.class))
                .contains("Nội dung đã được xóa", "đã được xóa theo yêu cầu")
                .doesNotContain(name, phone.substring(1));
    }

    private String factOf(String code) {
        return house.jdbc
                .sql("select string_agg(f::text, ',') || (select p.received_at || p.state || p.closed_at || p.due_at"
                        + " || p.lead_agency || p.field from petition p where p.code = f.petition_code)"
                        + " from case_fact f where petition_code = ? group by petition_code")
                .param(code)
                .query(String.class)
                .single();
    }

    /** By every way a petition comes; with a word of the citizen's own in each text, which must be nowhere afterwards. */
    @Test
    @Tag("A-57")
    void a_person_who_wrote_by_every_channel_is_in_none_of_their_traces() {
        var word = "quỳnhlưuxá";
        var about = " Cống trước nhà số 7 ngõ " + word + " tắc, nước tràn. Tôi là " + name + ", " + phone + ", " + email
                + ".";
        var codes = new ArrayList<String>();
        codes.add(receive.from(new NewPetition(
                        "portal",
                        "Cổng." + about,
                        new Petitioner(name, phone, email),
                        "7 " + word,
                        "quận Lê Chân",
                        null,
                        null,
                        null,
                        true,
                        List.of(Photos.checked(name + " " + word + ".jpg")),
                        null))
                .code()
                .value());
        codes.add(receive.from(new NewPetition(
                        "voice",
                        "Điện thoại." + about,
                        new Petitioner(name, phone, email),
                        null,
                        "quận Lê Chân",
                        null,
                        null,
                        null,
                        false,
                        List.of(),
                        null))
                .code()
                .value());
        takeMail.from(new IncomingMail(
                "INBOX|" + COUNT.incrementAndGet(),
                "digest" + COUNT.incrementAndGet(),
                email,
                name,
                "Cống " + word,
                List.of(),
                "Thư." + about,
                List.of(),
                List.of(),
                false,
                ("Từ: " + email + about).getBytes(StandardCharsets.UTF_8)));
        var international = "84" + phone.substring(1);
        takeSms.from(international, "SMS." + about);
        takeSms.part(international, 9, 2, 1, "Một nửa." + about);
        assertThat(house.http()
                        .post()
                        .uri("/open311/v2/requests.json")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body("api_key=demo-open311-key&service_code=thoat_nuoc&address_id=305&account_id="
                                + encoded(word)
                                + "&description=" + encoded("Open311." + about) + "&first_name=" + encoded(name)
                                + "&phone=" + phone + "&email=" + encoded(email))
                        .retrieve()
                        .body(String.class))
                .contains("service_request_id");
        house.runDueJobs();
        codes.clear();
        codes.addAll(house.jdbc
                .sql("select petition_code from petitioner where phone = ? or lower(email) = ? order by 1")
                .params("+" + international, email)
                .query(String.class)
                .list());
        assertThat(codes).hasSize(5);
        for (var code : codes) {
            hear.message(code, "Nhắn thêm: " + word + ", " + name, "portal");
            house.complete(
                    "operator",
                    code,
                    "userTask_classifyPetition",
                    "decision",
                    "answer",
                    "field",
                    "thoat_nuoc",
                    "replyText",
                    "Kính gửi " + name + ": xin gọi " + phone + ".");
            house.runDueJobs();
            // Whoever left only a telephone is called: there is no gateway here.
            house.tasksOf(code)
                    .forEach(call -> house.complete(
                            "operator", call, "callResult", "reached", "callNote", "Đã đọc cho " + name + " nghe."));
            rate.with(code, walk.keyOf(code), 3, "Cảm ơn, " + name + " ở " + word + ".", false);
            house.runDueJobs();
        }
        house.jdbc
                .sql("insert into case_link (mark, contact, sent_at) values (?, ?, now())")
                .params("mark" + COUNT.incrementAndGet(), email)
                .update();
        assertThat(tracesOf(word, name))
                .containsKeys(
                        "register.petition.content",
                        "register.petition.rating_reason",
                        "register.petition_event.note",
                        "register.incoming_message.original",
                        "register.incoming_part.text",
                        "register.notice.body_text",
                        "register.attachment.name",
                        "register.client_request.account_id",
                        "register.published_answer.reply");

        var id = proposed(Kind.erasure, codes.get(0));
        var outcome = house.as("dataapprover", () -> requests.decide(id, true, ""));

        assertThat(outcome.open()).isEmpty();
        assertThat(outcome.traces()).isEmpty();
        assertThat(data.search(new Person(name, phone, email))).isEmpty();
        assertThat(tracesOf(word, international)).isEmpty();
        assertThat(house.jdbc
                        .sql(
                                "select (select count(*) from incoming_message where sender in (:phone, :email))"
                                        + " + (select count(*) from incoming_part where sender like :phone)"
                                        + " + (select count(*) from case_link where contact in (:email, :phone))"
                                        + " + (select count(*) from attachment where petition_code = any (:codes))"
                                        + " + (select count(*) from published_answer where petition_code = any (:codes))"
                                        + " + (select count(*) from reply_letter where petition_code = any (:codes) and pdf is not null)")
                        .param("phone", "+" + international)
                        .param("email", email)
                        .param("codes", codes.toArray(String[]::new))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_case_under_way_is_erased_when_it_has_ended() {
        var code = namedEverywhere();
        var id = proposed(Kind.erasure, code);

        var outcome = house.as("dataapprover", () -> requests.decide(id, true, ""));

        assertThat(outcome.open()).containsExactly(code);
        assertThat(requests.find(id).state()).isEqualTo(State.waiting);
        assertThat(data.search(new Person(name, phone, email))).containsKey("register.petitioner.phone");

        closed(code);
        erase.ready().forEach(erase::carryOut);

        assertThat(requests.find(id).state()).isEqualTo(State.done);
        assertThat(data.search(new Person(name, phone, email))).isEmpty();
    }

    @Test
    void whoever_asks_must_be_recognised() {
        var code = namedEverywhere();
        var other = walk.received();

        assertThatThrownBy(() -> requests.propose(Kind.erasure, name, phone, email, "key", code, "1234", ""))
                .hasMessageContaining("khóa tra cứu");
        assertThatThrownBy(
                        () -> requests.propose(Kind.erasure, name, phone, email, "key", other, walk.keyOf(other), ""))
                .hasMessageContaining("khóa tra cứu");
        assertThatThrownBy(() -> requests.propose(Kind.erasure, name, phone, email, "call-back", "", "", " "))
                .hasMessageContaining("gọi lại");
        assertThatThrownBy(() -> requests.propose(Kind.erasure, name, "", "", "call-back", "", "", "Đã gọi"))
                .hasMessageContaining("chưa biết là ai");
        assertThatThrownBy(() -> requests.propose(Kind.export, name, "0900000001", "", "call-back", "", "", "Đã gọi"))
                .hasMessageContaining("Không có hồ sơ nào");
    }

    @Test
    void all_that_is_kept_is_handed_out_in_one_file_once_a_second_has_approved() throws IOException {
        var code = namedEverywhere();
        var id = proposed(Kind.export, code);
        assertThatThrownBy(() -> export.of(id)).isInstanceOf(BusinessRefusal.class);
        house.as("dataapprover", () -> requests.decide(id, true, ""));

        var zip = new ByteArrayOutputStream();
        files.write(house.as("dataofficer", () -> export.of(id)), zip);

        var entries = unzipped(zip.toByteArray());
        assertThat(entries.keySet())
                .allMatch(entry -> !entry.contains("..") && !entry.startsWith("/"))
                .contains("ho-so.html", "du-lieu.json");
        var json = new String(entries.get("du-lieu.json"), StandardCharsets.UTF_8);
        assertThat(json)
                .contains(
                        code,
                        name,
                        email,
                        "register.notice",
                        "register.personal_read",
                        "public.act_hi_comment",
                        "public.act_ru_variable",
                        "đã thay bóng đèn");
        assertThat(new String(entries.get("ho-so.html"), StandardCharsets.UTF_8))
                .contains(name, "Thư đã gửi", "Ai đã xem");
        assertThat(entries.values())
                .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).startsWith(name + ", " + phone));
        assertThat(house.jdbc
                        .sql("select count(*) from personal_read where petition_code = ? and door = 'export'"
                                + " and user_id = 'dataofficer'")
                        .param(code)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    @Tag("A-48")
    void whoever_asked_is_told_what_was_decided_and_why() {
        var code = namedEverywhere();
        var refused = proposed(Kind.erasure, code);
        house.as("dataapprover", () -> requests.decide(refused, false, "Hồ sơ đang khiếu nại."));
        house.runDueJobs();
        assertThat(toldOf(code)).containsExactly("không thực hiện yêu cầu xóa … Hồ sơ đang khiếu nại.");

        consents.add(code, Purpose.process, house.now(), "portal", "checkbox", "", "citizen");
        withdraw.with(code, walk.keyOf(code), Purpose.process);
        var open = requests.latest(1000).stream()
                .filter(one -> one.kind() == Kind.withdrawal && code.equals(one.petitionCode()))
                .findFirst()
                .orElseThrow();
        house.as("operator", () -> requests.settleWithdrawal(open.id(), false, "Luật Lưu trữ."));
        house.runDueJobs();
        assertThat(toldOf(code)).hasSize(2).last().isEqualTo("vẫn phải giữ dữ liệu … Luật Lưu trữ.");
        assertThat(house.http()
                        .get()
                        .uri("/api/petitions/" + code + "?key=" + walk.keyOf(code))
                        .retrieve()
                        .body(String.class))
                .contains("Căn cứ: Luật Lưu trữ.");
    }

    private List<String> toldOf(String code) {
        return house.jdbc
                .sql("select substring(body_text from '(không thực hiện yêu cầu xóa|vẫn phải giữ dữ liệu)') || ' … '"
                        + " || substring(body_text from '(Hồ sơ đang khiếu nại.|Luật Lưu trữ.)') from notice"
                        + " where petition_code = ? and kind = 'data-decision' and state = 'sent' order by created_at")
                .param(code)
                .query(String.class)
                .list();
    }

    // Past its time ---------------------------------------------------------------------------------------------------

    @Test
    @Tag("A-65")
    @Tag("A-23")
    void what_is_past_its_time_goes_lot_by_lot_and_goes_on_where_a_killed_node_left_it() throws SQLException {
        var code = namedEverywhere();
        closed(code);
        var fact = factOf(code);
        // 45 more that were refused long ago, so that there are several lots.
        house.jdbc.sql("""
                        insert into petition (code, tracking_key, state, channel, content, reply_text, received_at, closed_at)
                        select 'HP1022-100101-' || (900000 + n) || '-0', 'k', 'TU_CHOI', 'portal', 'Quảng cáo ' || ?, 'Không nhận',
                               '2010-01-01', '2010-01-02' from generate_series(1, 45) n
                        """).param(name).update();
        house.jdbc.sql("""
                        insert into attachment (petition_code, name, media_type, bytes, added_by, added_at)
                        select code, 'a.jpg', 'image/jpeg', 'x', 'citizen', received_at from petition
                         where code like 'HP1022-100101-9%'
                        """).update();
        assertThatThrownBy(() -> retention.propose("confidential")).hasMessageContaining("Không có gì");
        var due = retention.dryRun().stream()
                .filter(one -> one.kept().name().equals("refused"))
                .findFirst()
                .orElseThrow();
        assertThat(due.count()).isEqualTo(45);
        assertThat(due.sample()).contains("HP1022-100101-900001-0");

        var run = house.as("dataofficer", () -> retention.propose("refused"));
        assertThat(retention.carryOn(run, 100)).isTrue(); // not approved: nothing to do
        assertThatThrownBy(() -> house.as("dataofficer", () -> {
                    retention.approve(run);
                    return null;
                }))
                .hasMessageContaining("người thứ hai");
        house.as("dataapprover", () -> {
            retention.approve(run);
            return null;
        });

        assertThat(retention.carryOn(run, 1)).isFalse();
        assertThat(erasedOf2010()).isEqualTo(20);
        killedInTheMiddleOfALot("HP1022-100101-900030-0");
        assertThat(erasedOf2010()).isEqualTo(20);
        assertThat(filesOf2010()).isEqualTo(25);

        retention.ready().forEach(retention::carryOn); // as another node does

        assertThat(erasedOf2010()).isEqualTo(45);
        assertThat(filesOf2010()).isZero();
        assertThat(house.jdbc
                        .sql("select state || ' ' || planned || ' ' || done || ' ' || proposed_by || ' ' || decided_by"
                                + " from retention_run where id = ?")
                        .param(run)
                        .query(String.class)
                        .single())
                .isEqualTo("done 45 45 dataofficer dataapprover");
        assertThat(house.jdbc
                        .sql(
                                "select distinct content || ' ' || reply_text from petition where code like 'HP1022-100101-9%'")
                        .query(String.class)
                        .list())
                .containsExactly("(Nội dung đã được xóa) (Nội dung đã được xóa)");
        assertThat(factOf(code)).isEqualTo(fact);
        assertThat(house.jdbc
                        .sql("delete from retention_run where id = ?")
                        .param(run)
                        .update())
                .isZero();
    }

    /** Another node takes the next lot and stands before this case of it when it gets SIGKILL. */
    private void killedInTheMiddleOfALot(String code) throws SQLException {
        house.jdbc.sql("""
                        create function public.waits() returns trigger language plpgsql as $$
                        begin
                            perform pg_advisory_xact_lock(586);
                            return new;
                        end $$;
                        create trigger waits before update on petition for each row when (new.code = '%s')
                            execute function public.waits();
                        """.formatted(code)).update();
        try (var gate = source.getConnection();
                var statement = gate.createStatement();
                var node = new Node(
                        ErasingNode.class, "erasing", gate.getMetaData().getURL(), 0, HOME)) {
            statement.execute("select pg_advisory_lock(586)");
            try {
                node.start();
                await("it is in the middle of the lot")
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> house.jdbc
                                        .sql(
                                                "select count(*) from pg_locks where locktype = 'advisory' and objid = 586 and not granted")
                                        .query(Long.class)
                                        .single()
                                == 1);
                node.kill();
            } finally {
                statement.execute("select pg_advisory_unlock(586)");
            }
        }
        house.jdbc
                .sql("drop trigger waits on petition; drop function public.waits();") // waits until the lot is undone
                .update();
    }

    private long filesOf2010() {
        return house.jdbc
                .sql("select count(*) from attachment where petition_code like 'HP1022-100101-9%'")
                .query(Long.class)
                .single();
    }

    private long erasedOf2010() {
        return house.jdbc
                .sql("select count(*) from petition where code like 'HP1022-100101-9%' and erased_for = 'retention'")
                .query(Long.class)
                .single();
    }

    @Test
    @Tag("A-23")
    void figures_and_facts_of_a_case_are_the_same_before_and_after_its_time() {
        var code = namedEverywhere();
        closed(code);
        var fact = factOf(code);
        house.jdbc
                .sql("update petition set closed_at = '2010-01-02' where code = ?")
                .param(code)
                .update();
        var older = factOf(code);

        var run = house.as("dataofficer", () -> retention.propose("ordinary"));
        house.as("dataapprover", () -> {
            retention.approve(run);
            return null;
        });
        retention.ready().forEach(retention::carryOn);

        assertThat(factOf(code)).isEqualTo(older);
        assertThat(fact).isNotEqualTo(older);
        assertThat(data.search(new Person(name, phone, email))).isEmpty();
        assertThat(walk.notesOf(code)).allMatch(note -> note.equals("(Nội dung đã được xóa)"));
    }

    /** Every ending, many agencies and fields, three years, cases of every class and such as nobody erases yet. */
    @Test
    @Tag("A-65")
    @Tag("A-30")
    void no_figure_of_any_period_is_another_after_the_words_went() {
        livedLongAgo(new Random(1022), 160);
        var before = figures();
        assertThat(before.toString()).contains("TNHP", "CSHP", "đã chuyển nơi khác", "hẹn ngày", "Tạm đóng");

        var planned = 0L;
        for (var one : retention.dryRun()) {
            if (one.count() > 0 && !one.kept().name().equals("reads")) {
                planned += one.count();
                var run = house.as(
                        "dataofficer", () -> retention.propose(one.kept().name()));
                house.as("dataapprover", () -> {
                    retention.approve(run);
                    return null;
                });
            }
        }
        retention.ready().forEach(retention::carryOn);

        assertThat(house.jdbc
                        .sql(
                                "select count(*) from petition where code like 'HP1022-110101-8%' and closed_at is not null"
                                        + " and (erased_for = 'retention' and content <> 'Lời người dân')")
                        .query(Long.class)
                        .single())
                .isEqualTo(planned)
                .isGreaterThan(130);
        assertThat(figures()).isEqualTo(before);
    }

    /** Straight into the register: the engine is not ten years old. */
    private void livedLongAgo(Random chance, int cases) {
        var endings = new String[] {"fixed", "planned", "handed-over", "impossible", "answered", null};
        var agencies = List.of("TNHP", "CSHP", "SXD", "UB305", "VPUB", "");
        var fields = List.of("chieu_sang", "thoat_nuoc", "rac_thai", "duong_bo");
        var outcomes =
                Map.of("DONG", "answered", "TU_CHOI", "refused", "HUONG_DAN", "referred", "TAM_DONG", "laid-aside");
        for (var n = 0; n < cases; n++) {
            var code = "HP1022-110101-8%05d-0".formatted(n);
            var state = List.copyOf(new TreeSet<>(outcomes.keySet())).get(chance.nextInt(4));
            var agency = state.equals("DONG") ? agencies.get(chance.nextInt(agencies.size())) : "";
            var began = LocalDate.of(2011, 1, 3)
                    .plusDays(chance.nextInt(1000))
                    .atTime(8, 0)
                    .atOffset(ZoneOffset.UTC);
            var finished = began.plusHours(1 + chance.nextInt(400));
            var due = chance.nextInt(6) == 0 ? null : began.plusHours(120);
            var confidential = chance.nextInt(8) == 0;
            var rating = state.equals("DONG") && chance.nextBoolean() ? 1 + chance.nextInt(4) : null;
            // A tenth is still open or was reopened: nobody erases it, and it is counted all the same.
            var closed = chance.nextInt(10) == 0 ? null : finished.plusDays(7);
            var ending = state.equals("DONG") ? endings[chance.nextInt(endings.length)] : null;
            var field = confidential ? "mat" : fields.get(chance.nextInt(fields.size()));
            house.jdbc
                    .sql("""
                            insert into petition (code, tracking_key, state, channel, content, address, received_at, closed_at,
                                confidential, lead_agency, field, due_at, original_due_at, reply_text, replied_at, rating, rating_reason)
                            values (:code, 'k', :state, 'portal', 'Lời người dân', '12 Cát Dài', :began, :closed, :confidential,
                                nullif(:agency, ''), :field, :due, :due, 'Đã trả lời', :finished, :rating, 'Tốt')
                            """)
                    .param("code", code)
                    .param("state", state)
                    .param("began", began)
                    .param("closed", closed, Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("confidential", confidential)
                    .param("agency", agency)
                    .param("field", field)
                    .param("due", due, Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("finished", finished)
                    .param("rating", rating, Types.SMALLINT)
                    .update();
            house.jdbc
                    .sql("""
                            insert into case_fact (petition_code, round, outcome, agency_code, field, began_at, finished_at, due_at,
                                original_due_at, extensions, rating, rated_at, reopened_at, ending)
                            values (:code, 0, :outcome, :agency, :field, :began, :finished, :due, :due, :extensions, :rating,
                                :ratedAt, :reopened, :ending)
                            """)
                    .param("code", code)
                    .param("outcome", outcomes.get(state))
                    .param("agency", agency)
                    .param("field", field)
                    .param("began", began)
                    .param("finished", finished)
                    .param("due", due, Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("extensions", chance.nextInt(3))
                    .param("rating", rating, Types.SMALLINT)
                    .param("ratedAt", rating == null ? null : finished.plusDays(1), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param(
                            "reopened",
                            chance.nextInt(9) == 0 ? finished.plusDays(2) : null,
                            Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("ending", ending, Types.VARCHAR)
                    .update();
            if (!agency.isEmpty()) {
                house.jdbc
                        .sql("""
                                insert into handling (petition_code, agency_code, lead, state, assigned_at, basis, ended_at, return_reason)
                                values (?, ?, true, ?, ?, 'Theo bảng', ?, 'Không thuộc thẩm quyền')
                                """)
                        .params(code, agency, chance.nextInt(5) == 0 ? "CHUYEN_TRA" : "DA_XONG", began, finished)
                        .update();
                house.jdbc
                        .sql("insert into petition_event (petition_code, at, type, actor, agency_code, note)"
                                + " values (?, ?, ?, 'system', ?, 'Gia hạn cho bà An')")
                        .params(code, began, chance.nextBoolean() ? "extended" : "reopened", agency)
                        .update();
                house.jdbc
                        .sql("insert into satisfaction_call values (?, 0, ?, ?, 'coordinator', ?)")
                        .params(code, agency, chance.nextBoolean() ? "satisfied" : "not-fixed", finished.plusDays(8))
                        .update();
            }
        }
    }

    /** All that the board, its lists and the monthly reports say of those years, and what is late now. */
    private List<Object> figures() {
        var said = new ArrayList<Object>();
        for (var agency : Arrays.asList(null, "TNHP", "CSHP", "1022")) {
            for (var field : Arrays.asList(null, "chieu_sang", "mat")) {
                var rates = rateAnswers.of(LocalDate.of(2011, 1, 1), LocalDate.of(2013, 12, 31), agency, field);
                said.addAll(List.of(rates.total(), rates.byAgency(), rates.byField()));
            }
        }
        for (var month = YearMonth.of(2011, 1); month.getYear() < 2014; month = month.plusMonths(1)) {
            var report = reportMonth.of(month, 0).orElseThrow();
            said.addAll(List.of(month, report.received(), report.rows(), report.total()));
        }
        said.add(searchResults
                .matching(
                        LocalDate.of(2011, 1, 1),
                        LocalDate.of(2013, 12, 31),
                        null,
                        null,
                        null,
                        null,
                        new Excerpt.Part("", true, 0, 200))
                .rows());
        var late = countLate.now(null, null, null);
        said.addAll(List.of(late.byAgency(), late.byStep(), late.byLevel()));
        return said;
    }

    @Test
    void events_and_moves_of_limits_still_only_grow() {
        var code = walk.received();
        for (var attempt : List.of("update petition_event set note = 'x'", "delete from petition_event")) {
            assertThat(house.jdbc
                            .sql(attempt + " where petition_code = ?")
                            .param(code)
                            .update())
                    .as(attempt)
                    .isZero();
        }
        house.jdbc
                .sql("do $$ begin perform set_config('register.erasing', 'yes', true);"
                        + " update register.petition_event set actor = 'x' where petition_code = '" + code + "';"
                        + " delete from register.petition_event where petition_code = '" + code + "'; end $$")
                .update();
        assertThat(house.jdbc
                        .sql("select count(*) from petition_event where petition_code = ? and actor <> 'x'")
                        .param(code)
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
