package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.receive.SupplementPetition;
import vn.haiphong.hotline1022.application.rehearse.RehearseRules;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.application.rules.ProposeRules;
import vn.haiphong.hotline1022.application.rules.WhyDecided;
import vn.haiphong.hotline1022.application.rules.WhyDecided.Again;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** Every answer of a table can be explained: the row, its facts, who wrote it and who approved it; and it comes out again. */
@HouseTest
@Tag("alone") // the tables of the house change
@Tag("A-42")
class WhyDecidedTest {

    @Autowired
    House house;

    @Autowired
    WhyDecided why;

    @Autowired
    DraftRules draft;

    @Autowired
    RehearseRules rehearse;

    @Autowired
    ProposeRules propose;

    @Autowired
    SupplementPetition supplement;

    private String classified(String content) {
        var code = house.receive(content, "quận Lê Chân").code().value();
        house.runDueJobs();
        return code;
    }

    @Test
    void each_table_says_which_row_answered_on_which_facts_and_answers_the_same_again() {
        var code = classified("Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền.");

        var all = why.latest(code);

        assertThat(all)
                .extracting(WhyDecided.Why::table)
                .containsExactly("field-suggestion", "petition-screening", "responsible-agency", "handling-deadline");
        assertThat(all).extracting(WhyDecided.Why::again).containsOnly(Again.same);
        var agency = all.get(2);
        assertThat(agency.inputs())
                .contains(new WhyDecided.Fact("Lĩnh vực", "Chiếu sáng công cộng"))
                .noneMatch(
                        fact -> fact.value().contains("tô hiệu") || fact.value().contains("to hieu"));
        assertThat(agency.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isPositive();
            assertThat(row.says()).isNotBlank();
            assertThat(row.writtenBy()).isEmpty();
            assertThat(row.change()).isNull();
        });
    }

    @Test
    void a_supplement_does_not_change_what_was_asked_before_it() {
        var code = classified("Đèn đường hỏng, nhờ tổng đài xem giúp.");
        house.complete(
                "operator", code, "userTask_classifyPetition", "decision", "clarify", "supplementWhat", "Ở đâu?");
        var before = why.all(code);
        var key = house.jdbc
                .sql("select tracking_key from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
        assertThat(supplement.with(code, key, "Trước số 5 phố Cát Dài, cột điện cũng nghiêng, sắp đổ."))
                .isTrue();
        house.runDueJobs();

        var after = why.all(code);

        assertThat(after).hasSizeGreaterThan(before.size());
        assertThat(after).extracting(WhyDecided.Why::again).containsOnly(Again.same);
    }

    @Test
    void a_row_names_who_wrote_and_who_approved_it() {
        var id = house.as("ruleadmin", () -> draft.open("handling-deadline", "Rút ngắn vụ thường"));
        var change = draft.find(id);
        var dmn = change.dmn().replace("\"working PT8H\"", "\"working PT7H\"");
        house.as("ruleadmin", () -> draft.save(id, 1, dmn, "Rút ngắn"));
        house.as("ruleadmin", () -> {
            rehearse.run(id, 2, 30);
            propose.propose(id, 2, null);
            return null;
        });
        house.complete("ruleapprover", "BQĐ-" + id, "userTask_approveRules", "approved", true);
        house.runDueJobs();

        var rows = why.latest(classified("Đèn đường trước số nhà 14 đường Tô Hiệu tắt ba tối liền.")).stream()
                .filter(one -> one.table().equals("handling-deadline"))
                .findFirst()
                .orElseThrow()
                .rows();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.change()).isEqualTo(id);
            assertThat(row.writtenBy()).hasSize(1);
            assertThat(row.approvedBy()).isNotBlank();
        });
    }
}
