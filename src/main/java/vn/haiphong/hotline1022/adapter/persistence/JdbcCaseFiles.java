package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.CaseFiles;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

/** One query per list of a case, never one per row: the tab opens as fast with fifty events as with five. */
@Repository
class JdbcCaseFiles implements CaseFiles {

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final Clock clock;

    JdbcCaseFiles(JdbcClient jdbc, Attachments attachments, Clock clock) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Override
    public Optional<Facts> find(String code) {
        return jdbc.sql("""
                        select p.*, area.name as area_name, s.petition_code is not null as known,
                               s.name as petitioner_name, s.phone, s.email
                          from petition p
                          left join petitioner s on s.petition_code = p.code
                        """ + NameOnDay.ofArea("p.area_code", "p.received_at", "area") + " where p.code = ?")
                .param(code)
                .query((row, i) -> facts(row, handlings(code), events(code), files(code), letters(code)))
                .optional();
    }

    private List<Handling> handlings(String code) {
        var day = "coalesce(h.ended_at, :now)";
        return jdbc.sql("""
                        select h.*, coalesce(named.name, h.agency_code) as agency_name,
                               coalesce(other.name, h.suggested_agency) as suggested
                          from handling h"""
                        + NameOnDay.ofAgency("h.agency_code", day, "named")
                        + NameOnDay.ofAgency("h.suggested_agency", day, "other")
                        + " where h.petition_code = :code order by h.id")
                .param("code", code)
                .param("now", timestamp(clock.instant()))
                .query((row, i) -> new Handling(
                        row.getString("agency_code"),
                        row.getString("agency_name"),
                        row.getBoolean("lead"),
                        row.getString("state"),
                        row.getString("basis"),
                        instant(row, "assigned_at"),
                        instant(row, "accepted_at"),
                        instant(row, "ended_at"),
                        row.getString("return_reason"),
                        row.getString("suggested"),
                        row.getString("opinion"),
                        row.getInt("extensions")))
                .list();
    }

    private List<Event> events(String code) {
        return jdbc.sql("select e.at, e.actor, coalesce(e.note, e.public_note) as said,"
                        + " case when e.note is null then '' else e.type end as type,"
                        + " coalesce(named.name, e.agency_code, '') as agency_name from petition_event e"
                        + NameOnDay.ofAgency("e.agency_code", "e.at", "named")
                        + " where e.petition_code = ? and coalesce(e.note, e.public_note) is not null order by e.id")
                .param(code)
                .query((row, i) -> new Event(
                        instant(row, "at"),
                        row.getString("actor"),
                        row.getString("agency_name"),
                        row.getString("type"),
                        row.getString("said")))
                .list();
    }

    private List<File> files(String code) {
        var names = new HashMap<String, String>();
        jdbc.sql(
                        "select distinct a.agency_code as agency, coalesce(named.name, a.agency_code) as name from attachment a"
                                + NameOnDay.ofAgency("a.agency_code", "a.added_at", "named")
                                + " where a.petition_code = ? and a.agency_code is not null")
                .param(code)
                .query((RowCallbackHandler) row -> names.put(row.getString("agency"), row.getString("name")));
        return attachments.of(code).stream()
                .map(file -> new File(file, names.getOrDefault(file.agency(), "")))
                .toList();
    }

    private List<Letter> letters(String code) {
        return jdbc.sql("""
                        select n.kind, n.recipient, coalesce(n.subject, letter.subject) as subject, n.state, n.created_at,
                               n.sent_at, case n.channel when 'sms' then replace(n.body_text, p.tracking_key, '…') end as message
                          from notice n join petition p on p.code = n.petition_code left join notice letter on letter.key = n.digest
                         where n.petition_code = ? order by n.created_at, n.key
                        """)
                .param(code)
                .query((row, i) -> new Letter(
                        row.getString("kind"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("state"),
                        instant(row, "created_at"),
                        instant(row, "sent_at"),
                        row.getString("message")))
                .list();
    }

    private static Facts facts(
            ResultSet row, List<Handling> handlings, List<Event> events, List<File> files, List<Letter> letters)
            throws SQLException {
        return new Facts(
                row.getString("code"),
                PetitionState.valueOf(row.getString("state")),
                row.getString("channel"),
                row.getString("content"),
                row.getString("address"),
                row.getString("area_name"),
                row.getObject("lat", Double.class),
                row.getObject("lon", Double.class),
                instant(row, "occurred_at"),
                instant(row, "received_at"),
                row.getBoolean("confidential"),
                row.getString("kind"),
                row.getString("category"),
                row.getString("field"),
                row.getString("urgency"),
                instant(row, "due_at"),
                row.getString("decision_reason"),
                row.getString("question"),
                row.getString("merged_into"),
                row.getString("reply_text"),
                instant(row, "replied_at"),
                JdbcPetitions.ending(row),
                row.getObject("rating", Integer.class),
                row.getString("rating_reason"),
                row.getInt("reopened"),
                row.getBoolean("known")
                        ? new Petitioner(
                                row.getString("petitioner_name"), row.getString("phone"), row.getString("email"))
                        : null,
                handlings,
                events,
                files,
                letters);
    }
}
