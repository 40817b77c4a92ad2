package vn.haiphong.hotline1022.application.inform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.application.port.DeadlineTraces.KeptTrace;
import vn.haiphong.hotline1022.application.port.Deadlines.Move;
import vn.haiphong.hotline1022.application.port.Rules;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.calendar.SpecialDay;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

class ExplainDeadlinesTest {

    private final PublishLimits limits = mock(PublishLimits.class);

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            Map.of(
                    LocalDate.EPOCH,
                    Stream.of(DayOfWeek.values())
                            .filter(day -> day.getValue() <= 5)
                            .collect(Collectors.toMap(
                                    day -> day, day -> List.of(hours("07:30", "11:30"), hours("13:00", "17:00"))))),
            Map.of(LocalDate.EPOCH, CountingPolicy.CIVIL_CODE),
            Map.of(
                    LocalDate.parse("2025-04-26"), new SpecialDay(true, "Làm bù 02/5", "TB 6150"),
                    LocalDate.parse("2025-04-30"), new SpecialDay(false, "Ngày Chiến thắng", "BLLĐ Điều 112"),
                    LocalDate.parse("2025-05-01"), new SpecialDay(false, "Quốc tế Lao động", "BLLĐ Điều 112"),
                    LocalDate.parse("2025-05-02"), new SpecialDay(false, "Nghỉ hoán đổi", "TB 6150")));

    static final Calendars CALENDARS = new Calendars() {
        @Override
        public Version latest() {
            return new Version(0, CALENDAR);
        }

        @Override
        public WorkingCalendar of(long version) {
            return CALENDAR;
        }
    };

    static final Rules RULES = new Rules() {
        @Override
        public List<Rung> ladder(String urgency) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String inWords(String row) {
            return "dòng " + row;
        }
    };

    @Test
    void every_day_on_the_way_is_a_line_with_its_reason() {
        var limit = DeadlineTrace.started(at("2025-04-25T16:00"), Limit.parse("working P3D"), 0.75);

        assertThat(explain(kept("handle", limit, List.of())).lines())
                .extracting(ExplainedDeadline.Line::text)
                .containsExactly(
                        "Thứ Sáu 25/04: ngày gửi, không tính",
                        "Thứ Bảy 26/04: ngày thứ 1, Làm bù 02/5 (TB 6150)",
                        "Chủ Nhật 27/04: nghỉ cuối tuần",
                        "Thứ Hai 28/04: ngày thứ 2",
                        "Thứ Ba 29/04: ngày thứ 3");
    }

    @Test
    void hours_and_what_stood_between_them() {
        var at = at("2025-04-29T16:00");
        var limit = DeadlineTrace.started(at, Limit.parse("working PT8H"), 0.75);

        var explained = explain(kept("accept", limit, List.of()));

        assertThat(explained.lines())
                .extracting(ExplainedDeadline.Line::text)
                .containsExactly(
                        "Thứ Ba 29/04: tính 1 giờ",
                        "Thứ Tư 30/04: nghỉ Ngày Chiến thắng (BLLĐ Điều 112)",
                        "Thứ Năm 01/05: nghỉ Quốc tế Lao động (BLLĐ Điều 112)",
                        "Thứ Sáu 02/05: nghỉ Nghỉ hoán đổi (TB 6150)",
                        "Thứ Bảy 03/05 – Chủ Nhật 04/05: nghỉ cuối tuần",
                        "Thứ Hai 05/05: tính 7 giờ");
        assertThat(explained.dueAt()).isEqualTo(explained.recomputed()).isEqualTo(at("2025-05-05T16:00"));
        assertThat(explained.limit()).isEqualTo("8 giờ làm việc");
        assertThat(explained.rule()).isEqualTo("dòng handling-deadline:1:rule_x");
        assertThat(explained.counting()).isEqualTo("Tính từ giờ làm việc gần nhất, chỉ tính giờ làm việc.");
    }

    @Test
    void the_citizen_reads_it_plainly() {
        assertThat(explainer(extended()).forCitizen("HP1022-240918-000001-1"))
                .containsExactly(
                        "Thời hạn 3 ngày làm việc, tính từ 16:00 ngày 16/09/2024, không kể ngày đó.",
                        "Không tính ngày nghỉ: 21/09–22/09 (cuối tuần).",
                        "Được gia hạn đến 17:00 ngày 23/09/2024.");
    }

    @Test
    @Tag("A-59")
    void the_citizen_finds_the_line_of_the_published_limits_again() {
        when(limits.lineOf("handling-deadline:1:rule_x", Limit.parse("working P3D")))
                .thenReturn(Optional.of("Việc thông thường – Hỏng hóc, sự cố"));

        assertThat(explainer(extended()).forCitizen("HP1022-240918-000001-1"))
                .contains("Theo bảng thời hạn trả lời: Việc thông thường – Hỏng hóc, sự cố.");
    }

    @Test
    void a_date_that_is_not_what_its_trace_gives_shows() {
        var limit = DeadlineTrace.started(at("2024-09-16T16:00"), Limit.parse("working P3D"), 0.75);
        var kept = kept("handle", limit, List.of());
        var wrong = new KeptTrace(
                kept.id(),
                kept.step(),
                "",
                kept.ground(),
                kept.rule(),
                limit,
                new Due(at("2024-09-20T17:00"), at("2024-09-18T17:00")),
                at("2024-09-19T17:00"),
                null,
                null,
                0,
                0,
                List.of());

        var explained = explain(wrong);

        assertThat(explained.recomputed()).isEqualTo(at("2024-09-19T17:00")).isNotEqualTo(explained.dueAt());
    }

    static KeptTrace extended() {
        var at = at("2024-09-18T09:00");
        var until = at("2024-09-23T17:00");
        var trace = DeadlineTrace.started(at("2024-09-16T16:00"), Limit.parse("working P3D"), 0.75)
                .with(new DeadlineTrace.Move.Extended(at, until));
        return kept(
                "handle",
                trace,
                List.of(new Move(Move.Kind.extended, at, "tnhpleader", "Chờ vật tư", until, trace.due(CALENDAR), 0)));
    }

    private static KeptTrace kept(String step, DeadlineTrace trace, List<Move> moves) {
        return new KeptTrace(
                1,
                step,
                "",
                "Giả định A-06",
                "handling-deadline:1:rule_x",
                trace,
                trace.due(CALENDAR),
                DeadlineTrace.started(trace.start(), trace.limit(), 0.75)
                        .due(CALENDAR)
                        .dueAt(),
                null,
                null,
                0,
                0,
                moves);
    }

    private ExplainedDeadline explain(KeptTrace kept) {
        return explainer(kept).of("HP1022-240918-000001-1").get(0);
    }

    private ExplainDeadlines explainer(KeptTrace kept) {
        return new ExplainDeadlines(
                code -> List.of(kept),
                CALENDARS,
                RULES,
                user -> user,
                new Words(),
                limits,
                Clock.fixed(Instant.parse("2024-09-17T01:00:00Z"), ZoneOffset.UTC));
    }

    private static WorkingCalendar.Hours hours(String opens, String closes) {
        return new WorkingCalendar.Hours(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00").toInstant();
    }
}
