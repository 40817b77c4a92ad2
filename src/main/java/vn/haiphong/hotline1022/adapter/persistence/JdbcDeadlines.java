package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Deadlines;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace;
import vn.haiphong.hotline1022.domain.calendar.DeadlineTrace.Due;
import vn.haiphong.hotline1022.domain.calendar.Limit;

@Repository
class JdbcDeadlines implements Deadlines {

    private static final String FACTS = """
            select id, petition_code, step, agency_code, limit_text, urgency, started_at, warn_at, due_at, original_due_at,
                   paused_at, warned, level
              from deadline
            """;

    /** One row for each move, one for a limit that was never moved. */
    private static final String TRACES =
            """
            select d.id, d.step, coalesce(named.name, d.agency_code) as agency_name, d.ground, d.rule, d.limit_text,
                   d.started_at, d.warn_share, d.warn_at, d.due_at, d.original_due_at, d.paused_at, d.ended_at, d.level,
                   d.calendar_version, m.at, m.kind, m.actor, m.reason, m.extended_to, m.warn_at as moved_warn_at,
                   m.due_at as moved_due_at, m.calendar_version as moved_version
              from deadline d
              left join deadline_move m on m.deadline_id = d.id
            """ + NameOnDay.ofAgency("d.agency_code", "coalesce(d.ended_at, :now)", "named");

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDeadlines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void open(NewDeadline deadline) {
        jdbc.sql("""
                        insert into deadline (petition_code, step, agency_code, limit_text, urgency, started_at, warn_at,
                            due_at, original_due_at, warn_share, ground, rule, calendar_version)
                        values (:code, :step, :agency, :limit, :urgency, :started, :warn, :due, :due, :share, :ground,
                            coalesce(:rule, (select rule from deadline where petition_code = :code
                                              order by id desc limit 1)), :version)
                        """)
                .param("code", deadline.petitionCode())
                .param("step", deadline.step())
                .param("agency", deadline.agencyCode())
                .param("limit", deadline.limit())
                .param("urgency", deadline.urgency())
                .param("started", timestamp(deadline.startedAt()))
                .param("warn", timestamp(deadline.due().warnAt()))
                .param("due", timestamp(deadline.due().dueAt()))
                .param("share", deadline.warnShare())
                .param("ground", deadline.ground())
                .param("rule", deadline.rule(), Types.VARCHAR)
                .param("version", deadline.calendarVersion())
                .update();
    }

    @Override
    public void end(String code, String step, String agencyCode, Instant at) {
        jdbc.sql("""
                        update deadline set ended_at = ?
                         where petition_code = ? and step = ? and agency_code = ? and ended_at is null
                        """).params(timestamp(at), code, step, agencyCode).update();
    }

    @Override
    public void endAll(String code, String agencyCode, Instant at) {
        // A call to the citizen goes its own way, whatever becomes of the case meanwhile.
        jdbc.sql("update deadline set ended_at = ? where petition_code = ? and agency_code = ? and ended_at is null"
                        + " and step <> 'call'")
                .params(timestamp(at), code, agencyCode)
                .update();
    }

    @Override
    public void resumeEnded(String code, String step, String agencyCode) {
        jdbc.sql("""
                        update deadline set ended_at = null where id = (select max(id) from deadline
                         where petition_code = ? and step = ? and agency_code = ?)
                        """).params(code, step, agencyCode).update();
    }

    @Override
    public Optional<OpenDeadline> find(String code, String step, String agencyCode) {
        return jdbc.sql(FACTS + " where petition_code = ? and step = ? and agency_code = ? and ended_at is null")
                .params(code, step, agencyCode)
                .query(JdbcDeadlines::deadline)
                .optional();
    }

    @Override
    public Optional<OpenDeadline> latest(String code, String step, String agencyCode) {
        return jdbc.sql(FACTS + " where petition_code = ? and step = ? and agency_code = ? order by id desc limit 1")
                .params(code, step, agencyCode)
                .query(JdbcDeadlines::deadline)
                .optional();
    }

