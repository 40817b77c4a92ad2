package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.haiphong.hotline1022.application.port.CalendarChanges;
import vn.haiphong.hotline1022.domain.calendar.SpecialDay;

@Repository
class JdbcCalendarChanges implements CalendarChanges {

    private final JdbcClient jdbc;
    private final MasterData masterData;

    JdbcCalendarChanges(JdbcClient jdbc, MasterData masterData) {
        this.jdbc = jdbc;
        this.masterData = masterData;
    }

    @Override
    public long add(Instant at, String actor, String reason, Long undoes, Map<LocalDate, Optional<SpecialDay>> days) {
        var version = jdbc.sql("""
                        insert into calendar_change (at, actor, reason, undoes) values (:at, :actor, :reason, :undoes)
                        returning version
                        """)
                .param("at", timestamp(at))
                .param("actor", actor)
                .param("reason", reason)
                .param("undoes", undoes, Types.BIGINT)
                .query(Long.class)
                .single();
        // Two people at once: the second finds the day taken (calendar_day_current) and his transaction fails.
        days.forEach((day, special) -> {
            jdbc.sql("update calendar_day set until = ? where day = ? and until is null")
                    .params(version, day)
                    .update();
            special.ifPresent(now -> jdbc.sql("""
                            insert into calendar_day (day, working, kind, name, source, status, since)
                            values (?, ?, ?, ?, ?, 'official', ?)
                            """)
                    .params(day, now.working(), now.working() ? "makeup" : "decided", now.name(), now.source(), version)
                    .update());
        });
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                masterData.refresh();
            }
        });
        return version;
    }

    @Override
    public List<Day> daysFrom(LocalDate first) {
        return jdbc.sql("""
                        select day, working, name, source, status from calendar_day
                         where until is null and day >= ? order by day
                        """)
                .param(first)
                .query((row, i) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("working"),
                        row.getString("name"),
                        row.getString("source"),
                        row.getString("status")))
                .list();
    }

    @Override
    public void finished(long version, Instant at) {
        jdbc.sql("update calendar_change set finished_at = ? where version = ?")
                .params(timestamp(at), version)
                .update();
    }

    @Override
    public List<Change> all() {
        return changes("");
    }

    @Override
    public Optional<Change> find(long version) {
        return changes(" where c.version = " + version).stream().findFirst();
    }

    @Override
    public boolean isOverlaid(long version) {
        return jdbc.sql("""
                        select exists (select from calendar_day mine
                                         join calendar_day later on later.day = mine.day
                                        where (mine.since = :version or mine.until = :version)
                                          and (later.since > :version or later.until > :version))
                        """).param("version", version).query(Boolean.class).single();
    }

    /** One row for each day of a change: what it ended beside what it began. */
    private List<Change> changes(String which) {
        return jdbc.sql("""
                        select c.*, undone.version as undone_by,
                               (select count(*) from deadline_move m
                                 where m.kind = 'recalculated' and m.calendar_version = c.version) as moved,
                               coalesce(before.day, after.day) as day, before.working as was_working,
                               before.name as was_name, before.source as was_source, after.working, after.name, after.source
                          from calendar_change c
                          left join calendar_change undone on undone.undoes = c.version
                          left join (calendar_day before full join calendar_day after
                                       on after.day = before.day and after.since = before.until)
                            on before.until = c.version or after.since = c.version
                        """ + which + " order by c.version desc, day").query(JdbcCalendarChanges::read);
    }

    private static List<Change> read(ResultSet rows) throws SQLException {
        var found = new ArrayList<Change>();
        var days = new ArrayList<ChangedDay>();
        while (rows.next()) {
            var last = found.isEmpty() ? null : found.get(found.size() - 1);
            var goesOn = last != null && last.version() == rows.getLong("version");
            if (!goesOn) {
                days.clear();
            }
            var day = rows.getObject("day", LocalDate.class);
            if (day != null) {
                days.add(new ChangedDay(
                        day,
                        special(rows, "was_working", "was_name", "was_source"),
                        special(rows, "working", "name", "source")));
            }
            var change = new Change(
                    rows.getLong("version"),
                    instant(rows, "at"),
                    rows.getString("actor"),
                    rows.getString("reason"),
                    rows.getObject("undoes", Long.class),
                    rows.getObject("undone_by", Long.class),
                    instant(rows, "finished_at"),
                    rows.getInt("moved"),
                    List.copyOf(days));
            if (goesOn) {
                found.set(found.size() - 1, change);
            } else {
                found.add(change);
            }
        }
        return found;
    }

    private static SpecialDay special(ResultSet row, String working, String name, String source) throws SQLException {
        return row.getString(name) == null
                ? null
                : new SpecialDay(row.getBoolean(working), row.getString(name), row.getString(source));
    }
}
