package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.PetitionStatus;
import vn.haiphong.hotline1022.application.port.PetitionStatus.Earlier;
import vn.haiphong.hotline1022.application.port.PetitionStatus.Entry;
import vn.haiphong.hotline1022.application.port.PetitionViews;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.PetitionState;
import vn.haiphong.hotline1022.domain.petition.PetitionState.CitizenStatus;
import vn.haiphong.hotline1022.domain.petition.TrackingKey;

@Repository
class JdbcPetitionViews implements PetitionViews {

    /** What happens to every case; the rest is between 1022 and its sender. */
    private static final Set<String> STEPS = Set.of(
            "received",
            "classified",
            "merged",
            "split",
            "assigned",
            "accepted",
            "agency-replaced",
            "supplement-asked",
            "supplement-missed",
            "extended",
            "limit-recounted",
            "answered",
            "refused",
            "plan-checked",
            "reopened",
            "reopened-together",
            "closed");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration ratingPeriod;

    JdbcPetitionViews(JdbcClient jdbc, Clock clock, @Value("${hotline.limits.rating}") Duration ratingPeriod) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ratingPeriod = ratingPeriod;
    }

    @Override
    public Optional<PetitionStatus> byTrackingKey(String code, String key) {
        return find(code, "p.tracking_key = :key", key, type -> true);
    }

    @Override
    public Optional<PetitionStatus> byPhone(String code, String digits) {
        return find(code, """
                p.phone_opens and not p.confidential and length(:key) = 4 and exists (
                    select from petitioner where petition_code = p.code and right(phone, 4) = :key)
                """, digits, STEPS::contains).map(PetitionStatus::toWhoeverKnowsTheTelephone);
    }

    private Optional<PetitionStatus> find(String code, String opens, String key, Predicate<String> told) {
        return jdbc.sql("""
                        select p.*, a.name as agency_name, place.name as area_name, d.due_at as supplement_due,
                               (select l.due_at from deadline l where l.petition_code = handled.code and l.step = 'forward'
                                   and l.ended_at is null and l.paused_at is null limit 1) as passed_on_by,
                               (select l.due_at from deadline l where l.petition_code = handled.code and l.step = 'safe'
                                   and l.ended_at is null order by l.id desc limit 1) as safe_by,
                               handled.code as handled_code, handled.state as handled_state,
                               handled.lead_agency as handled_agency, handled.due_at as handled_due,
                               handled.original_due_at as handled_original_due,
                               handled.reply_text as said, handled.replied_at as said_at, handled.ending as said_ending,
                               handled.planned_until as said_until, handled.handed_to as said_to,
                               (select l.number from reply_letter l where l.petition_code = p.code
                                   and l.round = handled.reopened) as letter_number,
                               exists (select from petitioner s where s.petition_code = p.code
                                          and coalesce(s.phone, s.email) is not null) as reachable
                          from petition p
                          join petition handled on handled.code = coalesce(p.merged_into, p.code)
                        """ + NameOnDay.ofAgency("handled.lead_agency", "coalesce(handled.closed_at, :now)", "a")
                        + NameOnDay.ofArea("p.area_code", "p.received_at", "place") + """
                          left join lateral (select due_at from deadline where petition_code = p.code
                                              and step = 'supplement' and ended_at is null) d on true
                         where p.code = :code and\s"""
                        + opens)
                .param("code", code)
                .param("key", TrackingKey.typed(key))
                .param("now", timestamp(clock.instant()))
                .query((row, i) -> status(row, earlier(code), history(code, told)))
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

    /** What the citizen wrote stands there in his own words, unless it is confidential; they are kept in what staff reads. */
    private List<Entry> history(String code, Predicate<String> told) {
        return jdbc
                .sql("""
                        select e.at, e.type, e.public_note, case when not p.confidential then e.note end as said
                          from petition_event e join petition p on p.code = e.petition_code
                         where e.petition_code = ? and e.public_note is not null order by e.id
                        """)
                .param(code)
                .query((row, i) -> told.test(row.getString("type")) ? new Entry(instant(row, "at"), words(row)) : null)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static String words(ResultSet row) throws SQLException {
        var said = row.getString("said");
        return switch (row.getString("type")) {
            case "citizen-wrote" -> said == null ? row.getString("public_note") : "Bạn nhắn qua " + said;
            case "citizen-heard" -> "Tổng đài 1022 trả lời lời nhắn của bạn: " + row.getString("public_note");
            default -> row.getString("public_note");
        };
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

    private static String place(ResultSet row) throws SQLException {
        var said = Stream.of(row.getString("address"), row.getString("area_name"))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? null : said;
    }

    private PetitionStatus status(ResultSet row, List<Earlier> earlier, List<Entry> history) throws SQLException {
        var state = PetitionState.valueOf(row.getString("state"));
        var citizen = state.citizenStatus();
        var answered = instant(row, "said_at");
        var due = instant(row, "handled_due");
        var original = instant(row, "handled_original_due");
        var lead = row.getString("handled_agency");
        var waiting = state == PetitionState.CHO_BO_SUNG;
        var rating = row.getObject("rating", Integer.class);
        var handled = PetitionState.valueOf(row.getString("handled_state"));
        var joined = citizen == CitizenStatus.DA_GOP
                ? Optional.of(new PetitionStatus.Joined(row.getString("handled_code"), handled.citizenStatus()))
                : Optional.<PetitionStatus.Joined>empty();
        var rateUntil = answered == null ? null : answered.plus(ratingPeriod);
        // Whoever was joined has as long as the sender of the case, whatever that one has said of it (Giả định A-38).
        var answerStands = joined.isEmpty()
                ? state == PetitionState.DA_TRA_LOI
                : handled.isAnswered() && clock.instant().isBefore(rateUntil);
        var mayRate = answered != null && answerStands && rating == null && row.getBoolean("reachable");
        return new PetitionStatus(
                row.getString("code"),
                citizen,
                citizen == CitizenStatus.DA_GOP ? "Đã gộp với mã " + row.getString("merged_into") : citizen.words(),
                instant(row, "received_at"),
                joined,
                row.getBoolean("confidential") ? null : row.getString("content"),
                row.getBoolean("confidential") ? null : place(row),
                answered == null && !state.isClosed() ? Optional.ofNullable(row.getString("told")) : Optional.empty(),
                lead == null || lead.isBlank()
                        ? Optional.empty()
                        : Optional.of(new PetitionStatus.Agency(
                                lead,
                                Optional.ofNullable(row.getString("agency_name"))
                                        .orElse(lead))),
                Optional.ofNullable(due),
                due == null || due.equals(original) ? Optional.empty() : Optional.ofNullable(original),
                answered == null && !state.isOver()
                        ? Optional.ofNullable(instant(row, "passed_on_by"))
                        : Optional.empty(),
                answered == null ? Optional.ofNullable(instant(row, "safe_by")) : Optional.empty(),
                List.of(),
                answered == null ? Optional.empty() : Optional.of(reply(row, answered)),
                earlier,
                waiting ? Optional.ofNullable(row.getString("question")) : Optional.empty(),
                waiting ? Optional.ofNullable(instant(row, "supplement_due")) : Optional.empty(),
                mayRate,
                mayRate ? Optional.of(rateUntil) : Optional.empty(),
                Optional.ofNullable(rating),
                history);
    }
}
