package vn.haiphong.hotline1022.process.engine.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.ActivityFigures;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.Period;
import vn.haiphong.hotline1022.domain.figures.Durations;

/**
 * Dwell times from the engine's history, what is open from its executions, what is late from the limits of the register.
 * The engine's queries can do none of the three in one question, so its tables are read here.
 */
@Repository
class EngineActivityFigures implements ActivityFigures {

    /** Where work waits for somebody; nothing stays anywhere else. Also the predicate of the index. */
    static final String PLACES = "act_type_ in ('userTask', 'callActivity', 'eventBasedGateway', 'intermediateTimer',"
            + " 'intermediateMessageCatch', 'intermediateSignalCatch')";

    /**
     * What is at an activity now. A task is late by a limit of whoever has it, that of the whole case being its lead's; a
     * called process by any limit of the case. All late limits are looked up once, not once for each that waits.
     */
    private static final String HERE = """
            with late as (
                select d.petition_code as code, array_agg(
                       case when d.step = 'handle' then coalesce(p.lead_agency, '') else d.agency_code end) as agencies
                  from deadline d join petition p on p.code = d.petition_code and p.closed_at is null
                 where d.ended_at is null and d.paused_at is null and d.due_at < :now and d.step <> 'supplement'
                 group by d.petition_code)
            select a.act_id_ as activity, e.business_key_ as code, a.start_time_ as since, a.tenant_id_ as agency,
                   a.proc_inst_id_ as instance,
                   case when a.act_type_ = 'userTask' then coalesce(coalesce(a.tenant_id_, '') = any (late.agencies), false)
                        else late.code is not null end as late
              from act_hi_actinst a
              join act_ru_execution e on e.id_ = a.proc_inst_id_
              left join late on late.code = e.business_key_
             where a.proc_def_key_ = :process and a.end_time_ is null and a.%s
            """.formatted(PLACES);

    private static final Map<String, String> ORDER = Map.of("code", "code", "agency", "agency", "since", "since");

    private final JdbcClient jdbc;
    private final DwellTimes dwellTimes;

    EngineActivityFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.dwellTimes = new DwellTimes(jdbc);
    }

    private record Here(long open, long late) {}

    @Override
    @Transactional
    public List<Activity> of(String process, Period finished, Instant now) {
        countInMemory();
        var here = new TreeMap<String, Here>();
        jdbc.sql("select activity, count(*) as open, count(*) filter (where late) as late from (" + HERE
                        + ") here group by activity")
                .param("process", process)
                .param("now", Timestamp.from(now))
                .query(row -> {
                    here.put(row.getString("activity"), new Here(row.getLong("open"), row.getLong("late")));
                });
        var dwell = dwellTimes.of(process, finished, now);
        var activities = new TreeSet<>(here.keySet());
        activities.addAll(dwell.keySet());
        return activities.stream()
                .map(activity -> {
                    var stayed = dwell.getOrDefault(activity, new Durations());
                    var stays = here.getOrDefault(activity, new Here(0, 0));
                    return new Activity(
                            activity,
                            stayed.count(),
                            stayed.within(0.5),
                            stayed.within(0.9),
                            stays.open(),
                            stays.late());
                })
                .toList();
    }

    /** For the transaction that asks: PostgreSQL counts little in memory by itself, and takes indexes for slow. */
    private void countInMemory() {
        jdbc.sql("select set_config('work_mem', '64MB', true), set_config('random_page_cost', '1.1', true)")
                .query((row, i) -> row.getString(1))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Excerpt<Stay> stays(String process, String activity, boolean lateOnly, Instant now, Part part) {
        countInMemory();
        var order = " order by " + ORDER.getOrDefault(part.orderBy(), "since") + (part.descending() ? " desc" : "")
                + ", code, instance";
        var total = new AtomicLong();
        var rows = new ArrayList<Stay>();
        // Late is only known of all, so that they are counted and listed in one go.
        jdbc.sql("""
                        with hit as materialized (select * from (%1$s and a.act_id_ = :activity) here %2$s)
                        select hits.total, page.*, p.confidential
                          from (select count(*) as total from hit) hits
                          left join (select * from hit %3$s limit :size offset :skipped) page on true
                          left join petition p using (code) %3$s
                        """.formatted(HERE, lateOnly ? "where late" : "", order))
                .param("process", process)
                .param("activity", activity)
                .param("now", Timestamp.from(now))
                .param("size", part.size())
                .param("skipped", part.skipped())
                .query(row -> {
                    total.set(row.getLong("total"));
                    if (row.getString("instance") != null) {
                        rows.add(stay(row));
                    }
                });
        return new Excerpt<>(rows, total.get());
    }

    private static Stay stay(ResultSet row) throws SQLException {
        return new Stay(
                row.getString("code"),
                row.getBoolean("confidential"),
                row.getString("agency") == null ? "" : row.getString("agency"),
                row.getTimestamp("since").toInstant(),
                row.getBoolean("late"),
                row.getString("instance"));
    }
}