    @Override
    public List<OpenDeadline> openOf(String code, String agencyCode, boolean lead) {
        return jdbc.sql(FACTS + """
                         where petition_code = ? and ended_at is null
                           and (agency_code = ? or ? and step = 'handle' and agency_code = '')
                         order by due_at
                        """)
                .params(code, agencyCode, lead)
                .query(JdbcDeadlines::deadline)
                .list();
    }

    @Override
    public DeadlineTrace traceOf(long id) {
        return jdbc.sql(TRACES + " where d.id = :id order by m.n")
                .param("id", id)
                .param("now", timestamp(clock.instant()))
                .query(JdbcDeadlines::traces)
                .get(0)
                .trace();
    }

    @Override
    public List<KeptTrace> tracesOf(String code) {
        return jdbc.sql(TRACES + " where d.petition_code = :code order by d.id, m.n")
                .param("code", code)
                .param("now", timestamp(clock.instant()))
                .query(JdbcDeadlines::traces);
    }

    @Override
    public List<OpenTrace> openTraces(long after, int most) {
        return jdbc.sql("""
                        select d.id, d.petition_code, d.step, d.agency_code, p.lead_agency, d.limit_text, d.started_at,
                               d.warn_share, d.warn_at, d.due_at, d.calendar_version, m.kind, m.at, m.extended_to
                          from (select * from deadline where ended_at is null and id > :after order by id limit :most) d
                          join petition p on p.code = d.petition_code
                          left join deadline_move m on m.deadline_id = d.id
                         order by d.id, m.n
                        """).param("after", after).param("most", most).query(JdbcDeadlines::readOpen);
    }

    @Override
    public List<MovedDeadline> movedBy(long calendarVersion) {
        return jdbc.sql("""
                        select d.id, d.petition_code, d.step, d.agency_code, p.lead_agency, d.due_at,
                               s.name, s.email, coalesce((select b.due_at from deadline_move b where b.deadline_id = d.id and b.n < m.n
                                          order by b.n desc limit 1), d.original_due_at) as was_due_at
                          from deadline_move m
                          join deadline d on d.id = m.deadline_id
                          join petition p on p.code = d.petition_code
                          left join petitioner s on s.petition_code = d.petition_code and not p.confidential
                         where m.kind = 'recalculated' and m.calendar_version = ?
                         order by d.agency_code, d.due_at
                        """)
                .param(calendarVersion)
                .query((row, i) -> new MovedDeadline(
                        row.getLong("id"),
                        row.getString("petition_code"),
                        row.getString("step"),
                        row.getString("agency_code"),
                        row.getString("lead_agency"),
                        instant(row, "was_due_at"),
                        instant(row, "due_at"),
                        row.getString("name"),
                        row.getString("email")))
                .list();
    }

    @Override
    public void move(long id, Move move) {
        jdbc.sql("""
                        insert into deadline_move (deadline_id, n, at, kind, actor, reason, extended_to, warn_at, due_at,
                            calendar_version)
                        values (:id, (select coalesce(max(n), 0) + 1 from deadline_move where deadline_id = :id), :at, :kind,
                            :actor, :reason, :extendedTo, :warn, :due, :version)
                        """)
                .param("id", id)
                .param("at", timestamp(move.at()))
                .param("kind", move.kind().name())
                .param("actor", move.actor())
                .param("reason", move.reason())
                .param("extendedTo", timestamp(move.extendedTo()))
                .param("warn", timestamp(move.due().warnAt()))
                .param("due", timestamp(move.due().dueAt()))
                .param("version", move.calendarVersion())
                .update();
        jdbc.sql("""
                        update deadline set warn_at = :warn, due_at = :due, calendar_version = :version,
                               paused_at = case :kind when 'paused' then :at when 'recalculated' then paused_at end
                         where id = :id
                        """)
                .param("id", id)
                .param("at", timestamp(move.at()))
                .param("kind", move.kind().name())
                .param("warn", timestamp(move.due().warnAt()))
                .param("due", timestamp(move.due().dueAt()))
                .param("version", move.calendarVersion())
                .update();
    }

    @Override
    public void told(long id, boolean warned, int level) {
        jdbc.sql("update deadline set warned = ?, level = ? where id = ?")
                .params(warned, level, id)
                .update();
    }

