package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.rules.ChangeDirectory;
import vn.haiphong.hotline1022.application.rules.PutRulesInForce;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.directory.DirectoryChange;
import vn.haiphong.hotline1022.domain.directory.DirectoryChange.Kind;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** A merger is entered once, with its day; what it does is seen before, and nothing of the past is rewritten. */
@HouseTest
@Tag("alone") // the directory of the house changes
@Tag("A-46")
class ChangeDirectoryTest {

    @Autowired
    House house;

    @Autowired
    ChangeDirectory change;

    @Autowired
    PutRulesInForce inForce;

    @Autowired
    Agencies agencies;

    @Autowired
    Areas areas;

    private LocalDate today() {
        return house.now().atZone(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
    }

    private DirectoryChange merger(String into, String name, LocalDate from, String... codes) {
        return new DirectoryChange(
                Kind.mergeAgencies, List.of(codes), into, name, "so", null, null, from, "Quyết định thử 1/QĐ-UBND");
    }

    private long approved(DirectoryChange wanted) {
        var id = house.as("ruleadmin", () -> change.open(wanted, "Sắp xếp bộ máy"));
        house.as("ruleadmin", () -> {
            change.propose(id);
            return null;
        });
        house.complete("ruleapprover", "BQĐ-" + id, "userTask_approveRules", "approved", true);
        house.runDueJobs();
        return id;
    }

    @Test
    void what_a_merger_does_to_tables_and_open_cases_is_seen_before() {
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
                "category",
                "su_co_ha_tang",
                "field",
                "chieu_sang",
                "urgency",
                "ordinary",
                "leadAgency",
                "CSHP",
                "coordinatingAgencies",
                "");

        var preview = change.preview(merger("HTDT", "Công ty Hạ tầng đô thị", today().plusDays(5), "CSHP", "TNHP"));

        assertThat(preview.what()).contains("sáp nhập thành Công ty Hạ tầng đô thị (HTDT)");
        assertThat(preview.cases()).containsKey("CSHP");
        assertThat(preview.rows()).extracting(ChangeDirectory.TouchedRow::table).contains("responsible-agency");
        assertThat(preview.rows()).allMatch(row -> !row.says().isBlank());
    }

    @Test
    void a_merger_holds_from_its_day_on_and_its_cases_go_over_with_code_and_limit() {
        var code = house.receive("Cây xanh trước số nhà 12 đường Tô Hiệu nghiêng, sắp đổ.", "quận Lê Chân")
                .code()
                .value();
        house.runDueJobs();
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "category",
                "su_co_ha_tang",
                "field",
                "cay_xanh",
                "urgency",
                "ordinary",
                "leadAgency",
                "CXHP",
                "coordinatingAgencies",
                "");
        var due = house.jdbc
                .sql("select due_at from petition where code = ?")
                .param(code)
                .query()
                .singleValue();
        var from = today().plusDays(1);

        approved(merger("XANH", "Công ty Cây xanh và Công viên", from, "CXHP", "MTDT"));

        assertThat(agencies.find("CXHP", today()))
                .as("today nothing has changed")
                .isPresent();
        assertThat(agencies.find("XANH", today())).isEmpty();
        assertThat(agencies.find("CXHP", from)).isEmpty();
        assertThat(agencies.orSuccessor("CXHP", from)).get().extracting("code").isEqualTo("XANH");
        assertThat(house.identity.createTenantQuery().tenantId("XANH").count())
                .as("the new agency can work here")
                .isOne();

        house.advanceTo(from + "T00:06:00+07:00");
        house.runDueJobs();

        assertThat(house.jdbc
                        .sql("select lead_agency from petition where code = ?")
                        .param(code)
                        .query()
                        .singleValue())
                .isEqualTo("XANH");
        assertThat(house.jdbc
                        .sql("select due_at from petition where code = ?")
                        .param(code)
                        .query()
                        .singleValue())
                .isEqualTo(due);
    }

    @Test
    void it_is_taken_back_while_its_day_has_not_come() {
        var ward = areas.all(today()).stream()
                .filter(area -> area.kind().equals("phuong"))
                .limit(2)
                .toList();
        var before =
                house.jdbc.sql("select count(*) from area").query(Long.class).single();
        var id = approved(new DirectoryChange(
                Kind.mergeAreas,
                List.of(ward.get(0).code(), ward.get(1).code()),
                ward.get(0).code(),
                "Phường Thử",
                null,
                null,
                null,
                today().plusDays(30),
                "Nghị quyết thử"));
        assertThat(areas.find(ward.get(0).code(), today().plusDays(30)))
                .get()
                .extracting("name")
                .isEqualTo("Phường Thử");
        assertThat(areas.find(ward.get(1).code(), today().plusDays(30))).isEmpty();

        house.as("ruleadmin", () -> inForce.rollBack(id, "Nghị quyết hoãn"));

        assertThat(areas.find(ward.get(0).code(), today().plusDays(30))).contains(ward.get(0));
        assertThat(areas.find(ward.get(1).code(), today().plusDays(30))).contains(ward.get(1));
        assertThat(house.jdbc.sql("select count(*) from area").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void what_the_directory_does_not_know_or_what_is_past_is_refused() {
        assertThatThrownBy(() -> change.preview(merger("SXD", null, today(), "SXD", "SGTVT")))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("từ ngày mai");
        assertThatThrownBy(() -> change.preview(merger("SXD", null, today().plusDays(3), "SXD", "KHONGCO")))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("không có đơn vị mang mã KHONGCO");
        assertThatThrownBy(() -> merger("MOI", null, today().plusDays(3), "SXD", "SGTVT"))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("cần tên");
    }
}
