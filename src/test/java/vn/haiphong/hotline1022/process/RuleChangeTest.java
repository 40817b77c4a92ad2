package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.application.rehearse.RehearseRules;
import vn.haiphong.hotline1022.application.rules.CheckRules;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.application.rules.ProposeRules;
import vn.haiphong.hotline1022.application.rules.PutRulesInForce;
import vn.haiphong.hotline1022.application.rules.WatchRules;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.rules.Finding;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Example;
import vn.haiphong.hotline1022.domain.rules.RuleTable.Row;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** A table changes in one way only: drafted, checked, approved by somebody else, in force at its moment, watched. */
@HouseTest
@Tag("alone") // the tables of the house change
@Tag("A-42")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RuleChangeTest {

    private static final String LIMITS = "handling-deadline";

    /** What the first row is for. */
    private static final Map<String, String> URGENT_REPAIR =
            Map.of("urgency", "urgent", "category", "su_co_ha_tang", "kind", "phan_anh", "field", "thoat_nuoc");

    @Autowired
    House house;

    @Autowired
    DraftRules draft;

    @Autowired
    RehearseRules rehearse;

    @Autowired
    ProposeRules propose;

    @Autowired
    PutRulesInForce inForce;

    @Autowired
    WatchRules watch;

    @Autowired
    RuleChanges changes;

    @Autowired
    RuleTables tables;

    @Autowired
    CheckRules check;

    @Autowired
    TableFiles files;

    private static int minutes = 100;

    /** Another limit for whoever comes first in the table; no two drafts say the same. */
    private long drafted() {
        var id = house.as("ruleadmin", () -> draft.open(LIMITS, "Đề nghị của Sở Xây dựng"));
        changed("ruleadmin", id);
        return id;
    }

    private void changed(String who, long id) {
        var change = draft.find(id);
        var dmn = change.dmn().replaceFirst("\"wall PT\\d+M\"", "\"wall PT" + ++minutes + "M\"");
        house.as(who, () -> draft.save(id, change.revision(), dmn, change.reason()));
    }

    private void proposed(long id, Instant effectiveAt) {
        house.as("ruleadmin", () -> {
            rehearse.run(id, draft.find(id).revision(), 30);
            propose.propose(id, draft.find(id).revision(), effectiveAt);
            return null;
        });
    }

    private void decided(String who, long id, Object... namesAndValues) {
        house.complete(who, "BQĐ-" + id, "userTask_approveRules", namesAndValues);
    }

    private State stateOf(long id) {
        return draft.find(id).state();
    }

    private int version() {
        return tables.inForce(LIMITS).orElseThrow().version();
    }

    private String dmn() {
        return tables.dmn(LIMITS, version()).orElseThrow();
    }

    @Test
    @Tag("A-43")
    void what_somebody_else_approves_takes_effect_at_its_moment_and_is_watched() {
        var before = version();
        var id = drafted();
        proposed(id, house.now().plus(Duration.ofHours(2)));

        decided("ruleapprover", id, "approved", true);
        house.runDueJobs();
        assertThat(version()).as("not before its moment").isEqualTo(before);

        house.advance(Duration.ofHours(2).plusSeconds(1));
        house.runDueJobs();

        assertThat(version()).isEqualTo(before + 1);
        assertThat(dmn()).isEqualTo(draft.find(id).dmn());
        assertThat(changes.ofVersion(LIMITS, before + 1)).get().extracting("id").isEqualTo(id);

        house.advance(Duration.ofDays(14));
        house.runDueJobs();
        house.runDueJobs();

        assertThat(changes.events(id)).extracting("kind").contains("in_force", "watched");
        assertThat(watch.of(draft.find(id)).since().returned()).isZero();
    }

    @Test
    void none_of_its_authors_approves_it_through_any_door() {
        var id = drafted();
        changed("ruleapprover", id);
        proposed(id, null);

        assertThatThrownBy(() -> decided("ruleapprover", id, "approved", true))
                .hasMessageContaining("người khác phải duyệt");
        assertThat(stateOf(id)).isEqualTo(State.proposed);

        house.as("ruleadmin", () -> {
            draft.withdraw(id);
            return null;
        });
        assertThat(stateOf(id)).isEqualTo(State.withdrawn);
        assertThat(house.tasksOf("BQĐ-" + id)).isEmpty();
    }

    @Test
    void what_is_sent_back_is_a_draft_again_and_needs_a_reason() {
        var id = drafted();
        proposed(id, null);

        assertThatThrownBy(() -> decided("ruleapprover", id, "approved", false)).hasMessageContaining("lý do");
        decided("ruleapprover", id, "approved", false, "sendBackReason", "Chưa có văn bản đề nghị");

        assertThat(stateOf(id)).isEqualTo(State.draft);
        assertThat(changes.events(id)).last().extracting("text").isEqualTo("Trả lại: Chưa có văn bản đề nghị");
    }

    @Test
    void what_was_proposed_cannot_be_changed_any_more() {
        var id = drafted();
        proposed(id, null);
        var change = draft.find(id);

        assertThatThrownBy(() -> house.as("ruleadmin", () -> draft.save(id, change.revision(), change.dmn(), "khác")))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("đã trình");
        assertThatThrownBy(() -> house.jdbc
                        .sql("update rule_change set dmn = dmn || ' ' where id = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("only a draft can be changed");
        house.as("ruleadmin", () -> {
            draft.withdraw(id);
            return null;
        });
    }

    @Test
    void the_second_of_two_editors_is_told_who_was_first_and_loses_nothing() {
        var id = drafted();
        var read = draft.find(id);
        house.as("ruleapprover", () -> draft.save(id, read.revision(), read.dmn(), "Lý do khác"));

        assertThatThrownBy(() -> house.as("ruleadmin", () -> draft.save(id, read.revision(), read.dmn(), "Của tôi")))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("Người duyệt bảng quyết định đã lưu bản khác")
                .hasMessageContaining("vẫn ở trên màn hình");
        assertThat(draft.find(id).reason()).isEqualTo("Lý do khác");
    }

    @Test
    void one_click_brings_the_table_before_back_and_only_from_the_last_change() {
        var before = dmn();
        var first = drafted();
        proposed(first, null);
        decided("ruleapprover", first, "approved", true);
        house.runDueJobs();
        assertThat(stateOf(first)).isEqualTo(State.in_force);

        var rollback = house.as("ruleadmin", () -> inForce.rollBack(first, "Nhiều hồ sơ bị trả lại"));

        assertThat(dmn()).isEqualTo(before);
        assertThat(stateOf(first)).isEqualTo(State.rolled_back);
        assertThat(stateOf(rollback)).isEqualTo(State.in_force);
        assertThat(house.runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("BQĐ-" + first)
                        .count())
                .as("nothing is left to watch")
                .isZero();
        assertThatThrownBy(() -> house.as("ruleadmin", () -> inForce.rollBack(first, "Lần nữa")))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> house.as("ruleadmin", () -> inForce.rollBack(rollback, "Lùi lại lần lùi")))
                .as("what was taken back is not brought back without approval")
                .isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void a_draft_of_a_table_that_has_changed_since_is_joined_first() {
        var late = drafted();
        var first = drafted();
        proposed(first, null);
        assertThatThrownBy(() -> proposed(late, null)).hasMessageContaining("mỗi lúc một");
        decided("ruleapprover", first, "approved", true);
        house.runDueJobs();

        assertThatThrownBy(() -> proposed(late, null)).hasMessageContaining("Ghép với bản đang có hiệu lực");
    }

    @Test
    void an_approved_change_goes_back_when_a_rollback_was_faster() {
        var first = drafted();
        proposed(first, null);
        decided("ruleapprover", first, "approved", true);
        house.runDueJobs();
        var second = drafted();
        proposed(second, house.now().plus(Duration.ofHours(1)));
        decided("ruleapprover", second, "approved", true);
        house.as("ruleadmin", () -> inForce.rollBack(first, "Sai"));
        var version = version();

        house.advance(Duration.ofHours(1).plusSeconds(1));
        house.runDueJobs();

        assertThat(version()).isEqualTo(version);
        assertThat(stateOf(second)).isEqualTo(State.draft);
        assertThat(changes.events(second)).last().extracting("kind").isEqualTo("outdated");
    }

    @Test
    @Tag("A-44")
    void an_example_that_does_not_go_as_its_author_expects_keeps_a_change_from_being_proposed() {
        var id = drafted();
        exampleOfTheFirstRow(id, new Example(true, "", Map.of("urgency", "ordinary")));

        assertThatThrownBy(() -> proposed(id, null)).hasMessageContaining("1 lỗi phải sửa");
        assertThat(check.of(draft.find(id).dmn(), house.now()))
                .filteredOn(finding -> finding.kind() == Finding.Kind.example)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.says()).contains("phải thuộc dòng này (dòng 1)", "bảng chọn dòng"))
                .satisfies(finding -> assertThat(finding.otherRows()).hasSize(1));

        exampleOfTheFirstRow(id, new Example(false, "", URGENT_REPAIR));
        assertThatThrownBy(() -> proposed(id, null)).hasMessageContaining("1 lỗi phải sửa");

        exampleOfTheFirstRow(id, new Example(true, "", URGENT_REPAIR));
        proposed(id, null);
        decided("ruleapprover", id, "approved", true);
        house.runDueJobs();
        assertThat(files.read(dmn()).rows().get(0).examples())
                .as("what is in force keeps its examples")
                .hasSize(1);
    }

    private void exampleOfTheFirstRow(long id, Example example) {
        var change = draft.find(id);
        var rows = new ArrayList<>(files.read(change.dmn()).rows());
        var first = rows.get(0);
        rows.set(0, new Row(first.id(), first.says(), first.tests(), first.results(), List.of(example)));
        house.as(
                "ruleadmin",
                () -> draft.save(id, change.revision(), files.withRows(change.dmn(), rows), change.reason()));
    }

    @Test
    void what_was_approved_comes_back_before_its_moment() {
        var version = version();
        var id = drafted();
        proposed(id, house.now().plus(Duration.ofHours(1)));
        decided("ruleapprover", id, "approved", true);

        house.as("ruleadmin", () -> {
            draft.withdraw(id);
            return null;
        });
        house.advance(Duration.ofHours(1).plusSeconds(1));
        house.runDueJobs();

        assertThat(version()).isEqualTo(version);
        assertThat(stateOf(id)).isEqualTo(State.withdrawn);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void every_node_of_the_diagram_was_passed() {
        assertThat(house.notPassed("rule-change")).isEmpty();
    }
}
