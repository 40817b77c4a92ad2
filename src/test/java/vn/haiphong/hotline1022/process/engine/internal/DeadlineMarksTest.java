package vn.haiphong.hotline1022.process.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class DeadlineMarksTest {

    private final DeadlineMarks marks = new DeadlineMarks();

    @Test
    void a_mark_that_passes_while_its_timer_is_made_is_due_at_once_and_not_in_years() {
        var passed = Instant.parse("2024-09-18T08:00:00Z");

        assertThat(marks.resolveDuedate(DeadlineMarks.at(passed), null, 0)).isEqualTo(Date.from(passed));
        assertThat(marks.resolveDuedate(DeadlineMarks.at(passed), Date.from(passed), 0))
                .isEqualTo(Date.from(passed));
    }

    @Test
    void a_timer_knows_whole_seconds_and_is_rather_late_than_early() {
        assertThat(marks.resolveDuedate(DeadlineMarks.at(Instant.parse("2999-12-31T00:00:00.001Z")), null, 0))
                .isEqualTo(Date.from(Instant.parse("2999-12-31T00:00:01Z")));
    }
}
