package vn.haiphong.hotline1022.adapter.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.domain.calendar.CountingPolicy;
import vn.haiphong.hotline1022.domain.calendar.SpecialDay;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.directory.Agency;
import vn.haiphong.hotline1022.domain.directory.AgencyHistory;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.directory.AreaHistory;
import vn.haiphong.hotline1022.domain.directory.AreaSearch;
import vn.haiphong.hotline1022.domain.directory.DatedArea;

/**
 * Agencies, areas and calendar in memory: they are read on every step of every case and change a few times a year. A change
 * made here calls {@link #refresh()} after its commit; other nodes see it within {@link #LONGEST_AGE}.
 */
@Component
@DependsOn("masterDataImport") // whoever reads the directory finds it filled
class MasterData {

    private static final Duration LONGEST_AGE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<Long, WorkingCalendar> earlier =
            new ConcurrentHashMap<>(); // a few a year; a version never changes
    private volatile Snapshot latest;

    MasterData(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Snapshot(
            AgencyHistory agencies,
            AreaHistory areas,
            AreaSearch areaSearch,
            WorkingCalendar calendar,
            long calendarVersion,
            Instant readAt) {

        // A clock that was set back counts as old, too: the demo clock may start anywhere.
        boolean isOld(Instant now) {
            return now.isBefore(readAt) || !now.isBefore(readAt.plus(LONGEST_AGE));
        }
    }

    Snapshot current() {
        var known = latest;
        if (known == null) {
            return readOnce();
        }
        // One reads anew; the others go on with what they have instead of waiting.
        if (known.isOld(clock.instant()) && reading.tryLock()) {
            try {
                refresh();
            } finally {
                reading.unlock();
            }
        }
        return latest;
    }

    /** Reads everything anew, now; to be called after the commit of a change. */
    void refresh() {
        reading.lock();
        try {
            latest = read();
        } finally {
            reading.unlock();
        }
    }

    private Snapshot readOnce() {
        reading.lock();
        try {
            if (latest == null) {
                latest = read();
            }
            return latest;
        } finally {
            reading.unlock();
        }
    }

    private Snapshot read() {
        var readAt = clock.instant();
        var areas = areas();
        var version = jdbc.sql("select coalesce(max(version), 0) from calendar_change")
                .query(Long.class)
                .single();
        return new Snapshot(agencies(), areas, new AreaSearch(areas), calendar(version), version, readAt);
    }

    private AgencyHistory agencies() {
        return new AgencyHistory(jdbc.sql(
                        "select code, name, kind, successor_code, checks_drafts, valid_from, valid_to from agency"
                                + " order by code, valid_from")
                .query((row, i) -> new AgencyHistory.DatedAgency(
                        new Agency(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("kind"),
                                row.getString("successor_code"),
                                row.getBoolean("checks_drafts")),
                        day(row, "valid_from"),
                        day(row, "valid_to")))
                .list());
    }

    private AreaHistory areas() {
        return new AreaHistory(
                jdbc.sql("select code, name, kind, parent_code, agency_code, valid_from, valid_to from area")
                        .query((row, i) -> new DatedArea(
                                new Area(
                                        row.getString("code"),
                                        row.getString("name"),
                                        row.getString("kind"),
                                        row.getString("parent_code"),
                                        row.getString("agency_code")),
                                day(row, "valid_from"),
                                day(row, "valid_to")))
                        .list(),
                jdbc.sql("select old_code, new_code, since from area_succession order by old_code, since, new_code")
                        .query((row, i) -> new AreaHistory.Succession(
                                row.getString("old_code"), row.getString("new_code"), day(row, "since")))
                        .list());
    }

    /** The calendar as it was after that change; 0: as delivered. */
    WorkingCalendar calendarOf(long version) {
        var known = current();
        return known.calendarVersion() == version ? known.calendar() : earlier.computeIfAbsent(version, this::calendar);
    }

    private WorkingCalendar calendar(long version) {
        var specialDays = new HashMap<LocalDate, SpecialDay>();
        // A day that still needs a law is an ordinary day until it has one.
        jdbc.sql("""
                        select day, working, name, source from calendar_day
                         where status <> 'pending' and since <= :version and (until is null or until > :version)
                        """).param("version", version).query(row -> {
            specialDays.put(
                    day(row, "day"),
                    new SpecialDay(row.getBoolean("working"), row.getString("name"), row.getString("source")));
        });
        var weeks = new HashMap<LocalDate, Map<DayOfWeek, List<WorkingCalendar.Hours>>>();
        jdbc.sql("select valid_from, weekday, opens, closes from office_hours order by opens")
                .query(row -> {
                    weeks.computeIfAbsent(day(row, "valid_from"), from -> new HashMap<>())
                            .computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), weekday -> new ArrayList<>())
                            .add(new WorkingCalendar.Hours(
                                    row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
                });
        var policies = new HashMap<LocalDate, CountingPolicy>();
        jdbc.sql("select valid_from, hours_start, off_day_receipt, event_day, day_end from counting_policy")
                .query(row -> {
                    policies.put(
                            day(row, "valid_from"),
                            new CountingPolicy(
                                    CountingPolicy.HoursStart.valueOf(row.getString("hours_start")),
                                    CountingPolicy.OffDayReceipt.valueOf(row.getString("off_day_receipt")),
                                    CountingPolicy.EventDay.valueOf(row.getString("event_day")),
                                    CountingPolicy.DayEnd.valueOf(row.getString("day_end"))));
                });
        return new WorkingCalendar(weeks, policies, specialDays);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
