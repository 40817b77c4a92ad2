package vn.haiphong.hotline1022.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.haiphong.hotline1022.reliability.Office.Slip;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.ScriptedSmtp;

/** A mail server that is away, refuses or hangs up costs time or a telephone call, never a letter and never a case. */
@HouseTest
class MailOutageTest {

    private static final String FOCAL = "RCPT TO:<cshpfocal@demo.1022.haiphong.gov.vn>";

    private static final String OFFICER = "RCPT TO:<cshpofficer@demo.1022.haiphong.gov.vn>";

    @Autowired
    House house;

    @Autowired
    JavaMailSenderImpl mail;

    Office office;
    private int usualPort;
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private ScriptedSmtp server;

    @BeforeEach
    void another_mail_server() {
        office = new Office(Integer.parseInt(house.url("").replaceAll(".*:", "")));
        house.runDueJobs(); // what other tests have left
        usualPort = mail.getPort();
        server = new ScriptedSmtp(script);
        mail.setPort(server.port());
    }

    @AfterEach
    void the_usual_mail_server() throws IOException {
        mail.setPort(usualPort);
        server.close();
        house.runDueJobs();
    }

    @Test
    void an_hour_without_a_mail_server_delays_the_letters_and_nothing_else() throws IOException {
        mail.setPort(nobody());
        var slip = office.receive();
        var receipt = letterJobs(slip).get(0).getId();
        var end = house.now().plus(Duration.ofHours(1));

        failsAndWaits(receipt, "PT5S");
        answer(slip);
        assertThat(office.track(slip).at("/reply/text").asText())
                .as("the citizen need not wait for the letter")
                .isEqualTo("Đã thay bóng đèn.");
        for (var pause : List.of("PT15S", "PT30S", "PT1M", "PT2M", "PT5M", "PT10M", "PT15M", "PT30M")) {
            house.advanceTo(dueOf(receipt));
            failsAndWaits(receipt, pause);
        }

        assertThat(dueOf(receipt)).isAfter(end);
        assertThat(letterJobs(slip))
                .hasSize(2)
                .allSatisfy(job -> assertThat(job.getRetries()).isPositive());
        assertThat(incidents(slip)).isZero();
        assertThat(noticesOf(slip)).containsExactly("receipt pending");

        mail.setPort(server.port());
        house.advanceTo(end.plus(Duration.ofHours(2)));
        house.runDueJobs();
        house.advance(Duration.ofDays(3));
        house.runDueJobs();

        assertThat(noticesOf(slip)).containsExactly("receipt sent", "reply sent");
        assertThat(taken(slip, "receipt", "reply"))
                .containsExactlyInAnyOrderElementsOf(messageIds(slip, "receipt", "reply"));
        assertThat(letterJobs(slip)).isEmpty();
    }

    @Test
    void after_days_without_a_mail_server_cockpit_shows_it_and_nothing_is_lost() throws IOException {
        mail.setPort(nobody());
        var slip = office.receive();
        var receipt = letterJobs(slip).get(0).getId();
        for (var left = retriesOf(receipt); left > 0; left = retriesOf(receipt)) {
            house.advanceTo(dueOf(receipt));
            runOnce(receipt);
        }
        assertThat(incidents(slip)).isEqualTo(1);
        assertThat(noticesOf(slip)).containsExactly("receipt pending");

        mail.setPort(server.port());
        house.management.setJobRetries(receipt, 1);
        house.advanceTo(dueOf(receipt));
        house.runDueJobs();

        assertThat(noticesOf(slip)).containsExactly("receipt sent");
        assertThat(taken(slip, "receipt", "reply")).containsExactlyElementsOf(messageIds(slip, "receipt"));
        assertThat(incidents(slip)).isZero();
    }

    @Test
    void whom_the_mail_server_does_not_know_an_operator_calls() {
        var slip = office.receive();
        house.runDueJobs();
        script.put("RCPT", "550 no such user");
        answer(slip);
        house.runDueJobs();

        assertThat(noticesOf(slip)).containsExactly("receipt sent", "reply rejected");
        house.advance(Duration.ofDays(3));
        house.runDueJobs();
        assertThat(house.jdbc
                        .sql("select attempts from notice where petition_code = ? and kind = 'reply'")
                        .param(slip.code())
                        .query(Integer.class)
                        .single())
                .as("asked once")
                .isEqualTo(1);
        var form = office.as("operator").does(slip, "userTask_callPetitioner", "callResult", "reached");
        assertThat(form.at("/replyText/value").asText()).isEqualTo("Đã thay bóng đèn.");
        assertThat(taken(slip, "receipt", "reply")).containsExactlyElementsOf(messageIds(slip, "receipt"));
    }

