package vn.haiphong.hotline1022.application.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.application.port.CaseFiles;
import vn.haiphong.hotline1022.application.port.Consents;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.PersonalReads;
import vn.haiphong.hotline1022.application.port.ReplyLetters;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** Giả định: who may know what about a petition. */
class ShowCaseTest {

    private static final String CODE = "HP1022-240918-000001-1";
    private static final Instant NOW = Instant.parse("2024-09-24T01:00:00Z");

    private final Register register = new Register();
    private final ShowCase showCase = new ShowCase(
            register,
            register,
            new ExplainDeadlines(
                    code -> List.of(ExplainDeadlinesTest.extended()),
                    ExplainDeadlinesTest.CALENDARS,
                    ExplainDeadlinesTest.RULES,
                    user -> user,
                    new Words(),
                    mock(PublishLimits.class),
                    Clock.fixed(NOW, ZoneOffset.UTC)),
            mock(CaseEvidence.class),
            mock(Consents.class),
            mock(ReplyLetters.class),
            user -> user.equals("tnhpleader") ? "Lê Thị Trưởng" : user,
            new Words(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"operators", "coordinators"})
    void the_operation_centre_knows_who_sent_the_petition(String group) {
        var shown = showCase.forTask(CODE, "somebody", Set.of(group)).orElseThrow();

        assertThat(shown.petitioner()).isEqualTo(new CaseFile.Petitioner("Nguyễn Văn A", "+84912345678", "a@b.vn"));
        assertThat(shown.letters()).extracting(CaseFile.Letter::recipient).containsExactly("a@b.vn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TNHP", "TNHP-leaders", "VPUB", "managers", "admins"})
    void nobody_else_learns_who_it_was(String group) {
        var shown = showCase.forTask(CODE, "somebody", Set.of(group)).orElseThrow();

        assertThat(shown.petitioner()).isNull();
        assertThat(shown.petitionerNote()).contains("ẩn");
        assertThat(shown.letters()).extracting(CaseFile.Letter::recipient).containsOnlyNulls();
        assertThat(shown.toString()).doesNotContain("Nguyễn Văn A", "912345678", "a@b.vn");
    }

    @Test
    void codes_are_shown_in_the_words_of_the_office() {
        var shown = showCase.forTask(CODE, "tnhpofficer", Set.of("TNHP")).orElseThrow();

        assertThat(shown.state()).isEqualTo("Đang xử lý");
        assertThat(shown.channel()).isEqualTo("Gọi điện 1022");
        assertThat(shown.field()).isEqualTo("Thoát nước, ngập úng");
        assertThat(shown.urgency()).isEqualTo("Thông thường");
        assertThat(shown.handlings()).extracting(CaseFile.Handling::role).containsExactly("Chủ trì");
        assertThat(shown.limits()).extracting(ExplainedDeadline::step).containsExactly("Xử lý và trả lời");
        assertThat(shown.limits()).extracting(ExplainedDeadline::who).containsExactly("Cả hồ sơ");
        assertThat(shown.history())
                .extracting(CaseFile.Entry::who)
                .containsExactly("Người dân", "Lê Thị Trưởng · Thoát nước");
        assertThat(shown.history())
                .extracting(CaseFile.Entry::note)
                .containsExactly("Tiếp nhận", "Không đồng ý gia hạn: Làm được đúng hạn");
    }

