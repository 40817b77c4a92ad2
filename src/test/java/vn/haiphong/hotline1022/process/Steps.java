package vn.haiphong.hotline1022.process;

import java.util.List;
import vn.haiphong.hotline1022.support.House;

/** The steps of an ordinary petition about a lamp, and what the register says of it. */
final class Steps {

    static final String LAMP = "Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền, ngõ tối om.";
    static final String AREA = "quận Lê Chân";

    private final House house;

    Steps(House house) {
        this.house = house;
    }

    String received() {
        var code = house.receive(LAMP, AREA).code().value();
        house.runDueJobs();
        return code;
    }

    String accepted() {
        return accepted(received());
    }

    String accepted(String code) {
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
                "");
        return code;
    }

    String approved(String code) {
        house.complete("cshpfocal", code, "userTask_acceptAssignment", "outcome", "accept");
        house.complete(
                "cshpofficer", code, "userTask_resolvePetition", "outcome", "done", "replyText", "Đã thay bóng đèn.");
        house.complete("cshpleader", code, "userTask_approveReply", "approved", true);
        return code;
    }

    String answered(String code) {
        approved(code);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
        return code;
    }

    String keyOf(String code) {
        return house.jdbc
                .sql("select tracking_key from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    Object variable(String code, String definition, String name) {
        return house.tasks.getVariable(house.task(code, definition).getId(), name);
    }

    List<String> lettersOf(String code) {
        return house.jdbc
                .sql("select kind from notice where petition_code = ? and state = 'sent' order by created_at, key")
                .param(code)
                .query(String.class)
                .list();
    }

    String letterText(String code, String kind) {
        return house.jdbc
                .sql("select body_text from notice where petition_code = ? and kind = ?")
                .params(code, kind)
                .query(String.class)
                .single();
    }

    boolean isOver(String code) {
        return house.runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(code)
                        .count()
                == 0;
    }
}
