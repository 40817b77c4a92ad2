package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.haiphong.hotline1022.application.escalate.DeliverNotices;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** A storm: many limits pass at once, nobody gets more than two letters for it, every notice has its proof. */
@HouseTest
@Tag("alone")
@Tag("A-40")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "hotline.notices.window=PT10M")
class NoticeDeliveryTest {

    @Autowired
    House house;

    @Autowired
    DeliverNotices deliver;

    @Autowired
    Rules rules;

    @BeforeEach
    void nobody_waits_for_anything() {
        house.advance(Duration.ofMinutes(20));
        house.runDueJobs();
    }

    @Test
    void what_follows_the_first_notice_within_the_window_goes_in_one_letter() {
        var before = sent();
        passLimitsOf(1);
        assertThat(sent()).as("the first goes at once").isEqualTo(before + 1);

        passLimitsOf(4);
        assertThat(waiting()).isEqualTo(4);
        assertThat(sent()).as("the others wait").isEqualTo(before + 1);

        windowPasses();

        assertThat(waiting()).isZero();
        assertThat(sent()).isEqualTo(before + 5);
        assertThat(latestDigest("subject")).contains("4 thông báo");
        assertThat(latestDigest("body_text").lines().filter(line -> line.startsWith("- Quá hạn (mức 1)")))
                .hasSize(4);
        assertThat(carriedByTheLatestDigest()).isEqualTo(4);
        assertThat(windows()).as("the window stays open for what comes next").isEqualTo(1);

        windowPasses();

        assertThat(windows()).as("nothing came").isZero();
        assertThat(house.notPassed("notice-delivery")).isEmpty();
    }

    @Test
    void what_is_written_at_one_time_goes_in_one_letter_at_once() {
        var before = sent();

        passLimitsOf(3);

        assertThat(sent()).isEqualTo(before + 3);
        assertThat(latestDigest("subject")).contains("3 thông báo");
    }

    @Test
    void every_notice_keeps_the_row_of_the_ladder_by_which_its_person_was_told() {
        passLimitsOf(1);

        var rule = house.jdbc
                .sql("select rule from notice where kind = 'breach' order by created_at desc limit 1")
                .query(String.class)
                .single();

        assertThat(rule).matches("escalation-ladder:1:rule_\\w+Level1");
        assertThat(rules.inWords(rule)).contains("Thang báo quá hạn", "phiên bản 1", "Cấp 1");
    }

    @Test
    @Order(Integer.MAX_VALUE) // the first test looks at every node
    void a_delivery_that_somebody_deletes_takes_no_notice_with_it() {
        passLimitsOf(1);
        passLimitsOf(2);
        var before = sent();
        house.runtime.createProcessInstanceQuery().processDefinitionKey("notice-delivery").list().stream()
                .map(org.camunda.bpm.engine.runtime.ProcessInstance::getId)
                .forEach(instance -> house.runtime.deleteProcessInstance(instance, "by mistake"));
        assertThat(windows()).isZero();
        assertThat(waiting()).isEqualTo(2);

        deliver.resume(); // as at the next start
        house.runDueJobs();

        assertThat(waiting()).isZero();
        assertThat(sent()).isEqualTo(before + 2);
    }

    /** That many cases nobody has forwarded, their limits passing at the same time. */
    private void passLimitsOf(int cases) {
        for (var i = 0; i < cases; i++) {
            house.receive(
                    "Ngập đến bụng xe máy trước số nhà " + i + " phố Cát Cụt, nước vẫn đang lên.", "quận Lê Chân");
        }
        house.runDueJobs();
        house.jdbc.sql("""
                        update deadline set warned = true, due_at = started_at, warn_at = started_at
                         where step = 'forward' and ended_at is null and level = 0
                        """).update();
        house.jdbc.sql("""
                        update act_ru_job set duedate_ = localtimestamp - interval '100 years'
                         where repeat_ like 'R/%' and process_instance_id_ in (
                            select instance.id_ from act_ru_execution instance
                              join deadline on deadline.petition_code = instance.business_key_
                             where deadline.step = 'forward' and deadline.level = 0 and deadline.ended_at is null)
                        """).update();
        house.runDueJobs();
    }

    private void windowPasses() {
        house.jdbc
                .sql(
                        "update act_ru_job set duedate_ = localtimestamp - interval '100 years'"
                                + " where handler_type_ = 'timer-intermediate-transition' and process_def_key_ = 'notice-delivery'")
                .update();
        house.runDueJobs();
    }

    private int sent() {
        return count("notice where kind = 'breach' and level = 1 and state = 'sent' and sent_at is not null");
    }

    private int waiting() {
        return count("notice where kind = 'breach' and state = 'pending'");
    }

    private int windows() {
        return count("notice_window");
    }

    private int carriedByTheLatestDigest() {
        return count(
                "notice where digest = (select key from notice where kind = 'digest' order by created_at desc limit 1)"
                        + " and state = 'sent'");
    }

    private String latestDigest(String column) {
        return house.jdbc
                .sql("select " + column + " from notice where kind = 'digest' order by created_at desc limit 1")
                .query(String.class)
                .single();
    }

    private int count(String rows) {
        return house.jdbc
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }
}