    @Test
    void if_nobody_can_say_whether_a_letter_was_taken_it_is_not_sent_again_an_operator_calls() {
        var slip = office.receive();
        house.runDueJobs();
        script.put(".", ScriptedSmtp.HANG_UP);
        answer(slip);
        house.runDueJobs();
        script.clear();
        house.advance(Duration.ofDays(3));
        house.runDueJobs();

        assertThat(noticesOf(slip)).containsExactly("receipt sent", "reply uncertain");
        assertThat(taken(slip, "receipt", "reply")).containsExactlyElementsOf(messageIds(slip, "receipt", "reply"));
        office.as("operator").does(slip, "userTask_callPetitioner", "callResult", "reached");
    }

    @Test
    void a_node_that_died_between_sending_and_writing_down_leaves_a_letter_that_is_not_sent_again() {
        var slip = office.receive();
        house.runDueJobs();
        answer(slip);
        script.put("CONNECT", "421 later");
        runOnce(letterJobs(slip).get(0).getId());
        house.jdbc
                .sql("update notice set state = 'sending' where petition_code = ? and kind = 'reply'")
                .param(slip.code())
                .update();
        script.clear();
        house.advance(Duration.ofMinutes(1));
        house.runDueJobs();

        assertThat(noticesOf(slip)).containsExactly("receipt sent", "reply uncertain");
        assertThat(taken(slip, "receipt", "reply")).containsExactlyElementsOf(messageIds(slip, "receipt"));
        office.as("operator").does(slip, "userTask_callPetitioner", "callResult", "reached");
    }

    @Test
    void of_those_who_must_know_of_a_missed_limit_each_is_told_once_whoever_else_cannot_be_reached() {
        var slip = office.receive();
        house.runDueJobs();
        classify(slip);
        script.put(FOCAL, "450 greylisted");
        house.advanceTo(acceptDueOf(slip).plusSeconds(2));
        runOnce(slip);
        runOnce(slip);

        assertThat(told(slip, "sent")).containsExactly("cshpofficer@demo.1022.haiphong.gov.vn");
        assertThat(told(slip, "pending")).containsExactly("cshpfocal@demo.1022.haiphong.gov.vn");
        script.clear();
        house.advance(Duration.ofMinutes(1));
        house.runDueJobs();

        assertThat(told(slip, "sent"))
                .containsExactlyInAnyOrder(
                        "cshpfocal@demo.1022.haiphong.gov.vn", "cshpofficer@demo.1022.haiphong.gov.vn");
        assertThat(taken(slip, "breach")).containsExactlyInAnyOrderElementsOf(messageIds(slip, "breach"));
    }

    @Test
    void whoever_of_the_staff_cannot_be_written_to_stands_in_the_case_once() {
        var slip = office.receive();
        house.runDueJobs();
        classify(slip);
        script.put(FOCAL, "550 no such user");
        script.put(OFFICER, "450 greylisted");
        house.advanceTo(acceptDueOf(slip).plusSeconds(2));
        runOnce(slip);
        runOnce(slip);
        script.remove(OFFICER);
        house.advance(Duration.ofMinutes(1));
        house.runDueJobs();

        assertThat(told(slip, "sent")).containsExactly("cshpofficer@demo.1022.haiphong.gov.vn");
        assertThat(told(slip, "rejected")).containsExactly("cshpfocal@demo.1022.haiphong.gov.vn");
        assertThat(house.jdbc
                        .sql("select note from petition_event where petition_code = ? and type = 'notice-failed'"
                                + " and note like '%cshpfocal@%'")
                        .param(slip.code())
                        .query(String.class)
                        .list())
                .hasSameSizeAs(refusedNoticesTo(slip, "cshpfocal@demo.1022.haiphong.gov.vn"));
    }

    @Test
    void an_hour_without_a_mail_server_delays_what_staff_must_know_and_nobody_is_told_twice() throws IOException {
        var slip = office.receive();
        house.runDueJobs();
        classify(slip);
        mail.setPort(nobody());
        house.advanceTo(acceptDueOf(slip).plusSeconds(2));
        runOnce(slip);
        for (var i = 0; i < 6; i++) {
            runOnce(slip);
            house.advance(Duration.ofMinutes(10));
        }
        assertThat(told(slip, "sent")).isEmpty();
        assertThat(house.runtime
                        .createIncidentQuery()
                        .incidentType("slaBreach")
                        .processInstanceId(instanceAt(slip, "userTask_acceptAssignment"))
                        .count())
                .as("Cockpit knows at once")
                .isEqualTo(1);

        mail.setPort(server.port());
        house.advance(Duration.ofHours(1));
        house.runDueJobs();

        assertThat(told(slip, "sent"))
                .containsExactlyInAnyOrder(
                        "cshpfocal@demo.1022.haiphong.gov.vn", "cshpofficer@demo.1022.haiphong.gov.vn");
        assertThat(taken(slip, "breach")).containsExactlyInAnyOrderElementsOf(messageIds(slip, "breach"));
    }

