package vn.haiphong.hotline1022.process.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** The clock of a limit never stops: not for a report that fails, not for a limit that passes while nobody looks. */
@HouseTest
@Tag("A-08")
class DeadlineClockTest {

    @Autowired
    House house;

    @Test
    void a_report_that_is_rolled_back_once_is_made_again_and_all_later_levels_are_told() {
        var code = house.receive("Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền.", "quận Lê Chân")
                .code()
                .value();
        house.runDueJobs();
        house.advanceTo(dueOf(code, "forward").plusSeconds(1));
        house.jdbc
                .sql("alter table notice add constraint broken check (kind <> 'breach') not valid")
                .update();
        try {
            var clock = clockOf(code);
            assertThatThrownBy(() -> house.management.executeJob(clock.getId())).hasMessageContaining("broken");
        } finally {
            house.jdbc.sql("alter table notice drop constraint broken").update();
        }
        assertThat(levelsToldOf(code, "forward")).isEmpty();

        house.advance(Duration.ofMinutes(10)); // the failed report is put off
        house.runDueJobs();
        assertThat(levelsToldOf(code, "forward")).containsExactly(1);
        house.advance(Duration.ofDays(30));
        house.runDueJobs();

        assertThat(levelsToldOf(code, "forward")).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_limit_that_passes_between_two_steps_is_told_when_the_next_one_begins() {
        var code = house.receive("Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền.", "quận Lê Chân")
                .code()
                .value();
        house.runDueJobs();
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "leadAgency",
                "CSHP",
                "field",
                "chieu_sang");
        house.runDueJobs();

        house.complete("cshpfocal", code, "userTask_acceptAssignment", "outcome", "accept");
        house.complete("cshpofficer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã thay đèn.");
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);

        house.advanceTo(dueOf(code, "handle").plusSeconds(60));
        house.complete(
                "operator", code, "userTask_checkReply", "approved", false, "sendBackReason", "Ghi rõ ngày thay.");
        house.advance(Duration.ofSeconds(2)); // a timer knows whole seconds
        house.runDueJobs();

        assertThat(levelsToldOf(code, "handle")).containsExactly(1);
        assertThat(clocksDue(code)).as("and the clock waits for the next level").isEmpty();
    }

    @Test
    void the_limit_of_the_whole_case_is_followed_while_the_city_office_settles_who_is_competent() {
        var code = house.receive("Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền.", "quận Lê Chân")
                .code()
                .value();
        house.runDueJobs();
        house.complete("operator", code, "userTask_classifyPetition", "decision", "accept", "leadAgency", "CSHP");
        house.complete(
                "cshpfocal", code, "userTask_acceptAssignment", "outcome", "return", "returnReason", "Của điện lực");
        house.complete("coordinator", code, "userTask_assignByHand", "leadAgency", "PCHP");
        house.complete("pchpfocal", code, "userTask_acceptAssignment", "outcome", "return", "returnReason", "Của quận");
        house.task(code, "userTask_settleCompetence");

        house.advanceTo(dueOf(code, "handle").plusSeconds(1));
        house.runDueJobs();

        assertThat(levelsToldOf(code, "handle")).containsExactly(1);
    }

    private Job clockOf(String code) {
        return clocksDue(code).get(0);
    }

    private List<Job> clocksDue(String code) {
        return house.runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .flatMap(instance ->
                        house.management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(job -> !job.getDuedate().after(Date.from(house.now())))
                .toList();
    }

    private Instant dueOf(String code, String step) {
        return house.jdbc
                .sql("select due_at from deadline where petition_code = ? and step = ?")
                .params(code, step)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private List<Integer> levelsToldOf(String code, String step) {
        return house.jdbc.sql("""
                        select distinct substring(notice.key from '\\|L(\\d+)\\|')::int as level
                          from notice join deadline on notice.key like '%|deadline|' || deadline.id || '|L%'
                         where deadline.petition_code = ? and deadline.step = ? and notice.kind = 'breach' order by level
                        """).params(code, step).query(Integer.class).list();
    }
}
