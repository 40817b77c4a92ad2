package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.application.port.Deadlines.Move;
import vn.haiphong.hotline1022.application.port.Deadlines.NewDeadline;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;

class JdbcDeadlinesTest {

    private static final String CODE = "HP1022-240918-000001-1";
    private static final Instant START = Instant.parse("2024-09-18T01:00:00Z");
    private static final Due DUE =
            new Due(Instant.parse("2024-09-23T10:00:00Z"), Instant.parse("2024-09-20T10:00:00Z"));
    private static final Due LATER =
            new Due(Instant.parse("2024-09-25T10:00:00Z"), Instant.parse("2024-09-24T10:00:00Z"));

    private final FilledRegister register = FilledRegister.create();
    private final JdbcDeadlines deadlines = new JdbcDeadlines(register.jdbc(), register.clock());

    @BeforeEach
    void aPetition() {
        register.jdbc().sql("""
                        insert into petition (code, tracking_key, state, channel, content, received_at)
                        values (?, 'k', 'DANG_XU_LY', 'portal', 'Cống tắc', now())
                        """).param(CODE).update();
    }

    @Test
    void a_limit_names_the_row_that_set_it_and_later_ones_of_the_case_the_same() {
        open("handle", "handling-deadline:1:rule_infrastructure");
        open("accept", null);
        open("supplement", "hotline.limits.supplement");

        assertThat(deadlines.tracesOf(CODE))
                .extracting(kept -> kept.step() + " " + kept.rule())
                .containsExactly(
                        "handle handling-deadline:1:rule_infrastructure",
                        "accept handling-deadline:1:rule_infrastructure",
                        "supplement hotline.limits.supplement");
    }

    @Test
    void what_moved_a_limit_is_kept_in_order_and_the_first_date_beside_the_present_one() {
        open("handle", "x:1:y");
        var id = deadlines.find(CODE, "handle", "").orElseThrow().id();
        move(id, Move.Kind.paused, DUE, null);
        assertThat(deadlines.find(CODE, "handle", "").orElseThrow().pausedAt()).isEqualTo(START.plusSeconds(60));
        move(id, Move.Kind.recalculated, DUE, null);
        assertThat(deadlines.find(CODE, "handle", "").orElseThrow().pausedAt())
                .as("a change of the calendar starts no clock")
                .isEqualTo(START.plusSeconds(60));
        move(id, Move.Kind.resumed, LATER, null);
        move(id, Move.Kind.extended, LATER, LATER.dueAt());

        var kept = deadlines.tracesOf(CODE).get(0);

        assertThat(kept.pausedAt()).isNull();
        assertThat(kept.due()).isEqualTo(LATER);
        assertThat(kept.originalDueAt()).isEqualTo(DUE.dueAt());
        assertThat(kept.moves())
                .extracting(Move::kind)
                .containsExactly(Move.Kind.paused, Move.Kind.recalculated, Move.Kind.resumed, Move.Kind.extended);
        assertThat(deadlines.traceOf(id)).isEqualTo(kept.trace());
        assertThat(kept.trace())
                .isEqualTo(DeadlineTrace.started(START, Limit.parse("working P3D"), 0.6)
                        .with(new DeadlineTrace.Move.Paused(START.plusSeconds(60)))
                        .with(new DeadlineTrace.Move.Resumed(START.plusSeconds(60)))
                        .with(new DeadlineTrace.Move.Extended(START.plusSeconds(60), LATER.dueAt())));
    }

    @Test
    void nobody_rewrites_what_moved_a_limit() {
        open("handle", "x:1:y");
        move(deadlines.find(CODE, "handle", "").orElseThrow().id(), Move.Kind.extended, LATER, LATER.dueAt());

        register.jdbc().sql("update deadline_move set reason = 'khác'").update();
        register.jdbc().sql("delete from deadline_move").update();

        assertThat(deadlines.tracesOf(CODE).get(0).moves())
                .extracting(Move::reason)
                .containsExactly("lý do");
    }

    private void open(String step, String rule) {
        deadlines.open(
                new NewDeadline(CODE, step, "", "working P3D", "ordinary", START, DUE, 0.6, "Giả định A-06", rule, 0));
    }

    private void move(long id, Move.Kind kind, Due due, Instant extendedTo) {
        deadlines.move(id, new Move(kind, START.plusSeconds(60), "tnhpleader", "lý do", extendedTo, due, 0));
    }
}