    // Cases ----------------------------------------------------------------------------------------------------------

    private void classify(Slip slip) {
        office.as("operator")
                .does(
                        slip,
                        "userTask_classifyPetition",
                        "decision",
                        "accept",
                        "field",
                        "chieu_sang",
                        "leadAgency",
                        "CSHP",
                        "coordinatingAgencies",
                        "");
    }

    private void answer(Slip slip) {
        classify(slip);
        office.as("cshpfocal").does(slip, "userTask_acceptAssignment", "outcome", "accept");
        office.as("cshpofficer")
                .does(slip, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã thay bóng đèn.");
        office.as("cshpleader").does(slip, "userTask_approveReply", "approved", true);
        office.as("operator").does(slip, "userTask_checkReply", "approved", true);
    }

    private String instanceAt(Slip slip, String step) {
        return house.task(slip.code(), step).getProcessInstanceId();
    }

    private Instant acceptDueOf(Slip slip) {
        return house.jdbc
                .sql("select due_at from deadline where petition_code = ? and step = 'accept' and ended_at is null")
                .param(slip.code())
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }

    // Jobs -----------------------------------------------------------------------------------------------------------

    /** Those of the case, and those of the letters to staff, in which there may be more than one case. */
    private List<Job> jobsOf(Slip slip) {
        return Stream.concat(
                        house
                                .runtime
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(slip.code())
                                .list()
                                .stream(),
                        house
                                .runtime
                                .createProcessInstanceQuery()
                                .processDefinitionKey("notice-delivery")
                                .list()
                                .stream())
                .flatMap(instance ->
                        house.management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    private List<Job> letterJobs(Slip slip) {
        return jobsOf(slip).stream()
                .filter(job -> house.management
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .activityIdIn("serviceTask_sendReply")
                                .count()
                        > 0)
                .toList();
    }

    /** What is due of this case now, each once, as the job executor would: who fails is put off. */
    private void runOnce(Slip slip) {
        jobsOf(slip).stream()
                .filter(job -> !job.getDuedate().after(Date.from(house.now())) && job.getRetries() > 0)
                .map(Job::getId)
                .forEach(this::runOnce);
    }

    private void runOnce(String job) {
        try {
            house.management.executeJob(job);
        } catch (RuntimeException e) {
            assertThat(house.management
                            .createJobQuery()
                            .jobId(job)
                            .singleResult()
                            .getExceptionMessage())
                    .isNotBlank();
        }
    }

    private void failsAndWaits(String job, String pause) {
        var before = house.now().truncatedTo(ChronoUnit.MILLIS);
        runOnce(job);
        assertThat(dueOf(job))
                .isBetween(before.plus(Duration.parse(pause)), house.now().plus(Duration.parse(pause)));
    }

    private Instant dueOf(String job) {
        return house.management
                .createJobQuery()
                .jobId(job)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private int retriesOf(String job) {
        return house.management.createJobQuery().jobId(job).singleResult().getRetries();
    }

    private long incidents(Slip slip) {
        return house.runtime.createProcessInstanceQuery().processInstanceBusinessKey(slip.code()).list().stream()
                .mapToLong(instance -> house.runtime
                        .createIncidentQuery()
                        .incidentType("failedJob")
                        .processInstanceId(instance.getId())
                        .count())
                .sum();
    }

    // Letters --------------------------------------------------------------------------------------------------------

    private List<String> noticesOf(Slip slip) {
        return house.jdbc
                .sql("select kind || ' ' || state from notice where petition_code = ? and kind in ('receipt', 'reply')"
                        + " order by kind")
                .param(slip.code())
                .query(String.class)
                .list();
    }

    private List<String> told(Slip slip, String state) {
        return house.jdbc
                .sql("select recipient from notice where petition_code = ? and kind = 'breach' and state = ?"
                        + " and key like '%|L1|%'")
                .params(slip.code(), state)
                .query(String.class)
                .list();
    }

    /** What the mail server has of these, as often as it came in. */
    private List<String> taken(Slip slip, String... kinds) {
        var known = messageIds(slip, kinds);
        return server.taken().stream().filter(known::contains).toList();
    }

    private List<String> refusedNoticesTo(Slip slip, String recipient) {
        return house.jdbc
                .sql("select key from notice where petition_code = ? and recipient = ? and state = 'rejected'")
                .params(slip.code(), recipient)
                .query(String.class)
                .list();
    }

    private List<String> messageIds(Slip slip, String... kinds) {
        return house.jdbc
                .sql("select message_id from notice where petition_code = :code and kind in (:kinds) order by kind")
                .param("code", slip.code())
                .param("kinds", List.of(kinds))
                .query(String.class)
                .list();
    }

    private static int nobody() throws IOException {
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }
}
