package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.PetitionStatus;
import vn.haiphong.hotline1022.application.port.PetitionStatus.Earlier;
import vn.haiphong.hotline1022.application.port.PetitionStatus.Entry;
import vn.haiphong.hotline1022.application.port.PetitionViews;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.PetitionState;
import vn.haiphong.hotline1022.domain.petition.PetitionState.CitizenStatus;

@Repository
class JdbcPetitionViews implements PetitionViews {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPetitionViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<PetitionStatus> byTrackingKey(String code, String key) {
        return find(code, "p.tracking_key = upper(:key)", key);
    }

    @Override
    public Optional<PetitionStatus> byPhone(String code, String digits) {
        return find(code, """
                not p.confidential and length(:key) = 4 and exists (
                    select from petitioner where petition_code = p.code and right(phone, 4) = :key)
                """, digits);
    }

    private Optional<PetitionStatus> find(String code, String opens, String key) {
        return jdbc.sql("""
                        select p.*, a.name as agency_name, d.due_at as supplement_due,
                               coalesce(parent.reply_text, p.reply_text) as said,
                               coalesce(parent.replied_at, p.replied_at) as said_at,
                               case when parent.code is null then p.ending else parent.ending end as said_ending,
                               case when parent.code is null then p.planned_until else parent.planned_until end as said_until,
                               case when parent.code is null then p.handed_to else parent.handed_to end as said_to,
                               (select l.number from reply_letter l where l.petition_code = p.code
                                   and l.round = coalesce(parent.reopened, p.reopened)) as letter_number,
                               exists (select from petitioner s where s.petition_code = p.code
                                          and coalesce(s.phone, s.email) is not null) as reachable
                          from petition p
                        """ + NameOnDay.ofAgency("p.lead_agency", "coalesce(p.closed_at, :now)", "a") + """
                          left join lateral (select due_at from deadline where petition_code = p.code
                                              and step = 'supplement' and ended_at is null) d on true
                          left join petition parent on parent.code = p.merged_into and parent.replied_at is not null
                         where p.code = :code and\s""" + opens)
                .param("code", code)
                .param("key", key)
                .param("now", timestamp(clock.instant()))
                .query((row, i) -> status(row, earlier(code), history(code)))
                .optional();
    }

    /** Of the petition it was joined to, with letters of its own. */
    private List<Earlier> earlier(String code) {
        return jdbc.sql("""
                        select e.round, e.text as said, e.answered_at, e.ending as said_ending, e.planned_until as said_until,
                               e.handed_to as said_to, l.number as letter_number
                          from petition p
                          join earlier_answer e on e.petition_code = coalesce(p.merged_into, p.code)
                          left join reply_letter l on l.petition_code = p.code and l.round = e.round
                         where p.code = ?
                         order by e.round
                        """)
                .param(code)
                .query((row, i) -> new Earlier(row.getInt("round"), reply(row, instant(row, "answered_at"))))
                .list();
    }

    private List<Entry> history(String code) {
        return jdbc.sql(
                        "select at, public_note from petition_event where petition_code = ? and public_note is not null order by id")
                .param(code)
                .query((row, i) -> new Entry(instant(row, "at"), row.getString("public_note")))
                .list();
    }

    private static PetitionStatus.Reply reply(ResultSet row, Instant at) throws SQLException {
        var kind = row.getString("said_ending");
        var until = row.getObject("said_until", LocalDate.class);
        return new PetitionStatus.Reply(
                row.getString("said"),
                at,
                kind,
                kind == null
                        ? null
                        : new Ending(Ending.Kind.of(kind).orElseThrow(), until, row.getString("said_to")).inWords(),
                until,
                row.getString("letter_number"));
    }

    private static PetitionStatus status(ResultSet row, List<Earlier> earlier, List<Entry> history)
            throws SQLException {
        var state = PetitionState.valueOf(row.getString("state"));
        var citizen = state.citizenStatus();
        var answered = instant(row, "said_at");
        var due = instant(row, "due_at");
        var original = instant(row, "original_due_at");
        var lead = row.getString("lead_agency");
        var waiting = state == PetitionState.CHO_BO_SUNG;
        var rating = row.getObject("rating", Integer.class);
        return new PetitionStatus(
                row.getString("code"),
                citizen,
                citizen == CitizenStatus.DA_GOP ? "Đã gộp với mã " + row.getString("merged_into") : citizen.words(),
                instant(row, "received_at"),
                row.getBoolean("confidential") ? null : row.getString("content"),
                answered == null && !state.isClosed() ? Optional.ofNullable(row.getString("told")) : Optional.empty(),
                lead == null || lead.isBlank()
                        ? Optional.empty()
                        : Optional.of(new PetitionStatus.Agency(
                                lead,
                                Optional.ofNullable(row.getString("agency_name"))
                                        .orElse(lead))),
                Optional.ofNullable(due),
                due == null || due.equals(original) ? Optional.empty() : Optional.ofNullable(original),
                List.of(),
                answered == null ? Optional.empty() : Optional.of(reply(row, answered)),
                earlier,
                waiting ? Optional.ofNullable(row.getString("question")) : Optional.empty(),
                waiting ? Optional.ofNullable(instant(row, "supplement_due")) : Optional.empty(),
                state == PetitionState.DA_TRA_LOI && rating == null && row.getBoolean("reachable"),
                Optional.ofNullable(rating),
                history);
    }
}
