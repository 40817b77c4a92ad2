package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

@HouseTest
class WholeWayTest {

    @Autowired
    House house;

    @Test
    void a_petition_goes_its_whole_way() {
        var code = house.receive("Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền.", "quận Lê Chân")
                .code()
                .value();
        house.runDueJobs();
        house.complete("operator", code, "userTask_classifyPetition", "decision", "accept");
        house.complete("cshpfocal", code, "userTask_acceptAssignment", "outcome", "accept");
        house.complete(
                "cshpofficer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã thay bóng.");
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        assertThat(house.stateOf(code)).isEqualTo("DA_TRA_LOI");
        house.advance(java.time.Duration.ofDays(8));
        house.runDueJobs();
        assertThat(house.stateOf(code)).isEqualTo("DONG");
        assertThat(house.runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(code)
                        .count())
                .isZero();
    }
}
