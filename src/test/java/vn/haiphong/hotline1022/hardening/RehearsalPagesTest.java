package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.rehearse.RehearseRules;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** What the pages of a rehearsal show, and to whom: petitions by their codes, never in their words. */
@HouseTest
@Tag("A-45")
class RehearsalPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    House house;

    @Autowired
    DraftRules draft;

    @Autowired
    RehearseRules rehearse;

    @Test
    void whoever_looks_reads_codes_figures_and_rows_and_no_petition() {
        var code = house.receive(
                        "Cây phượng to vừa đổ chắn ngang đường Lạch Tray, xe không qua được.", "quận Ngô Quyền")
                .code()
                .toString();
        var staff = new Staff(house);
        var id = house.as("ruleadmin", () -> {
            var opened = draft.open("responsible-agency", "Đề nghị của Sở Xây dựng");
            var change = draft.find(opened);
            draft.save(opened, change.revision(), change.dmn().replace("\"CXHP\"", "\"SXD\""), change.reason());
            return opened;
        });
        var path = "/rules/changes/" + id;
        assertThat(staff.loggedIn("ruleadmin", "cockpit")
                        .at("GET", path, null, FORM)
                        .body())
                .contains("Chưa chạy thử");
        house.as("ruleadmin", () -> rehearse.run(id, 2, 30));

        for (var user : new String[] {"ruleadmin", "ruleapprover", "manager"}) {
            var page = staff.loggedIn(user, "cockpit").at("GET", path + "/rehearsal?kind=agency", null, FORM);
            assertThat(page.status()).as(user).isEqualTo(200);
            assertThat(page.body())
                    .as(user)
                    .contains(code, "CXHP", "SXD", "Mới – Dòng ", "khớp ", "Thành sai")
                    .doesNotContain("Lạch Tray, xe không qua");
            assertThat(page.body().contains("Chạy thử lại")).as(user).isEqualTo(user.equals("ruleadmin"));
        }
        var sheet = staff.loggedIn("manager", "cockpit").at("GET", path + "/rehearsal/xlsx", null, FORM);
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(staff.loggedIn("manager", "cockpit")
                        .at("POST", path + "/rehearsal", "revision=2&days=30", FORM)
                        .status())
                .isEqualTo(403);
        var progress = staff.loggedIn("ruleadmin", "cockpit").at("GET", path + "/rehearsal/progress", null, FORM);
        assertThat(progress.body()).contains("\"running\":false").contains("sẽ khác");
        assertThat(staff.loggedIn("ruleadmin", "cockpit")
                        .at("GET", path + "/open-cases", null, FORM)
                        .body())
                .contains("Không có hồ sơ nào");

        var change = draft.find(id);
        house.as("ruleadmin", () -> draft.save(id, change.revision(), change.dmn(), "Sửa lý do"));
        assertThat(staff.loggedIn("ruleadmin", "cockpit")
                        .at("GET", path, null, FORM)
                        .body())
                .contains("Bản nháp đã sửa sau lần chạy này");
        house.as("ruleadmin", () -> {
            draft.withdraw(id);
            return null;
        });
    }
}