    @Test
    void a_limit_that_has_passed_is_marked_and_an_extended_one_shows_the_first_date() {
        var shown = showCase.forTask(CODE, "tnhpofficer", Set.of("TNHP")).orElseThrow();

        assertThat(shown.overdue()).isTrue();
        assertThat(shown.limits()).singleElement().satisfies(limit -> {
            assertThat(limit.breached()).isTrue();
            assertThat(limit.originalDueAt()).isEqualTo(Instant.parse("2024-09-19T10:00:00Z"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"operators", "CSHP", "VPUB", "managers", "admins"})
    void a_confidential_case_does_not_exist_for_others(String group) {
        register.confidential = true;

        assertThat(showCase.forTask(CODE, "somebody", Set.of(group))).isEmpty();
        assertThat(showCase.mayOpen(CODE, "somebody", Set.of(group))).isFalse();
        assertThat(register.looks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinators", "TTTP", "TTTP-leaders", "BTCD"})
    void every_look_at_a_confidential_case_is_kept(String group) {
        register.confidential = true;

        assertThat(showCase.forTask(CODE, "somebody", Set.of(group))).isPresent();
        assertThat(showCase.mayOpen(CODE, "somebody", Set.of(group))).isTrue();

        assertThat(register.looks)
                .containsExactly(
                        "somebody case " + (group.equals("coordinators") ? "contact+" : "") + "confidential",
                        "somebody attachment confidential");
    }

    @Test
    void a_confidential_case_accepted_because_of_danger_is_open_to_the_agency_at_work_while_it_is_at_work() {
        register.confidential = true;
        assertThat(showCase.forTask(CODE, "tnhpofficer", Set.of("TNHP"))).isPresent();
        assertThat(register.looks).containsExactly("tnhpofficer case confidential");

        register.handlingEndedAt = NOW;

        assertThat(showCase.forTask(CODE, "tnhpofficer", Set.of("TNHP"))).isEmpty();
    }

    @Test
    void the_inspectorate_does_not_learn_who_it_was_either() {
        register.confidential = true;

        assertThat(showCase.forTask(CODE, "tttpofficer", Set.of("TTTP"))
                        .orElseThrow()
                        .petitioner())
                .isNull();
    }

    @Test
    void an_open_case_read_by_an_agency_leaves_no_trace_since_it_shows_nobody() {
        showCase.forTask(CODE, "tnhpofficer", Set.of("TNHP"));
        showCase.mayOpen(CODE, "operator", Set.of("operators"));

        assertThat(register.looks).isEmpty();
    }

    @Test
    @Tag("A-64")
    void whoever_sees_who_sent_it_leaves_one_row() {
        showCase.forTask(CODE, "operator", Set.of("operators"));

        assertThat(register.looks).containsExactly("operator case contact");
    }

    private static final class Register implements CaseFiles, PersonalReads {

        private final List<String> looks = new ArrayList<>();
        private boolean confidential;
        private Instant handlingEndedAt;

        @Override
        public Optional<Facts> find(String code) {
            var received = Instant.parse("2024-09-18T01:00:00Z");
            var due = Instant.parse("2024-09-23T10:00:00Z");
            return Optional.of(new Facts(
                    code,
                    PetitionState.DANG_XU_LY,
                    "voice",
                    "Cống tắc, nước tràn vào nhà",
                    "12 Lạch Tray",
                    "Quận Ngô Quyền",
                    null,
                    null,
                    null,
                    received,
                    confidential,
                    "phan_anh",
                    "su_co_ha_tang",
                    "thoat_nuoc",
                    "ordinary",
                    due,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    new Petitioner("Nguyễn Văn A", "+84912345678", "a@b.vn"),
                    List.of(new Handling(
                            "TNHP",
                            "Thoát nước Hải Phòng",
                            true,
                            "DANG_XU_LY",
                            "Bảng phân công",
                            received,
                            null,
                            handlingEndedAt,
                            null,
                            null,
                            null,
                            1)),
                    List.of(
                            new Event(received, "citizen", "", "received", "Tiếp nhận"),
                            new Event(received, "tnhpleader", "Thoát nước", "extension-refused", "Làm được đúng hạn")),
                    List.of(),
                    List.of(new Letter("receipt", "a@b.vn", "Báo nhận", "sent", received, received))));
        }

        @Override
        public void add(Collection<String> codes, String user, Instant at, String door, Data data) {
            assertThat(codes).containsExactly(CODE);
            assertThat(at).isEqualTo(NOW);
            looks.add(user + " " + door + " " + data.key());
        }

        @Override
        public Excerpt<Read> page(Wanted wanted, Excerpt.Part part) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forEach(Wanted wanted, Consumer<Read> reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Figure> figures(Instant from, Instant to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long forgetBefore(Instant at, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long countBefore(Instant at) {
            throw new UnsupportedOperationException();
        }
    }
}
