package vn.haiphong.hotline1022.process.engine.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.ActivityFigures;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.Period;

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
            with late as materialized (
                select d.petition_code as code,
                       case when d.step = 'handle' then coalesce(p.lead_agency, '') else d.agency_code end as agency
                  from deadline d join petition p on p.code = d.petition_code and p.closed_at is null
                 where d.ended_at is null and d.paused_at is null and d.due_at < :now and d.step <> 'supplement')
            select a.act_id_ as activity, e.business_key_ as code, a.start_time_ as since, a.tenant_id_ as agency,
                   a.proc_inst_id_ as instance,
                   case when a.act_type_ = 'userTask' then own.code else whole.code end is not null as late
              from act_hi_actinst a
              join act_ru_execution e on e.id_ = a.proc_inst_id_
              left join (select distinct code, agency from late) own
                on own.code = e.business_key_ and own.agency = coalesce(a.tenant_id_, '')
              left join (select distinct code from late) whole on whole.code = e.business_key_
             where a.proc_def_key_ = :process and a.end_time_ is null and a.%s
            """.formatted(PLACES);

    private static final Map<String, String> ORDER = Map.of("code", "code", "agency", "agency", "since", "since");

    private final JdbcClient jdbc;

    EngineActivityFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Activity> of(String process, Period finished, Instant now) {
        // A median sorts all that it is of, and PostgreSQL sorts little in memory by itself.
        jdbc.sql("select set_config('work_mem', '64MB', true)")
                .query(String.class)
                .single();
        return jdbc.sql("""
                        with dwell as (
                            select act_id_ as activity, count(*) as finished,
                                   percentile_disc(array[0.5, 0.9]) within group (order by duration_) as duration
                              from act_hi_actinst
                             where proc_def_key_ = :process and end_time_ >= :from and end_time_ < :to and %s
                             group by act_id_),
                        here as (
                            select activity, count(*) as open, count(*) filter (where late) as late
                              from (%s) here group by activity)
                        select activity, finished, duration, open, late
                          from dwell full join here using (activity) order by activity
                        """.formatted(PLACES, HERE))
                .param("process", process)
                .param("from", Timestamp.from(finished.from()))
                .param("to", Timestamp.from(finished.to()))
                .param("now", Timestamp.from(now))
                .query((row, i) -> {
                    var duration = row.getArray("duration");
                    var millis = duration == null ? new Long[2] : (Long[]) duration.getArray();
                    return new Activity(
                            row.getString("activity"),
                            row.getLong("finished"),
                            seconds(millis[0]),
                            seconds(millis[1]),
                            row.getLong("open"),
                            row.getLong("late"));
                })
                .list();
    }

    private static Long seconds(Long millis) {
        return millis == null ? null : millis / 1000;
    }

    @Override
    public Excerpt<Stay> stays(String process, String activity, boolean lateOnly, Instant now, Part part) {
        var hits = "from (" + HERE + " and a.act_id_ = :activity) here join petition p using (code)"
                + (lateOnly ? " where late" : "");
        var total = asked("select count(*) " + hits, process, activity, now)
                .query(Long.class)
                .single();
        var rows = asked(
                        "select here.*, p.confidential " + hits + " order by "
                                + ORDER.getOrDefault(part.orderBy(), "since") + (part.descending() ? " desc" : "")
                                + ", code limit :size offset :skipped",
                        process,
                        activity,
                        now)
                .param("size", part.size())
                .param("skipped", part.skipped())
                .query((row, i) -> new Stay(
                        row.getString("code"),
                        row.getBoolean("confidential"),
                        row.getString("agency") == null ? "" : row.getString("agency"),
                        row.getTimestamp("since").toInstant(),
                        row.getBoolean("late"),
                        row.getString("instance")))
                .list();
        return new Excerpt<>(rows, total);
    }

    private JdbcClient.StatementSpec asked(String sql, String process, String activity, Instant now) {
        return jdbc.sql(sql)
                .param("process", process)
                .param("activity", activity)
                .param("now", Timestamp.from(now));
    }
}