    private static OpenDeadline deadline(ResultSet row, int i) throws SQLException {
        return new OpenDeadline(
                row.getLong("id"),
                row.getString("petition_code"),
                row.getString("step"),
                row.getString("agency_code"),
                row.getString("limit_text"),
                row.getString("urgency"),
                instant(row, "started_at"),
                instant(row, "warn_at"),
                instant(row, "due_at"),
                instant(row, "original_due_at"),
                instant(row, "paused_at"),
                row.getBoolean("warned"),
                row.getInt("level"));
    }

    private static List<OpenTrace> readOpen(ResultSet rows) throws SQLException {
        var found = new ArrayList<OpenTrace>();
        while (rows.next()) {
            var last = found.isEmpty() ? null : found.get(found.size() - 1);
            var goesOn = last != null && last.id() == rows.getLong("id");
            var trace = goesOn
                    ? last.trace()
                    : new DeadlineTrace(
                            instant(rows, "started_at"),
                            Limit.parse(rows.getString("limit_text")),
                            rows.getDouble("warn_share"),
                            List.of());
            var kind = rows.getString("kind");
            if (kind != null) {
                trace = counted(Move.Kind.valueOf(kind), instant(rows, "at"), instant(rows, "extended_to"))
                        .map(trace::with)
                        .findFirst()
                        .orElse(trace);
            }
            var open = new OpenTrace(
                    rows.getLong("id"),
                    rows.getString("petition_code"),
                    rows.getString("step"),
                    rows.getString("agency_code"),
                    rows.getString("lead_agency"),
                    trace,
                    new Due(instant(rows, "due_at"), instant(rows, "warn_at")),
                    rows.getLong("calendar_version"));
            if (goesOn) {
                found.set(found.size() - 1, open);
            } else {
                found.add(open);
            }
        }
        return found;
    }

    private static List<KeptTrace> traces(ResultSet rows) throws SQLException {
        var found = new ArrayList<KeptTrace>();
        var moves = new ArrayList<Move>();
        while (rows.next()) {
            var last = found.isEmpty() ? null : found.get(found.size() - 1);
            var goesOn = last != null && last.id() == rows.getLong("id");
            if (!goesOn) {
                moves.clear();
            }
            if (rows.getString("kind") != null) {
                moves.add(move(rows));
            }
            var trace = trace(rows, List.copyOf(moves));
            if (goesOn) {
                found.set(found.size() - 1, trace);
            } else {
                found.add(trace);
            }
        }
        return found;
    }

    private static KeptTrace trace(ResultSet row, List<Move> moves) throws SQLException {
        return new KeptTrace(
                row.getLong("id"),
                row.getString("step"),
                row.getString("agency_name"),
                row.getString("ground"),
                row.getString("rule"),
                new DeadlineTrace(
                        instant(row, "started_at"),
                        Limit.parse(row.getString("limit_text")),
                        row.getDouble("warn_share"),
                        moves.stream()
                                .flatMap(move -> counted(move.kind(), move.at(), move.extendedTo()))
                                .toList()),
                new Due(instant(row, "due_at"), instant(row, "warn_at")),
                instant(row, "original_due_at"),
                instant(row, "paused_at"),
                instant(row, "ended_at"),
                row.getInt("level"),
                row.getLong("calendar_version"),
                moves);
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(
                Move.Kind.valueOf(row.getString("kind")),
                instant(row, "at"),
                row.getString("actor"),
                row.getString("reason"),
                instant(row, "extended_to"),
                new Due(instant(row, "moved_due_at"), instant(row, "moved_warn_at")),
                row.getLong("moved_version"));
    }

    /** A change of the calendar is in the version with which all is counted, not in the moves. */
    private static Stream<DeadlineTrace.Move> counted(Move.Kind kind, Instant at, Instant extendedTo) {
        return switch (kind) {
            case paused -> Stream.of(new DeadlineTrace.Move.Paused(at));
            case resumed -> Stream.of(new DeadlineTrace.Move.Resumed(at));
            case extended -> Stream.of(new DeadlineTrace.Move.Extended(at, extendedTo));
            case recalculated -> Stream.empty();
        };
    }
}
