package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.inform.ExplainDeadlines;
import vn.haiphong.hotline1022.application.inform.ExplainedDeadline;
import vn.haiphong.hotline1022.application.maintain.ChangeCalendar;
import vn.haiphong.hotline1022.application.maintain.ChangeCalendar.DayChange;
import vn.haiphong.hotline1022.application.maintain.ChangeCalendar.Kind;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** Days off and make-up days announced while cases are open: what must move moves together, nothing else does. */
@HouseTest
@Tag("alone") // the calendar of the house changes
@Tag("A-15")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalendarChangeTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2024-09-20");
    private static final LocalDate SATURDAY = LocalDate.parse("2024-09-21");

    @Autowired
    House house;

    @Autowired
    ChangeCalendar changeCalendar;

    @Autowired
    ExplainDeadlines explain;

    private static String late;
    private static String early;

    private String inWork(String urgency) {
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
                urgency,
                "leadAgency",
                "CSHP",
                "coordinatingAgencies",
                "");
        house.complete("cshpfocal", code, "userTask_acceptAssignment", "outcome", "accept");
        return code;
    }

    private Instant dueOf(String code) {
        return house.jdbc
                .sql("select due_at from petition where code = ?")
                .param(code)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private Instant taskDueOf(String code) {
        return house.task(code, "userTask_resolvePetition").getDueDate().toInstant();
    }

    private List<Instant> clocksOf(String code) {
        return house.runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .flatMap(instance ->
                        house.management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .map(job -> job.getDuedate().toInstant())
                .sorted()
                .toList();
    }

    private ExplainedDeadline limitOf(String code) {
        return explain.of(code).stream()
                .filter(limit -> limit.step().equals("Xử lý và trả lời"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void first_one_sees_what_would_move_and_nothing_moves() {
        house.advanceTo("2024-09-18T08:00:00+07:00");
        house.runDueJobs();
        late = inWork("ordinary"); // Wednesday: three working days end on Monday
        early = inWork("urgent"); // one working day ends on Thursday
        assertThat(dueOf(late)).isEqualTo(at("2024-09-23T17:00"));
        assertThat(dueOf(early)).isEqualTo(at("2024-09-19T17:00"));
        var clocks = clocksOf(late);

        var preview = changeCalendar.preview(List.of(off(FRIDAY)));

        assertThat(preview.moved())
                .filteredOn(moved -> List.of(late, early).contains(moved.petitionCode()))
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.petitionCode()).isEqualTo(late);
                    assertThat(moved.step()).isEqualTo("handle");
                    assertThat(moved.dueAt()).isEqualTo(at("2024-09-23T17:00"));
                    assertThat(moved.thenDueAt()).isEqualTo(at("2024-09-24T17:00"));
                });
        assertThat(dueOf(late)).isEqualTo(at("2024-09-23T17:00"));
        assertThat(clocksOf(late)).isEqualTo(clocks);
    }

    @Test
    @Order(2)
    void applied_it_moves_dates_tasks_clocks_and_traces_together_and_people_are_told() {
        var untouched = clocksOf(early);
        var preview = changeCalendar.preview(List.of(off(FRIDAY)));

        house.as("ruleadmin", () -> changeCalendar.apply(List.of(off(FRIDAY)), "QĐ 99/QĐ-UBND", preview.version()));
        house.runDueJobs();

        assertThat(dueOf(late)).isEqualTo(at("2024-09-24T17:00"));
        assertThat(taskDueOf(late)).isEqualTo(at("2024-09-24T17:00"));
        var limit = limitOf(late);
        assertThat(limit.dueAt()).isEqualTo(limit.recomputed()).isEqualTo(at("2024-09-24T17:00"));
        assertThat(limit.originalDueAt()).isEqualTo(at("2024-09-23T17:00"));
        assertThat(limit.lines())
                .extracting(ExplainedDeadline.Line::text)
                .contains("Thứ Sáu 20/09: nghỉ Nghỉ bão (QĐ 99/QĐ-UBND)");
        assertThat(limit.moves())
                .singleElement()
                .satisfies(move -> assertThat(move.reason()).isEqualTo("QĐ 99/QĐ-UBND"));
        // Its clock sleeps until three quarters of the new time are used up, and no longer.
        assertThat(clocksOf(late)).contains(warnOf(late)).doesNotContain(at("2024-09-23T17:00"));
        assertThat(explain.forCitizen(late)).anyMatch(said -> said.contains("Nghỉ bão"));

        assertThat(dueOf(early)).isEqualTo(at("2024-09-19T17:00"));
        assertThat(clocksOf(early)).isEqualTo(untouched);
        assertThat(limitOf(early).moves()).isEmpty();

        house.advance(java.time.Duration.ofSeconds(61));
        house.runDueJobs();
        assertThat(lettersOf(late)).containsEntry("recounted", 1L);
        assertThat(lettersOf(early)).doesNotContainKey("recounted");
        assertThat(house.jdbc
                        .sql(
                                "select count(*) from notice where kind = 'calendar-change' and state = 'sent' and key like ?")
                        .param("%|CSHP|%")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(changeCalendar.all().get(0).finishedAt()).isNotNull();
        assertThat(changeCalendar.all().get(0).moved()).isPositive();
        assertThat(house.notPassed("calendar-change")).isEmpty();
    }

    @Test
    @Order(3)
    void taken_back_everything_is_as_it_was() {
        var version = changeCalendar.all().get(0).version();
        assertThat(changeCalendar.previewUndo(version).moved())
                .anySatisfy(moved -> assertThat(moved.thenDueAt()).isEqualTo(at("2024-09-23T17:00")));

        house.as("ruleadmin", () -> changeCalendar.undo(version, "Quyết định bị thu hồi"));
        house.runDueJobs();

        assertThat(dueOf(late)).isEqualTo(at("2024-09-23T17:00"));
        assertThat(taskDueOf(late)).isEqualTo(at("2024-09-23T17:00"));
        assertThat(limitOf(late).recomputed()).isEqualTo(at("2024-09-23T17:00"));
        assertThat(limitOf(late).moves()).hasSize(2);
        assertThat(clocksOf(late)).contains(warnOf(late));
        assertThatThrownBy(() -> changeCalendar.undo(version, "Lần nữa"))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("đã được hoàn tác");
    }

    @Test
    @Order(4)
    void a_make_up_Saturday_brings_a_date_forward_and_its_clock_with_it() {
        var makeUp = new DayChange(SATURDAY, Kind.make_up, "Làm bù 20/9", "QĐ 100/QĐ-UBND");
        var version = changeCalendar.preview(List.of(makeUp)).version();
        house.as("ruleadmin", () -> changeCalendar.apply(List.of(makeUp), "QĐ 100/QĐ-UBND", version));
        house.runDueJobs();

        assertThat(dueOf(late)).isEqualTo(at("2024-09-21T17:00"));
        assertThat(taskDueOf(late)).isEqualTo(at("2024-09-21T17:00"));

        house.advanceTo("2024-09-21T17:00:00+07:00");
        house.runDueJobs();

        assertThat(house.jdbc
                        .sql("select level from deadline where petition_code = ? and step = 'handle'")
                        .param(late)
                        .query(Integer.class)
                        .single())
                .as("told at the new limit, not at the old one")
                .isEqualTo(1);
    }

    @Test
    @Order(5)
    void what_cannot_be_is_refused_in_a_sentence() {
        var version = changeCalendar.all().get(0).version();
        refused("Ghi số, ngày", List.of(new DayChange(LocalDate.parse("2024-10-01"), Kind.off, "Nghỉ", " ")));
        refused("đã là ngày nghỉ", List.of(new DayChange(LocalDate.parse("2024-10-05"), Kind.off, "Nghỉ", "QĐ 1")));
        refused(
                "đã là ngày làm việc",
                List.of(new DayChange(LocalDate.parse("2024-10-01"), Kind.make_up, "Bù", "QĐ 1")));
        refused(
                "vốn là ngày bình thường",
                List.of(new DayChange(LocalDate.parse("2024-10-01"), Kind.ordinary, "", "")));
        refused("từ hôm nay", List.of(new DayChange(FRIDAY, Kind.off, "Nghỉ", "QĐ 1")));
        refused("một ngày", List.of());
        assertThatThrownBy(() -> changeCalendar.apply(
                        List.of(new DayChange(LocalDate.parse("2024-10-01"), Kind.off, "Nghỉ", "QĐ 1")),
                        "QĐ 1",
                        version - 1))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("người khác thay đổi");
    }

    @Test
    @Order(6)
    void a_limit_that_had_ended_while_the_calendar_changed_goes_on_as_if_it_had_been_open() {
        house.advanceTo("2024-09-25T08:00:00+07:00");
        house.runDueJobs();
        var returned = inWork("ordinary"); // Wednesday: three working days end on Monday
        var monday = at("2024-09-30T17:00");
        assertThat(dueOf(returned)).isEqualTo(monday);
        house.complete(
                "cshpofficer",
                returned,
                "userTask_resolvePetition",
                "outcome",
                "done",
                "replyText",
                "Đã thay bóng đèn, cảm ơn Quý vị.");
        house.complete("cshpleader", returned, "userTask_approveReply", "approved", true);
        var friday = new DayChange(LocalDate.parse("2024-09-27"), Kind.off, "Nghỉ bão", "QĐ 101/QĐ-UBND");
        var version = changeCalendar.preview(List.of(friday)).version();
        house.as("ruleadmin", () -> changeCalendar.apply(List.of(friday), "QĐ 101/QĐ-UBND", version));
        house.runDueJobs();
        assertThat(dueOf(returned)).as("nothing runs, nothing moves").isEqualTo(monday);

        house.complete(
                "operator",
                returned,
                "userTask_checkReply",
                "approved",
                false,
                "sendBackReason",
                "Chưa nói sửa lúc nào.");
        house.runDueJobs();

        var tuesday = at("2024-10-01T17:00");
        assertThat(dueOf(returned)).isEqualTo(tuesday);
        assertThat(taskDueOf(returned)).isEqualTo(tuesday);
        var limit = limitOf(returned);
        assertThat(limit.endedAt()).isNull();
        assertThat(limit.dueAt()).isEqualTo(limit.recomputed()).isEqualTo(tuesday);
        assertThat(limit.originalDueAt()).isEqualTo(monday);
        assertThat(limit.moves())
                .singleElement()
                .satisfies(move -> assertThat(move.reason()).isEqualTo("QĐ 101/QĐ-UBND"));
        assertThat(clocksOf(returned)).contains(warnOf(returned));
    }

    private void refused(String why, List<DayChange> days) {
        assertThatThrownBy(() -> changeCalendar.preview(days))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining(why);
    }

    private Map<String, Long> lettersOf(String code) {
        return house
                .jdbc
                .sql("select kind, count(*) as n from notice where petition_code = ? and state = 'sent' group by kind")
                .param(code)
                .query((row, i) -> Map.entry(row.getString("kind"), row.getLong("n")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Instant warnOf(String code) {
        return house.jdbc
                .sql("select warn_at from deadline where petition_code = ? and step = 'handle'")
                .param(code)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private static DayChange off(LocalDate day) {
        return new DayChange(day, Kind.off, "Nghỉ bão", "QĐ 99/QĐ-UBND");
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+07:00").toInstant();
    }
}
