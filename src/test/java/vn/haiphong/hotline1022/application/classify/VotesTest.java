package vn.haiphong.hotline1022.application.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.application.classify.Votes.Vote;
import vn.haiphong.hotline1022.application.inform.Words;

class VotesTest {

    private static final Vote TREE = new Vote("cay_xanh", "su_co_ha_tang", "urgent", 5);
    private static final Vote WIRE = new Vote("dien", "su_co_ha_tang", "", 2);

    @Test
    void the_field_with_the_highest_sum_is_proposed() {
        var proposal = counted(List.of(WIRE, TREE, WIRE));

        assertThat(proposal.field()).isEqualTo("cay_xanh");
        assertThat(proposal.category()).isEqualTo("su_co_ha_tang");
        assertThat(proposal.reason())
                .isEqualTo("Theo lời phản ánh: Cây xanh, công viên 5 điểm, Điện lực 4 điểm; dấu hiệu khẩn cấp 5 điểm");
    }

    @Test
    void on_a_tie_the_earlier_row_wins() {
        assertThat(counted(List.of(WIRE, new Vote("cau", "su_co_ha_tang", "", 2)))
                        .field())
                .isEqualTo("dien");
    }

    @Test
    void without_any_vote_the_field_is_unknown_and_ordinary() {
        var proposal = counted(List.of());

        assertThat(proposal.field()).isEqualTo("khong_ro");
        assertThat(proposal.category()).isEqualTo("ngoai_pham_vi");
        assertThat(proposal.kind()).isEqualTo("phan_anh");
        assertThat(proposal.urgency()).isEqualTo("ordinary");
        assertThat(proposal.reason()).startsWith("Không có từ nào");
    }

    @Test
    void a_negative_weight_takes_back_a_field_and_an_urgency() {
        var proposal = counted(List.of(TREE, new Vote("cay_xanh", "", "urgent", -5), WIRE));

        assertThat(proposal.field()).isEqualTo("dien");
        assertThat(proposal.urgency()).isEqualTo("ordinary");
    }

    @Test
    void urgency_counts_over_all_rows_whichever_field_wins() {
        var proposal = counted(List.of(new Vote("dien", "su_co_ha_tang", "", 9), new Vote("", "", "urgent", 3)));

        assertThat(proposal.field()).isEqualTo("dien");
        assertThat(proposal.urgency()).isEqualTo("urgent");
    }

    @Test
    void a_suggestion_keeps_its_field_but_not_its_category_and_is_urgent_only_in_danger() {
        var suggestion = new Vote("", "hien_ke", "hien_ke", "", 4);

        var proposal = counted(List.of(TREE, suggestion));

        assertThat(proposal.field()).isEqualTo("cay_xanh");
        assertThat(proposal.category()).isEqualTo("hien_ke");
        assertThat(proposal.kind()).isEqualTo("hien_ke");
        assertThat(proposal.urgency()).isEqualTo("ordinary");
        assertThat(counted(List.of(TREE, suggestion, new Vote("", "", "urgent", 8)))
                        .urgency())
                .isEqualTo("urgent");
    }

    @Test
    void a_denunciation_stays_one_whatever_else_is_said() {
        var proposal = counted(
                List.of(new Vote("to_cao", "ngoai_pham_vi", "", 30), TREE, new Vote("", "chi_dao_cham", "", "", 6)));

        assertThat(proposal.field()).isEqualTo("to_cao");
        assertThat(proposal.category()).isEqualTo("ngoai_pham_vi");
    }

    @Test
    void what_takes_several_agencies_is_complex_unless_it_is_urgent() {
        var complex = new Vote("dat_dai", "kt_vh_xh_qpan", "complex", 3);

        assertThat(counted(List.of(complex)).urgency()).isEqualTo("complex");
        assertThat(counted(List.of(complex, TREE)).urgency()).isEqualTo("urgent");
    }

    private static Votes.Proposal counted(List<Vote> votes) {
        return Votes.of(votes, new Words());
    }
}
