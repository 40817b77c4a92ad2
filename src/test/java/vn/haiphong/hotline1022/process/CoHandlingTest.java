package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Walk;

/** What co-handling agencies do beside the lead, and what becomes of it (Giả định A-05). */
@HouseTest
@Tag("A-05")
class CoHandlingTest {

    @Autowired
    House house;

    private Walk walk;

    @BeforeEach
    void begin() {
        walk = new Walk(house);
    }

    @Test
    void a_co_handling_agency_has_until_the_case_is_due_and_is_reminded_and_reported_like_any_other() {
        var code = walk.accepted("CSHP", "PCHP");
        walk.accept(code, "PCHP");
        var due = walk.dueOf(code);
        assertThat(walk.taskOf(code, "PCHP").getDueDate()).isEqualTo(due);

        house.advanceTo(due.minusSeconds(60));
        house.runDueJobs();
        assertThat(walk.toldAbout(code)).contains("L0 pchpofficer@demo.1022.haiphong.gov.vn");
        assertThat(walk.breachesOf(code)).doesNotContain("userTask_giveOpinion");

        house.advanceTo(due.plusSeconds(60));
        house.runDueJobs();
        assertThat(walk.toldAbout(code)).contains("L1 pchpfocal@demo.1022.haiphong.gov.vn");
        assertThat(walk.breachesOf(code)).contains("userTask_giveOpinion");

        house.complete("pchpofficer", walk.taskOf(code, "PCHP"), "opinion", "Đã cắt điện đoạn tuyến.");
        assertThat(walk.breachesOf(code)).doesNotContain("userTask_giveOpinion");
        assertThat(endOfOpinion(code)).isNotNull();
    }

    @Test
    @Tag("A-16")
    void who_joins_after_an_extension_has_as_long_as_the_case_has_by_then() {
        var code = walk.accepted("CSHP", "PCHP");
        walk.accept(code, "CSHP");
        walk.extend(code, "CSHP");
        walk.approve(code, "CSHP");

        walk.accept(code, "PCHP");

        assertThat(walk.taskOf(code, "PCHP").getDueDate()).isEqualTo(walk.dueOf(code));
    }

    private Instant endOfOpinion(String code) {
        return house.jdbc
                .sql(
                        "select ended_at from deadline where petition_code = ? and step = 'opinion' and agency_code = 'PCHP'")
                .param(code)
                .query((row, i) ->
                        row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant())
                .single();
    }
}
