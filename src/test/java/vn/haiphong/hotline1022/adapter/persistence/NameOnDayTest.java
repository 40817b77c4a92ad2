package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The power company became a branch of another on 01/07/2025, and the code of a ward came to mean a larger one. */
class NameOnDayTest {

    private static final String CODE = "HP1022-240918-000001-1";
    private static final String BEFORE = "Công ty TNHH MTV Điện lực Hải Phòng";
    private static final String SINCE = "Công ty Điện lực Hải Phòng – Chi nhánh Tổng công ty Điện lực miền Bắc";

    private final FilledRegister register = FilledRegister.create();
    private final JdbcPetitionViews views =
            new JdbcPetitionViews(register.jdbc(), register.clock(), Duration.ofDays(7));
    private final JdbcCaseFiles cases =
            new JdbcCaseFiles(register.jdbc(), new JdbcAttachments(register.jdbc()), register.clock());
    private final JdbcDeadlines deadlines = new JdbcDeadlines(register.jdbc(), register.clock());

    @BeforeEach
    void aCaseOfSeptember2024() {
        register.jdbc().sql("""
                insert into petition (code, tracking_key, state, channel, content, area_code, received_at, lead_agency)
                  values ('HP1022-240918-000001-1', 'K', 'DANG_XU_LY', 'portal', 'Mất điện', '11407', '2024-09-18T01:00:00Z',
                          'PCHP');
                insert into handling (petition_code, agency_code, lead, state, assigned_at, basis, suggested_agency)
                  values ('HP1022-240918-000001-1', 'PCHP', true, 'DANG_XU_LY', '2024-09-18T01:10:00Z', 'Bảng', 'PCHP');
                insert into deadline (petition_code, step, agency_code, limit_text, urgency, started_at, warn_at, due_at,
                                      original_due_at, ground)
                  values ('HP1022-240918-000001-1', 'accept', 'PCHP', 'working PT8H', 'ordinary', '2024-09-18T01:10:00Z',
                          '2024-09-18T08:00:00Z', '2024-09-18T09:00:00Z', '2024-09-18T09:00:00Z', 'Giả định A-05');
                insert into petition_event (petition_code, at, type, actor, agency_code, note)
                  values ('HP1022-240918-000001-1', '2024-09-18T01:20:00Z', 'accepted', 'pchpfocal', 'PCHP', 'Nhận việc');
                """).update();
    }

    private void on(String day) {
        register.clock().set(Instant.parse(day + "T01:00:00Z"));
    }

    private String tracked() {
        return views.byTrackingKey(CODE, "K")
                .orElseThrow()
                .agency()
                .orElseThrow()
                .name();
    }

    @Test
    void an_open_case_is_with_the_agency_as_it_is_called_today() {
        on("2024-09-25");
        assertThat(tracked()).isEqualTo(BEFORE);
        assertThat(cases.find(CODE).orElseThrow().handlings().get(0).agencyName())
                .isEqualTo(BEFORE);
        assertThat(cases.find(CODE).orElseThrow().handlings().get(0).suggestedAgency())
                .isEqualTo(BEFORE);
        assertThat(deadlines.tracesOf(CODE).get(0).agencyName()).isEqualTo(BEFORE);

        on("2025-07-02");
        assertThat(tracked()).isEqualTo(SINCE);
        assertThat(cases.find(CODE).orElseThrow().handlings().get(0).agencyName())
                .isEqualTo(SINCE);
        assertThat(deadlines.tracesOf(CODE).get(0).agencyName()).isEqualTo(SINCE);
    }

    @Test
    void what_is_over_keeps_the_name_of_the_day_it_ended() {
        register.jdbc().sql("""
                update petition set closed_at = '2024-09-20T01:00:00Z';
                update handling set ended_at = '2024-09-20T01:00:00Z';
                update deadline set ended_at = '2024-09-20T01:00:00Z';
                """).update();
        on("2026-01-05");

        assertThat(tracked()).isEqualTo(BEFORE);
        assertThat(cases.find(CODE).orElseThrow().handlings().get(0).agencyName())
                .isEqualTo(BEFORE);
        assertThat(deadlines.tracesOf(CODE).get(0).agencyName()).isEqualTo(BEFORE);
    }

    @Test
    void what_happened_was_done_by_whoever_it_was_that_day_where_it_was_that_day() {
        on("2026-01-05");

        var found = cases.find(CODE).orElseThrow();

        assertThat(found.events().get(0).agencyName()).isEqualTo(BEFORE);
        assertThat(found.area())
                .isEqualTo(register.jdbc()
                        .sql("select name from area where code = '11407' and valid_from <= '2024-09-18'"
                                + " order by valid_from desc limit 1")
                        .query(String.class)
                        .single());
    }
}
