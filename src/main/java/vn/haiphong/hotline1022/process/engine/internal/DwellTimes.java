package vn.haiphong.hotline1022.process.engine.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.application.port.Period;
import vn.haiphong.hotline1022.domain.figures.Durations;

/**
 * How long work stayed at each activity. A day that is over does not change any more, so whoever asks about it first has it
 * read from the engine's history, and all after him from {@code dwell_day}; only the hours since are read each time.
 */
class DwellTimes {

    private static final Duration DAY = Duration.ofDays(1);

    /** What was left at the end of a day is in the history by then: no transaction takes as long. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final String PACKED = "coalesce(string_agg(int4send((duration_ / 1000)::int), ''), '')";

    private static final String KEEP_DAYS = """
            insert into dwell_day (process, began, activity, seconds)
            select :process, day.began, coalesce(stay.activity, ''), coalesce(stay.seconds, '')
              from generate_series(:from::timestamptz, :last::timestamptz, interval '24 hours') day (began)
              left join lateral (
                   select act_id_ as activity, %s as seconds from act_hi_actinst
                    where proc_def_key_ = :process and end_time_ >= day.began::timestamp
                      and end_time_ < (day.began + interval '24 hours')::timestamp and %s
                    group by act_id_) stay on true
             where day.began > (select min(end_time_) - interval '24 hours' from act_hi_actinst
                                 where proc_def_key_ = :process and end_time_ is not null and %2$s)
               and not exists (select from dwell_day kept where kept.process = :process and kept.began = day.began)
             order by day.began, 3
                on conflict do nothing
            """.formatted(PACKED, EngineActivityFigures.PLACES);

    private static final String STAYS = """
            select activity, seconds from dwell_day
             where process = :process and began >= :from and began < :settled and activity <> ''
            union all
            select act_id_, %s from act_hi_actinst
             where proc_def_key_ = :process and end_time_ >= :settled and end_time_ < :to and %s
             group by act_id_
            """.formatted(PACKED, EngineActivityFigures.PLACES);

    private final JdbcClient jdbc;

    DwellTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By activity: of all that was left in the period. It begins with a day of the office, and these have 24 hours all. */
    Map<String, Durations> of(String process, Period period, Instant now) {
        var settled = settled(period, now);
        if (settled.isAfter(period.from())) {
            jdbc.sql(KEEP_DAYS)
                    .param("process", process)
                    .param("from", Timestamp.from(period.from()))
                    .param("last", Timestamp.from(settled.minus(DAY)))
                    .update();
        }
        var stays = new TreeMap<String, Durations>();
        jdbc.sql(STAYS)
                .param("process", process)
                .param("from", Timestamp.from(period.from()))
                .param("settled", Timestamp.from(settled))
                .param("to", Timestamp.from(period.to()))
                .query(row -> {
                    stays.computeIfAbsent(row.getString("activity"), activity -> new Durations())
                            .addPacked(row.getBytes("seconds"));
                });
        return stays;
    }

    /** The end of the last day of the period that can be kept. */
    private static Instant settled(Period period, Instant now) {
        var over = Duration.between(period.from(), period.until(now.minus(SETTLED)));
        return period.from().plus(DAY.multipliedBy(Math.max(0, over.dividedBy(DAY))));
    }
}
